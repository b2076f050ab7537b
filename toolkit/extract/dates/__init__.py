"""TIMEX3 expressions, anchored to the publication day by tense and discourse."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Span

from toolkit.extract.reading import Reading
from toolkit.records import Date


def inferred_publication(doc: Doc) -> date | None:
    return None


def dates_in(sentence: Span, reading: Reading) -> Iterator[Date]:
    yield from ()
