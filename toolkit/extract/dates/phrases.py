"""Rules that put dates, lengths and times of day together."""

from datetime import date

from toolkit.extract.dates.calendar import LEAP_YEAR, length_of_month
from toolkit.extract.dates.cascade import Parts, rule
from toolkit.extract.dates.clocks import clock
from toolkit.extract.dates.moments import CLOCK_UNITS, LAST_OF_MONTH, Length, Moment, Portion, Recurrence, Shift


def _inside(p: Parts) -> Moment | None:
    """*August last year*, *Tuesday of next week*, *the 15th of next month*: a finer date in a relative unit."""
    outer: Moment = p["relative"]
    if outer.shift is None or outer.grain not in {"year", "month", "week"}:
        return None
    if "ordinal" in p:
        return outer._replace(day=p["ordinal"]) if outer.grain == "month" and p.get("unit", "day") == "day" else None
    inner: Moment = p.get("month_date") or p.get("date") or p["weekday_date"]
    if inner.year or inner.side or inner.holiday or inner.shift or (outer.grain == "year") != bool(inner.month):
        return None
    return outer._replace(month=inner.month, day=inner.day, weekday=inner.weekday, clock=p.get("part", ""))


def _part_of_relative(p: Parts) -> Moment | None:
    """*the third quarter of last year*, *the first half of this year*."""
    outer: Moment = p["relative"]
    unit, number = p.get("unit", "half"), p["ordinal"]
    if outer.shift is None or outer.grain != "year":
        return None
    if unit == "quarter" and number <= 4:
        return outer._replace(quarter=number)
    return outer._replace(half=number) if unit == "half" and number <= 2 else None


def _part_of_this_year(p: Parts) -> Moment | None:
    """*the first quarter of the year*, *the first half of last year*."""
    period: Moment = p["period"]
    if period.year or not (period.quarter or period.half):
        return None
    if "relative" in p:
        outer: Moment = p["relative"]
        fits = outer.shift and outer.grain == "year"
        return outer._replace(quarter=period.quarter, half=period.half) if fits else None
    if p["unit"] != "year":
        return None
    return period._replace(shift=Shift("year", 0))


def _year_to(p: Parts) -> Portion | None:
    """*the three months to December*, *the year ended 31 March*: a length that ends with a date."""
    length = p["length"] if "length" in p else Length(((1, p.get("unit", "year")),))
    (amount, unit), *more = length.amounts
    end = point_of(p)
    if more or not amount or amount != int(amount) or unit in CLOCK_UNITS or end.grain not in {"day", "month"}:
        return None
    return Portion(length, end, is_last=True)


def _edge_day(p: Parts) -> Portion | None:
    """*the last day of March*, *the first day of the year*."""
    whole = Moment(shift=Shift(p["unit_2"], 0)) if "unit_2" in p else point_of(p)
    if p["unit"] != "day" or whole.grain not in {"week", "month", "quarter", "year"} or p.get("ordinal", 1) != 1:
        return None
    return Portion(Length(((1, "day"),)), whole, is_last="last" in p)


def _nth_month(p: Parts) -> Moment | None:
    """*the third month of 2021*."""
    outer = point_of(p)
    is_month = p["unit"] == "month" and p["ordinal"] <= 12 and outer.grain == "year"
    return outer._replace(month=p["ordinal"]) if is_month else None


def _season_of(p: Parts) -> Moment | None:
    """*the summer of last year*."""
    outer: Moment = p["relative"]
    return outer._replace(season=p["season"]) if outer.shift and outer.grain == "year" else None


def _half_of_this_year(p: Parts) -> Moment | None:
    """*the first half of the year*."""
    return Moment(shift=Shift("year", 0), half=p["ordinal"]) if p["unit"] == "year" and p["ordinal"] <= 2 else None


def _portion(p: Parts) -> Portion | None:
    """*the first six months of 2024*, *the last two weeks of the year*."""
    length = p["length"]
    (amount, unit), *more = length.amounts
    is_first = p.get("ordinal") == 1 and length.window is None
    is_part = is_first or "final" in p or length.window == "past"
    if more or not amount or amount != int(amount) or unit in CLOCK_UNITS or not is_part:
        return None
    whole = Moment(shift=Shift(p["unit"], 0)) if "unit" in p else point_of(p)
    return None if whole.grain in {"day", "decade"} else Portion(length, whole, is_last=not is_first)


def _nth_weekday(p: Parts) -> Moment | None:
    """*the first Monday of May*: the ordinal waits in `week` until the month is placed."""
    inner: Moment = p["weekday_date"]
    outer: Moment = p.get("month_date") or p["date"]
    if inner.side or outer.day or not outer.month or p["ordinal"] > 5:
        return None
    return outer._replace(weekday=inner.weekday, week=p["ordinal"])


