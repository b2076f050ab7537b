"""What is marked in an article for each table, in which tone, and what a mark says when pointed at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit.corpus import Corpus, event_label
from toolkit.errors import SchemaError
from toolkit.widgets.spans import Span

# The sentence that a chosen row stands in; no view has as many tones.
SENTENCE_TONE = 6
_PLACES = ("COUNTRY", "CITY", "REGION", "SITE")
_BODIES = ("IGO", "GOV", "PARTY", "ORG", "COMPANY")


@dataclass(frozen=True, slots=True)
class View:
    """How a table's rows are marked: by the values of one column, grouped under plain words in the order of tones."""

    kind: str
    tones: Mapping[str, tuple[str, ...]]
    label: str
    start: str = "start"
    end: str = "end"

    def tone_of(self, value: str) -> int:
        """The tone of a value; the last one for values that no group names."""
        groups = list(self.tones.values())
        return next((tone for tone, values in enumerate(groups) if value in values), len(groups) - 1)


VIEWS: dict[str, View] = {
    "mentions": View(
        kind="type",
        tones={
            "people": ("PERSON",),
            "places": _PLACES,
            "organisations": _BODIES,
            "groups": ("GROUP",),
            "events": ("EVENT",),
            "other": ("OTHER",),
        },
        label="{entity_id} · {type}",
    ),
    "events": View(
        kind="status",
        tones={
            "happened": ("occurred", "ongoing"),
            "planned": ("planned",),
            "possible": ("hypothetical",),
            "did not happen": ("negated",),
        },
        label="{did_what} · {status}",
        start="trigger_start",
        end="trigger_end",
    ),
    "quotes": View(
        kind="kind",
        tones={"in their own words": ("direct",), "as reported": ("indirect",)},
        label="{speaker_id} · {kind}, {status}",
    ),
    "statistics": View(kind="unit", tones={"figures": ()}, label="{subject} · {measure} · {value} {unit}"),
    "dates": View(
        kind="type",
        tones={"dates": ("DATE",), "times": ("TIME",), "durations": ("DURATION",), "repeated": ("SET",)},
        label="{value}",
    ),
}


def view_of(table: str) -> View:
    """How that table is marked.

    Raises:
        SchemaError: rows of that table are not marked in a text.
    """
    if table not in VIEWS:
        raise SchemaError(f"the table {table!r} has nothing to mark in an article; choose from {', '.join(VIEWS)}")
    return VIEWS[table]


def spans_of(corpus: Corpus, article_id: str, table: str) -> list[Span]:
    """The article's rows of the table as spans, with entities by their names."""
    view, rows = view_of(table), corpus.table(table)
    names = dict(zip(corpus.entities["entity_id"], corpus.entities["name"], strict=True))
    mine = rows[rows["article_id"] == article_id]
    if table == "events":
        mine = mine.assign(did_what=[event_label(*row) for row in mine[["event_type", "status"]].to_numpy()])
    return [
        Span(
            row[view.start], row[view.end], row[rows.columns[0]], view.tone_of(row[view.kind]), _label(view, row, names)
        )
        for row in mine.to_dict("records")
    ]


def legend(table: str, spans: list[Span]) -> list[tuple[int, str]]:
    """The tones that occur, with their words."""
    used = {span.tone for span in spans}
    return [(tone, word) for tone, word in enumerate(view_of(table).tones) if tone in used]


def _label(view: View, row: Mapping[Any, Any], names: Mapping[str, str]) -> str:
    """What the mark says: ids as names, numbers as people write them, empty cells left out."""
    parts = (
        part.format_map({name: _said(cell, names) for name, cell in row.items()}) for part in view.label.split(" · ")
    )
    return " · ".join(part.strip() for part in parts if part.strip())


def _said(cell: object, names: Mapping[str, str]) -> str:
    if isinstance(cell, float):
        return "" if pd.isna(cell) else f"{cell:,.10g}"
    return names.get(cell, cell) if isinstance(cell, str) else str(cell)
