"""Whether those who stand in the slots of an event are of the kind that the act needs: one joins bodies, not people."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.arguments import NOMINAL, Participants
from toolkit.extract.events.disasters import disaster_of
from toolkit.extract.events.lexicon import is_in_class
from toolkit.extract.events.speech import WILL
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.names import referents
from toolkit.extract.reading import Reading
from toolkit.extract.tree import children
from toolkit.records import Entity

Told = tuple[Trigger, Participants]

_PLACES = {"COUNTRY", "CITY", "REGION", "SITE"}
_NO_BODIES = {"PERSON", *_PLACES}
# What an official visit is paid to, beside people in office.
_HOSTS = {*_PLACES, "GOV", "IGO"}


def once(told: Iterable[Told]) -> Iterator[Told]:
    """The triggers, of one disaster only the first (*a quake struck ..., including a shallow magnitude 6 quake*)."""
    seen = set()
    for trigger, sides in told:
        disaster = disaster_of(trigger.token.lemma_) if trigger.entry.event_type == "DISASTER" else None
        if disaster not in seen:
            yield trigger, sides
        if disaster:
            seen.add(disaster)


def is_of_kind(trigger: Trigger, sides: Participants, reading: Reading) -> bool:
    """Whether the sides can do the act: any can but to join a body, to visit a host, and to release somebody."""
    if trigger.entry.event_type == "JOIN" and trigger.rule != "noun":
        return _joins_a_body(trigger, sides, reading)
    if trigger.entry.mode == "visit" and trigger.token.lemma_ == "visit" and trigger.rule != "noun":
        return _has_host(trigger, sides, reading)
    if trigger.token.lemma_ == "demonstration" and _shows_a_thing(trigger.token, reading):
        return False
    if trigger.entry.mode == "release" and trigger.token.lemma_ == "release" and trigger.rule not in NOMINAL:
        return _frees_somebody(trigger, reading)
    if trigger.rule not in NOMINAL and (clauses.is_tag(trigger.clause) or not _is_addressed(trigger, reading)):
        return False
    if not sides.targets and _is_of_two(trigger) and _is_one(trigger, sides, reading):
        return False
    return bool(sides.targets) or not _serves_another(trigger)


def _is_addressed(trigger: Trigger, reading: Reading) -> bool:
    """Whether a verb of meeting, asking, allowing or warning is said to somebody, not of a deadline or a question."""
    beside = children(trigger.clause)
    labels = {child.dep_ for child in beside}
    match trigger.token.lemma_:
        case "meet":
            met = clauses.objects(trigger.clause)
            return not met or any(referents(one, reading) for noun in met for one in grammar.conjuncts(noun))
        case "ask":
            bids = "xcomp" in labels or any(child.lower_ == "for" for child in beside) or _bids(beside)
            return bids or (bool(labels & {"dobj", "nsubjpass"}) and "ccomp" not in labels)
        case "question":
            return bool(labels & {"dobj", "nsubjpass"}) and "ccomp" not in labels
        case "allow" | "permit":  # what something leads to is nobody's act: *he erred, allowing Peru to score*
            return trigger.clause.dep_ != "advcl" or trigger.clause.tag_ != "VBG"
        case "warn":
            named = bool(labels & {"dobj", "nsubjpass", "xcomp"}) or bool(trigger.entry.beside)
            return named or any(child.dep_ == "ccomp" and _is_own_will(child) for child in beside)
    return True


def _bids(beside: Iterable[Token]) -> bool:
    """Whether a clause of the verb is an infinitive (*asked her to leave*), and no question (*asked if she would*)."""
    clauses = (child for child in beside if child.dep_ == "ccomp" and child.tag_ == "VB" and child.i > child.head.i)
    return any(all(word.tag_ != "MD" for word in children(clause)) for clause in clauses)


def _is_own_will(clause: Token) -> bool:
    """Whether the speaker says what he himself will do (*warned that it would attack*)."""
    own = clauses.subject(clause)
    words = {child.lower_ for child in children(clause) if child.dep_ == "aux"}
    return own is not None and own.pos_ == "PRON" and bool(words & WILL)


def _is_of_two(trigger: Trigger) -> bool:
    """Whether it takes two, as to talk or to trade."""
    return trigger.entry.event_type in {"CONSULT", "COOPERATE"} and trigger.rule == "verb" and not trigger.entry.mode


def _is_one(trigger: Trigger, sides: Participants, reading: Reading) -> bool:
    """Whether one person or country alone does it; a cabinet or a crowd does it among themselves."""
    plural = any(noun.tag_ in {"NNS", "NNPS"} for noun in clauses.agents(trigger.clause))
    kinds = {reading.entities[found.entity_id].type for found in sides.sources}
    return len(sides.sources) == 1 and not plural and kinds <= {"PERSON", "COUNTRY", "COMPANY"}


def _serves_another(trigger: Trigger) -> bool:
    """Whether shots at nobody are told for what they were to do (*fired tear gas to disperse the students*)."""
    if trigger.entry.event_type != "ASSAULT" or trigger.token.lemma_ != "fire":
        return False
    return any(child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VB" for child in children(trigger.clause))


def _joins_a_body(trigger: Trigger, sides: Participants, reading: Reading) -> bool:
    kinds = {reading.entities[found.entity_id].type for found in sides.targets}
    return bool(kinds - _NO_BODIES) or any(is_in_class(noun, "body") for noun in clauses.objects(trigger.clause))


def _shows_a_thing(noun: Token, reading: Reading) -> bool:
    """Whether something is demonstrated (*a demonstration of the service*), and nobody demonstrates."""
    shown = list(grammar.complements(noun, "of"))
    return bool(shown) and not any(referents(one, reading) or is_in_class(one, "human") for one in shown)


def _frees_somebody(trigger: Trigger, reading: Reading) -> bool:
    """Whether people or vessels are let go, and not figures or a film released."""
    freed = [one for noun in clauses.objects(trigger.clause) for one in grammar.conjuncts(noun)]
    freed += [one for noun in freed if noun.pos_ == "NUM" for one in grammar.complements(noun, "of")]  # 11 of the men
    freed += [named for noun in freed for named in grammar.modifiers(noun, "appos")]
    kinds = ("prisoner", "human", "arms")
    return any(referents(one, reading) or any(is_in_class(one, kind) for kind in kinds) for one in freed)


def _has_host(trigger: Trigger, sides: Participants, reading: Reading) -> bool:
    """Whether a place, a body of state or somebody in office is visited, or a thing in a place that is named."""
    if not sides.targets:
        return all(referents(noun, reading) or is_in_class(noun, "human") for noun in clauses.objects(trigger.clause))
    return any(_is_host(reading.entities[found.entity_id]) for found in sides.targets) or any(
        reading.entities[mention.entity_id].type in _PLACES
        for noun in grammar.complements(trigger.clause, "in", "to", "at")
        if (mention := reading.mention_of_token.get(noun.i))
    )


def _is_host(entity: Entity) -> bool:
    return entity.type in _HOSTS or (entity.type == "PERSON" and bool(entity.role or entity.affiliation_id))