def _last_weekday(p: Parts) -> Moment | None:
    """*the last Sunday of May*, *the last Sunday of the month*, where *last Sunday* was read as the one before."""
    inner: Moment = p["weekday_date"]
    if inner.side != "last":
        return None
    if "unit" in p:
        whole = Moment(shift=Shift("month", 0)) if p["unit"] == "month" else None
    else:
        whole = point_of(p) if point_of(p).grain == "month" else None
    return whole._replace(weekday=inner.weekday, week=LAST_OF_MONTH) if whole else None


def _nth_week(p: Parts) -> Moment | None:
    """*the second week of 2021*, by ISO weeks, whose last holds 28 December."""
    outer: Moment = p["year_date"]
    if p["unit"] != "week" or outer.year is None:
        return None
    return outer._replace(week=p.get("ordinal") or date(outer.year, 12, 28).isocalendar().week)


def _numbered_week(p: Parts) -> Moment | None:
    """*week 3 of 2027*."""
    outer = point_of(p)
    is_week = p["unit"] == "week" and 1 <= p["small"] <= 53 and outer.grain == "year"
    return outer._replace(week=p["small"]) if is_week and outer.year else None


def _week_of_month(p: Parts) -> Moment | None:
    """*the first week of January*: the week of its first day; the third is that of its 15th day."""
    outer = point_of(p)
    if p["unit"] != "week" or outer.grain != "month" or p.get("ordinal", 1) > 5:
        return None
    last = length_of_month(outer.year or LEAP_YEAR, outer.month) if outer.month else 28
    day = min(7 * p["ordinal"] - 6, last) if "ordinal" in p else last
    return Moment(shift=Shift("week", 0, outer._replace(day=day)))


def _week_of(p: Parts) -> Moment | None:
    """*the week of 14 November*."""
    is_week = p["unit"] in {"week", "weekend"} and p["date"].grain == "day"
    return Moment(shift=Shift(p["unit"], 0, p["date"])) if is_week else None


def at_clock(p: Parts) -> Moment | None:
    """*Monday morning*, *3 pm on Friday*, *yesterday evening*."""
    day = point_of(p)
    said: str = p["part"].clock if isinstance(p.get("part"), Moment) else p.get("part") or p["time"].clock
    return day._replace(clock=said) if day.grain == "day" and not day.clock[1:2].isdigit() else None


def _set_clock(p: Parts) -> Recurrence | None:
    """*every Tuesday at 9 am*, *every day at 7:30*."""
    weekday = p["set"].value if p["set"].value.startswith("XXXX-WXX-") else ""
    return Recurrence(weekday[:10] + p["time"].clock) if weekday or p["set"].value in {"P1D", "TMO", "TEV"} else None


def _time_in_part(p: Parts) -> Moment | None:
    """*3 in the morning*, *7:30 in the evening*."""
    hour, minute = (p["small"], None) if "small" in p else _hour_and_minute(p["time"].clock)
    after_noon = p["part"] in {"TAF", "TEV"} or (p["part"] == "TNI" and hour > 5)
    return clock(hour, minute, meridiem="pm" if after_noon else "am") if hour <= 12 else None


def _hour_and_minute(said: str) -> tuple[int, int | None]:
    return int(said[1:3]), int(said[4:6]) if said[3:4] == ":" else None


def _some_part(p: Parts) -> Moment:
    mod = next((p[kind] for kind in ("position", "earlier", "later") if kind in p), None)
    return Moment(clock=p["part"], mod=mod)


def _positioned(p: Parts) -> Moment | None:
    """*early 2009*, *the end of March*, *later this week*."""
    point = point_of(p)
    mod = next(p[kind] for kind in ("position", "edge", "earlier", "later") if kind in p)
    return None if point.mod else point._replace(mod=mod)


def _bounded(p: Parts) -> Moment | None:
    """*2030 or later*, *no later than 2030*, *earlier than next May*."""
    point = point_of(p)
    return None if point.mod else point._replace(mod=p.get("bound") or p["bound_after"])


def _edge_of_unit(p: Parts) -> Moment | None:
    """*the end of the month*, *later in the day*."""
    if p["unit"] in CLOCK_UNITS:
        return None
    mod = next(p[kind] for kind in ("edge", "earlier", "later", "position") if kind in p)
    return Moment(shift=Shift(p["unit"], 0), mod=mod)


def _away_from(p: Parts) -> Moment | None:
    """*two days after 3 May*, *three weeks from tomorrow*."""
    if len(p["length"].amounts) != 1 or p["length"].window == "past":
        return None
    amount, unit = p["length"].amounts[0]
    if amount is None or amount != int(amount) or unit in CLOCK_UNITS:
        return None
    return Moment(shift=Shift(unit, int(amount) * (-1 if "before" in p else 1), point_of(p)))


