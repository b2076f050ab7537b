"""The columns of a row from a meaning: TIMEX3 type, value and modifier, the days covered, and how that was found."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from toolkit.extract.dates.anchor import ASSUMED, Anchored, Context, anchored
from toolkit.extract.dates.calendar import months, moved
from toolkit.extract.dates.feasts import feast_days
from toolkit.extract.dates.moments import (
    CLOCK_UNITS,
    Interval,
    Length,
    Meaning,
    Moment,
    Portion,
    Recurrence,
    Reference,
    Shift,
    covered,
    timex_value,
)
from toolkit.records import Confidence

NOT_ANCHORED = "not anchored"
_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)|Q(?P<quarter>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?")


@dataclass(frozen=True, slots=True)
class Timex:
    """What a row of `dates` says besides its evidence."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    how: str
    mod: str | None = None
    days: tuple[date, date] | None = None
    mismatch: bool = False

    @property
    def confidence(self) -> Confidence:
        """High when the text says it all, low when nothing places it."""
        return "high" if self.how == "explicit" else "low" if self.how in {NOT_ANCHORED, ASSUMED} else "medium"


def timex(meaning: Meaning, context: Context) -> Timex:
    """The meaning in its context."""
    match meaning:
        case Moment():
            return _of_moment(meaning, context)
        case Length():
            return _of_length(meaning, context)
        case Interval():
            return _of_interval(meaning, context)
        case Portion():
            return _of_portion(meaning, context)
        case Recurrence():
            return Timex("SET", meaning.value, "explicit")
        case Reference():
            return Timex("DATE", meaning.value, NOT_ANCHORED)


def moment_of(value: str) -> Moment | None:
    """The calendar part of a TIMEX3 value."""
    match = _VALUE.match(value)
    if match is None:
        return None
    year, week, quarter, month, day = (
        int(part) if part else None for part in match.group("year", "week", "quarter", "month", "day")
    )
    return Moment(year=year, week=week, quarter=quarter, month=month, day=day)


def _of_moment(moment: Moment, context: Context) -> Timex:
    found = anchored(moment, context)
    days = covered(found.moment) if found.how else None
    if days and moment.holiday and not moment.clock:
        return _of_feast(moment, days[0], found.how)
    return Timex(
        type="TIME" if moment.clock else "DATE",
        value=timex_value(found.moment),
        how=found.how or NOT_ANCHORED,
        mod=moment.mod,
        days=days and _narrowed(days, moment, context.published),
        mismatch=found.mismatch,
    )


def _of_feast(moment: Moment, first: date, how: str) -> Timex:
    """A holiday with all its days; its value is the first, or the month of a long one (Ramadan)."""
    days = feast_days(moment.holiday, first.year) or (first, first)
    value = first.isoformat() if (days[1] - first).days <= _LONG_FEAST else f"{first:%Y-%m}"
    return Timex("DATE", value, how, mod=moment.mod, days=days)


_LONG_FEAST = 10  # days


def _narrowed(days: tuple[date, date], moment: Moment, published: date | None) -> tuple[date, date]:
    """*earlier this week* ends at publication, *later this week* begins there; *early*, *mid* and *late* are thirds."""
    first, last = days
    if moment.shift and moment.shift.count == 0 and published and first <= published <= last:
        return {"START": (first, published), "END": (published, last)}.get(moment.mod or "", days)
    third = {"START": 0, "MID": 1, "END": 2}.get(moment.mod or "")
    if third is None or first == last:
        return days
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return months(first.year, 1 + 4 * third, 4)
    if first.day == 1 and first.month == last.month and first.year == last.year:
        return first.replace(day=1 + 10 * third), last if third == 2 else first.replace(day=10 + 10 * third)
    return days


