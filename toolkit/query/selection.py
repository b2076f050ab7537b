"""Selection: the one filter that widgets, charts, exports and notebooks share."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, Self, get_args

import polars as pl

from toolkit.errors import SelectionError
from toolkit.lexicons import rows
from toolkit.lexicons.memberships import grouping, groupings
from toolkit.query.applied import applied
from toolkit.query.origin import ORIGINS
from toolkit.query.wording import in_words
from toolkit.records import Confidence, EventType, Status

_DAYS = ("published_from", "published_to", "event_from", "event_to")
_COUNTRIES = "ISO 3166 alpha-3 codes such as JPN, and groupings such as ASEAN, EU or NATO"
_SINGLE: Mapping[str, type] = {"duplicates": bool, "undated": bool, "together": bool, "text": str, "confidence": str}
_LISTS = ("sources", "entities", "countries", "event_types", "statuses", "measures", "origins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to look at. Conditions of several fields must all hold; of the values of one field, any.

    Publication dates, sources, origins and duplicates choose articles; entities, countries and text choose sentences in
    them; event dates, types, statuses, measures and confidence choose rows of their own table. A row passes when its
    sentence is chosen. Days may be given as ISO strings, single values without a tuple.

    Attributes:
        published_from: first day of publication; articles of unknown day stay unless `undated` is False.
        published_to: last day of publication.
        event_from: first day of the event's date; an event passes when its days overlap.
        event_to: last day of the event's date.
        sources: outlets by name; an empty string for articles whose outlet is not stated.
        origins: `seed`, `sample` or `own`.
        duplicates: whether copies of an article are looked at too.
        undated: whether rows without a date stay when a date is asked for.
        entities: people, places and bodies by name, alias or id.
        countries: ISO 3166 alpha-3 codes; everyone and everything of the country counts. Also groupings with members
            (`ASEAN`, `igo:eu`, `euro area`): the grouping itself, and those who were its members on the day of the
            event, else of the article; where no day is known, those who are not known to have left.
        together: all of the entities and countries in one event, not any of them in a sentence.
        text: words that the sentence holds, in any case.
        event_types: PLOVER roots and this project's additions.
        statuses: occurred, ongoing, planned, hypothetical, negated.
        measures: words that a figure's measure or base holds.
        confidence: the least confidence of events, figures, quotations and dates.

    Raises:
        SelectionError: a value is not allowed, or a first day is after its last day.
    """

    published_from: date | None = None
    published_to: date | None = None
    event_from: date | None = None
    event_to: date | None = None
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    duplicates: bool = False
    undated: bool = True
    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    together: bool = False
    text: str = ""
    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    confidence: str = "low"

    def __post_init__(self) -> None:
        for name in _DAYS:
            object.__setattr__(self, name, _day(getattr(self, name), name))
        for name in _LISTS:
            object.__setattr__(self, name, _several(getattr(self, name), name))
        object.__setattr__(self, "countries", tuple(grouping(asked) or asked for asked in self.countries))
        for name, kind in _SINGLE.items():
            if not isinstance(getattr(self, name), kind):
                what = "true or false" if kind is bool else "a text"
                raise SelectionError(f"{name} cannot be {getattr(self, name)!r}; it is {what}")
        for name, allowed in _allowed().items():
            _check(getattr(self, name), allowed, name)
        for what in ("published", "event"):
            first, last = getattr(self, f"{what}_from"), getattr(self, f"{what}_to")
            if first and last and first > last:
                raise SelectionError(f"{what}_from {first} is after {what}_to {last}; exchange them")

    def applied(self, tables: Mapping[str, pl.LazyFrame]) -> dict[str, pl.LazyFrame]:
        """The tables, every one filtered; what `corpus.select` calls.

        Raises:
            SelectionError: an entity is asked for that the tables do not have.
        """
        return applied(tables, self)

    def replace(self, **changes: Any) -> Self:
        """The same selection with some conditions changed."""
        return replace(self, **changes)

    def words(self) -> str:
        """The selection in a sentence."""
        return in_words(self)

    def __str__(self) -> str:
        return self.words()

    def to_json(self) -> str:
        """The conditions that differ from an empty selection, as readable JSON."""
        standard = asdict(Selection())
        chosen = {name: value for name, value in asdict(self).items() if value != standard[name]}
        return json.dumps(chosen, default=str, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The selection that `to_json` wrote, or that somebody wrote by hand.

        Raises:
            SelectionError: it is not JSON, or names a condition or value that there is not.
        """
        known = [field.name for field in fields(cls)]
        try:
            chosen = json.loads(text)
        except ValueError as problem:
            raise SelectionError(f"the selection is not JSON: {problem}; correct it or delete the file") from problem
        if not isinstance(chosen, dict) or (strange := sorted(set(chosen) - set(known))):
            named = chosen if not isinstance(chosen, dict) else strange
            raise SelectionError(f"a selection has no {named!r}; allowed are {', '.join(known)}")
        return cls(**chosen)


@cache
def _allowed() -> Mapping[str, tuple[str, ...]]:
    return {
        "countries": (*(row["iso3"] for row in rows("countries")), *groupings()),
        "event_types": get_args(EventType),
        "statuses": get_args(Status),
        "confidence": get_args(Confidence),
        "origins": ORIGINS,
    }


def _check(values: str | tuple[str, ...], allowed: tuple[str, ...], name: str) -> None:
    wrong = [value for value in _several(values, name) if value not in allowed]
    if wrong:
        shown = _COUNTRIES if name == "countries" else ", ".join(allowed)
        raise SelectionError(f"{name} cannot be {wrong[0]!r}; allowed are {shown}")


def _day(value: date | str | None, name: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as problem:
        raise SelectionError(f"{name} {value!r} is no day; write it as 2024-11-14") from problem


def _several(value: str | Iterable[str], name: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    several = tuple(value) if isinstance(value, Iterable) else (value,)
    if not all(isinstance(one, str) for one in several):
        raise SelectionError(f"{name} cannot be {value!r}; it is a text or a list of texts")
    return several
