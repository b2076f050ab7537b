"""The days of holidays: by rule, or, for those of moon calendars, from the table `moving_feasts`."""

from datetime import date
from functools import cache

from toolkit.extract.dates.calendar import feast
from toolkit.lexicons import rows

_MOVING = "moving "


def feast_days(falls: str, year: int) -> tuple[date, date] | None:
    """First and last day of a holiday that begins in the year; None outside the years of the table.

    Args:
        falls: a rule of `calendar.feast`, or `moving` and a name of the table: `moving ramadan`.
        year: of the Gregorian calendar.
    """
    if falls.startswith(_MOVING):
        return _table().get((falls.removeprefix(_MOVING), year))
    day = feast(falls, year)
    return (day, day) if day else None


@cache
def _table() -> dict[tuple[str, int], tuple[date, date]]:
    """Feast and year of its first day -> first and last day; of two in one year the first."""
    found: dict[tuple[str, int], tuple[date, date]] = {}
    for row in rows("moving_feasts"):
        first = date.fromisoformat(row["first"])
        found.setdefault((row["feast"], first.year), (first, date.fromisoformat(row["last"])))
    return found
