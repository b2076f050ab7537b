"""Rules for single dates: calendar days, months and years, weekdays, and times relative to another."""

from toolkit.extract.dates.calendar import LEAP_YEAR, day_of
from toolkit.extract.dates.cascade import Parts, rule
from toolkit.extract.dates.lengths import amount
from toolkit.extract.dates.moments import CLOCK_UNITS, Interval, Moment, Reference, Shift, Side

_SIDES: dict[str, Side] = {"last": "last", "past": "past", "previous": "last", "next": "next"}
_SIDES |= {"coming": "coming", "following": "next", "this": "this"}


def _calendar_day(p: Parts) -> Moment | None:
    day = p["day_number"]
    if p.get("unit", "day") != "day" or day_of(p.get("year", LEAP_YEAR), p["month"], day) is None:
        return None
    weekday = p.get("weekday", p.get("weekday_short"))
    return Moment(year=p.get("year"), month=p["month"], day=day, weekday=weekday)


def _day_range(p: Parts) -> Interval | None:
    first = _calendar_day(p)
    if first is None or p["day_number_2"] <= p["day_number"]:
        return None
    return Interval(first._replace(weekday=None), first._replace(weekday=None, day=p["day_number_2"]))


def _weekday_of_month(p: Parts) -> Moment:
    return Moment(weekday=p.get("weekday", p.get("weekday_short")), day=p["ordinal"])


def _day_of_month(p: Parts) -> Moment:
    return Moment(day=p["ordinal"])


def _month(p: Parts) -> Moment:
    return Moment(year=p.get("year"), month=p["month"], side=_side(p))


def _weekday(p: Parts) -> Moment:
    return Moment(weekday=p["weekday"], side=_side(p))


def _season(p: Parts) -> Moment:
    return Moment(year=p.get("year"), season=p["season"], side=_side(p))


def _holiday(p: Parts) -> Moment:
    return Moment(year=p.get("year"), holiday=p["holiday"], side=_side(p))


def _holiday_weekend(p: Parts) -> Moment | None:
    """*Labor Day weekend*."""
    return Moment(shift=Shift("weekend", 0, _holiday(p))) if p["unit"] == "weekend" else None


def _side(p: Parts) -> Side | None:
    return next((side for kind, side in _SIDES.items() if kind in p), None)


def _part_of_year(p: Parts) -> Moment | None:
    """*the third quarter*, *the first half of 2012*, *the 19th century*."""
    number, unit = p["ordinal"], p.get("unit", "half")
    if unit == "century":
        return Moment(digits=f"{number - 1:02}") if 1 < number <= 21 and "year" not in p else None
    if unit == "quarter" and number <= 4:
        return Moment(year=p.get("year"), quarter=number)
    fits = number <= 2 and ("year" in p or p.get("half") == ACCOUNTS)
    return Moment(year=p.get("year"), half=number) if unit == "half" and fits else None


ACCOUNTS = "accounts"  # the half of a year in a sentence on money; that of a match is no date


def _quarter_code(p: Parts) -> Moment:
    return Moment(year=p.get("year"), quarter=p["quarter_code"])


def _half_code(p: Parts) -> Moment:
    return Moment(year=p["year"], half=p["half_code"])


def _fiscal(p: Parts) -> Moment:
    if "year" in p or "fiscal_code" in p:
        return Moment(year=p.get("year", p.get("fiscal_code")), fiscal=True)
    return Moment(fiscal=True, shift=Shift("year", {"last": -1, "next": 1}.get(_side(p) or "", 0)))


def _decade(p: Parts) -> Moment:
    return Moment(digits=p.get("decade", p.get("decade_word")))


def _year(p: Parts) -> Moment:
    return Moment(year=p["year"])


def _said_year(p: Parts) -> Moment | None:
    """*the year 2019*."""
    return Moment(year=p["year"]) if p["unit"] == "year" else None


def _iso(p: Parts) -> Moment:
    moment: Moment = p["iso"]
    return moment


def _deictic_day(p: Parts) -> Moment:
    return Moment(shift=Shift("day", p.get("today", 0)), clock=p.get("tonight", ""))


