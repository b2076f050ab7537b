"""The lexicons as one dictionary of names: which printed strings name which countries, places and organisations."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from toolkit.extract.roles import roles_of
from toolkit.extract.tokens import Tokens, places_of
from toolkit.lexicons import rows
from toolkit.records import Entity, MentionType

_FIRST_WORD = re.compile(r"\w+")
# In capitals, shorter words are more often acronyms or ordinary words than names (US, IT, WHO).
_SHORTEST_CAPITALISED = 4
# What a state counts for beside the cities of its name (Victoria in Australia and in Canada); the table has no numbers.
_PEOPLE_OF_A_STATE = 1_000_000


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a printed name can mean, and how the name relates to it."""

    entity: Entity
    kind: str
    ambiguous: bool = False
    population: int = 0

    @property
    def is_demonym(self) -> bool:
        """Whether the name is an adjective or a people (*Japanese*, *Swedes*)."""
        return self.kind in ("demonym", "people")


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the lexicons on tokens [start, end) of a text, with all that it can mean."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    def __len__(self) -> int:
        """How many tokens it covers."""
        return self.end - self.start

    @property
    def bounds(self) -> tuple[int, int]:
        """Its first token, and the one after its last."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Names with their senses, found in a text by their first word."""

    senses: dict[str, tuple[Sense, ...]]
    lengths: dict[str, tuple[int, ...]]

    def matches(self, tokens: Tokens, *, lower: bool = False) -> Iterator[Match]:
        """The longest names from left to right; they do not overlap. With `lower`, the text's case does not matter."""
        text = straightened(tokens.source)
        firsts = _first_words(tokens)
        if lower:
            text, firsts = lowered(text), list(map(str.lower, firsts))
        done = 0
        for at in places_of(firsts, self.lengths.keys() & set(firsts)):
            if at >= done and (match := self._match_at(at, self.lengths[firsts[at]], text, tokens)):
                yield match
                done = match.end

    def _match_at(self, at: int, lengths: tuple[int, ...], text: str, tokens: Tokens) -> Match | None:
        """The longest name of these lengths that begins with the token and ends with one."""
        start, ends = tokens.start[at], tokens.end
        for last in range(bisect_right(ends, start + lengths[0], at), at, -1):
            end = ends[last - 1]
            if end - start in lengths and (senses := self.senses.get(text[start:end])):
                return Match(at, last, senses)
        return None


@lru_cache(maxsize=1)
def _first_words(tokens: Tokens) -> list[str]:
    """The letters and digits that each token begins with; found once, since several dictionaries are asked."""
    return roles_of(tokens.text, _first_word)


@lru_cache(maxsize=10_000)
def _first_word(token: str) -> str:
    """The letters and digits that the token begins with."""
    word = _FIRST_WORD.match(token)
    return word.group() if word else ""


def dictionary(named: dict[str, tuple[Sense, ...]]) -> Dictionary:
    """A dictionary of these names."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in named:
        if word := _FIRST_WORD.match(name):
            lengths[word.group()].add(len(name))
    return Dictionary(named, {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()})


def straightened(text: str) -> str:
    """The text with typographic apostrophes and hyphens made plain, each one character as before."""
    return text.replace("’", "'").replace("‑", "-")


def lowered(text: str) -> str:
    """The text in lower case, of the same length: a letter that would become two stays."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def gazetteer() -> Dictionary:
    """All names of the lexicons, also in capitals, as headlines print them."""
    named: dict[str, list[Sense]] = defaultdict(list)
    for text, sense in chain(
        _countries(), _cities(), _regions(), _organisations(), _sites(), _party_members(), _people()
    ):
        if sense not in named[straightened(text)]:
            named[straightened(text)].append(sense)
    for text in [text for text in named if len(text) >= _SHORTEST_CAPITALISED]:
        capitals = text.upper()
        if capitals not in named:
            named[capitals] = named[text]
    return dictionary({text: _alike(senses) for text, senses in named.items()})


def _alike(senses: list[Sense]) -> tuple[Sense, ...]:
    """The senses, cities of one name as doubtful as the largest: the smaller are no surer of it."""
    cities = [sense for sense in senses if sense.kind == "city"]
    if len(cities) < 2:
        return tuple(senses)
    doubt = max(cities, key=lambda city: city.population).ambiguous
    return tuple(replace(sense, ambiguous=doubt) if sense.kind == "city" else sense for sense in senses)


def names_city(text: str) -> bool:
    """Whether a city is called so."""
    return any(sense.entity.type == "CITY" for sense in gazetteer().senses.get(straightened(text), ()))


@cache
def lexicon_entities() -> dict[str, Entity]:
    """Lexicon key -> the entity as the lexicons describe it."""
    found = (sense.entity for senses in gazetteer().senses.values() for sense in senses)
    return {entity.entity_id: entity for entity in found if entity.entity_id}


