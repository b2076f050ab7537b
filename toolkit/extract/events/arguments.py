"""Who acts and who is acted upon: the slots of a trigger filled with the entities that stand in them."""

from dataclasses import dataclass

from toolkit.extract.events import grammar
from toolkit.extract.events.denoted import SCENES, distinct
from toolkit.extract.events.nominal import of_noun
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.events.verbal import of_verb
from toolkit.extract.reading import Reading, Referent

# Rules whose trigger is a noun.
NOMINAL = {"noun", "light_verb", "happening"}
# Prepositions that tell where, not whom.
_WHERE = {"in", "near", "outside", "around"}


@dataclass(frozen=True, slots=True)
class Participants:
    """The entities on the two sides of an event, in order of the text."""

    sources: tuple[Referent, ...] = ()
    targets: tuple[Referent, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sources or self.targets)


def participants(trigger: Trigger, reading: Reading) -> Participants:
    """Both sides of the event; an entity that would stand on both is a source."""
    acting, acted_on = of_noun(trigger, reading) if trigger.rule in NOMINAL else of_verb(trigger, reading)
    if trigger.entry.event_type == "DISASTER":
        return Participants((), distinct(acted_on))  # nobody does it
    hosts = trigger.entry.event_type == "HOST"
    sources = distinct(_country_of(found, reading) if hosts else found for found in acting)
    taken = {source.entity_id for source in sources}
    if trigger.entry.event_type == "ASSAULT":
        taken |= _scenes(trigger, reading, attacked=not sources)
    return Participants(sources, tuple(found for found in distinct(acted_on) if found.entity_id not in taken))


def _scenes(trigger: Trigger, reading: Reading, *, attacked: bool) -> set[str]:
    """The cities and regions in or near which others are attacked; `attacked` where one in the clause itself may be.

    A thing that is attacked in a place stands for that place (*shelled a hospital in Goma*), unless it is at sea.
    """
    clause = {trigger.token, trigger.clause}
    found = set()
    for word in trigger.clause.subtree:
        if word.dep_ == "pobj" and word.head.lower_ in _WHERE:
            own, within = word.head.head in clause, word.head.lower_ == "in"
            named = [reading.mention_of_token.get(noun.i) for noun in grammar.with_names(word)]
            scenes = [one.entity_id for one in named if one is not None and one.type in SCENES]
            kept = attacked if own else within
            found |= {key for key in scenes if not kept or reading.entities[key].iso3 is None}
    return found


def _country_of(found: Referent, reading: Reading) -> Referent:
    """The country that a host city acts for, where the article names it."""
    host = reading.entities[found.entity_id]
    if host.type != "CITY" or host.iso3 is None:
        return found
    countries = (key for key, one in reading.entities.items() if one.type == "COUNTRY" and one.iso3 == host.iso3)
    return next((Referent(key, "metonym") for key in countries), found)
