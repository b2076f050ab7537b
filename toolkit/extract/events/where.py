"""Where an event was: the place beside its trigger, the place struck, or that of the occasion."""

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.arguments import Participants
from toolkit.extract.events.before import acting, just_told
from toolkit.extract.events.denoted import is_attack, is_scene, named_in
from toolkit.extract.events.disasters import place_of_disaster
from toolkit.extract.events.lexicon import noun_entries
from toolkit.extract.events.status import gathers_for
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.events.when import When
from toolkit.extract.names import referents
from toolkit.extract.reading import Reading, Referent
from toolkit.extract.tree import children

# What one meets on beside a gathering.
_MARGINS = {"sideline", "margin", "fringe", "edge"}
_PLACES = {"COUNTRY", "CITY", "REGION", "SITE"}
# Acts of crowds, or against them.
_OF_CROWDS = {"PROTEST", "COERCE", "ASSAULT"}
_SPOTS = {"CITY", "SITE"}


def where(trigger: Trigger, sides: Participants, days: When, reading: Reading) -> str | None:
    """The place that *in* or *at* names beside the trigger or its object; for meetings, that of the occasion."""
    topic = trigger.entry.event_type == "CONSULT" and trigger.rule == "verb"  # discussed the war in Syria
    beside = () if topic else clauses.objects(trigger.clause)
    near = dict.fromkeys([*_gathering(trigger), trigger.token, trigger.clause, *beside])
    for noun in chain(_places_beside(near), _before_noun(near, reading), _deeper(trigger), _of_crowd(trigger)):
        for found in referents(noun, reading):
            if reading.entities[found.entity_id].type in _PLACES:
                return found.entity_id
    if trigger.entry.event_type in {"CONSULT", "ASSAULT"} and (aimed := _place_among(sides.targets, reading)):
        return aimed
    if trigger.entry.event_type == "DISASTER":
        return place_of_disaster(trigger, reading)
    if trigger.entry.event_type != "CONSULT":
        return None
    return _of_occasion(near, reading) or _of_visit(trigger, sides, days, reading)


def _gathering(trigger: Trigger) -> Iterator[Token]:
    """The verb of the crowd that has come together to protest."""
    if trigger.entry.event_type == "PROTEST" and gathers_for(trigger.clause):
        yield trigger.clause.head


def _places_beside(near: Iterable[Token]) -> Iterator[Token]:
    for noun in (noun for token in near for noun in grammar.complements(token, "in", "at")):
        yield from grammar.with_names(noun)


def _before_noun(near: Iterable[Token], reading: Reading) -> Iterator[Token]:
    """The city before the noun of attack that is told of or in which it was done (*killed in Goma clashes*)."""
    for token in near:
        for noun in (token, *grammar.complements(token, "in", "during", "after")):
            yield from (word for word in children(noun) if is_scene(word, reading))


def _deeper(trigger: Trigger) -> Iterator[Token]:
    """Where the parser hangs the place on a person met (*met with the envoy in Oslo*); whence somebody is deported."""
    clause = trigger.clause
    if trigger.entry.event_type == "CONSULT":
        people = chain(clauses.objects(clause), grammar.complements(clause, "with"))
        yield from (place for one in people if one.ent_type_ == "PERSON" for place in grammar.complements(one, "in"))
    if trigger.entry.mode == "deport":
        yield from grammar.complements(clause, "from")


def _of_crowd(trigger: Trigger) -> Iterator[Token]:
    """Where a crowd or police were, by what hangs on them (*clashed with police in Goma*), or on the attack told of."""
    clause = trigger.clause
    if trigger.entry.event_type not in _OF_CROWDS:
        return
    if trigger.entry.event_type == "PROTEST":
        yield from grammar.complements(clause, "through", "across", "outside")
    for noun in chain(grammar.complements(clause, "with"), clauses.objects(clause), clauses.agents(clause)):
        if noun.pos_ == "NOUN":
            yield from grammar.complements(noun, "in", "at")
    attacks = (noun for noun in grammar.complements(clause, "in", "during", "after") if is_attack(noun))
    yield from (place for attack in attacks for place in grammar.complements(attack, "in", "on", "at"))


def _place_among(targets: Iterable[Referent], reading: Reading) -> str | None:
    """The city or site that is visited or attacked; a country is too wide to be where."""
    kinds = ((found.entity_id, reading.entities[found.entity_id].type) for found in targets)
    return next((entity_id for entity_id, kind in kinds if kind in _SPOTS), None)


def _of_occasion(near: Iterable[Token], reading: Reading) -> str | None:
    """The place where the article says that the summit is held at which they met (*on the sidelines of the summit*)."""
    named = {found.entity_id for token in near for noun in _occasions(token) for found in named_in(noun, reading)}
    for event in reversed(reading.events):
        if event.mode == "multilateral" and event.location_id:
            actors = (actor.entity_id for actor in reading.actors if actor.event_id == event.event_id)
            if not named.isdisjoint(actors):
                return event.location_id
    return None


def _occasions(token: Token) -> Iterator[Token]:
    """The gatherings that the token's phrases name, on their margins or in them."""
    for noun in grammar.complements(token, "on", "at", "during"):
        inner = grammar.complements(noun, "of") if noun.lemma_ in _MARGINS else (noun,)
        yield from (one for one in inner if one.lemma_.lower() in noun_entries())


def _of_visit(trigger: Trigger, sides: Participants, days: When, reading: Reading) -> str | None:
    """The place that a participant has just come to on the same day (*arrived in Oslo. He met ...*)."""
    sources = {found.entity_id for found in sides.sources}
    for event in just_told(reading.sentence_at(trigger.token.idx), reading):
        same_day = event.date_precision == "day" and event.start_date == days.start_date
        if event.mode == "visit" and event.location_id and same_day and sources & acting(event, reading):
            return event.location_id
    return None
