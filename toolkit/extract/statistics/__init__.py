"""Statistic rows."""

from collections.abc import Iterator

from spacy.tokens import Span

from toolkit.extract.reading import Reading
from toolkit.records import Statistic


def statistics_in(sentence: Span, reading: Reading) -> Iterator[Statistic]:
    yield from ()
