"""A selection in a sentence, so that everything chosen by it can say what it shows."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from toolkit.lexicons import rows
from toolkit.lexicons.memberships import groupings

if TYPE_CHECKING:
    from toolkit.query.selection import Selection


def in_words(selection: "Selection") -> str:
    """What is chosen, as in *Sentences about Japan or Peru; events from 1 Nov 2024 on, undated ones kept*."""
    parts = [part for part in (_articles(selection), _sentences(selection), _rows(selection)) if part]
    said = "; ".join(parts) if parts else "everything"
    copies = "" if selection.duplicates else "; copies left out"
    return f"{said[0].upper()}{said[1:]}{copies}."


def _articles(selection: "Selection") -> str:
    what = [
        *_days("published", selection.published_from, selection.published_to),
        *(
            [f"from {_any([source or 'outlets not stated' for source in selection.sources])}"]
            if selection.sources
            else []
        ),
        *([f"of origin {_any(selection.origins)}"] if selection.origins else []),
    ]
    dated = bool(selection.published_from or selection.published_to)
    return f"articles {' '.join(what)}{_kept(selection, dated=dated)}" if what else ""


def _sentences(selection: "Selection") -> str:
    named = [*selection.entities, *(_country(code) for code in selection.countries)]
    what = []
    if named and selection.together:
        what.append(f"with an event of {_joined(named, 'and')} together")
    else:
        what += [f"that name {_any(selection.entities)}"] if selection.entities else []
        what += [f"about {_any([_country(code) for code in selection.countries])}"] if selection.countries else []
    what += [f"with the words “{selection.text}”"] if selection.text else []
    return f"sentences {' and '.join(what)}" if what else ""


def _rows(selection: "Selection") -> str:
    events = [
        *([_any(selection.event_types)] if selection.event_types else []),
        *([_any(selection.statuses)] if selection.statuses else []),
        *_days("", selection.event_from, selection.event_to),
    ]
    dated = bool(selection.event_from or selection.event_to)
    parts = [f"events: {' '.join(events)}{_kept(selection, dated=dated)}"] if events else []
    parts += [f"figures of {_any(selection.measures)}"] if selection.measures else []
    parts += [f"confidence at least {selection.confidence}"] if selection.confidence != "low" else []
    return "; ".join(parts)


def _kept(selection: "Selection", *, dated: bool) -> str:
    if not dated:
        return ""
    return ", undated ones kept" if selection.undated else ", undated ones left out"


def _days(verb: str, first: date | None, last: date | None) -> Iterator[str]:
    said = f"{verb} " if verb else ""
    if first and last:
        yield f"{said}from {_day(first)} to {_day(last)}"
    elif first:
        yield f"{said}from {_day(first)} on"
    elif last:
        yield f"{said}until {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _any(values: Sequence[str]) -> str:
    return _joined(values, "or")


def _joined(values: Sequence[str], link: str) -> str:
    *first, last = values
    return f"{', '.join(first)} {link} {last}" if first else last


@cache
def _countries() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("countries")}


def _country(code: str) -> str:
    """A country by its name, a grouping with whom it stands for."""
    if code in groupings():
        return f"{groupings()[code]} and its members at the time"
    return _countries().get(code, code)
