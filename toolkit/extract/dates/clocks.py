"""Rules for times of day."""

from toolkit.extract.dates.cascade import Parts, rule
from toolkit.extract.dates.moments import Moment


def clock(hour: float, minute: float | None = None, *, meridiem: str | None = None, zone: str = "") -> Moment | None:
    """A time of day as TIMEX3 writes it, `T08:30Z`, `T15`; None when there is no such time."""
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    if not (0 <= hour <= 24 and 0 <= (minute or 0) < 60):
        return None
    minutes = "" if minute is None else f":{int(minute):02}"
    return Moment(clock=f"T{int(hour):02}{minutes}{zone}")


def _zone(p: Parts) -> str:
    """*GMT* is Z, *GMT+8* +08:00; other zones have no fixed distance, since clocks change."""
    zone: str = p.get("zone", "")
    if zone != "Z" or not {"plus", "offset"} & p.keys():
        return zone
    return f"{'+' if 'plus' in p else '-'}{int(p['offset']):02}:00"


def _four_digits(p: Parts) -> Moment | None:
    """*1430 GMT*, *0830 GMT*."""
    hour, minute = divmod(int(p.get("year", p.get("number", 0))), 100)
    return clock(hour, minute, zone=_zone(p))


def _digits(p: Parts) -> Moment | None:
    hour, minute, *second = (int(part) for part in p["clock"].split(":"))
    found = clock(hour, minute, meridiem=p.get("meridiem"), zone=_zone(p))
    if not (found and second):
        return found
    return Moment(clock=f"{found.clock[:6]}:{second[0]:02}{_zone(p)}") if second[0] < 60 else None


def _hour(p: Parts) -> Moment | None:
    """*3 pm*, and *8.30pm*, whose decimals are minutes."""
    number = p.get("small", p.get("number"))
    hour = int(number)
    return clock(hour, round(100 * (number - hour)) or None, meridiem=p.get("meridiem"), zone=_zone(p))


def _past_hour(p: Parts) -> Moment | None:
    """*half past seven*, *ten to nine*, *quarter past 3*."""
    minutes = 30 if "half" in p else 15 if p.get("unit") == "quarter" else p.get("small")
    hour = p.get("small_2")
    if minutes is None or hour is None:
        return None
    if "to" in p:
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return clock(hour, minutes, meridiem=p.get("meridiem"))


def _named_hour(p: Parts) -> Moment:
    return Moment(clock=p["instant"])


def _range_start(p: Parts) -> Moment | None:
    """*3* in *3-5 pm* and *9* in *from 9 to 5:30 pm*: the meridiem is said once, or not at all."""
    return clock(p["small"], meridiem=p.get("meridiem"))


_ZONE = "zone ((plus|dash) offset)?"
_TOLD_TWICE = "open (clock|year|number|small) meridiem? zone close"  # 10:30 a.m. (0830 GMT): the first is kept
CLOCKS = (
    rule("clock", "time", f"clock meridiem? zone? {_TOLD_TWICE}", _digits),
    rule("clock", "time", f"(small|number) meridiem zone? {_TOLD_TWICE}", _hour),
    rule("clock", "time", f"clock meridiem? open {_ZONE} close", _digits),
    rule("clock", "time", f"(small|number) meridiem open {_ZONE} close", _hour),
    rule("clock", "time", f"(year|number) {_ZONE}", _four_digits),
    rule("clock_range", "time", "small (?=(dash|to) (small|clock) meridiem)", _range_start),
    rule("clock_range", "time", "(?<=between) small (?=and (small|clock) meridiem)", _range_start),
    rule("clock_range", "time", "(?<=between) small (?=and clock)", _range_start),
    rule("clock_range", "time", "(?<=from) small (?=(dash|to) clock)", _range_start),
    rule("clock_range", "time", "clock (?=(dash|to) clock meridiem)", _digits),
    rule("clock", "time", f"clock meridiem? ({_ZONE})?", _digits),
    rule("clock", "time", f"(small|number) meridiem ({_ZONE})?", _hour),
    rule("clock", "time", "small oclock", _hour),
    rule("clock", "time", "(half|unit|small) past small oclock? meridiem?", _past_hour),
    rule("clock", "time", "(unit|small) to small (oclock|meridiem)", _past_hour),
    rule("clock", "time", "small? instant", _named_hour),
    rule("overnight", "time", "overnight", lambda p: Moment(clock=p["overnight"])),
)
