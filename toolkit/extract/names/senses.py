"""Which of its senses a lexicon name has in the text: Georgia, Jordan, Washington, Tokyo."""

from functools import cache

from toolkit.extract.names.acronyms import is_anothers, is_shared, shared_sense, unlinked
from toolkit.extract.names.article_context import PARTS, Context
from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.cues import cued_type
from toolkit.extract.names.family_names import is_family_name
from toolkit.extract.names.gazetteer import Match, Sense
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.name import Name
from toolkit.extract.names.placing import is_first_name, is_in_compound, is_locative, is_metonym, is_reached, is_where
from toolkit.extract.names.recognised import compatible
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows

_PLACES = {"city", "region", "capital"}
_PLACE_TYPES = {"CITY", "REGION", "COUNTRY"}
_BODIES = {"COUNTRY", "IGO", "GOV", "ORG", "PARTY", "GROUP"}
_PROPER = {"PROPN", "ADJ"}
# Before places alone; one is also *at* and *from* a firm.
_WITHIN = {"in", "near", "outside", "off"}


def named_sense(match: Match, model: Name | None, context: Context) -> Sense | None:
    """What the name means here; nothing when it is not this name at all (*Turkey* as a dish, *Jordan* as a person).

    Args:
        match: the name and its senses.
        model: the model's name on the same tokens, where it found one.
        context: the article's other names.
    """
    tokens = context.tokens
    if is_shared(match):
        return shared_sense(match, context) or (unlinked(match) if model else None)
    senses = _believed(match, model, context)
    if any(is_anothers(sense, match, context) for sense in senses):
        return unlinked(match)
    if context.ends_address(match):
        senses = [sense for sense in senses if sense.kind in PARTS] or senses
    senses = _of_the_kind(senses, match, context)
    if any(sense.kind == "capital" for sense in senses):
        senses = _of_capital(senses, match, tokens)
    return context.best(_near(_inside(senses, match, context), match, context), tokens.printed(*match.bounds))


def _of_the_kind(senses: list[Sense], match: Match, context: Context) -> list[Sense]:
    """Of the senses a country among countries and a part of one among parts: *Georgia and Moldova*, *and Alabama*."""
    beside = {sense.kind for sense in senses if sense.entity.iso3 in context.around(match)}
    is_address = "city" in beside and PARTS.isdisjoint(beside)
    joined = context.joined(match) if len(senses) > 1 and not is_address else ()
    alike = [
        sense
        for sense in senses
        if (sense.kind == "name" and "country" in joined and sense.entity.type == "COUNTRY")
        or (sense.kind in PARTS and "part" in joined)
    ]
    return alike or senses


def _inside(senses: list[Sense], match: Match, context: Context) -> list[Sense]:
    """The places that lie in the country stated next to them, where one is; else whatever is no city."""
    countries = context.around(match)
    if not countries:
        return senses
    inside = [sense for sense in senses if sense.entity.iso3 in countries]
    if not inside and context.in_list(match):
        return senses
    if inside or (context.is_in_part(match) and {sense.entity.type for sense in senses} == {"COUNTRY"}):
        return inside
    return [sense for sense in senses if sense.entity.type != "CITY"]


def _near(senses: list[Sense], match: Match, context: Context) -> list[Sense]:
    """Of cities of one name, that of the country whose police act in the sentence, or which it names alone.

    Where that country's police act and it has no such city, a doubtful name is of none that is listed.
    """
    cities = [sense for sense in senses if sense.kind == "city"]
    if not cities or context.around(match):
        return senses
    acting = context.near(match, in_authority=True)
    country = acting or context.near(match, in_authority=False)
    near = [city for city in cities if city.entity.iso3 == country and not context.is_overshadowed(city)]
    if not near and acting and all(city.ambiguous and city.entity.iso3 != acting for city in cities):
        return [sense for sense in senses if sense not in cities]
    return near or senses


def _believed(match: Match, model: Name | None, context: Context) -> list[Sense]:
    """The senses that hold beside what the model found on the same tokens."""
    tokens, senses = context.tokens, match.senses
    if model is None:
        return [s for s in senses if _stands_alone(s, match, tokens) or _is_acting_capital(s, match, tokens)]
    if model.type == "PERSON":
        sure = [s for s in senses if _beats_a_person(s, match, tokens) or _is_acting_capital(s, match, tokens)]
        sure = sure or [sense for sense in senses if _is_named_state(sense, match, context)]
        return sure or _joined_countries(match, context) or _cities_beside(match, context)
    fitting = [sense for sense in senses if sense.entity.type in compatible(model.type)]
    if _is_demonym_as_language(match, tokens):
        fitting = list(senses)
    people = [sense for sense in fitting if sense.is_demonym or sense.kind == "member"]
    alike = people if model.type in ("GROUP", "OTHER") else [sense for sense in fitting if sense not in people]
    return alike or [sense for sense in senses if not sense.ambiguous] or _cities_beside(match, context)


