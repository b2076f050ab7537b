"""Quotations, direct and indirect, with their speakers."""

from collections.abc import Iterator

from spacy.tokens import Span

from toolkit.extract.quotes.direct import direct_quotes
from toolkit.extract.quotes.indirect import indirect_quotes
from toolkit.extract.quotes.lexicon import report_verbs
from toolkit.extract.reading import Reading
from toolkit.records import Quote

__all__ = ["quotes_in", "report_verbs"]


def quotes_in(sentence: Span, reading: Reading) -> Iterator[Quote]:
    """What the sentence says that someone said: quotations in marks first, then indirect speech, each span once."""
    found = list(direct_quotes(sentence, reading))
    spans = {(quote.start, quote.end) for quote in found}
    for quote in indirect_quotes(sentence, reading):
        if (quote.start, quote.end) not in spans and not any(
            d.start <= quote.start and quote.end <= d.end for d in found
        ):
            spans.add((quote.start, quote.end))
            found.append(quote)
    yield from sorted(found, key=lambda quote: quote.start)
