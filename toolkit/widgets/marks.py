"""The highlighted spans of an article: which rows, which colour, what they say when pointed at, and how they nest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from toolkit.corpus import Corpus

# A run of text, or a mark's number with what it encloses.
type Node = str | tuple[int, list[Node]]

_MENTION_FAMILIES = {
    "PERSON": "people",
    "COUNTRY": "places",
    "CITY": "places",
    "REGION": "places",
    "SITE": "places",
    "IGO": "organisations",
    "GOV": "organisations",
    "PARTY": "organisations",
    "ORG": "organisations",
    "COMPANY": "organisations",
    "GROUP": "groups",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One highlighted span; offsets count code points of the article's text, half-open."""

    row: str
    start: int
    end: int
    family: str
    tip: str


@dataclass(frozen=True, slots=True)
class Layer:
    """How the rows of one table are marked in the text; a family's place in its order is its colour."""

    key: str
    span: tuple[str, str]
    families: tuple[str, ...]
    family: Callable[[pd.Series], str]
    told: tuple[str, ...]


LAYERS = {
    "mentions": Layer(
        "mention_id",
        ("start", "end"),
        ("people", "places", "organisations", "groups", "events and other"),
        lambda row: _MENTION_FAMILIES.get(row["type"], "events and other"),
        ("name", "type", "level"),
    ),
    "events": Layer(
        "event_id",
        ("trigger_start", "trigger_end"),
        ("material conflict", "verbal cooperation", "material cooperation", "verbal conflict", "other events"),
        lambda row: "other events" if pd.isna(row["quad"]) else row["quad"],
        ("event_type", "status", "start_date", "end_date"),
    ),
    "statistics": Layer(
        "statistic_id",
        ("start", "end"),
        ("figures",),
        lambda _: "figures",
        ("value", "unit", "measure", "base", "subject"),
    ),
    "quotes": Layer(
        "quote_id",
        ("start", "end"),
        ("direct", "indirect", "expected"),
        lambda row: "expected" if row["status"] == "expected" else row["kind"],
        ("speaker", "verb", "kind", "status"),
    ),
    "dates": Layer(
        "date_id",
        ("start", "end"),
        ("date", "time", "duration", "set"),
        lambda row: row["type"].lower(),
        ("value", "start_date", "end_date"),
    ),
}


def marks_of(corpus: Corpus, table: str, article_id: str) -> list[Mark]:
    """The rows of a table that stand in an article, outer spans before the inner ones."""
    layer = LAYERS[table]
    rows = corpus.table(table)
    rows = rows[rows["article_id"] == article_id]
    if table == "mentions":
        rows = rows.merge(corpus.entities[["entity_id", "name"]], on="entity_id", how="left")
    marks = [_mark(row, layer) for _, row in rows.iterrows()]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _mark(row: pd.Series, layer: Layer) -> Mark:
    start, end = layer.span
    told = [_said(row[name]) for name in (*layer.told, "confidence", "rule") if not pd.isna(row[name])]
    return Mark(row[layer.key], int(row[start]), int(row[end]), layer.family(row), " · ".join(told))


def _said(cell: object) -> str:
    """A cell in few words: days without their midnight, whole numbers without a point."""
    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}"
    return f"{cell:,g}" if isinstance(cell, float) and abs(cell) < 1e6 else str(cell)


def paragraphs(text: str, marks: Sequence[Mark]) -> list[list[Node]]:
    """Every line of the text that is not blank, as runs of text and nested marks.

    Slicing happens here, where offsets count code points as the tables do; a browser counts UTF-16 units.
    """
    ahead = 0
    found = []
    for start, end in _lines(text):
        first = ahead
        while ahead < len(marks) and marks[ahead].start < end:
            ahead += 1
        if start < end:
            found.append(_nested(text, list(enumerate(marks))[first:ahead], start, end))
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _nested(text: str, marks: Sequence[tuple[int, Mark]], start: int, end: int) -> list[Node]:
    """The tree of one line. A span that crosses the end of the one around it is shown up to there."""
    root: list[Node] = []
    around = [(end, root)]
    at = start
    for number, mark in marks:
        while len(around) > 1 and around[-1][0] <= mark.start:
            at = _close(text, at, around)
        children = around[-1][1]
        children.extend(_run(text, at, mark.start))
        at = mark.start
        inside: list[Node] = []
        children.append((number, inside))
        around.append((min(mark.end, around[-1][0]), inside))
    while around:
        at = _close(text, at, around)
    return root


def _close(text: str, at: int, around: list[tuple[int, list[Node]]]) -> int:
    """End the innermost mark; the offset where the text goes on."""
    end, children = around.pop()
    children.extend(_run(text, at, end))
    return end


def _run(text: str, start: int, end: int) -> list[Node]:
    return [text[start:end]] if start < end else []
