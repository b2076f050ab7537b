"""Holidays that move, their years, and halves of years."""

from datetime import date
from itertools import pairwise

import pytest

from toolkit.lexicons import rows

FEASTS = [
    ("The truce began before Ramadan in 2023.", "Ramadan", "2023-03", ("2023-03-23", "2023-04-20")),
    ("Offices will close for Eid al-Fitr 2025.", "Eid al-Fitr 2025", "2025-03-30", ("2025-03-30", "2025-03-31")),
    ("Trade resumed after the Lunar New Year holiday last year.", "Lunar New Year", "2023-01-22", None),
    ("The air was foul after Diwali 2023.", "Diwali 2023", "2023-11-12", None),
    ("The bishop spoke on Easter Sunday 2022.", "Easter Sunday 2022", "2022-04-17", None),
    ("Russia broke the truce of Orthodox Easter in 2021.", "Orthodox Easter", "2021-05-02", None),
    ("Shops had a good Thanksgiving in 2021.", "Thanksgiving", "2021-11-25", None),
    ("The attack fell on Yom Kippur last year.", "Yom Kippur", "2023-09-25", None),
    ("Prices usually climb during Ramadan.", "Ramadan", "XXXX", None),
    ("He fasted during Ramadan in 1950.", "Ramadan", "1950", None),
    ("Profit fell in the first half.", "the first half", "2024-H1", ("2024-01-01", "2024-06-30")),
    ("Profit fell in the second half of last year.", "the second half of last year", "2023-H2", None),
    ("Voters choose on the last Sunday of the month.", "the last Sunday of the month", "2024-11-24", None),
    ("The market opens on the last Friday of May 2025.", "the last Friday of May 2025", "2025-05-30", None),
    ("He fell on 3 May; the next morning he was found.", "the next morning", "2024-05-04TMO", None),
]


@pytest.mark.parametrize(("text", "span", "value", "days"), FEASTS)
def test_the_days_of_a_feast_or_half(read, text, span, value, days):
    [row] = [row for row in read(text).dates if row.text == span]
    assert row.value == value
    assert days is None or (row.start_date, row.end_date) == tuple(map(date.fromisoformat, days))


def test_the_half_of_a_match_is_no_date(read):
    assert read("Peru scored twice in the first half.").dates == []


def test_the_years_of_each_feast_follow_each_other():
    first = {}
    for row in rows("moving_feasts"):
        assert row["first"] <= row["last"]
        first.setdefault(row["feast"], []).append(date.fromisoformat(row["first"]))
    for days in first.values():
        assert all(350 <= (later - earlier).days <= 386 for earlier, later in pairwise(days))


def test_holidays_name_feasts_of_the_table():
    named = {row["falls"].removeprefix("moving ") for row in rows("holidays") if row["falls"].startswith("moving ")}
    assert named == {row["feast"] for row in rows("moving_feasts")}
