"""Whether those who stand in the slots of an event are of the kind that the act needs: one joins bodies, not people."""

from collections.abc import Iterable, Iterator

from toolkit.extract.events import grammar
from toolkit.extract.events.arguments import Participants
from toolkit.extract.events.disasters import disaster_of
from toolkit.extract.events.lexicon import is_in_class
from toolkit.extract.events.triggers import Trigger
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
    """Whether the sides can do the act: any can but to join, which asks for a body, and to visit, for a host."""
    if trigger.entry.event_type == "JOIN" and trigger.rule != "noun":
        return _joins_a_body(trigger, sides, reading)
    if trigger.entry.mode == "visit" and trigger.token.lemma_ == "visit" and trigger.rule != "noun":
        return _has_host(trigger, sides, reading)
    return bool(sides.targets) or not _serves_another(trigger)


def _serves_another(trigger: Trigger) -> bool:
    """Whether shots at nobody are told for what they were to do (*fired tear gas to disperse the students*)."""
    if trigger.entry.event_type != "ASSAULT" or trigger.token.lemma_ != "fire":
        return False
    return any(child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VB" for child in children(trigger.clause))


def _joins_a_body(trigger: Trigger, sides: Participants, reading: Reading) -> bool:
    kinds = {reading.entities[found.entity_id].type for found in sides.targets}
    return bool(kinds - _NO_BODIES) or any(is_in_class(noun, "body") for noun in grammar.objects(trigger.clause))


def _has_host(trigger: Trigger, sides: Participants, reading: Reading) -> bool:
    """Whether a place, a body of state or somebody in office is visited, or a thing in a place that is named."""
    if not sides.targets:
        return True
    return any(_is_host(reading.entities[found.entity_id]) for found in sides.targets) or any(
        reading.entities[mention.entity_id].type in _PLACES
        for noun in grammar.complements(trigger.clause, "in", "to", "at")
        if (mention := reading.mention_of_token.get(noun.i))
    )


def _is_host(entity: Entity) -> bool:
    return entity.type in _HOSTS or (entity.type == "PERSON" and bool(entity.role or entity.affiliation_id))
