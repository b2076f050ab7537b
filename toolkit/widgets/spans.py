"""Spans over a text as nested marks, ready to draw.

Nesting is settled here, in code points, so that neither the browser nor the static page counts characters: JavaScript
counts UTF-16 units, and one emoji would shift every mark after it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text to mark: the row that it belongs to, the tone it is drawn in, and a label."""

    start: int
    end: int
    row: str
    tone: int
    label: str

    def __lt__(self, other: "Span") -> bool:
        """Reading order, the outer span before those inside it."""
        return (self.start, -self.end, self.row) < (other.start, -other.end, other.row)


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn span with what stands inside it, text and further marks in reading order."""

    span: Span
    inside: tuple["str | Mark", ...]


def lines(text: str, spans: Iterable[Span]) -> list[tuple[str | Mark, ...]]:
    """The non-empty lines of the text with their marks; a span over several lines is marked in each of them."""
    waiting = list(spans)
    heapify(waiting)
    return [_drawn(text, line.start(), line.end(), waiting) for line in _LINE.finditer(text)]


def line_starts(text: str) -> list[int]:
    """Where the non-empty lines begin, in the order of `lines`."""
    return [line.start() for line in _LINE.finditer(text)]


def _drawn(text: str, start: int, end: int, waiting: list[Span]) -> tuple[str | Mark, ...]:
    """Text and marks from start to end; a span that reaches further is cut, and its rest waits for its turn."""
    pieces: list[str | Mark] = []
    while waiting and waiting[0].start < end:
        span = heappop(waiting)
        if span.end > end:
            heappush(waiting, replace(span, start=end))
        span = replace(span, start=max(span.start, start), end=min(span.end, end))
        if span.start >= span.end:
            continue
        if start < span.start:
            pieces.append(text[start : span.start])
        pieces.append(Mark(span, _drawn(text, span.start, span.end, waiting)))
        start = span.end
    return (*pieces, text[start:end]) if start < end else tuple(pieces)
