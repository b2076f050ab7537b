"""Which triggers of a sentence make events: few and right rather than many."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from toolkit.extract.events.arguments import Participants
from toolkit.extract.events.denoted import MUTUAL
from toolkit.extract.events.lexicon import governors
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.tree import children

Told = tuple[Trigger, Participants]

# What nobody does.
_WITHOUT_ACTORS = {"DISASTER", "ECONOMY"}
# Acts beside those of PLOVER, which are no mere content of an act of words.
_TOLD_FOR_ITSELF = {"FOUND", "HOST"}
# Acts that are done by speaking.
_VERBAL = {"SUPPORT", "REQUEST", "ACCUSE", "THREATEN"}
# Nouns that name an act of one side only.
_OF_ONE_SIDE = {"ELECT", "OFFICE"}
# Words before a clause or noun that set it apart as a time or an occasion of its own.
_OCCASIONS = {"before", "after", "during", "following", "since", "amid", "despite"}
# Clauses that stand for themselves, wherever they hang.
_OWN_STATEMENT = {"relcl", "advcl", "parataxis", "dep", "ROOT"}

# How many words up an act is sought that the trigger is about; higher ones stand in no sound parse.
_HEIGHT = 40


def chosen(told: Sequence[Told]) -> Iterator[Told]:
    """The triggers that tell events of their own."""
    acts = [(trigger, sides) for trigger, sides in told if sides and trigger.rule != "noun" and not _denies(trigger)]
    acting = {trigger.clause.i for trigger, _ in acts}
    present = {found.entity_id for _, sides in acts for found in (*sides.sources, *sides.targets)}
    calls = {trigger.clause for trigger, _ in acts if trigger.entry.mode == "phone"}
    for trigger, sides in (_said_on(calls, *one) for one in told):
        content = _is_content(trigger, acting) and not _is_own_matter(trigger, sides, present)
        content = content and not (sides.sources and sides.targets and _is_told_first(trigger))
        if not content and _has_actors(trigger, sides, alone=not acting):
            yield trigger, sides


def _is_own_matter(trigger: Trigger, sides: Participants, present: set[str]) -> bool:
    """Whether the content of an act is told for itself: what is founded or hosted, what others do together.

    *Oslo announced plans to found a bank*; *they discussed the cooperation between Chad and Mali*.
    """
    others = {found.entity_id for found in sides.sources}
    between_others = trigger.rule == "noun" and len(others) > 1 and others.isdisjoint(present)
    return between_others or trigger.entry.event_type in _TOLD_FOR_ITSELF or trigger.rule == "call"


def _is_told_first(trigger: Trigger) -> bool:
    """Whether the noun is what the sentence speaks of (*Iran's seizure of a ship drew criticism*)."""
    return trigger.rule == "noun" and trigger.token.dep_ in {"nsubj", "nsubjpass"}


def _said_on(calls: set[Token], trigger: Trigger, sides: Participants) -> Told:
    """The same trigger; an act of words is done by the call that is made for it (*called to congratulate him*)."""
    verb = trigger.clause
    said = trigger.entry.event_type in _VERBAL and verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"}
    if not said or verb.head not in calls:
        return trigger, sides
    return replace(trigger, rule="call", entry=replace(trigger.entry, status="occurred")), sides


def _denies(trigger: Trigger) -> bool:
    """A denied act is told beside its denial, as negated."""
    return trigger.token.lemma_ == "deny" and any(child.dep_ in {"xcomp", "ccomp"} for child in children(trigger.token))


def _is_content(trigger: Trigger, acting: set[int]) -> bool:
    """Whether the trigger stands in what another act is about: its complement, its object, its purpose."""
    token = trigger.clause
    for _ in range(_HEIGHT):
        if token.dep_ != "conj" and _stands_apart(token) and not _is_purpose(token):
            return False
        joined, token = token.dep_ == "conj", token.head
        if token.i in acting and not joined:
            return True
    return False


def _stands_apart(token: Token) -> bool:
    return token.dep_ in _OWN_STATEMENT or token.lower_ in _OCCASIONS


def _is_purpose(clause: Token) -> bool:
    """Whether the clause tells what something is done for (*to discuss*, *aiming to end*)."""
    if clause.dep_ != "advcl":
        return False
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in children(clause))
    return infinitive or (clause.tag_ == "VBG" and governors().get(clause.lemma_) == "hypothetical")


def _has_actors(trigger: Trigger, sides: Participants, *, alone: bool) -> bool:
    kind = trigger.entry.event_type
    if kind in _WITHOUT_ACTORS:
        return True
    if trigger.rule == "speech":
        return bool(sides.sources and sides.targets)
    if trigger.rule == "verb" and kind in {"CONSULT", "COOPERATE"} and not sides.sources:
        return False
    if trigger.rule not in {"noun", "happening"} or (trigger.rule == "happening" and kind in MUTUAL):
        return bool(sides)
    together = kind in MUTUAL and (len(sides.sources) > 1 or _is_summit(trigger))
    if kind in _OF_ONE_SIDE:
        return bool(sides)
    return (
        (together and bool(sides))
        or bool(sides.sources and sides.targets)
        or (alone and kind not in MUTUAL and bool(sides))
    )


def _is_summit(trigger: Trigger) -> bool:
    """Whether it is one certain meeting of many, named to tell the time (*before the Lima summit*)."""
    noun = trigger.token
    return trigger.entry.mode == "multilateral" and noun.tag_ in {"NN", "NNP"} and noun.head.lower_ in _OCCASIONS


def is_separate(noun: Token) -> bool:
    """Whether the meetings are held one by one (*separate talks with A and B*)."""
    words = {child.lower_ for child in children(noun)}
    return bool(words & {"separate", "separately", "individual", "individually"})
