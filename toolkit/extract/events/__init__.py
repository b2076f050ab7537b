"""Who did what to whom."""

from collections.abc import Iterator

from spacy.tokens import Span

from toolkit.extract.reading import Reading
from toolkit.records import Actor, Event


def events_in(sentence: Span, reading: Reading) -> Iterator[tuple[Event, list[Actor]]]:
    yield from ()
