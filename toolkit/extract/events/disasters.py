"""Disasters: which of them a word names, what they do, and where they were."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.denoted import named_in
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.reading import Reading
from toolkit.extract.tree import children

_PLACES = {"COUNTRY", "CITY", "REGION", "SITE"}
# Words for the same disaster.
_SAME: Mapping[str, str] = {
    "quake": "earthquake",
    "tremor": "earthquake",
    "flooding": "flood",
    "mudslide": "landslide",
    "typhoon": "storm",
    "hurricane": "storm",
    "cyclone": "storm",
    "bushfire": "wildfire",
    "blaze": "wildfire",
}
# Prepositions of a place, after a disaster or what it does.
_WHERE = ("in", "at", "near", "off", "across", "around", "outside", "over", "along", "into", "through", "on", "of")


def disaster_of(lemma: str) -> str:
    """The kind of disaster that a noun names, by one word for its synonyms."""
    return _SAME.get(lemma.lower(), lemma.lower())


def place_of_disaster(trigger: Trigger, reading: Reading) -> str | None:
    """Where it was: beside its noun, what its verb struck (*rocked Peru's highlands*), or as told before."""
    for noun in _places(trigger.clause):
        for found in named_in(noun, reading):
            if reading.entities[found.entity_id].type in _PLACES:
                return found.entity_id
    return _told_before(trigger, reading) or _only_country(reading)


def _only_country(reading: Reading) -> str | None:
    """The country of an article that names no other."""
    named = {mention.entity_id for mention in reading.mentions if mention.type == "COUNTRY"}
    return named.pop() if len(named) == 1 else None


def _places(disaster: Token) -> Iterator[Token]:
    """The nouns that may name where it was, the likeliest first."""
    yield disaster
    yield from grammar.complements(disaster, *_WHERE)
    yield from (noun for child in children(disaster) if child.dep_ == "acl" for noun in _beside(child))
    if verb := _verb_of(disaster):
        struck = clauses.objects(verb)
        yield from struck
        yield from _beside(verb)
        yield from (noun for one in struck for noun in grammar.complements(one, *_WHERE))


def _beside(verb: Token) -> Iterator[Token]:
    """The nouns under the prepositions of a verb, or of its distance (*30 km east of Lima*)."""
    yield from grammar.complements(verb, *_WHERE)
    yield from (noun for child in children(verb) if child.dep_ == "advmod" for noun in grammar.complements(child, "of"))


def _verb_of(disaster: Token) -> Token | None:
    """The verb of which the disaster is the doer."""
    head = disaster.head
    if disaster.dep_ in {"nsubj", "nsubjpass"}:
        return head
    return head.head if disaster.dep_ == "pobj" and head.dep_ == "agent" else None


def _told_before(trigger: Trigger, reading: Reading) -> str | None:
    """Where the article has said before that the same disaster was; None where it told of several places."""
    kind = _cause_of(trigger.token.lemma_)
    told = (event for event in reading.events if event.event_type == "DISASTER" and event.location_id)
    places = {event.location_id for event in told if _cause_of(event.trigger.removesuffix("s")) == kind}
    return places.pop() if len(places) == 1 else None


def _cause_of(lemma: str) -> str:
    """The kind of disaster, for an aftershock that of its earthquake."""
    return "earthquake" if lemma.lower() == "aftershock" else disaster_of(lemma)
