"""Who a noun phrase denotes: the entities of its head and conjuncts, or those whose thing it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from toolkit.extract.events import grammar
from toolkit.extract.events.lexicon import is_in_class, noun_entries
from toolkit.extract.names import referents
from toolkit.extract.reading import Reading, Referent
from toolkit.extract.tree import children
from toolkit.records import EventType

# Who acts, and who is acted upon.
Sides = tuple[Sequence[Referent], Sequence[Referent]]
# Types whose participants do the same thing together.
MUTUAL = {"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "RETREAT"}
# Kinds of place in which an attack is, and which are not attacked by it.
SCENES = {"CITY", "REGION", "SITE"}
# How far an entity stands below the noun phrase that it is named in.
DEPTH = 3
# How a name hangs on the noun whose thing it names.
NAMED_BY = ("appos", "poss", "compound", "nmod", "amod")
_OWNED_BY = ("by", "of", "in", "from", "at", "on", "for", "to", "with")
# The doer of an act, which is not the one that it is done to (*an attack on Kyiv by Russia*).
_DONE_BY = ("by", "from")


def entities(heads: Iterable[Token], reading: Reading, *, depth: int = 0) -> Iterator[Referent]:
    """The entities that noun phrases denote, conjuncts included."""
    for first in heads:
        for head in grammar.conjuncts(first):
            for referent in _denoted(head, reading, depth):
                joined = head != first and referent.how == "syntax"
                yield replace(referent, how="conjunct") if joined else referent


def _denoted(head: Token, reading: Reading, depth: int = 0) -> list[Referent]:
    """Who a noun phrase denotes; where it names a thing (*Oslo's plan*, *shelling of Aleppo*), whose thing it is."""
    if spelled_out := _nearest(grammar.members(head), reading, DEPTH - 1):
        return [replace(referent, how="group") for referent in spelled_out]
    if is_in_class(head, "market"):
        return []
    found = referents(head, reading)
    if found or depth >= DEPTH:
        return found
    named = sorted(
        (child for child in children(head) if child.dep_ in NAMED_BY and not is_scene(child, reading)), key=_rank
    )
    if inner := _nearest(named, reading, depth):
        return inner
    owners = _DONE_BY if head.lemma_ in noun_entries() else _OWNED_BY
    slots = grammar.governed(head)
    return first(_nearest(slots.get(name, ()), reading, depth) for name in owners) if slots else []


def _rank(child: Token) -> int:
    return NAMED_BY.index(child.dep_)


def _nearest(nouns: Iterable[Token], reading: Reading, depth: int) -> list[Referent]:
    return first(entities([noun], reading, depth=depth + 1) for noun in nouns)


def first(sides: Iterable[Iterable[Referent]]) -> list[Referent]:
    """The first slot that anybody fills."""
    return next((found for side in sides if (found := list(side))), [])


def distinct(found: Iterable[Referent]) -> tuple[Referent, ...]:
    """Each entity once, as it was found first."""
    return tuple({referent.entity_id: referent for referent in reversed(list(found))}.values())[::-1]


def named_in(noun: Token, reading: Reading) -> Iterator[Referent]:
    """The entities of a noun and of the words right before it."""
    for word in (noun, *grammar.modifiers(noun, "compound", "nmod", "poss", "amod")):
        yield from referents(word, reading)


def is_scene(word: Token, reading: Reading) -> bool:
    """Whether it is a city or region before a noun of attack or protest, which tells where (*Goma clashes*)."""
    mention = reading.mention_of_token.get(word.i)
    before = word.dep_ in {"compound", "nmod"} and mention is not None and mention.type in SCENES
    return before and (is_attack(word.head) or _tells(word.head, "PROTEST"))


def is_attack(noun: Token) -> bool:
    """Whether the noun tells of an attack."""
    return _tells(noun, "ASSAULT")


def _tells(noun: Token, event_type: EventType) -> bool:
    return any(entry.event_type == event_type for entry in noun_entries().get(noun.lemma_.lower(), ()))