def _neighbour(p: Parts) -> Moment | None:
    """*last week*, *this year*, *next month*: one unit beside the publication day."""
    unit, count = p["unit"], next(p[kind] for kind in ("last", "next", "this", "previous", "coming") if kind in p)
    if unit in CLOCK_UNITS or (unit == "day" and count):
        return None
    return Moment(shift=Shift(unit, count))


def _discourse_neighbour(p: Parts) -> Moment | None:
    """*the next day*, *the previous year*, *that month*: beside the day that the text spoke of last."""
    count = next(p[kind] for kind in ("previous", "following", "next", "that") if kind in p)
    is_stretch = "next" in p and p["unit"] in {
        "year",
        "decade",
        "century",
    }  # *over the next year* is no year of the calendar
    return None if p["unit"] in CLOCK_UNITS or is_stretch else Moment(shift=Shift(p["unit"], count, "discourse"))


def _a_year_before(p: Parts) -> Moment | None:
    """*the same quarter last year*, *the year-ago period*: the time spoken of, a year before."""
    last_unit = p["unit_2"] if "unit_2" in p else p["unit"]
    return Moment(shift=Shift("year", -1, "counterpart")) if last_unit == "year" else None


def _part_of_day(p: Parts) -> Moment:
    """*last night*, *this morning*."""
    return Moment(shift=Shift("day", p.get("last", 0)), clock=p["part"])


def _next_part(p: Parts) -> Moment:
    """*the next morning*, *the following evening*."""
    return Moment(shift=Shift("day", 1, "discourse"), clock=p["part"])


def _weekend(p: Parts) -> Moment | None:
    return Moment(weekend=True) if p["unit"] == "weekend" else None


def _away(p: Parts) -> Moment | None:
    """*two weeks ago*, *three days from now*."""
    unit, count = p["any_unit"], _whole(p)
    sign = p.get("ago", p.get("hence"))
    return None if unit in CLOCK_UNITS or count is None else Moment(shift=Shift(unit, sign * count))


def _vaguely_away(p: Parts) -> Reference | None:
    """*decades ago* and *some years from now* are no more than past and future."""
    if p.get("any_unit", p.get("units")) in CLOCK_UNITS:
        return None
    return Reference("PAST_REF" if "ago" in p else "FUTURE_REF")


def _away_in_text(p: Parts) -> Moment | None:
    """*a year earlier*, *two days later*, *the day before*."""
    unit, count = (p["any_unit"], _whole(p)) if "any_unit" in p else (p["unit"], 1)
    sign = -1 if "earlier" in p or "before" in p else 1
    if unit in CLOCK_UNITS or count is None:
        return None
    is_same_time = unit == "year" and count == 1 and "earlier" in p
    return Moment(shift=Shift(unit, sign * count, "counterpart" if is_same_time else "discourse"))


def _whole(p: Parts) -> int | None:
    count = amount(p)
    return None if count is None or count != int(count) else int(count)