def _is_demonym_as_language(match: Match, tokens: Tokens) -> bool:
    """*English rugby*: what the model takes for a language, before what is none of its words."""
    if tokens.entity[match.start] != "LANGUAGE" or match.end >= len(tokens):
        return False
    return tokens.pos[match.end] == "NOUN" and tokens.lemma[match.end] not in words_for("of_language")


def _of_capital(senses: list[Sense], match: Match, tokens: Tokens) -> list[Sense]:
    """A capital as its government, or else as the city."""
    capital = [sense for sense in senses if sense.kind == "capital"][:1]
    city = [sense for sense in match.senses if sense.entity.type == "CITY"]
    return capital if is_metonym(tokens, match) else city or capital


def _stands_alone(sense: Sense, match: Match, tokens: Tokens) -> bool:
    """Whether a name that the model did not see can be believed."""
    if sense.ambiguous or _PROPER.isdisjoint(tokens.pos[match.start : match.end]):
        return False
    if sense.kind in _PLACES or sense.entity.type in ("CITY", "REGION"):
        return len(match) > 1 or (is_where(tokens, match) and not is_in_compound(tokens, match))
    return len(match) > 1 or not is_first_name(tokens, match)


def _beats_a_person(sense: Sense, match: Match, tokens: Tokens) -> bool:
    """Whether the lexicon is right although the model takes the name for a person's."""
    in_compound = is_in_compound(tokens, match)
    if sense.entity.type in _PLACE_TYPES and not in_compound and cued_type(tokens, *match.bounds) in _PLACE_TYPES:
        return sense.kind != "capital"
    if sense.ambiguous or sense.kind == "capital":
        return False
    if sense.entity.type in _BODIES or len(match) > 1 or _is_articled_region(sense, match, tokens):
        return True
    return not in_compound and (_is_placed(tokens, match) or _is_no_persons(sense, match, tokens))


def _is_no_persons(sense: Sense, match: Match, tokens: Tokens) -> bool:
    """A sure place or company whose name is no person's: *England were beaten*, *the Rotterdam final*."""
    text = tokens.printed(*match.bounds)
    is_sure = sense.kind in PARTS | {"city"} or sense.entity.type == "COMPANY"
    return is_sure and not (text in given_names() or is_family_name(text))


def _is_placed(tokens: Tokens, match: Match) -> bool:
    """Whether the name stands where places do, or is a capital's, which hardly any person bears."""
    text = tokens.printed(*match.bounds)
    if is_locative(tokens, match):
        return True
    return text not in given_names() and (text in _capitals() or is_reached(tokens, match))


def _is_named_state(sense: Sense, match: Match, context: Context) -> bool:
    """A state that shares its name with persons, where the article names its cities or people as well."""
    if sense.kind != "name" or len(match) > 1 or not context.speaks_of(sense.entity.iso3):
        return False
    return context.tokens.dep[match.start] != "compound" and not is_in_compound(context.tokens, match)


def _joined_countries(match: Match, context: Context) -> list[Sense]:
    """The country, where the name that might be a person's is joined to countries: *Iraq and Jordan*."""
    if is_in_compound(context.tokens, match) or "country" not in context.joined(match):
        return []
    return [sense for sense in match.senses if sense.kind == "name" and sense.entity.type == "COUNTRY"]


def _cities_beside(match: Match, context: Context) -> list[Sense]:
    """The cities, where what might be a person or body is joined to one, placed in a larger place, or lived in.

    *Hamilton and Toronto*; *Merida, in western Venezuela*; *in Brest*, *the port of Brest*.
    """
    cities = [sense for sense in match.senses if sense.kind == "city"]
    around, tokens = context.around(match), context.tokens
    if inside := [city for city in cities if city.entity.iso3 in around]:
        return inside
    before = tokens.lower_word(match.start - 1)
    is_lived_in = before in _WITHIN or (before == "of" and is_where(tokens, match))
    is_city = is_lived_in or "city" in context.joined(match)
    return cities if is_city and not is_in_compound(tokens, match) else []


def _is_acting_capital(sense: Sense, match: Match, tokens: Tokens) -> bool:
    """*Kiev rejected the plan*: a capital that is no given name, where it does what governments do."""
    if sense.kind != "capital" or sense.ambiguous or tokens.printed(*match.bounds) in given_names():
        return False
    return not is_in_compound(tokens, match) and is_metonym(tokens, match)


@cache
def _capitals() -> frozenset[str]:
    """The capitals of the world, in all spellings, which are hardly ever persons' names."""
    spelled = (row["text"] for row in rows("country_names") if row["kind"] == "capital")
    return frozenset([*spelled, *(row["capital"] for row in rows("countries"))])


def _is_articled_region(sense: Sense, match: Match, tokens: Tokens) -> bool:
    """*the Danube*."""
    return sense.entity.type == "REGION" and tokens.lower_word(match.start - 1) == "the"
