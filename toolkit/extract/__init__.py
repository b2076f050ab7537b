"""Doc -> rows. `read` is the whole of extraction for one article; each stage is a module of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc

from toolkit.errors import isolate
from toolkit.extract.dates import Inferred, dates_in, inferred_publication
from toolkit.extract.events import events_in, retold
from toolkit.extract.names import find_entities, find_mentions
from toolkit.extract.quotes import quotes_in
from toolkit.extract.reading import Reading
from toolkit.extract.sentences import find_sentences
from toolkit.extract.statistics import statistics_in
from toolkit.language import LONGEST_WORD
from toolkit.records import Article, Warning

__all__ = ["Reading", "read"]

_UNPARSED = re.compile(rf"\S{{{LONGEST_WORD},}}")


def read(doc: Doc, article: Article) -> Reading:
    """Everything that one parsed article says, with local entity ids.

    Stages run in order and each sees the rows of those before it. Failure is per sentence: a sentence that a stage
    cannot read is a row of `warnings`, and the rest of the article goes on.
    """
    reading = _opened(doc, article)
    guard = partial(isolate, article_id=article.article_id, path=article.path, into=reading.warnings)
    with guard("mentions"):
        reading.mentions.extend(find_mentions(reading))
    with guard("entities"):
        find_entities(reading)
    sentences = [reading.span(sentence.start, sentence.end) for sentence in reading.sentences]
    dates, statistics, quotes, events = map(guard, ("dates", "statistics", "quotes", "events"))
    for sentence in sentences:
        with dates:
            reading.dates.extend(dates_in(sentence, reading))
        with statistics:
            reading.statistics.extend(statistics_in(sentence, reading))
        with quotes:
            reading.quotes.extend(quotes_in(sentence, reading))
    for sentence in sentences:
        with events:
            for event, actors in events_in(sentence, reading):
                reading.events.append(event)
                reading.actors.extend(actors)
    with guard("events"):
        reading.events[:] = retold(reading.events, reading.actors, reading.sentences)
    return reading


def _opened(doc: Doc, article: Article) -> Reading:
    """The reading before any stage: sentences, and the publication day where only the text can tell it."""
    warnings = list(_unparsed_words(doc, article))
    if article.published is None and (inferred := inferred_publication(doc)):
        article = replace(article, published=inferred.day, published_how="inferred")
        warnings.append(_inferred(inferred, article))
    return Reading(article, doc, list(find_sentences(doc, article)), warnings=warnings)


def _inferred(inferred: Inferred, article: Article) -> Warning:
    """Relative dates count from this day, so that it is to be checked first."""
    return Warning(
        article_id=article.article_id,
        path=article.path,
        stage="dates",
        code="published_inferred",
        message=f"published {inferred.day} is inferred: {inferred.reason}; if it is wrong, give it with the article",
    )


def _unparsed_words(doc: Doc, article: Article) -> Iterator[Warning]:
    """A warning for every run of characters that is too long to be a word."""
    for word in _UNPARSED.finditer(article.text):
        if doc.char_span(*word.span()) is not None:
            message = f"{len(word[0])} characters without a space, {word[0][:20]!r} ..., were kept and not parsed"
            where = f"at offset {word.start()}; separate the words there to have them parsed"
            yield Warning(
                article_id=article.article_id,
                path=article.path,
                stage="language",
                code="long_word",
                message=f"{message}, {where}",
            )
