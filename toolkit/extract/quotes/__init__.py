"""Quote rows."""

from collections.abc import Iterator

from spacy.tokens import Span

from toolkit.extract.reading import Reading
from toolkit.records import Quote


def quotes_in(sentence: Span, reading: Reading) -> Iterator[Quote]:
    yield from ()
