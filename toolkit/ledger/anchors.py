"""Anchors: how a correction says which row it means, so that a person can read it and a new run finds it again.

`event "met" in "The ministers met in Lima." of 1f0c6a… (9b1d…)` is the event told by the word *met* in that sentence
of that article; `[2]` behind the quoted words is their second occurrence there. The key in brackets is the row's own:
it decides where two rows stand on the same words, and the words decide where the key has changed.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

KINDS = {"mention": "mentions", "event": "events", "statistic": "statistics", "quote": "quotes", "date": "dates"}
KIND_OF = {table: kind for kind, table in KINDS.items()}
_TAIL = re.compile(r" of (?P<article>\S+)(?: \((?P<key>\w+)\))?$")
_COUNT = re.compile(r" \[(\d{1,4})\]")
_STRING = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Quoted words, their occurrence in a sentence, and the article; `key` is the row's, where one is meant."""

    kind: str
    quoted: str
    sentence: str
    article_id: str
    occurrence: int = 1
    key: str = ""

    def __str__(self) -> str:
        """The anchor as it is written in the corrections file."""
        count = f" [{self.occurrence}]" if self.occurrence > 1 else ""
        key = f" ({self.key})" if self.key else ""
        return f"{self.kind} {_said(self.quoted)}{count} in {_said(self.sentence)} of {self.article_id}{key}"


def read_anchor(written: str) -> Anchor | None:
    """The anchor that a cell holds; nothing where it holds none."""
    kind, _, rest = written.partition(" ")
    if kind not in KINDS:
        return None
    try:
        quoted, end = _STRING.raw_decode(rest)
        count = _COUNT.match(rest, end)
        rest = rest[count.end() if count else end :].removeprefix(" in ")
        sentence, end = _STRING.raw_decode(rest)
    except ValueError:
        return None
    tail = _TAIL.fullmatch(rest, end)
    if tail is None or not quoted or not isinstance(quoted, str) or not isinstance(sentence, str):
        return None
    return Anchor(kind, quoted, sentence, tail["article"], int(count[1]) if count else 1, tail["key"] or "")


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets in an article's text: of the words, and of the sentence that they stand in."""

    article_id: str
    span: tuple[int, int]
    sentence: tuple[int, int]


def anchored(kind: str, place: Place, *, text: str, key: str = "") -> Anchor:
    """The anchor of words; of words that cross their sentence's end, the words alone."""
    (start, end), outer = place.span, place.sentence
    whole = outer if outer[0] <= start and end <= outer[1] else place.span
    found = Anchor(kind, text[start:end], text[slice(*whole)], place.article_id, key=key)
    return replace(found, occurrence=list(places_of(found, text)).index(start) + 1)


def places_of(anchor: Anchor, text: str) -> Iterator[int]:
    """Where the quoted words stand in the article's text, in every place that reads like the anchor's sentence."""
    for start in _found(anchor.sentence, text):
        yield from (start + offset for offset in _found(anchor.quoted, anchor.sentence))


def place_of(anchor: Anchor, text: str) -> int | None:
    """The offset that the anchor means; nothing where the text does not say so."""
    places = list(places_of(anchor, text))
    return places[anchor.occurrence - 1] if len(places) >= anchor.occurrence else None


def _found(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _said(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
