"""What the other names of an article tell of an ambiguous one: which countries it speaks of, and what stands beside."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache, cached_property

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import Match, Sense, gazetteer, straightened
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows

# Parts of countries that are named after a place in them.
PARTS = {"state", "province", "county", "nation"}
_WHOLES = {"name", "short", "abbreviation"}
# How many adjectives lead to a larger place: *in the far south of*.
_LEADING, _ADJECTIVES = 3, (["ADJ"], ["ADV"], ["DET"])
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
        named = (sense for match in matches for sense in match.senses if sense.kind in PARTS | {"demonym"})
        self._parts = {sense.entity.name for sense in named}
        cities = {sense.entity for match in matches for sense in match.senses if sense.kind == "city"}
        self._in_part = Counter(
            part for city in cities for part in _parts_of().get((city.name or "", city.iso3 or ""), ())
        )
        self.named = {sense.entity.entity_id for _, sense in clear}
        self._own = Counter((text, sense.entity.iso3) for text, sense in clear)

    def around(self, match: Match) -> set[str]:
        """The countries of the larger place that the text names next: *Paris, Texas*, *Lagos, in southern Portugal*."""
        if (larger := self._starting.get(self._after_link(match.end))) is None:
            return set()
        return {sense.entity.iso3 for sense in larger.senses if sense.kind in PARTS | _WHOLES and sense.entity.iso3}

    def in_list(self, match: Match) -> bool:
        """Whether the place after the comma is only the next of several: *to London, Singapore and Lima*."""
        beside = self._starting.get(match.end + 1)
        if beside is None or self.tokens.word(match.end) != ",":
            return False
        return self.tokens.lower_word(beside.end) in _LINKS and beside.end + 1 in self._starting

    def _after_link(self, at: int) -> int:
        """The token after *,*, *in* or *, in*, and after adjectives behind *in*; none where no such link stands."""
        linked = at + 1 if self.tokens.word(at) == "," else at
        if self.tokens.lower_word(linked) != "in":
            return linked if linked > at else -1
        at = linked + 1
        while at - linked <= _LEADING and at not in self._starting and self.tokens.pos[at : at + 1] in _ADJECTIVES:
            at += 1
        return at

    def speaks_of(self, iso3: str | None) -> bool:
        """Whether other names of the text belong to the country beyond doubt."""
        return self.countries[iso3] > 0

    def owner(self, match: Match) -> str | None:
        """The country whose name or adjective stands directly before: *Kenya's DCI*, *the Kenyan DCI*."""
        before = match.start - (self.tokens.word(match.start - 1) in ("'s", "’s", "'", "’"))
        owner = self._ending.get(before)
        sense = owner and _clear(owner.senses)
        return sense.entity.iso3 if sense and sense.entity.type == "COUNTRY" else None

    def near(self, match: Match, *, in_authority: bool) -> str | None:
        """The one country that the sentence names beside it, or whose police, courts or firemen it tells of."""
        here = self._stated.get(self.tokens.sentence(match.start)[0], ())
        stated = ((other, iso3) for other, iso3 in here if other != match)
        found = {iso3 for other, iso3 in stated if not in_authority or self._has_authority(other)}
        return found.pop() if len(found) == 1 else None

    def _has_authority(self, match: Match) -> bool:
        """*Spanish police*, *Spain's police*, *police in Spain*."""
        lemma, before, after = self.tokens.lemma, match.start - 2, match.end
        after += self.tokens.word(after) in ("'s", "’s")
        nouns = [lemma[at].lower() for at in (before, after) if 0 <= at < len(lemma)]
        linked = self.tokens.lower_word(match.start - 1) in ("in", "of")
        return not words_for("local_authority").isdisjoint(nouns if linked else nouns[-1:])

    @cached_property
    def _stated(self) -> dict[int, list[tuple[Match, str]]]:
        """First token of a sentence -> the countries, states and provinces that it names, with their country."""
        stated: dict[int, list[tuple[Match, str]]] = defaultdict(list)
        for match in self._starting.values():
            sense = match.senses[0]
            is_whole = sense.entity.type == "COUNTRY" and sense.kind != "capital"
            if sense.entity.iso3 and (is_whole or sense.kind in PARTS):
                stated[self.tokens.sentence(match.start)[0]].append((match, sense.entity.iso3))
        return stated

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
        return any(sense.kind in PARTS for sense in part.senses)

    def joined(self, match: Match) -> set[str]:
        """The kinds, `country`, `part` or `city`, of the names it is joined to: *Iraq and Jordan*, *Ohio, Georgia*."""
        around = ((match.start - 1, self._ending.get(match.start - 1)), (match.end, self._starting.get(match.end + 1)))
        beside = [other for link, other in around if other and self.tokens.lower_word(link) in _LINKS]
        kinds = (sense.kind for other in beside if (sense := _clear(other.senses)))
        named = {"name": "country", "city": "city"} | dict.fromkeys(PARTS, "part")
        return {named[kind] for kind in kinds if kind in named}

    def best(self, senses: Iterable[Sense], text: str) -> Sense | None:
        """The clearest sense, then the one whose country the other names speak of, then the largest place."""
        return max(senses, key=lambda sense: self._weight(sense, text), default=None)

    def is_overshadowed(self, sense: Sense) -> bool:
        """Whether a capital or far larger city bears the name, and its own state or province is not named: *Athens*."""
        parts = _parts_of().get((sense.entity.name or "", sense.entity.iso3 or ""), set())
        if not parts or not parts.isdisjoint(self._parts):
            return False
        namesakes = gazetteer().senses.get(straightened(sense.entity.name or ""), ())
        if capital := next((other for other in namesakes if other.kind == "capital"), None):
            return capital.entity.iso3 != sense.entity.iso3
        return max((city.population for city in namesakes), default=0) > _DOMINANT * sense.population

    def _weight(self, sense: Sense, text: str) -> tuple[bool, bool, int, int, int]:
        iso3, kind = sense.entity.iso3, sense.entity.type
        if kind == "CITY" and self.is_overshadowed(sense):
            return (not sense.ambiguous, False, 0, sense.population, False)
        others = (self.provinces if kind == "REGION" else self.countries)[iso3]
        others += self._in_part[sense.entity.name] if sense.kind in PARTS else 0
        others -= self._own[text, iso3] if kind != "COUNTRY" else 0
        return (not sense.ambiguous, kind == "COUNTRY" and others > 0, others, sense.population, kind == "COUNTRY")


def _clear(senses: Sequence[Sense]) -> Sense | None:
    """What the name means whatever stands around it: one country's, or one city far larger than its namesakes."""
    if senses[0].ambiguous or senses[0].kind == "shared":
        return None
    if len(senses) == 1:
        return senses[0]
    largest, *others = sorted(senses, key=lambda sense: -sense.population)
    alone = len({sense.entity.iso3 for sense in senses}) == 1
    dominant = largest.population > _DOMINANT * max((sense.population for sense in others), default=0)
    return senses[0] if alone else largest if dominant else None


@cache
def _cities_with_part() -> frozenset[tuple[str | None, str]]:
    """City and the state or province that it lies in."""
    return frozenset((row["name"], row["admin"]) for row in rows("cities") if row["admin"])


@cache
def _parts_of() -> dict[tuple[str, str], set[str]]:
    """City and its country, where that has states or provinces -> those in which cities of the name lie."""
    parts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in (row for row in rows("cities") if row["admin"]):
        parts[row["name"], row["iso3"]].add(row["admin"])
    return parts
