"""Calendar arithmetic against the standard library and known feasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract.dates.calendar import day_of, feast, moved, nth_weekday, week_days
from toolkit.extract.dates.moments import covered, of_day, timex_value
from toolkit.extract.dates.timex import moment_of

DAYS = st.dates(date(1600, 1, 1), date(2399, 12, 31))


@pytest.mark.parametrize(
    ("falls", "year", "day"),
    [
        ("12-25", 2024, date(2024, 12, 25)),
        ("02-29", 2023, None),
        ("easter+0", 2024, date(2024, 3, 31)),
        ("easter+0", 2025, date(2025, 4, 20)),
        ("easter-2", 2023, date(2023, 4, 7)),
        ("orthodox+0", 2024, date(2024, 5, 5)),
        ("orthodox+0", 2023, date(2023, 4, 16)),
        ("orthodox-2", 2021, date(2021, 4, 30)),
        ("orthodox+0", 2010, date(2010, 4, 4)),
        ("11-thu-4", 2024, date(2024, 11, 28)),
        ("11-thu-4+1", 2024, date(2024, 11, 29)),
        ("05-mon-last", 2024, date(2024, 5, 27)),
        ("05-mon-last", 2022, date(2022, 5, 30)),
    ],
)
def test_feast(falls, year, day):
    assert feast(falls, year) == day


@pytest.mark.parametrize(
    ("day", "unit", "count", "there"),
    [
        (date(2024, 3, 31), "month", -1, date(2024, 2, 29)),
        (date(2024, 2, 29), "year", 1, date(2025, 2, 28)),
        (date(2024, 11, 14), "week", -2, date(2024, 10, 31)),
        (date(2024, 11, 14), "quarter", 1, date(2025, 2, 14)),
        (date(2024, 11, 14), "year", -3000, None),
        (date(2024, 11, 14), "day", 10**9, None),
    ],
)
def test_moved(day, unit, count, there):
    assert moved(day, unit, count) == there


@given(DAYS, st.integers(-500, 500))
def test_days_move_like_timedelta(day, count):
    assert moved(day, "day", count) == day + timedelta(days=count)


@given(DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]))
def test_a_day_lies_in_its_unit_and_the_unit_has_a_value(day, unit):
    moment = of_day(day, unit)
    days = covered(moment)
    assert days is not None
    assert days[0] <= day <= days[1] or unit == "weekend"
    assert "X" not in timex_value(moment)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_values_read_back(day, unit):
    moment = of_day(day, unit)
    assert moment_of(timex_value(moment)) == moment


@given(DAYS)
def test_nth_weekday_of_its_month(day):
    assert nth_weekday(day.year, day.month, weekday=day.isoweekday(), which=1 + (day.day - 1) // 7) == day


@given(st.integers(1600, 2399), st.integers(0, 14), st.integers(0, 33))
def test_day_of_is_total(year, month, day):
    found = day_of(year, month, day)
    assert found is None or (found.year, found.month, found.day) == (year, month, day)


def test_weekend_of_a_week():
    assert week_days(2024, 46, weekend=True) == (date(2024, 11, 16), date(2024, 11, 17))
