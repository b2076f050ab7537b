"""What a time expression means before and after it is placed in the calendar.

A `Moment` is a calendar date with holes: *November 14* knows month and day, *Friday* a weekday, *last year* only its
distance from another day. `toolkit.extract.dates.anchor` fills the holes; TIMEX3 values are written here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from toolkit.extract.dates.calendar import MONTHS_OF_SEASON, day_of, months, quarter_of, week_days

Side = Literal["last", "past", "this", "coming", "next"]
LAST_OF_MONTH = 5  # the number of the last Monday, Tuesday, ... of a month
CLOCK_UNITS = ("hour", "minute", "second")
_LETTER = {"year": "Y", "half": "M", "quarter": "M", "month": "M", "week": "W", "fortnight": "W", "day": "D"}
_LETTER |= {
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
    "weekend": "WE",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_TIMES = {"half": 6, "quarter": 3, "fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from another time: -1 year from publication is *last year*.

    `base` is the day of publication, the last day that the text spoke of, the month or quarter that it spoke of (*a
    year earlier*), or another expression.
    """

    unit: str
    count: int
    base: "Literal['publication', 'discourse', 'counterpart'] | Moment" = "publication"


class Moment(NamedTuple):
    """A point or stretch of the calendar, with holes.

    Attributes:
        digits: the first digits of a decade or century: `199` is the 1990s.
        side: *last Friday*, *this past Friday*, *this summer*, *next March*.
        clock: part of day or time as TIMEX3 writes it: `TAF`, `T08:30`.
        shift: the distance from another time; the other fields then count inside the unit reached.
    """

    digits: str = ""
    year: int | None = None
    fiscal: bool = False
    half: int | None = None
    quarter: int | None = None
    season: str = ""
    month: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    day: int | None = None
    holiday: str = ""
    clock: str = ""
    mod: str | None = None
    side: Side | None = None
    shift: Shift | None = None

    @property
    def is_placed(self) -> bool:
        """Whether the year, decade or century is known and nothing finer is still to be found."""
        open_parts = self.shift or self.holiday or (self.weekday and not self.day) or (self.day and not self.month)
        return bool(self.digits or self.year) and not open_parts

    @property
    def grain(self) -> str:
        """The finest unit of the calendar that is known: day, week, month, ..."""
        if self.day or self.weekday or self.holiday:
            return "day"
        if self.shift and not (self.month or self.quarter or self.season or self.half):
            return self.shift.unit
        finest = (("week", self.week), ("month", self.month), ("season", self.season), ("quarter", self.quarter))
        return next((unit for unit, part in (*finest, ("half", self.half), ("year", self.year)) if part), "decade")


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amounts by unit, an amount of None where the text gives no number (*several years*).

    `window` says where it lies: before or after publication (*the past three months*), or, for `ahead`, that it may
    be the way to a point in the future (*will open in two weeks*).
    """

    amounts: tuple[tuple[float | None, str], ...]
    mod: str | None = None
    window: Literal["past", "next", "ahead"] | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value: P3M, PT2H30M, PXY."""
        days = "".join(_amount(amount, unit) for amount, unit in self.amounts if unit not in CLOCK_UNITS)
        clock = "".join(_amount(amount, unit) for amount, unit in self.amounts if unit in CLOCK_UNITS)
        return f"P{days}T{clock}" if clock else f"P{days}"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set: *every Tuesday*, *daily*, *a year* in *15 a year*."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Past, present or future with no place in the calendar: *recently*, *now*, *soon*."""

    value: str


@dataclass(frozen=True, slots=True)
class Interval:
    """From one moment to another."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Portion:
    """The beginning or end of a longer time: *the first six months of 2024*, *the last two weeks of May*."""

    length: Length
    whole: Moment
    is_last: bool


Meaning = Moment | Length | Recurrence | Reference | Interval | Portion


def timex_value(moment: Moment) -> str:
    """The TIMEX3 value, `X` for what is not known."""
    if moment.digits:
        return moment.digits
    if moment.fiscal:
        return f"FY{moment.year}" if moment.year else "FYXXXX"
    if moment.shift and not moment.month:
        return _OPEN.get(moment.shift.unit, "XXXX") + moment.clock
    year = "XXXX" if moment.year is None else f"{moment.year:04}"
    unplaced = (moment.year, moment.month, moment.day, moment.weekday, moment.week, moment.quarter, moment.half)
    if moment.clock and not any(unplaced):
        return moment.clock
    return _calendar_value(moment, year) + moment.clock


def _calendar_value(moment: Moment, year: str) -> str:
    if moment.week or moment.weekend:
        week = f"{moment.week:02}" if moment.week else "XX"
        return f"{year}-W{week}" + ("-WE" if moment.weekend else "")
    if moment.day:
        return f"{year}-{moment.month:02}-{moment.day:02}" if moment.month else f"{year}-XX-{moment.day:02}"
    if moment.weekday:
        return f"XXXX-WXX-{moment.weekday}"
    if moment.month:
        return f"{year}-{moment.month:02}"
    if moment.quarter or moment.half:
        return f"{year}-Q{moment.quarter}" if moment.quarter else f"{year}-H{moment.half}"
    return f"{year}-{moment.season}" if moment.season else year


def covered(moment: Moment) -> tuple[date, date] | None:
    """The first and last day of a placed moment; None for a fiscal year, whose days differ by country."""
    if not moment.is_placed or moment.fiscal:
        return None
    if moment.digits:
        width = 10 ** (4 - len(moment.digits))
        first = int(moment.digits) * width
        return date(max(first, 1), 1, 1), date(first + width - 1, 12, 31)
    year = moment.year or 1
    if moment.week:
        return week_days(year, moment.week, weekend=moment.weekend)
    if moment.day and moment.month:
        day = day_of(year, moment.month, moment.day)
        return (day, day) if day else None
    return _part_of_year(moment, year)


def _part_of_year(moment: Moment, year: int) -> tuple[date, date]:
    if moment.month:
        return months(year, moment.month, 1)
    if moment.quarter:
        return months(year, 3 * moment.quarter - 2, 3)
    if moment.half:
        return months(year, 6 * moment.half - 5, 6)
    if moment.season:
        return months(year, MONTHS_OF_SEASON[moment.season], 3)
    return months(year, 1, 12)


def of_day(day: date, unit: str) -> Moment:
    """The unit of the calendar that a day lies in."""
    iso = day.isocalendar()
    match unit:
        case "week" | "fortnight":
            return Moment(year=iso.year, week=iso.week)
        case "weekend":
            return Moment(year=iso.year, week=iso.week, weekend=True)
        case "month":
            return Moment(year=day.year, month=day.month)
        case "quarter":
            return Moment(year=day.year, quarter=quarter_of(day))
        case "half":
            return Moment(year=day.year, half=1 + (day.month > 6))
        case "year":
            return Moment(year=day.year)
        case "decade":
            return Moment(digits=f"{day.year // 10:03}")
        case "century" | "millennium":
            return Moment(digits=f"{day.year // 100:02}" if unit == "century" else f"{day.year // 1000}")
    return Moment(year=day.year, month=day.month, day=day.day)


def _amount(amount: float | None, unit: str) -> str:
    if amount is None:
        return f"X{_LETTER[unit]}"
    if unit == "hour" and amount == 0.5:
        return "30M"
    return f"{amount * _TIMES.get(unit, 1):g}{_LETTER[unit]}"
