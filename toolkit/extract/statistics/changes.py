"""Rise and fall: the direction of a figure, the level before it, and *from 5.1% to 4.8%*."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from spacy.tokens import Span, Token

from toolkit import lexicons
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.units import MONEY, SHARE
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


_LEADS = 3  # words between a verb of change and its figure: by about, by just over
_FAR_APART = 3  # a range whose upper end is more than three times the lower one is none


def _is_vote(quantity: Quantity) -> bool:
    """*voted 63 to 41*: two figures, since no range falls; not *from 63 to 41*."""
    first, second = quantity.parts
    return (
        (quantity.is_count or quantity.dimension == SHARE)
        and quantity.opener not in ("from", "between")
        and first.value > second.value > 0
    )


def _is_change_to_level(quantity: Quantity, sentence: Span) -> bool:
    """*fell 11,000 to 813,200*, *cut by about $4 to $71*: behind a verb of change, and too far apart for a range."""
    change, level = quantity.parts
    if change.value < level.value <= _FAR_APART * change.value:
        return False
    span = sentence.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return False
    around = list(reversed(words_before(span[0], _LEADS)))
    while around and (around[0].lower_ in word_set("vague") or around[0].lower_ in word_set("gap")):
        if around.pop(0).lower_ == "by":
            return any(is_change(token) for token in islice(span.root.ancestors, 4))
    return bool(around) and around[0].pos_ == "VERB" and is_change(around[0])


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
    is_from = place.link == "from" and quantity.opener != "to" and is_change(place.verb)
    if quantity.opener == "from" or is_from:
        return None
    for token in _words_of_change(place):
        kind = "verb" if token.pos_ in ("VERB", "AUX") else "noun" if token.pos_ == "NOUN" else "adverb"
        direction = change_words(kind).get(token.lemma_.lower()) or change_words("adverb").get(token.lower_)
        if direction := direction or _of_particle(token):
            return None if is_sum_lost(token, quantity) or _is_way(token, quantity, place) else direction
    return None


def _words_of_change(place: Place) -> Iterator[Token]:
    """The words that can give the figure its direction, nearest first."""
    around = reversed(words_before(place.anchor, 3))
    yield from (token for token in around if token.lower_ in ("up", "down") and _tells_change(token))
    yield from _compared_behind(place)
    yield place.anchor.head
    if place.noun is not None:
        yield place.noun
        yield from (word for word in (change_in(place.noun), change_before(place.noun)) if word is not None)
    if place.verb is not None and (place.link != "modifier" or place.noun is None or _is_object(place.noun)):
        yield place.verb


def _tells_change(particle: Token) -> bool:
    """*up 3%*; not *up to 3%*, nor the particle of a verb that tells of no change: *makes up half*, *shot down 12*."""
    verb = next(iter(words_before(particle, 1)), particle)
    return particle.nbor().lower_ != "to" and (_moves(verb) or verb.pos_ != "VERB")


def _moves(verb: Token) -> bool:
    return (is_change(verb) and verb.lemma_ not in _SETTLING) or verb.lemma_ in word_set("moves")


_SETTLING = ("set", "fix", "swing")  # set up a fund


def _of_particle(verb: Token) -> Direction | None:
    """*edged up to 4.1%*: the direction of a verb that has none."""
    if verb.pos_ != "VERB" or not _moves(verb):
        return None
    particles = (child for child in verb.children if child.i == verb.i + 1)
    return next((way for child in particles if (way := change_words("adverb").get(child.lower_))), None)


def _compared_behind(place: Place) -> Iterator[Token]:
    """*eight fewer than in 2019*, *2% more than a year ago*, *$2 million less debt*."""
    behind = place.anchor.doc[place.figure.stop : place.figure.stop + 2]
    if len(behind) == 2 and (behind[1].lower_ == "than" or behind[0].lower_ in ("less", "fewer")):
        yield behind[0]


def change_in(noun: Token) -> Token | None:
    """The noun of change before *in* or *of* and the noun: *showed a fall in imports of 2%*, however it is parsed."""
    link = noun.head
    before = link.nbor(-1) if link.i and link.lower_ in ("in", "of") and link.i < noun.i else None
    return before if before is not None and before.pos_ == "NOUN" and is_change(before) else None


def change_before(noun: Token) -> Token | None:
    """The verb of a headline that the parser takes for a part of the noun: *Bank cuts rates by 2%*."""
    return next((child for child in noun.children if child.dep_ == "compound" and is_change(child)), None)


def _is_way(word: Token, quantity: Quantity, place: Place) -> bool:
    """*250 mm of rain fell*, *troops advanced 5 km*: how much came down and how far, not a change of a measure."""
    if word.pos_ != "VERB" or quantity.is_count or quantity.dimension in (SHARE, MONEY, "ratio", "index"):
        return False
    is_path = quantity.dimension == "length" and word.lemma_ in ("advance", "retreat", "climb", "slide")
    return is_path or (place.link == "subject" and place.anchor.head == word)


def is_sum_lost(word: Token, quantity: Quantity) -> bool:
    """*lost $3 million*, *a loss of $3 million* are sums; a price that lost 30 cents fell."""
    if quantity.dimension != MONEY or word.lemma_.lower() not in ("lose", "loss"):
        return False
    losers = [child for child in word.children if child.dep_ == "nsubj"]
    return not any(child.lemma_.lower() in word_set("traded") for child in losers)


def _is_object(noun: Token) -> bool:
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("to", "by") and is_change(noun.head.head)
    return noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "conj" and noun.head.dep_ == "dobj")


def change_origins(found: Sequence[Quantity], text: str, dates: Sequence[Date]) -> list[float | None]:
    """For each figure the old level that the text gives beside it: *from X to Y*, *Y in May, up from X*."""
    origins: list[float | None] = [None] * len(found)
    for at, first in enumerate(found[:-1]):
        start, then = _behind_bracket(found, at, text)
        second = found[then]
        if first.unit != second.unit:
            continue
        between = _link(text, start, second.start, dates)
        if between in _TO and (first.opener == "from" or _FROM_EXTREME.search(text, 0, first.start)):
            origins[then] = first.value
        elif between in word_set("old_level") or _ends_in_comparison(between):
            origins[at] = second.value
    return origins


_TO = ("to", "to just", "to only", "to about")
_FROM_EXTREME = re.compile(r"\bfrom (?:a|an|its|their|the)(?: [a-z-]{1,20}){0,2} (?:peak|high|low) of $")


def _behind_bracket(found: Sequence[Quantity], at: int, text: str) -> tuple[int, int]:
    """Where the text goes on, and which figure is next, behind a sum in brackets: *3 euros ($4) from 2 euros*."""
    end, then = found[at].end, at + 1
    is_bracketed = text[end : found[then].start].strip() == "(" and text[found[then].end : found[then].end + 1] == ")"
    return (found[then].end + 1, then + 1) if is_bracketed and then + 1 < len(found) else (end, then)


def _ends_in_comparison(between: str) -> bool:
    """*12% of voters like him, down from 31%*: behind the last comma; a mere *from* there means something else."""
    tail = between.rpartition(", ")[2]
    return tail != between and " " in tail and tail in word_set("old_level")


def _link(text: str, start: int, end: int, dates: Sequence[Date]) -> str:
    """What joins two figures, without the date of the first: *up from* in *12% in May, up from 11%*.

    Nor with what the second one is called: *from* in *from last month's 11%*, *from an estimated 11%*.
    """
    for row in dates:
        if start <= row.start and row.end <= end:
            if text[row.end : end].strip() in _POSSESSIVE:
                end = row.start
            else:
                start = row.end
            break
    words = text[start:end].lower().strip(" ,(").split()
    while len(words) > 1 and words[-1] in word_set("restated") and words[0] != "after":
        words.pop()
    return " ".join(words)


_POSSESSIVE = ("'s", "’s")
