"""Rules for ranges: *2014 to 2018*, *Monday to Friday*, *Friday from 9 am to 5 pm*."""

from toolkit.extract.dates.cascade import Parts, rule
from toolkit.extract.dates.moments import Interval, Moment, Shift
from toolkit.extract.dates.phrases import at_clock, point_of


def _range(p: Parts) -> Interval | None:
    """*2014 to 2018*, *Monday to Friday*: what one end leaves out, it has from the other."""
    first, last = point_of(p), point_of(p, "_2")
    if last.year and not first.year and first.month and not first.shift:
        first = first._replace(year=last.year - (first.month > (last.month or 12)))
    return Interval(first, last)


def _until_now(p: Parts) -> Interval | None:
    """*May to now*."""
    return Interval(point_of(p), Moment(shift=Shift("day", 0))) if p["vague"].value == "PRESENT_REF" else None


def _from_now(p: Parts) -> Interval | None:
    """*between now and May*."""
    return Interval(Moment(shift=Shift("day", 0)), point_of(p)) if p["vague"].value == "PRESENT_REF" else None


def _time_range(p: Parts) -> Interval:
    return Interval(p["time"], p["time_2"])


def _hours_of_day(p: Parts) -> Interval | None:
    """*Friday from 9 am to 5 pm*."""
    day, hours = point_of(p), p["hours"]
    if day.grain != "day" or day.clock[1:2].isdigit():
        return None
    return Interval(day._replace(clock=hours.first.clock), day._replace(clock=hours.last.clock))


def _years(p: Parts) -> Interval | None:
    """*2023-24*, *1998/99*: the second year in two digits."""
    first, short = p["year_date"].year, p["count"]
    if not 0 <= short <= 99 or int(short) != (first + 1) % 100:
        return None
    return Interval(Moment(year=first), Moment(year=first + 1))


RANGES = (
    rule("range", "interval", "point (to|dash) point", _range),
    rule("range", "interval", "(?<=between) point and point", _range),
    rule("range", "interval", "year_date (dash|slash) count", _years),
    rule("range", "interval", "point (to|dash) vague", _until_now),
    rule("range", "interval", "(?<=between) point and vague", _until_now),
    rule("range", "interval", "(?<=between) vague and point", _from_now),
    rule("clock_range", "hours", "time (to|dash) time", _time_range),
    rule("clock_range", "hours", "(?<=between) time and time", _time_range),
)
HOURS = (
    rule("hours_of_day", "interval", "(date|relative|weekday_date) comma? (from|at|between)? hours", _hours_of_day),
    rule("hours_of_day", "interval", "hours comma? (on|of)? (date|relative|weekday_date)", _hours_of_day),
    rule("clock", "date", "time comma? (on|of)? (date|relative|weekday_date)", at_clock),
)
