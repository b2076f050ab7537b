"""Rise and fall: the direction of a figure, the level before it, and *from 5.1% to 4.8%*."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from spacy.tokens import Span, Token

from toolkit import lexicons
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.wordlists import word_set
from toolkit.records import Date, Direction


@cache
def change_words(kind: str) -> dict[str, Direction | None]:
    """The verbs, nouns or adverbs of change, with the direction of those that have one."""
    directions: dict[str, Direction] = {"rise": "rise", "fall": "fall", "level": "level"}
    return {row["word"]: directions.get(row["direction"]) for row in lexicons.rows("changes") if row["kind"] == kind}


def is_change(token: Token | None) -> bool:
    """Whether the word tells of a change."""
    if token is None:
        return False
    lemma = token.lemma_.lower()
    return lemma in change_words("verb") if token.pos_ in ("VERB", "AUX") else lemma in change_words("noun")


def split_changes(found: Iterable[Quantity], sentence: Span) -> Iterator[Quantity]:
    """The quantities, with *from X to Y* of a change as two levels, *fell 35 cents to $71* as change and level."""
    for quantity in found:
        if quantity.parts and _is_change_to_level(quantity, sentence):
            change, level = quantity.parts
            yield replace(change, hedge=quantity.hedge, bound=quantity.bound)
            yield replace(level, opener="to")
        elif quantity.parts and _is_vote(quantity):
            yield from quantity.parts
        elif quantity.parts and _is_change_of_level(quantity, sentence):
            before, after = quantity.parts
            yield replace(before, opener=quantity.opener, hedge=quantity.hedge, bound=quantity.bound)
            yield replace(after, opener="to")
        else:
            yield quantity


_FAR_APART = 3  # a range whose upper end is more than three times the lower one is none


def _is_vote(quantity: Quantity) -> bool:
    """*voted 63 to 41*: two counts, since no range falls; not *from 63 to 41*."""
    first, second = quantity.parts
    return quantity.is_count and quantity.opener not in ("from", "between") and first.value > second.value > 0


def _is_change_to_level(quantity: Quantity, sentence: Span) -> bool:
    """*fell 11,000 to 813,200*: right behind a verb of change, and too far apart for a range."""
    change, level = quantity.parts
    if change.value < level.value <= _FAR_APART * change.value:
        return False
    span = sentence.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    before = next(iter(words_before(span[0], 1)), None) if span is not None else None
    return before is not None and before.pos_ == "VERB" and is_change(before)


def _is_change_of_level(quantity: Quantity, sentence: Span) -> bool:
    """Whether the ends are a level before and after: they fall, or a verb of change governs *from*."""
    if quantity.opener != "from":
        return False
    before, after = quantity.parts
    if before.value > after.value > 0:
        return True
    span = sentence.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    above = list(islice(span.root.ancestors, 4)) if span is not None else []
    return any(is_change(token) for token in above)


def direction_of(quantity: Quantity, place: Place) -> Direction | None:
    """Whether the figure is an amount of rise or fall, or the level that one leads to; the old level is neither."""
    if quantity.opener == "from":
        return None
    for token in _words_of_change(place):
        kind = "verb" if token.pos_ in ("VERB", "AUX") else "noun" if token.pos_ == "NOUN" else "adverb"
        if direction := change_words(kind).get(token.lemma_.lower()) or change_words("adverb").get(token.lower_):
            return direction
    return None


def _words_of_change(place: Place) -> Iterator[Token]:
    """The words that can give the figure its direction, nearest first."""
    around = reversed(words_before(place.anchor, 3))
    yield from (token for token in around if token.lower_ in ("up", "down") and token.nbor().lower_ != "to")
    yield place.anchor.head
    if place.noun is not None:
        yield place.noun
    if place.verb is not None and (place.link != "modifier" or place.noun is None or _is_object(place.noun)):
        yield place.verb


def _is_object(noun: Token) -> bool:
    return noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "conj" and noun.head.dep_ == "dobj")


def change_origins(found: Sequence[Quantity], text: str, dates: Sequence[Date]) -> list[float | None]:
    """For each figure the old level that the text gives beside it: *from X to Y*, *Y in May, up from X*."""
    origins: list[float | None] = [None] * len(found)
    for at, (first, second) in enumerate(pairwise(found)):
        between = _link(text, first.end, second.start, dates)
        if first.unit != second.unit:
            continue
        if between == "to" and first.opener == "from":
            origins[at + 1] = first.value
        elif between in word_set("old_level") or _ends_in_comparison(between):
            origins[at] = second.value
    return origins


def _ends_in_comparison(between: str) -> bool:
    """*12% of voters like him, down from 31%*: behind the last comma; a mere *from* there means something else."""
    tail = between.rpartition(", ")[2]
    return tail != between and " " in tail and tail in word_set("old_level")


def _link(text: str, start: int, end: int, dates: Sequence[Date]) -> str:
    """What joins two figures, without the date of the first: *up from* in *12% in May, up from 11%*."""
    for row in dates:
        if start <= row.start and row.end <= end:
            start = row.end
            break
    return text[start:end].lower().strip(" ,(")