def _of_length(length: Length, context: Context) -> Timex:
    """A duration; the way to a future day where the verb looks ahead; with days where it touches publication."""
    amount, unit = length.amounts[0]
    whole = len(length.amounts) == 1 and unit not in CLOCK_UNITS and amount is not None and amount == int(amount)
    if length.window == "ahead" and whole and context.published and context.tense() == "future":
        return _of_moment(Moment(shift=Shift(unit, int(amount or 0))), context)
    days = None
    if length.window in {"past", "next"} and whole and context.published:
        other = moved(context.published, unit, int(amount or 0) * (1 if length.window == "next" else -1))
        days = other and (min(other, context.published), max(other, context.published))
    return Timex("DURATION", length.value, "relative to publication" if days else "explicit", length.mod, days or None)


def _of_interval(interval: Interval, context: Context) -> Timex:
    """A range: its value is the distance between its ends, its days run to the last day of the second."""
    first = anchored(interval.first, context)
    last = anchored(_after(interval, first.moment), context)
    days = _span(first, last, is_weekday=bool(interval.last.weekday and not interval.last.day))
    value = _distance(first.moment, last.moment)
    return Timex("DURATION", value, (first.how if days else "") or NOT_ANCHORED, days=days)


def _of_portion(portion: Portion, context: Context) -> Timex:
    """The length, with its days at one end of the whole; one day is a date."""
    whole = anchored(portion.whole, context)
    days = covered(whole.moment) if whole.how else None
    amount, unit = portion.length.amounts[0]
    count, day = int(amount or 0), timedelta(days=1)
    if days and portion.is_last:
        start = moved(days[1] + day, unit, -count)
        days = (start, days[1]) if start else None
    elif days:
        end = moved(days[0], unit, count)
        days = (days[0], end - day) if end else None
    if days and (amount, unit) == (1, "day"):
        return Timex("DATE", days[0].isoformat(), whole.how, days=days)
    return Timex("DURATION", portion.length.value, (whole.how if days else "") or NOT_ANCHORED, days=days)


def _after(interval: Interval, first: Moment) -> Moment:
    """The second end takes the year, or for times the day, of the first."""
    last = interval.last
    if last == Moment(clock=last.clock) and first.day:
        return first._replace(clock=last.clock)
    if first.year and last.month and not last.year and not last.shift:
        return last._replace(year=first.year + (last.month < (first.month or 0)))
    return last


def _span(first: Anchored, last: Anchored, *, is_weekday: bool) -> tuple[date, date] | None:
    start, end = covered(first.moment), covered(last.moment)
    if not (start and end and first.how and last.how):
        return None
    until = end[1] + timedelta(days=7) if is_weekday and end[1] < start[0] else end[1]
    return (start[0], until) if start[0] <= until else None


def _distance(first: Moment, last: Moment) -> str:
    """TIMEX3 length between two ends, in the finer of their units."""
    if first.clock[1:2].isdigit() and last.clock[1:2].isdigit():
        return _clock_distance(first, last)
    start, end = covered(first), covered(last)
    if start is None or end is None:
        return _open_distance(first, last)
    if end[1] < start[0] and not last.weekday:
        return "PXD"
    if {first.grain, last.grain} == {"year"}:
        return f"P{end[0].year - start[0].year}Y"
    if {first.grain, last.grain} <= {"year", "month", "quarter"}:
        return f"P{12 * (end[0].year - start[0].year) + end[0].month - start[0].month}M"
    days = (end[0] - start[0]).days
    return f"P{days + 7 if days < 0 else days}D"


def _open_distance(first: Moment, last: Moment) -> str:
    if first.day and last.day and first.month == last.month:
        return f"P{last.day - first.day}D"
    if first.weekday and last.weekday:
        return f"P{(last.weekday - first.weekday) % 7}D"
    return f"P{(last.month - first.month) % 12}M" if first.month and last.month else "PXD"


def _clock_distance(first: Moment, last: Moment) -> str:
    minutes = [60 * int(one.clock[1:3]) + int(one.clock[4:6].rstrip("Z") or 0) for one in (first, last)]
    hours, rest = divmod((minutes[1] - minutes[0]) % (24 * 60), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
