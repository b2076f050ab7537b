"""Filling the holes of a meaning from the publication day, the tense, and the dates that the text named before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from toolkit.extract.dates.calendar import day_of, moved, nth_weekday
from toolkit.extract.dates.feasts import feast_days
from toolkit.extract.dates.moments import LAST_OF_MONTH, Moment, Shift, covered, of_day
from toolkit.extract.dates.tense import Tense

# Years beside the publication year in which a date without a year may lie.
NEAR = (-1, 0, 1)
ASSUMED = "publication day assumed"


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is anchored to.

    Attributes:
        published: the day of publication, where known.
        tense: gives the tense of the governing verb when asked.
        spoken_of: gives the last day or span that the paragraph named, None where it named none.
        years: gives the years that the article names, for dates whose weekday can choose among them.
        again: gives the day that such a weekday meant before in the article, where it can mean it again.
    """

    published: date | None
    tense: Callable[[], Tense | None]
    spoken_of: Callable[[], Moment | None] = lambda: None
    years: Callable[[], Iterable[int]] = tuple
    again: Callable[[int], date | None] = lambda _weekday: None


@dataclass(frozen=True, slots=True)
class Anchored:
    """A moment in the calendar, as far as it can be placed, and how that was done.

    Attributes:
        how: empty where nothing placed it.
        mismatch: whether the text gives it a weekday that it is not.
    """

    moment: Moment
    how: str
    mismatch: bool = False


def anchored(moment: Moment, context: Context) -> Anchored:
    """The moment with its holes filled; as it was, and `how` empty, where nothing tells."""
    if moment.shift:
        return _shifted(moment, moment.shift, context)
    if moment.is_placed and not moment.weekday:
        return Anchored(moment, "explicit")
    if moment == Moment(clock=moment.clock, mod=moment.mod):
        return _clock_of_day(moment, context)
    if moment.weekday and not moment.day and not moment.month:
        return _weekday(moment, context)
    if moment.weekend and not moment.week:
        return _weekend(moment, context)
    if moment.year:
        return _in_year(moment, moment.year)
    return _year_by_tense(moment, context)


def _shifted(moment: Moment, shift: Shift, context: Context) -> Anchored:
    """So many units from publication, from what the text spoke of, or from another expression."""
    base, how, exact = _base(shift, context)
    day = base and moved(base, shift.unit, shift.count)
    if day is None:
        return Anchored(moment, "")
    inside = moment._replace(shift=None)
    unit = shift.unit if not exact or shift.count == 0 else "day"
    if shift.base == "counterpart" and (before := context.spoken_of()) and before.grain in {"month", "quarter", "half"}:
        unit = before.grain
    reached = of_day(day, unit)
    if moment.weekday and moment.week and reached.month:
        placed = _placed(inside._replace(month=reached.month), reached.year or day.year)
        return Anchored(placed, how) if placed else Anchored(moment, "")
    if moment.weekday:
        monday = day.toordinal() - day.weekday()
        reached, inside = of_day(date.fromordinal(monday + moment.weekday - 1), "day"), inside._replace(weekday=None)
    placed = _filled(reached, inside)
    return Anchored(placed, how) if _exists(placed) else Anchored(moment, "")


def _base(shift: Shift, context: Context) -> tuple[date | None, str, bool]:
    """The day to count from, how it was found, and whether the count from it is exact to the day."""
    if isinstance(shift.base, Moment):
        found = anchored(shift.base, context)
        return _first_day(found.moment, shift.unit), found.how, found.moment.grain == "day"
    if shift.base in {"discourse", "counterpart"} and (before := context.spoken_of()):
        return _first_day(before, shift.unit), "relative to the date before", False
    return context.published, "relative to publication", False


def _first_day(moment: Moment, unit: str) -> date | None:
    """Where a count in this unit begins; None when the moment is too wide, as a year is for days."""
    days = covered(moment)
    too_wide = unit in {"day", "week", "weekend", "fortnight"} and moment.grain not in {"day", "week", "weekend"}
    return None if days is None or too_wide else days[0]


def _filled(reached: Moment, inside: Moment) -> Moment:
    """The unit reached, with the finer parts that the expression itself says."""
    parts = ("month", "day", "quarter", "half", "season", "clock", "mod", "fiscal")
    return reached._replace(**{part: value for part in parts if (value := getattr(inside, part))})


def _clock_of_day(moment: Moment, context: Context) -> Anchored:
    """*In the afternoon*: of the day that the text spoke of last; *at 8:30*, without one, is taken for today."""
    day = context.spoken_of()
    if day is None or day.grain != "day" or not day.is_placed:
        if context.published and moment.clock[1].isdigit():
            return Anchored(of_day(context.published, "day")._replace(clock=moment.clock), ASSUMED)
        return Anchored(moment, "")
    return Anchored(day._replace(clock=moment.clock, mod=moment.mod, weekday=None), "day of the date before")


def _weekday(moment: Moment, context: Context) -> Anchored:
    """The most recent such day for past verbs (publication day included), the next one for future verbs."""
    if context.published is None or moment.weekday is None:
        return Anchored(moment, "")
    today = context.published.toordinal()
    same_week = today - context.published.weekday() + moment.weekday - 1
    latest = today - (context.published.isoweekday() - moment.weekday) % 7
    match moment.side:
        case "last" | "this" | "next":
            day = same_week + {"last": -7, "this": 0, "next": 7}[moment.side]
        case "past" | "coming":
            day = latest + 7 if moment.side == "coming" else latest - 7 * (latest == today)
        case None:
            named = context.again(moment.weekday)
            by_tense = latest + 7 if context.tense() == "future" and latest < today else latest
            day = named.toordinal() if named else by_tense
    found = of_day(date.fromordinal(day), "day")._replace(clock=moment.clock, mod=moment.mod)
    return Anchored(found, "relative to publication" if moment.side else "weekday by tense")


