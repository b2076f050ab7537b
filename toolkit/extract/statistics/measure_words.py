"""Nouns and verbs that name measures, from the lexicon `measures`."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from toolkit import lexicons
from toolkit.extract.statistics.changes import is_change
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.wordlists import word_set


class Measure(NamedTuple):
    """What is measured, the whole that it is a share of, and the noun that names it."""

    text: str
    base: str | None = None
    noun: Token | None = None


@cache
def _named(kind: str) -> dict[str, str]:
    """Measures by the word that names them, of one kind of the lexicon: `noun`, `counted` or `verb`."""
    return {row["word"].lower(): row["measure"] for row in lexicons.rows("measures") if row["kind"] == kind}


def is_measure(noun: Token) -> bool:
    """Whether the noun is a measure by itself: *profit*, *price*, *GDP*."""
    return noun.lemma_.lower() in _named("noun") or noun.lower_ in _named("noun")


def is_counted(noun: Token) -> bool:
    """Whether the noun names what is counted under its own name: *population*, *death toll*, *staff*."""
    return noun.lemma_.lower() in _named("counted")


@cache
def _groups() -> dict[str, str]:
    return {row["word"].lower(): row["group"] for row in lexicons.rows("measures") if row["kind"] == "noun"}


def is_national(noun: Token) -> bool:
    """Whether countries rather than companies have it: *inflation*, *GDP*, *unemployment*, *consumer prices*."""
    group = _groups().get(noun.lower_) or _groups().get(noun.lemma_.lower())
    consumed = noun.lemma_.lower() == "price" and any(child.lower_ == "consumer" for child in noun.children)
    return group in _NATIONAL or consumed


_NATIONAL = ("output", "growth", "prices", "unemployment", "trade", "exports", "imports")


def is_bare_measure(measure: Measure) -> bool:
    """Whether its noun is nothing but a measure, which owns no figure: *inflation*, *death toll*; a *contract* may."""
    noun = measure.noun
    if noun is None or (noun.tag_ == "NN" and noun.lemma_ in word_set("deal")):
        return False
    return is_measure(noun) or is_change(noun)


def names_owner(quantity: Quantity, noun: Token) -> bool:
    """Whether a name inside the noun phrase owns the figure: *Japanese exports*; in *20 Boeing jets* it does not."""
    return not quantity.is_count or is_measure(noun)


def of_verb(verb: Token | None) -> str | None:
    """The measure of a verb's amount: *cost* a price."""
    return None if verb is None else _named("verb").get(verb.lemma_.lower())
