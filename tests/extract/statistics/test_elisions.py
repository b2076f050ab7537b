"""What a figure leaves out because the figure before it said it."""

from datetime import date

import pytest


def told(reading):
    return [(row.text, row.unit, row.measure, row.subject) for row in reading.statistics]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Growth was put at 2.8 percent instead of 2.6.", [2.8, 2.6]),
        ("The forecast was cut to 0.8 percent from 0.9 for 2024.", [0.8, 0.9]),
        ("Exports rose by 7.0 and 6.5 percent.", [7.0, 6.5]),
        ("Inflation fell to 3 percent from 4 in May.", [3, 4]),
    ],
)
def test_a_bare_figure_beside_a_percentage_has_its_unit(read, text, values):
    assert [(row.value, row.unit) for row in read(text).statistics] == [(value, "percent") for value in values]


@pytest.mark.parametrize(
    "text", ["Prices rose by 5 percent and 3 people were hurt.", "Output fell 5 percent from 40 tonnes."]
)
def test_a_figure_with_a_unit_of_its_own_keeps_it(read, text):
    assert [row.unit for row in read(text).statistics].count("percent") == 1


def test_a_verb_that_is_left_out_has_another_subject(read):
    reading = read("Peru is forecast to grow by 2 percent, Japan by 3 percent and Chile by 1 percent.")

    assert told(reading) == [
        ("2 percent", "percent", "change", "Peru"),
        ("3 percent", "percent", "change", "Japan"),
        ("1 percent", "percent", "change", "Chile"),
    ]


def test_a_verb_that_is_left_out_has_another_measure(read):
    reading = read("Exports came to $30 billion and imports to $21 billion.")

    assert [row.measure for row in reading.statistics] == ["exports", "imports"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The party won 38 percent.", "share won"),
        ("The port is 60 percent owned by the state.", "share owned"),
        ("The bank puts the debt at $14 billion.", "debt"),
        ("Public debt will exceed $100 billion.", "public debt"),
        ("The island lies about 200 km west of the port.", "distance"),
        ("At least 62 people are known to have been killed.", "number of people killed"),
        ("The fund expects 3.1 percent.", None),
    ],
)
def test_the_measure_is_what_has_the_value(read, text, measure):
    (row,) = read(text).statistics
    assert row.measure == measure


def test_years_of_an_office_are_no_figure(read):
    assert read("The last to hold both offices was Berg, from 1970 to 1974.").statistics == []


def test_what_follows_the_first_verb_does_not_date_the_second(read):
    (row,) = read("The forum was founded in 1989 and has 21 members.").statistics
    assert row.as_of_start == date(2024, 11, 14)


def test_an_old_level_in_millions_is_money(read):
    rows = read("Its earnings were 77m euros (£53m; $100m), up from 38m in 2023.").statistics
    assert [(row.value, row.unit) for row in rows] == [(77e6, "EUR"), (53e6, "GBP"), (100e6, "USD"), (38e6, "EUR")]


def test_an_old_level_in_metres_is_a_length(read):
    rows = read("The tower is 77m high, up from 38m in 2023.").statistics
    assert {row.unit for row in rows} == {"metre"}
