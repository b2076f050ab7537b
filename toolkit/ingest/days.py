"""A day as people and programs write it -> a `date`. Nothing is guessed: 05/03/2024 may be two days, so it is none."""

import re
from datetime import date

EARLIEST_YEAR, LATEST_YEAR = 1500, 2100
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_ORDINAL = r"(?:st|nd|rd|th)?"
# Unambiguous in running text: the month is a word, or the year comes first.
WRITTEN_DAY = (
    rf"{_WEEKDAY}(?:(?P<day_1>\d{{1,2}}){_ORDINAL}[ -](?P<month_1>{MONTH})\.?,?[ -](?P<year_1>\d{{4}})"
    rf"|(?P<month_2>{MONTH})\.? (?P<day_2>\d{{1,2}}){_ORDINAL},? (?P<year_2>\d{{4}})"
    r"|(?P<year_3>\d{4})-(?P<month_3>\d{2})-(?P<day_3>\d{2}))(?!\d)"
)
_TIME_FOLLOWS = r"(?:(?:[tT]\d|[ ,;|(]).*)?"
_WRITTEN = re.compile(WRITTEN_DAY + _TIME_FOLLOWS, re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)" + _TIME_FOLLOWS)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)" + _TIME_FOLLOWS)


def day(text: str) -> date:
    """The day that a given date names; of a date with time and zone, the day as written.

    Raises:
        ValueError: in words, why it names no single day between 1500 and 2100.
    """
    text = " ".join(text.split())
    if found := _WRITTEN.fullmatch(text):
        return written_day(found)
    if found := _YEAR_FIRST.fullmatch(text):
        if not found[2] and len(found[3] + found[4]) < 4:
            raise ValueError("it is not a day")
        return _real_day(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(int(found[1]), int(found[3]), int(found[4]))
    raise ValueError("it is not a day")


def written_day(found: re.Match[str]) -> date:
    """The day of a match of `WRITTEN_DAY`.

    Raises:
        ValueError: there is no such day between 1500 and 2100.
    """
    year, month, number = (
        found[f"{part}_1"] or found[f"{part}_2"] or found[f"{part}_3"] for part in ("year", "month", "day")
    )
    named = _MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
    return _real_day(int(year), named, int(number))


def _year_last(first: int, second: int, year: int) -> date:
    """Day and month in either order, where only one order can be meant."""
    if first <= 12 and second <= 12 and first != second:
        raise ValueError(f"it may mean {date(year, first, second)} or {date(year, second, first)}")
    return _real_day(year, second, first) if second <= 12 else _real_day(year, first, second)


def _real_day(year: int, month: int, number: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"its year is outside {EARLIEST_YEAR} to {LATEST_YEAR}")
    try:
        return date(year, month, number)
    except ValueError as problem:
        raise ValueError("the calendar has no such day") from problem
