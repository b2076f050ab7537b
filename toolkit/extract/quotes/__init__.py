"""Quotations, direct and indirect, with their speakers."""

from collections.abc import Iterator

from spacy.tokens import Span

from toolkit.extract.quotes.direct import direct_quotes, last_direct
from toolkit.extract.quotes.indirect import indirect_quotes
from toolkit.extract.quotes.lexicon import report_verbs
from toolkit.extract.reading import Reading
from toolkit.records import Quote

__all__ = ["quotes_in", "report_verbs"]


def quotes_in(sentence: Span, reading: Reading) -> Iterator[Quote]:
    """What the sentence says that someone said: quotations in marks first, then indirect speech, each span once."""
    found = list(direct_quotes(sentence, reading))
    indirect = list(indirect_quotes(sentence, reading))
    marked = [*_reaching_into(sentence, reading), *found] if indirect else found
    spans = {(quote.start, quote.end) for quote in found}
    for quote in indirect:
        within = any(direct.start <= quote.start and quote.end <= direct.end for direct in marked)
        if not within and (quote.start, quote.end) not in spans:
            spans.add((quote.start, quote.end))
            found.append(quote)
    yield from sorted(found, key=lambda quote: quote.start)


def _reaching_into(sentence: Span, reading: Reading) -> list[Quote]:
    """The direct quotation of an earlier sentence that goes on in this one."""
    last = last_direct(reading)
    return [last] if last is not None and last.end > sentence.start_char else []
