"""What a correction's value can say: days and periods, figures with their unit, and the fields of a row."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from toolkit.records import DateHow, DatePrecision, EventType, Status

ALLOWED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("event", "status"): get_args(Status),
    ("event", "type"): get_args(EventType),
    ("quote", "status"): ("said", "expected"),
    ("quote", "kind"): ("direct", "indirect"),
    ("date", "type"): ("DATE", "TIME", "DURATION", "SET"),
    ("statistic", "direction"): ("rise", "fall", "level"),
}
# The fields that an added row may be given, the first of them required.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "actors": ("source", "target"),
    "event": ("type", "status", "date", "source", "target", "location"),
    "statistic": ("value", "measure", "base", "subject", "date", "direction"),
    "quote": ("speaker", "status", "kind"),
    "date": ("type", "date"),
}
_SEVERAL = {"source", "target"}
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FIGURE = re.compile(r"(?P<value>-?\d{1,18}(?:\.\d{1,12})?)(?: (?P<unit>[A-Za-z_][\w /-]{0,40}))?")
_SPANS: tuple[tuple[int, DatePrecision], ...] = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"))


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a value covers, how wide that is, and its TIMEX3 value."""

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = "none"
    timex: str | None = None

    @property
    def how(self) -> DateHow:
        """How a row says that its date was found."""
        return "explicit" if self.start else "none"


def period(value: str, *, only_day: bool = False) -> Period:
    """The days of `2024-11-14`, `2024-11`, `2024`, or `2024-11-14/2024-11-16` (ISO 8601); none of an empty value.

    Raises:
        ValueError: it is none, or no single day where one is wanted, in words for the analyst.
    """
    if not value and not only_day:
        return Period()
    first, _, last = value.partition("/")
    start, end = _days(first), _days(last or first)
    if start is None or end is None or end[1] < start[0] or (only_day and start[0] != end[1]):
        wanted = "a day such as 2024-11-14" if only_day else "2024-11-14, 2024-11, 2024, or two of them with / between"
        raise ValueError(f"{value!r} is no date; give {wanted}")
    return Period(start[0], end[1], _precision(start[0], end[1]), value)


def _days(value: str) -> tuple[date, date] | None:
    """The first and last day of one ISO date; nothing where it is none."""
    if not (read := _PERIOD.fullmatch(value)):
        return None
    year, month, day = (int(part) if part else None for part in read.groups())
    try:
        last_month = month or 12
        last = day or monthrange(year or 0, last_month)[1]
        return date(year or 0, month or 1, day or 1), date(year or 0, last_month, last)
    except ValueError:
        return None


def _precision(start: date, end: date) -> DatePrecision:
    width = (end - start + timedelta(days=1)).days
    return next((name for most, name in _SPANS if width <= most), "year")


def figure(value: str) -> tuple[float, str]:
    """The number and, where it is given, the unit of `50 percent` or `3200000000 USD`.

    Raises:
        ValueError: it is no such figure, in words for the analyst.
    """
    if not (read := _FIGURE.fullmatch(value)):
        raise ValueError(f"{value!r} is no figure; give the number in digits and its unit, such as 3200000000 USD")
    return float(read["value"]), read["unit"] or ""


def fields_of(value: str, kind: str) -> dict[str, list[str]]:
    """The fields of `type: ASSAULT; source: the rebels; date: 2024-11-14`, each with its values.

    Raises:
        ValueError: a field is not known, given twice, not allowed or lacking, in words for the analyst.
    """
    known, found = _FIELDS[kind], dict[str, list[str]]()
    for part in value.split(";"):
        name, colon, said = (piece.strip() for piece in part.partition(":"))
        if not colon or name not in known:
            raise ValueError(f"{part.strip()!r} is no field; write NAME: VALUE; with {', '.join(known)}")
        if name in found and name not in _SEVERAL:
            raise ValueError(f"the field {name!r} is given twice")
        found.setdefault(name, []).append(said)
    _check(found, kind)
    return found


def _check(found: Mapping[str, list[str]], kind: str) -> None:
    """Every value is of its field's kind, and the one field that a row cannot be without is there."""
    if kind != "actors" and _FIELDS[kind][0] not in found:
        raise ValueError(f"an added {kind} needs the field {_FIELDS[kind][0]!r}")
    for name, (said, *_) in found.items():
        allowed = ALLOWED.get((kind, name))
        if allowed and said not in allowed:
            raise ValueError(f"the {name} {said!r} of a {kind} is not known; allowed are {', '.join(allowed)}")
        if name == "date":
            period(said)
        if name == "value":
            figure(said)
