"""Which triggers of a sentence make events: few and right rather than many."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from toolkit.extract.events.arguments import MUTUAL, Participants
from toolkit.extract.events.triggers import Trigger

Told = tuple[Trigger, Participants]

# What nobody does.
_WITHOUT_ACTORS = {"DISASTER", "ECONOMY"}
# Acts of words: what they speak about is their content, not a further event.
_ACTS_OF_WORDS = {"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE", "SANCTION", "CONSULT"}
# Clauses that stand for themselves, wherever they hang.
_OWN_STATEMENT = {"conj", "relcl", "advcl", "parataxis", "ROOT"}


def chosen(told: Sequence[Told]) -> Iterator[Told]:
    """The triggers that tell events of their own."""
    speaking = {trigger.clause.i for trigger, sides in told if sides and trigger.entry.event_type in _ACTS_OF_WORDS}
    verbal = any(sides for trigger, sides in told if trigger.rule != "noun")
    for trigger, sides in told:
        if not _is_content(trigger, speaking) and _has_actors(trigger, sides, alone=not verbal):
            yield trigger, sides


def _is_content(trigger: Trigger, speaking: set[int]) -> bool:
    """Whether the trigger stands in what an act of words is about."""
    token = trigger.clause
    while token.dep_ not in _OWN_STATEMENT:
        token = token.head
        if token.i in speaking:
            return True
    return False


def _has_actors(trigger: Trigger, sides: Participants, *, alone: bool) -> bool:
    kind = trigger.entry.event_type
    if kind in _WITHOUT_ACTORS:
        return True
    if trigger.rule != "noun":
        return bool(sides)
    together = kind in MUTUAL and len(sides.sources) > 1
    return together or bool(sides.sources and sides.targets) or (alone and bool(sides))


def is_separate(noun: Token) -> bool:
    """Whether the meetings are held one by one (*separate talks with A and B*)."""
    words = {child.lower_ for child in noun.children}
    return bool(words & {"separate", "separately", "individual", "individually"})
