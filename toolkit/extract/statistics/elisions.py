"""What a figure leaves out because the figure before it said it: the unit, the measure, the verb with its subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from toolkit.extract.reading import Reading
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.rows import Figure
from toolkit.extract.statistics.units import MONEY, SHARE
from toolkit.extract.statistics.wordlists import word_set

_FURTHER = 10  # a bare figure so many times a percentage is none itself: lost 9.4 percent, to 8,458
_FURTHEST = 6  # words from a figure back to the name that it belongs to
# Nothing that is counted follows: *down from 2.6*, *from 4 in May*.
_ALONE = re.compile(r"[.,;:)]|$| (?:a|by|for|in|last|next|on|the|this)\b", re.MULTILINE)


def shared_units(found: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """The quantities, where bare figures beside a percentage take its unit.

    *2.8 percent instead of 2.6*; *by 7.0 and 6.5 percent*.
    """
    shares = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        link = text[first.end : second.start].lower().strip(" ,(")
        joined = link in word_set("joins") or link in word_set("old_level")
        near = second.value <= _FURTHER * first.value
        if link.lstrip("), ") in word_set("old_level") and _is_in_millions(second, text):
            money = _before_brackets(shares[: at + 1], text)
            if money.dimension == MONEY:
                shares[at + 1] = replace(second, value=second.value * 1e6, unit=money.unit, dimension=MONEY)
        elif near and joined and shares[at].dimension == SHARE and _is_bare(second) and _ALONE.match(text, second.end):
            shares[at + 1] = replace(second, unit=shares[at].unit, dimension=SHARE)
        elif joined and second.dimension == SHARE and _is_bare(first) and "." in text[first.start : first.end]:
            shares[at] = replace(first, unit=second.unit, dimension=SHARE)
    yield from shares


def _is_in_millions(quantity: Quantity, text: str) -> bool:
    """*38m* behind money is no length: *77m euros, up from 38m*."""
    written = text[quantity.start : quantity.end]
    return quantity.unit == "metre" and written.endswith("m") and " " not in written and not quantity.parts


def _before_brackets(found: Sequence[Quantity], text: str) -> Quantity:
    """The last figure, or the one that it restates in brackets: *77m euros (£53m; $100m)*."""
    at = len(found) - 1
    while at and text[found[at - 1].end : found[at].start].strip() in ("(", ";"):
        at -= 1
    return found[at]


def _is_bare(quantity: Quantity) -> bool:
    return quantity.is_count and quantity.kind == "figures" and not quantity.parts


def is_elided(figure: Figure, last: Figure) -> bool:
    """Whether measure and subject are those of the figure before.

    *4,300 jobs in France, 3,700 in Germany*; *9.9 billion yuan ($1.4 billion)*; *2.5 percent after 3.3 percent*.
    """
    quantity, place = figure.quantity, figure.place
    if quantity.dimension != last.quantity.dimension:
        return False
    if quantity.is_count:
        return place.link != "modifier" and (place.noun is None or place.link not in ("of", ""))
    between = place.anchor.doc[last.place.figure.stop : place.figure.start]
    if all(token.is_punct or (_only_joins(token) and place.link != "modifier") for token in between):
        return True
    if _is_parallel(place, last.place):
        return True
    own = place.part is not None and place.part != last.place.part
    compared = place.link in word_set("compared") and not any(token.pos_ == "VERB" for token in between)
    return not own and (compared or place.link == "apposition" or place.anchor == last.place.anchor)


def _is_parallel(place: Place, before: Place) -> bool:
    """*rose to 6% in Sweden and 9% in Finland*: no verb between, and the same preposition behind both."""
    doc = place.anchor.doc
    between = doc[before.figure.stop : place.figure.start]
    behind = doc[place.figure.stop].lower_ if place.figure.stop < len(doc) else ""
    joined = any(token.dep_ == "cc" or token.text in (",", ";") for token in between)
    apart = any(token.pos_ in ("VERB", "AUX") or token.dep_ in ("nsubj", "dobj") for token in between)
    return joined and not apart and behind in _OWNING and between[0].lower_ == behind


_OWNING = ("in", "for", "at", "among")


def own_owner(place: Place, reading: Reading) -> Token | None:
    """Whose an elided figure is, where that is said behind it: *14 tonnes in Chile and 2 tonnes in Peru*."""
    doc, at = place.anchor.doc, place.figure.stop
    if at >= len(doc) or doc[at].lower_ not in _OWNING:
        return None
    owner = next((child for child in doc[at].children if child.dep_ == "pobj"), None)
    mention = reading.mention_of_token.get(owner.i) if owner is not None else None
    is_dated = owner is None or owner.ent_type_ in ("DATE", "TIME") or owner.like_num
    return None if is_dated or not (mention or doc[at].lower_ == "for") else owner


def _only_joins(token: Token) -> bool:
    """*2.6 percent in 2024 and 1.6 percent*: the conjunction, and the time of the figure before."""
    joins = token.dep_ in ("cc", "prep") and token.lower_ not in word_set("leads")
    return joins or token.ent_type_ == "DATE"


def gapped_owner(figure: Span, last: Figure, reading: Reading) -> Token | None:
    """The noun before a figure whose verb is left out: *Peru grew by 2%, Japan by 3% and Chile 1%*."""
    around = words_before(figure[0], min(_FURTHEST, figure.start - last.place.figure.stop))
    words = [token for token in around if token.lower_ not in word_set("gap")]
    if not words or words[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    mention = reading.mention_of_token.get(words[-1].i)
    first = mention.start if mention else words[-1].left_edge.idx
    before = next((token for token in reversed(words) if token.idx < first), None)
    return words[-1] if before is not None and before.lower_ in word_set("opens_gap") else None