@cache
def countries() -> dict[str, Entity]:
    """ISO 3166-1 alpha-3 code -> country."""
    return {
        row["iso3"]: Entity(
            entity_id=f"country:{row['iso3']}",
            name=row["name"],
            type="COUNTRY",
            iso3=row["iso3"],
            latitude=_degrees(row["latitude"]),
            longitude=_degrees(row["longitude"]),
            source="lexicon",
        )
        for row in rows("countries")
    }


def _countries() -> Iterator[tuple[str, Sense]]:
    """Names, demonyms and capitals; a capital has its country as one sense and itself as another.

    Of two countries of one name, the one with more people in its cities is meant where nothing else is said.
    """
    known, townspeople = countries(), Counter[str]()
    for row in rows("cities"):
        townspeople[row["iso3"]] += int(row["population"] or 0)
    for row in rows("country_names"):
        if row["iso3"] in known:
            people = 0 if row["kind"] in ("capital", "government") else townspeople[row["iso3"]]
            yield row["text"], Sense(known[row["iso3"]], row["kind"], bool(row["ambiguous"]), people)


def _cities() -> Iterator[tuple[str, Sense]]:
    cities: dict[tuple[str, str], Sense] = {}
    for row in rows("cities"):
        place = replace(
            _place(row, "CITY"), entity_id="-".join(filter(None, (f"city:{slug(row['name'])}", row["iso3"])))
        )
        sense = Sense(place, "city", bool(row.get("ambiguous")), int(row["population"] or 0))
        known = cities.get((row["name"], row["iso3"]))
        if known is None or known.population < sense.population:
            cities[row["name"], row["iso3"]] = sense
    yield from ((name, sense) for (name, _), sense in cities.items())
    for row in rows("city_names"):
        if city := cities.get((row["name"], row["iso3"])):
            yield row["text"], replace(city, ambiguous=bool(row["ambiguous"]))


def _regions() -> Iterator[tuple[str, Sense]]:
    for row in rows("regions"):
        if row["text"].endswith(" region"):
            continue  # the common noun is no part of the name
        named = f"region:{slug(row['name'])}"
        region = Entity(
            entity_id="-".join(filter(None, (named, row["iso3"]))),
            name=row["name"],
            type="REGION",
            iso3=row["iso3"] or None,
            source="lexicon",
        )
        people = _PEOPLE_OF_A_STATE if row["kind"] == "state" else 0
        yield row["text"], Sense(region, row["kind"], ambiguous=bool(row["ambiguous"]), population=people)


def _sites() -> Iterator[tuple[str, Sense]]:
    for row in rows("sites"):
        yield row["text"], Sense(_place(row, "SITE"), row["kind"], ambiguous=bool(row.get("ambiguous")))


def _organisations() -> Iterator[tuple[str, Sense]]:
    known = _organisation_entities()
    for row in rows("organisation_names"):
        if entity := known.get(row["key"]):
            yield row["text"], Sense(entity, row["kind"], ambiguous=bool(row["ambiguous"]))


def _party_members() -> Iterator[tuple[str, Sense]]:
    """*Republican*, *Republicans* of the Republican Party: party adjectives, to be believed with other evidence."""
    for entity in _organisation_entities().values():
        stem, _, party = entity.name.rpartition(" ")
        if entity.type == "PARTY" and party == "Party" and " " not in stem:
            sense = Sense(entity, "member", ambiguous=True)
            yield from ((stem, sense), (f"{stem}s", sense))


def _people() -> Iterator[tuple[str, Sense]]:
    """Full names of office holders: known as names, but without a key, for a name is no proof of who is meant."""
    for row in rows("office_holders"):
        sense = Sense(Entity(entity_id="", name=row["person"], type="PERSON"), "person")
        yield from ((name, sense) for name in (row["person"], *row["also"].split("|")) if " " in name)


@cache
def _organisation_entities() -> dict[str, Entity]:
    return {
        row["key"]: Entity(
            entity_id=row["key"],
            name=row["name"],
            type=row["type"],  # type: ignore[arg-type] # the lexicon's own test checks its types
            iso3=row["iso3"] or None,
            source="lexicon",
        )
        for row in rows("organisations")
    }


def _place(row: dict[str, str], kind: MentionType) -> Entity:
    return Entity(
        entity_id=f"{kind.lower()}:{slug(row['name'])}",
        name=row["name"],
        type=kind,
        iso3=row["iso3"] or None,
        latitude=_degrees(row["latitude"]),
        longitude=_degrees(row["longitude"]),
        source="lexicon",
    )


def slug(name: str) -> str:
    """The name as the readable part of a key."""
    return "-".join(re.findall(r"\w+", name.casefold()))


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
