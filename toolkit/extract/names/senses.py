"""Which of its senses a lexicon name has in the text: Georgia, Jordan, Washington, Tokyo."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from toolkit.extract.names.cues import cued_type
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
# Parts of countries that are named after a place in them.
_PARTS = {"state", "province", "county", "nation"}
_WHOLES = {"name", "short", "abbreviation"}
_LINKS = {"and", "or", ","}
# A city this many times as large as its namesakes is meant where nothing else is said.
_DOMINANT = 10


class Context:
    """What the article's other names say about an ambiguous one: how often each country is meant, and how."""

    def __init__(self, tokens: Tokens, matches: Collection[Match]) -> None:
        self.tokens = tokens
        self._starting = {match.start: match for match in matches}
        self._ending = {match.end: match for match in matches}
        clear = [(tokens.printed(*match.bounds), sense) for match in matches if (sense := _clear(match.senses))]
        self.countries = Counter(sense.entity.iso3 for _, sense in clear)
        self.provinces = Counter(sense.entity.iso3 for _, sense in clear if sense.entity.type in ("CITY", "REGION"))
        self._own = Counter((text, sense.entity.iso3) for text, sense in clear)

    def around(self, match: Match) -> set[str]:
        """The countries of the larger place that the text names next: *Paris, Texas*, *Perth in Scotland*."""
        if self.tokens.word(match.end) not in (",", "in") or not (larger := self._starting.get(match.end + 1)):
            return set()
        return {sense.entity.iso3 for sense in larger.senses if sense.kind in _PARTS | _WHOLES and sense.entity.iso3}

    def speaks_of(self, iso3: str | None) -> bool:
        """Whether other names of the text belong to the country beyond doubt."""
        return self.countries[iso3] > 0

    def ends_address(self, match: Match) -> bool:
        """Whether a city of that state or province stands before it: *Seattle, Washington*."""
        city = self._ending.get(match.start - 1)
        if city is None or self.tokens.word(match.start - 1) != ",":
            return False
        return (self.tokens.printed(*city.bounds), self.tokens.printed(*match.bounds)) in _cities_with_part()

    def is_in_part(self, match: Match) -> bool:
        """Whether a part of a country follows between commas: *Lebanon, Pennsylvania, lost* is no country."""
        part = self._starting.get(match.end + 1)
        if part is None or self.tokens.word(match.end) != "," or self.tokens.word(part.end) not in ("", ",", "."):
            return False
        return any(sense.kind in _PARTS for sense in part.senses)

    def joined(self, match: Match) -> set[str]:
        """The kinds, `country` or `part`, of the names that it is joined to: *Iraq and Jordan*, *Ohio, Georgia*."""
        around = ((match.start - 1, self._ending.get(match.start - 1)), (match.end, self._starting.get(match.end + 1)))
        beside = [other for link, other in around if other and self.tokens.lower_word(link) in _LINKS]
        kinds = (sense.kind for other in beside if (sense := _clear(other.senses)))
        return {"country" if kind == "name" else "part" for kind in kinds if kind == "name" or kind in _PARTS}

    def best(self, senses: Iterable[Sense], text: str) -> Sense | None:
        """The clearest sense, then the one whose country the other names speak of, then the largest place."""
        return max(senses, key=lambda sense: self._weight(sense, text), default=None)

    def _weight(self, sense: Sense, text: str) -> tuple[bool, bool, int, int, int]:
        iso3, kind = sense.entity.iso3, sense.entity.type
        others = (self.provinces if kind == "REGION" else self.countries)[iso3]
        others -= self._own[text, iso3] if kind != "COUNTRY" else 0
        return (not sense.ambiguous, kind == "COUNTRY" and others > 0, others, sense.population, kind == "COUNTRY")


def named_sense(match: Match, model: Name | None, context: Context) -> Sense | None:
    """What the name means here; nothing when it is not this name at all (*Turkey* as a dish, *Jordan* as a person).

    Args:
        match: the name and its senses.
        model: the model's name on the same tokens, where it found one.
        context: the article's other names.
    """
    tokens = context.tokens
    senses = _believed(match, model, context)
    if context.ends_address(match):
        senses = [sense for sense in senses if sense.kind in _PARTS] or senses
    senses = _of_the_kind(senses, match, context)
    if any(sense.kind == "capital" for sense in senses):
        senses = _of_capital(senses, match, tokens)
    return context.best(_inside(senses, match, context), tokens.printed(*match.bounds))


def _of_the_kind(senses: list[Sense], match: Match, context: Context) -> list[Sense]:
    """Of the senses a country among countries and a part of one among parts: *Georgia and Moldova*, *and Alabama*."""
    joined = context.joined(match) if len(senses) > 1 else ()
    alike = [
        sense
        for sense in senses
        if (sense.kind == "name" and "country" in joined and sense.entity.type == "COUNTRY")
        or (sense.kind in _PARTS and "part" in joined)
    ]
    return alike or senses


def _inside(senses: list[Sense], match: Match, context: Context) -> list[Sense]:
    """The places that lie in the country stated next to them, where one is; else whatever is no city."""
    countries = context.around(match)
    if not countries:
        return senses
    inside = [sense for sense in senses if sense.entity.iso3 in countries]
    if inside or (context.is_in_part(match) and {sense.entity.type for sense in senses} == {"COUNTRY"}):
        return inside
    return [sense for sense in senses if sense.entity.type != "CITY"]


def _clear(senses: Sequence[Sense]) -> Sense | None:
    """What the name means whatever stands around it: one country's, or one city far larger than its namesakes."""
    if senses[0].ambiguous:
        return None
    if len(senses) == 1:
        return senses[0]
    largest, *others = sorted(senses, key=lambda sense: -sense.population)
    alone = len({sense.entity.iso3 for sense in senses}) == 1
    dominant = largest.population > _DOMINANT * max((sense.population for sense in others), default=0)
    return senses[0] if alone else largest if dominant else None


def _believed(match: Match, model: Name | None, context: Context) -> list[Sense]:
    """The senses that hold beside what the model found on the same tokens."""
    tokens, senses = context.tokens, match.senses
    if model is None:
        return [s for s in senses if _stands_alone(s, match, tokens) or _is_acting_capital(s, match, tokens)]
    if model.type == "PERSON":
        sure = [s for s in senses if _beats_a_person(s, match, tokens) or _is_acting_capital(s, match, tokens)]
        sure = sure or [sense for sense in senses if _is_named_state(sense, match, context)]
        return sure or _joined_countries(match, context)
    fitting = [sense for sense in senses if sense.entity.type in compatible(model.type)]
    people = [sense for sense in fitting if sense.is_demonym or sense.kind == "member"]
    alike = people if model.type == "GROUP" else [sense for sense in fitting if sense not in people]
    return alike or [sense for sense in senses if not sense.ambiguous]


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
    return not in_compound and _is_placed(tokens, match)


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


@cache
def _cities_with_part() -> frozenset[tuple[str | None, str]]:
    """City and the state or province that it lies in."""
    return frozenset((row["name"], row["admin"]) for row in rows("cities") if row["admin"])


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