def _weekend(moment: Moment, context: Context) -> Anchored:
    """*The weekend*: the coming one for future verbs, else the last that has begun."""
    if context.published is None:
        return Anchored(moment, "")
    weekends = [of_day(day, "weekend") for step in NEAR if (day := moved(context.published, "week", step))]
    placed = _chosen(weekends, moment, context)
    return Anchored(placed._replace(mod=moment.mod) if placed else moment, "weekend by tense")


def _in_year(moment: Moment, year: int) -> Anchored:
    """A date whose year is said: a holiday is looked up, a weekday checked."""
    placed = _placed(moment, year)
    return _checked(placed, "explicit") if placed else Anchored(moment, "")


def _year_by_tense(moment: Moment, context: Context) -> Anchored:
    """A date without a year: the year that tense asks for."""
    if context.published is None:
        return _year_by_weekday(moment, context.years())
    if moment.day and not moment.month and not moment.holiday:
        steps = range(-12, 13) if moment.weekday else NEAR  # the weekday tells which month
        months = [moved(context.published.replace(day=1), "month", step) for step in steps]
        found = [_placed(moment._replace(month=month.month), month.year) for month in months if month]
    else:
        found = [_placed(moment, context.published.year + step) for step in NEAR]
    placed = _chosen([one for one in found if one], moment, context)
    if placed and moment.holiday and _is_of_any_year(moment, placed, context):
        return Anchored(moment, "")
    return _checked(placed, "year from publication") if placed else Anchored(moment, "")


def _is_of_any_year(moment: Moment, placed: Moment, context: Context) -> bool:
    """*Prices usually climb during Ramadan*: no tense places it, and it is not near."""
    is_told = moment.side or context.tense() in ("past", "future")
    return not is_told and _distance(placed, context.published or date.min) > _NEAR_HOLIDAY


_NEAR_HOLIDAY = 60  # days


def _year_by_weekday(moment: Moment, years: Iterable[int]) -> Anchored:
    """Without a publication day, a weekday beside the date chooses among the years that the article names."""
    if not (moment.weekday and moment.day and moment.month):
        return Anchored(moment, "")
    fitting = [one for year in set(years) if (one := _placed(moment, year)) and _falls_on_weekday(one)]
    return Anchored(fitting[0]._replace(weekday=None), "year by weekday") if len(fitting) == 1 else Anchored(moment, "")


def _checked(placed: Moment, how: str) -> Anchored:
    mismatch = bool(placed.weekday and placed.day) and not _falls_on_weekday(placed)
    return Anchored(placed._replace(weekday=None, side=None), how, mismatch=mismatch)


def _falls_on_weekday(moment: Moment) -> bool:
    days = covered(moment._replace(weekday=None))
    return days is not None and days[0].isoweekday() == moment.weekday


def _placed(moment: Moment, year: int) -> Moment | None:
    """The moment in that year; None where the year has no such day."""
    if not 1 <= year <= date.max.year:
        return None
    if moment.holiday:
        days = feast_days(moment.holiday, year)
        return of_day(days[0], "day")._replace(clock=moment.clock, mod=moment.mod) if days else None
    if moment.weekday and moment.week and moment.month:
        day = _nth_or_last(year, moment)
        return of_day(day, "day")._replace(clock=moment.clock, mod=moment.mod) if day else None
    if moment.weekend:
        return None
    placed = moment._replace(year=year)
    return placed if _exists(placed) else None


def _nth_or_last(year: int, moment: Moment) -> date | None:
    """The second Monday of a month; the fifth is the last."""
    numbers = (5, 4) if moment.week == LAST_OF_MONTH else (moment.week or 1,)
    days = (nth_weekday(year, moment.month or 1, weekday=moment.weekday or 1, which=number) for number in numbers)
    return next((day for day in days if day), None)


def _exists(moment: Moment) -> bool:
    """Whether the calendar has such a day, where one is said."""
    if not (moment.year and moment.month and moment.day):
        return True
    return day_of(moment.year, moment.month, moment.day) is not None


def _chosen(found: list[Moment], moment: Moment, context: Context) -> Moment | None:
    """The candidate that weekday, side or tense asks for, else the one nearest to publication."""
    published = context.published or date.min
    if moment.weekday and moment.day:
        found = [one for one in found if _falls_on_weekday(one)] or found
    timed = [(one, *days) for one in found if (days := covered(one._replace(weekday=None)))]
    match moment.side or context.tense():
        case "last":
            fitting = [one for one, _, last in reversed(timed) if last < published]
        case "next":
            fitting = [one for one, first, _ in timed if first > published]
        case "this":
            fitting = [one for one, _, _ in timed if one.year == published.year]
        case "past":
            fitting = [one for one, first, _ in reversed(timed) if first <= published]
        case "coming" | "future":
            fitting = [one for one, _, last in timed if last >= published]
        case _ if moment.quarter or moment.half:  # results are told backwards, and plans with a verb
            fitting = [one for one, first, _ in reversed(timed) if first <= published]
        case _:
            fitting = []
    if fitting or not timed:
        return fitting[0] if fitting else None
    return min((one for one, _, _ in timed), key=lambda one: _distance(one, published))


def _distance(moment: Moment, published: date) -> int:
    """Days between the moment and publication, 0 when it covers that day."""
    first, last = covered(moment._replace(weekday=None)) or (published, published)
    return max((first - published).days, (published - last).days, 0)
