"""Figures as agencies turn them: levels and old levels, yields, packages, comparisons."""

from datetime import date

import pytest


def rows(read, text, *columns):
    return [tuple(getattr(row, column) for column in columns) for row in read(text).statistics]


AGENCY = [
    ("A magnitude 7.1 earthquake hit Peru.", [(7.1, "magnitude", "magnitude", "Peru")]),
    (
        "Lawmakers voted 63 to 41.",
        [(63, "count", "number voted", "lawmakers"), (41, "count", "number voted", "lawmakers")],
    ),
    ("Peru agreed a 50-billion-euro aid package.", [(5e10, "EUR", "aid package", "Peru")]),
    ("Output in Peru fell to 26.3 million bpd.", [(26.3e6, "barrel_per_day", "output", "Peru")]),
    ("The yield on Peru's bond rose to 3.72%.", [(3.72, "percent", "yield", "Peru")]),
    ("The fund cut its forecast for Peruvian growth to 0.5%.", [(0.5, "percent", "forecast", "Peruvian")]),
    ("Some 70 percent of Peru's homes were damaged.", [(70, "percent", "share of Peru's homes", "Peru")]),
    (
        "The sol slipped 2% while gold gained 1%.",
        [(2, "percent", "sol change", "sol"), (1, "percent", "gold change", "gold")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AGENCY)
def test_turns_of_phrase_of_agencies(read, text, expected):
    assert rows(read, text, "value", "unit", "measure", "subject") == expected


def test_lengths_of_time_do_not_part_a_level_from_the_old_one(read):
    first, second = read("Wage growth slowed to 5.6% in the three months to January from 5.8%.").statistics
    assert (first.change_from, second.change_from) == (5.8, None)
    assert (first.as_of_start, first.as_of_end) == (date(2023, 11, 1), date(2024, 1, 31))


def test_a_year_before_a_figure_begins_no_range(read):
    text = "Peru's exports fell 11% in 2023 to $43.3 billion."
    assert rows(read, text, "value", "as_of_start") == [(11, date(2023, 1, 1)), (43.3e9, date(2023, 1, 1))]
    assert rows(read, "Peru pays 2000 to 3000 euros.", "value_low", "value_high") == [(2000, 3000)]


def test_the_time_of_the_old_level_is_its_own(read):
    first, second = read("Only 12% of voters trust the king, down from 31% in 2019.").statistics
    assert (first.change_from, first.as_of_start, second.as_of_start) == (31, date(2024, 11, 14), date(2019, 1, 1))


def test_a_comparison_has_the_measure_before_it(read):
    first, second = read("Peru sold 549,099 cars, up 2.6 percent.").statistics
    assert (first.measure, second.measure) == ("number of cars sold", "number of cars sold change")
    assert rows(read, "Turnout was 34.7 percent.", "measure") == [("turnout",)]
