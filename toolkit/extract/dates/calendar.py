"""Calendar arithmetic: months, ISO weeks, movable feasts. Proleptic Gregorian, years 1 to 9999."""

from calendar import monthrange
from datetime import date, timedelta

# Meteorological seasons of the northern hemisphere, by their first month.
MONTHS_OF_SEASON = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
LEAP_YEAR = 2000  # a year that has every day
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12_000}


def length_of_month(year: int, month: int) -> int:
    """The number of days, 28 to 31."""
    return monthrange(year, month)[1]


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has no such day."""
    exists = date.min.year <= year <= date.max.year and 1 <= month <= 12 and 1 <= day <= length_of_month(year, month)
    return date(year, month, day) if exists else None


def quarter_of(day: date) -> int:
    """The calendar quarter, 1 to 4."""
    return (day.month + 2) // 3


def months(year: int, first: int, count: int) -> tuple[date, date]:
    """The first day and the last of `count` months from month `first`; a winter may run into the next year."""
    end_year, end_month = divmod(12 * year + first + count - 2, 12)
    if end_year > date.max.year:
        return date(year, first, 1), date.max
    return date(year, first, 1), date(end_year, end_month + 1, length_of_month(end_year, end_month + 1))


def week_days(year: int, week: int, *, weekend: bool = False) -> tuple[date, date]:
    """Monday and Sunday of an ISO week, or its Saturday and Sunday."""
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def moved(day: date, unit: str, count: int) -> date | None:
    """The day so many units later (earlier when negative); the month's last day where it has no such day.

    None when that is outside the calendar of `datetime`.
    """
    if unit not in _MONTHS:
        ordinal = day.toordinal() + _DAYS.get(unit, 1) * count
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    year, month = divmod(12 * day.year + day.month - 1 + _MONTHS[unit] * count, 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, length_of_month(year, month + 1)))


def feast(falls: str, year: int) -> date | None:
    """The day of a holiday in a year.

    Args:
        falls: `12-25`; `11-thu-4`, the fourth Thursday of November, `05-mon-last`, with `+1` for days after it;
            `easter-2`, days from Easter Sunday; `orthodox-2`, days from that of the Orthodox churches.
        year: 1583 or later for Easter.
    """
    if falls.startswith("easter"):
        return easter(year) + timedelta(days=int(falls.removeprefix("easter")))
    if falls.startswith("orthodox"):
        return orthodox_easter(year) + timedelta(days=int(falls.removeprefix("orthodox")))
    rule, _, after = falls.partition("+")
    month, *rest = rule.split("-")
    if len(rest) == 1:
        return day_of(year, int(month), int(rest[0]))
    weekday, which = 1 + _WEEKDAYS.index(rest[0]), rest[1]
    numbers = (5, 4) if which == "last" else (int(which),)
    days = (nth_weekday(year, int(month), weekday=weekday, which=number) for number in numbers)
    day = next((day for day in days if day), None)
    return day and day + timedelta(days=int(after or 0))


def nth_weekday(year: int, month: int, *, weekday: int, which: int) -> date | None:
    """The `which`-th Monday (1) to Sunday (7) of a month; None when the month has no fifth."""
    first = 1 + (weekday - 1 - date(year, month, 1).weekday()) % 7
    return day_of(year, month, first + 7 * (which - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, by Meeus's Julian computus; Gregorian days of 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_DAYS)


_JULIAN_DAYS = 13  # how far the Julian calendar lags in the twentieth and twenty-first centuries
