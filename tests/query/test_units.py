"""Figures on one axis: converted where that is right, apart where it is not."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit as tk
from toolkit.query import alike, factor

TEXT = (
    "The road is 10 miles long. The wall is 30 kilometres long. The canal is 20 kilometres long. "
    "Japan gave Peru 100 million yen in aid in 2023. Norway gave Chile $5 million in aid in 2024."
)


@pytest.fixture(scope="module")
def corpus():
    row = {"article_id": "a", "text": TEXT, "published": pd.Timestamp("2024-11-14"), "published_how": "given"}
    return tk.build_corpus(pd.DataFrame([row]))


@pytest.mark.parametrize(
    ("unit", "into", "worth"),
    [
        ("mile", "kilometre", 1.609344),
        ("tonne", "kilogram", 1000),
        ("square_mile", "square_kilometre", 2.589988),
        ("barrel", "litre", 158.987295),
        ("gigawatt_hour", "megawatt_hour", 1000),
        ("kilometre_per_hour", "mile_per_hour", 0.621371),
        ("hectare", "hectare", 1),
    ],
)
def test_units_of_one_dimension(unit, into, worth):
    assert factor(unit, into) == pytest.approx(worth, rel=1e-6)


@pytest.mark.parametrize(
    ("unit", "into"),
    [
        ("kilometre", "tonne"),
        ("percent", "count"),
        ("percent", "ratio"),
        ("degree_celsius", "degree_fahrenheit"),
        ("USD", "EUR"),
        ("wizard", "tonne"),
    ],
)
def test_what_cannot_be_converted_is_left_alone(unit, into):
    assert factor(unit, into) is None


_LENGTHS = ("metre", "kilometre", "mile", "foot", "yard", "nautical_mile")


@given(st.sampled_from(_LENGTHS), st.sampled_from(_LENGTHS))
def test_there_and_back_is_where_it_was(unit, into):
    assert factor(unit, into) * factor(into, unit) == pytest.approx(1)


def test_lengths_stand_in_the_commonest_unit(corpus):
    rows = alike(corpus).set_index("text")
    lengths = rows[rows["measure"] == "length"]
    assert set(lengths["axis"]) <= {"kilometre"}
    mile = rows.loc["10 miles"]
    assert (mile["axis"], mile["unit"]) in {("kilometre", "kilometre"), ("mile", "mile")}


def test_money_stays_in_its_currency_and_year(corpus):
    rows = alike(corpus).set_index("text")

    assert set(rows[rows["unit"].isin(["JPY", "USD"])]["axis"]) == {"JPY of 2023", "USD of 2024"}


def test_money_is_converted_at_the_analysts_rates_only(corpus):
    rows = alike(corpus, rates={("JPY", 2023): 0.007}).set_index("text")
    yen = rows[rows["converted_from"] == "JPY"].iloc[0]

    assert yen["value"] == pytest.approx(700_000)
    assert (yen["unit"], yen["axis"]) == ("USD", "USD")


def test_nothing_is_lost(corpus):
    told = corpus.statistics.dropna(subset=["measure", "value"])

    assert sorted(alike(corpus)["statistic_id"]) == sorted(told["statistic_id"])
