"""Whose acronym it is, where bodies of several countries have it: CBI in an Indian article and in a British one."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit.extract.names.article_context import Context
from toolkit.extract.names.gazetteer import Match, Sense

# How many times as often as the other countries that have such a body one must be named to be the article's.
_MOSTLY = 3
_BODIES = {"GOV", "ORG", "PARTY"}


def is_shared(match: Match) -> bool:
    """Whether the lexicon says that bodies of other countries have the acronym as well, listed or not."""
    return any(sense.kind == "shared" for sense in match.senses)


def shared_sense(match: Match, context: Context) -> Sense | None:
    """The one body that the article names in full or whose country it speaks of; else the one best known by it."""
    if owner := context.owner(match):
        return _only(sense for sense in match.senses if sense.entity.iso3 == owner)
    named = _only(sense for sense in match.senses if sense.entity.entity_id in context.named)
    country = _country(match, context)
    spoken_of = _only(sense for sense in match.senses if country and sense.entity.iso3 == country)
    return named or spoken_of or _only(sense for sense in match.senses if sense.kind == "name")


def _only(senses: Iterable[Sense]) -> Sense | None:
    found = list(senses)
    return found[0] if len(found) == 1 else None


def _country(match: Match, context: Context) -> str | None:
    """Of the countries with such a body the only one that the article speaks of, or speaks of far more often."""
    spoken = {sense.entity.iso3: context.countries[sense.entity.iso3] for sense in match.senses if sense.entity.iso3}
    most = max(spoken, key=lambda iso3: spoken[iso3], default=None)
    others = max((count for iso3, count in spoken.items() if iso3 != most), default=0)
    return most if most and spoken[most] and spoken[most] >= _MOSTLY * others else None


def is_anothers(sense: Sense, match: Match, context: Context) -> bool:
    """Whether *Kenya's* or *the Kenyan* stands before the acronym of a body that is another country's."""
    owner, iso3 = context.owner(match), sense.entity.iso3
    is_acronym = sense.kind == "acronym" and sense.entity.type in _BODIES
    return is_acronym and None not in (owner, iso3) and owner != iso3


def unlinked(match: Match) -> Sense:
    """The acronym as the name of a body that is not in the lexicon."""
    sense, types = match.senses[0], {sense.entity.type for sense in match.senses}
    kind = sense.entity.type if len(types) == 1 else "ORG"
    return replace(sense, entity=replace(sense.entity, entity_id="", type=kind, iso3=None))