_AMOUNT = "(a|count|several)"
_COUNTED = "other|unit|units|last|past"  # what an ordinal counts: *Friday, the third day*
_DAY = "the? day_number"
_WEEKDAY = "((weekday|weekday_short) dot? comma?)?"
_YEAR = "(dot? comma? (of|in)? year)?"
_SEASON_SIGNAL = "((?<=in)|(?<=since)|(?<=by)|(?<=to)|(?<=during)|(?<=over))"  # *the fall* alone may be a loss
POINTS = (
    rule("day_range", "interval", f"{_DAY} (dash|to) {_DAY} of? month {_YEAR}", _day_range),
    rule("day_range", "interval", f"month dot? {_DAY} (dash|to) {_DAY} (?!any_unit) {_YEAR}", _day_range),
    rule("day_range", "interval", f"(?<=between) {_DAY} and {_DAY} of? month {_YEAR}", _day_range),
    rule("day_range", "interval", f"(?<=between) month {_DAY} and {_DAY} {_YEAR}", _day_range),
    rule("calendar_day", "date", f"{_WEEKDAY} {_DAY} (unit? of)? month {_YEAR}", _calendar_day),
    rule("calendar_day", "date", f"{_WEEKDAY} month dot? {_DAY} (?!any_unit) {_YEAR}", _calendar_day),
    rule("calendar_day", "date", "day_number (dash|slash) month (dash|slash) year", _calendar_day),
    rule("calendar_day", "date", "year (dash|slash) month (dash|slash) day_number", _calendar_day),
    rule(
        "shared_month",
        "date",
        f"the? day_number (?=(comma the? day_number){{0,4}} comma? (comma|and|or) the? day_number of? month {_YEAR})",
        _calendar_day,
    ),
    rule("weekday_of_month", "date", f"(weekday|weekday_short) comma? the? ordinal (?!{_COUNTED})", _weekday_of_month),
    rule("day_of_month", "date", "(?<=on) the ordinal (?!other|unit|units|weekday|of)", _day_of_month),
    rule("iso_day", "date", "iso", _iso),
    rule("iso_month", "date", "iso_month", lambda p: p["iso_month"]),
    rule("month_year", "date", "month dot? comma? (of|in)? year", _month),
    rule("month_year", "date", "year month", _month),
    rule("month_year", "date", "month slash year", _month),
    rule("part_of_year", "period", "the? ordinal dash? (unit|half) (comma? (of|in)? year)?", _part_of_year),
    rule("quarter_code", "period", "quarter_code ((comma? of?|dash) year)?", _quarter_code),
    rule("quarter_code", "period", "year dash? quarter_code", _quarter_code),
    rule("half_code", "period", "year dash? half_code", _half_code),
    rule("half_code", "period", "half_code comma? of? year", _half_code),
    rule("fiscal_year", "period", "the? fiscal year", _fiscal),
    rule("fiscal_year", "period", "the? year (slash|dash) count fiscal", _fiscal),
    rule("fiscal_year", "period", "the? years fiscal", lambda p: Moment(year=p["years"].first.year, fiscal=True)),
    rule("range", "interval", "years", lambda p: p["years"]),
    rule("fiscal_year", "period", "the? (year fiscal|fiscal_code)", _fiscal),
    rule("fiscal_year", "period", "the? (last|this|next|previous|coming) fiscal", _fiscal),
    rule("season", "period", "the? season (comma? of? year)", _season),
    rule("season", "period", "the? (last|this|next|past|previous|coming|following) season", _season),
    rule("season", "period", f"{_SEASON_SIGNAL} the? season", _season),
    rule("holiday_weekend", "relative", "holiday year? unit", _holiday_weekend),
    rule("holiday", "date", "(last|this|next|previous|coming|following)? holiday (comma? year)?", _holiday),
    rule("decade", "period", "the? decade", _decade),
    rule("decade", "period", "the decade_word", _decade),
    rule("deictic_day", "relative", "(today|tonight)", _deictic_day),
    rule("year_before", "relative", "that unit of? the? (last|previous) unit", _a_year_before),
    rule("year_before", "relative", "that stretch of? the? (last|previous) unit", _a_year_before),
    rule("year_before", "relative", "that (unit|stretch)? a unit (earlier|ago)", _a_year_before),
    rule("year_before", "relative", "the? unit dash ago stretch?", _a_year_before),
    rule("neighbouring_unit", "relative", "(the (previous|following|next)|that) unit", _discourse_neighbour),
    rule("neighbouring_unit", "relative", "(?<!the) (last|next|this|previous|coming) unit (?!of)", _neighbour),
    rule("neighbouring_unit", "relative", "the (last|this) unit (?!of)", _neighbour),
    rule("part_of_day", "relative", "(last|this) part", _part_of_day),
    rule("part_of_day", "relative", "the (next|following) part", _next_part),
    rule("named_side", "weekday_date", "(this? (past|coming)|last|this|next|previous|following) weekday", _weekday),
    rule("named_side", "month_date", "(last|this|next|past|previous|coming|following) month", _month),
    rule("weekend", "relative", "the unit", _weekend),
    rule("ago", "relative", f"{_AMOUNT} any_unit (ago|hence)", _away),
    rule("ago", "vague", f"{_AMOUNT}? any_unit (ago|hence)", _vaguely_away),
    rule("distance_in_text", "relative", f"{_AMOUNT} any_unit (later|earlier) (?!than)", _away_in_text),
    rule("distance_in_text", "relative", "the unit (before|after) (?=comma|dot|$)", _away_in_text),
    rule("weekday", "weekday_date", "weekday", _weekday),
    rule("month", "month_date", "month", _month),
)  # fmt: skip
YEARS = (
    rule("year", "year_date", "the? unit year", _said_year),
    rule("year", "year_date", "year", _year),
)
