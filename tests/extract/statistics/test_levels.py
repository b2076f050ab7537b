"""Levels that something reaches, passes or falls from: what stands there, whose it is, and from where it came."""

import pytest

LEVELS = [
    ("Global phone sales passed 167 million in 2023.", [(167e6, "global phone sales", None, None)]),
    ("The number of users exceeded 2 billion last year.", [(2e9, "number of users", None, None)]),
    ("Sales of the car surpassed one million units.", [(1e6, "sales of car", None, None)]),
    ("Fiat's sales passed 30,000 cars.", [(30_000, "sales", "Fiat", None)]),
    ("Police broke 40 windows.", [(40, "number of windows broken", "police", None)]),
    ("The death toll passed 500.", [(500, "death toll", None, None)]),
    ("Membership of the union fell below 10,000.", [(10_000, "membership", None, None)]),
    (
        "Fiat's ratings slumped from a peak of seven million to just 1.5 million.",
        [(7e6, "ratings", "Fiat", None), (1.5e6, "ratings", "Fiat", 7e6)],
    ),
    ("The number of subscribers will rise to five million by 2026.", [(5e6, "number of subscribers", None, None)]),
    ("Analysts issued forecasts suggesting a total of 3 million cars.", [(3e6, "number of cars", "cars", None)]),
    ("Handsets with cameras will rise to 75% of all sales.", [(75, "share of sales", "Handsets", None)]),
    ("Of the 12 regions, 11 showed growth.", [(11, None, None, None)]),
    ("More than 100 firms are expected to reply.", [(100, "number of firms", "firms", None)]),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_what_stands_at_the_level(read, text, expected):
    assert [(row.value, row.measure, row.subject, row.change_from) for row in read(text).statistics] == expected


def test_a_part_of_a_point_is_in_points(read):
    [row, _] = read("Rates will rise by a quarter of a percentage point to 2.25%.").statistics
    assert (row.text, row.value, row.unit) == ("a quarter of a percentage point", 0.25, "percentage_point")


def test_less_of_it_is_a_fall(read):
    [row] = read("The plan leaves $200 million less debt.").statistics
    assert row.direction == "fall"


def test_a_clause_beside_the_report_is_not_reported(read):
    [row] = read("Although the economy grew by 3.9%, Danone warned that it must be careful.").statistics
    assert row.reported_by is None