def _about(p: Parts) -> Moment:
    found: Moment = p["year_date"] if "year_date" in p else p["time"]
    return found._replace(mod=p["hedge"])


def _named_day(p: Parts) -> Moment | None:
    """*Thursday, 14 November* where the two were read apart: the weekday waits to be checked."""
    inner: Moment = p["weekday_date"]
    day: Moment = p["date"]
    return day._replace(weekday=inner.weekday) if day.day and not inner.side and not day.weekday else None


def point_of(p: Parts, nth: str = "") -> Moment:
    """The moment among the parts, whatever its kind; `nth` is `_2` for the second."""
    kinds = ("date", "year_date", "relative", "month_date", "weekday_date", "period", "point")
    moment: Moment = next(p[kind + nth] for kind in kinds if kind + nth in p)
    return moment


PHRASES = (
    rule("named_day", "date", "weekday_date comma? date", _named_day),
    rule("inside", "relative", "(month_date|weekday_date|date) comma? of? relative", _inside),
    rule("inside", "relative", "relative (comma|on)? weekday_date", _inside),
    rule("inside", "date", "weekday_date part of? relative", _inside),
    rule("inside", "relative", "the? ordinal unit? of relative", _inside),
    rule("part_of_year", "period", "the? ordinal (unit|half) of relative", _part_of_relative),
    rule("part_of_year", "period", "period of (the unit|relative)", _part_of_this_year),
    rule("part_of_year", "period", "the? ordinal half of the unit", _half_of_this_year),
    rule("season", "period", "the? season of? relative", _season_of),
    rule("length_to", "interval", "the? length (to|that? ending) (date|month_date)", _year_to),
    rule("length_to", "interval", "the unit (to|that? ending) (date|month_date)", _year_to),
    rule("length_to", "interval", "the? fiscal ending (date|month_date)", _year_to),
    rule("edge_day", "date", "the (ordinal|last) unit of (month_date|date|relative)", _edge_day),
    rule("edge_day", "date", "the (ordinal|last) unit of the unit", _edge_day),
    rule("nth_month", "date", "the? ordinal unit of (year_date|relative)", _nth_month),
    rule("portion", "interval", "(the? ordinal)? length of (year_date|date|month_date|relative)", _portion),
    rule("portion", "interval", "(the? ordinal)? length of the unit", _portion),
    rule("portion", "interval", "the? final length of (year_date|date|month_date|relative)", _portion),
    rule("portion", "interval", "the? final length of the unit", _portion),
    rule("nth_weekday", "date", "the? ordinal weekday_date (of|in) (month_date|date)", _nth_weekday),
    rule("nth_weekday", "date", "the? weekday_date (of|in) (the unit|month_date|date|relative)", _last_weekday),
    rule("nth_week", "date", "the? (ordinal|last) unit of year_date", _nth_week),
    rule("nth_week", "date", "unit small of? year_date", _numbered_week),
    rule("nth_week", "date", "the? (ordinal|last) unit (of|in) (month_date|date|relative)", _week_of_month),
    rule("week_of", "relative", "the unit (of|starting|edge) on? date", _week_of),
    rule("time_in_part", "time", "(small|time) in the part", _time_in_part),
    rule("part_of_day", "date", "(date|relative|weekday_date) (in the)? part", at_clock),
    rule("part_of_day", "date", "the? position? part (of|on) (date|relative|weekday_date)", at_clock),
    rule("clock", "date", "(date|relative|weekday_date) comma? (at|from)? time (?!to|dash)", at_clock),
    rule("set_clock", "set", "set at? time", _set_clock),
    rule("clock", "date", "(?<!to|dash|and) time comma? (on|of)? (date|relative|weekday_date)", at_clock),
    rule("part_of_day", "time", "(position|earlier|later) in the part", _some_part),
    rule("part_of_day", "time", "((?<=in)|(?<=during)|(?<=by)) the part", _some_part),
    rule("part_of_day", "time", "the? position dash? part", _some_part),
)  # fmt: skip
POSITIONS = (
    rule("position", "date", "the position dash? the? (?=point) period", _positioned),
    rule("position", "date", "edge dash point", _positioned),
    rule("edge", "date", "the? unit dash edge", _edge_of_unit),
    rule("position", "date", "position (dash|on|in)? the? point", _positioned),
    rule("position", "date", "(earlier|later) (on|in)? point", _positioned),
    rule("position", "date", "the? edge of the? point", _positioned),
    rule("bounded", "date", "point bound_after", _bounded),
    rule("bounded", "date", "bound point", _bounded),
    rule("edge", "date", "(the? edge of|earlier in|later in|position in) the unit", _edge_of_unit),
    rule("distance", "date", "length (before|after|from) point", _away_from),
    rule("about", "date", "hedge (year_date|time)", _about),
)
