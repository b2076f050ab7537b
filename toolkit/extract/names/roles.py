"""What a person is: the office or title beside the name, and the country or body that it is held for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.index import Index
from toolkit.extract.names.offices import Office, Offices
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows
from toolkit.records import Entity, Mention, MentionType

_EMPLOYERS: frozenset[MentionType] = frozenset({"COUNTRY", "IGO", "GOV", "ORG", "COMPANY", "PARTY", "REGION", "CITY"})
_PLACES: frozenset[MentionType] = frozenset({"SITE", "CITY", "REGION"})
_PLACED_BY: frozenset[MentionType] = frozenset({"COUNTRY", "CITY", "REGION", "GOV"})
_ENDINGS = {"'s", "’s", "'", "’", "-"}
# How far before an office the word can stand that says when it was held: *former* White House chief of staff.
_REACH = 6
# How many words, and which, may lead from a place to the larger one that it lies in.
_LEADING, _LEADING_WORDS = 4, {"ADJ", "DET", "ADV"}
# Longer ones are lists or no sentences at all, which would take long for every name in them.
_LONGEST_SENTENCE = 100
_WAYS = {"from", "to"}


@dataclass(frozen=True, slots=True)
class Role:
    """An office as printed, and for whom it is held."""

    text: str
    employer: str | None = None
    in_sport: bool = False


def add_roles(reading: Reading, index: Index, offices: Offices) -> None:
    """Give every named person of the reading the role and affiliation that the text states beside the name."""
    for mention in reading.mentions:
        if mention.type != "PERSON" or mention.level != "name":
            continue
        entity = reading.entities[mention.entity_id]
        if not (entity.role and entity.affiliation_id):
            for role in _roles_beside(mention, reading.tokens, index, offices):
                reading.entities[entity.entity_id] = entity = _with_role(entity, role, reading)


def add_places(reading: Reading, index: Index) -> None:
    """Where what the lexicons do not know is: a place by *in Peru*, *in Lima*, a head of government by its name."""
    for mention in reading.mentions:
        entity = reading.entities[mention.entity_id]
        if entity.iso3 is None and entity.source == "article":
            place = _place_beside(mention, entity, reading, index)
            if place:
                reading.entities[entity.entity_id] = _placed(entity, place)


def _placed(entity: Entity, place: Entity) -> Entity:
    """The entity with the country of the place; a site in a city has its coordinates, too."""
    if place.type == "CITY" and entity.type == "SITE":
        entity = replace(entity, latitude=place.latitude, longitude=place.longitude)
    return replace(entity, iso3=place.iso3)


def _place_beside(mention: Mention, entity: Entity, reading: Reading, index: Index) -> Entity | None:
    start, end = index.bounds[mention.mention_id]
    beside: Mention | None = None
    if entity.type in _PLACES:
        tokens = reading.tokens
        beside = _place_within(entity, start, end, index) or _place_after(tokens, end, index)
        beside = beside or _place_before(tokens, start, index) or _place_of_people(reading, start, index)
        beside = beside or _place_joined(reading, mention, index)
    elif entity.type == "PERSON":
        around = index.by_token.get(start)
        beside = around if around and around.type == "GOV" else None
    elif entity.type == "GOV":
        beside = _country_within(start, index) or _place_before(reading.tokens, start, index)
    return reading.entities[beside.entity_id] if beside and beside.type in _PLACED_BY else None


def _place_within(entity: Entity, start: int, end: int, index: Index) -> Mention | None:
    """*Lima airport*: the town that the name of a site begins with."""
    inside = (index.by_last.get(at) for at in range(start, end - 1)) if entity.type == "SITE" else ()
    return next(filter(None, inside), None)


def _place_after(tokens: Tokens, end: int, index: Index) -> Mention | None:
    """*X in Peru*, *X, Peru*, *X, in northern Peru*: the next name behind words that only lead to it."""
    if tokens.lower_word(end) not in ("in", ","):
        return None
    for at in range(end + 1, min(end + 1 + _LEADING, len(tokens))):
        if at in index.by_token or (tokens.lower[at] != "in" and tokens.pos[at] not in _LEADING_WORDS):
            return index.by_token.get(at)
    return None


def _country_within(start: int, index: Index) -> Mention | None:
    """*the Kenyan Finance Ministry*: the country that the name of a ministry begins with."""
    inner = index.by_head.get(start)
    return inner if inner and inner.type in ("COUNTRY", "REGION") else None


def _place_before(tokens: Tokens, start: int, index: Index) -> Mention | None:
    """*Peru's X*, *the Peruvian town of X*."""
    before = start - 1
    if before < 0:
        return None
    if tokens.tag[before] == "POS":
        return index.by_token.get(before - 1)
    noun = tokens.head[before]
    is_of = tokens.lower[before] == "of" and noun < before
    modifiers = [child for child in tokens.children[noun] if child < noun] if is_of else []
    return next((index.by_token[at] for at in modifiers if at in index.by_token), None)


def _place_of_people(reading: Reading, start: int, index: Index) -> Mention | None:
    """*Polish farmers blocked the road to X*: those who stay at home, where the sentence names no other country."""
    tokens, at_home = reading.tokens, words_for("at_home")
    if not _is_where(tokens, start):
        return None
    around = reading.sentence_at(tokens.start[start])
    sentence = range(*reading.bounds(around.start, around.end))
    if len(sentence) > _LONGEST_SENTENCE or not any(tokens.lemma[at].lower() in at_home for at in sentence):
        return None
    named = {mention.entity_id: mention for at in sentence if (mention := index.by_token.get(at))}
    countries = [mention for mention in named.values() if mention.type in ("COUNTRY", "REGION")]
    if len(countries) != 1:
        return None
    heads = (tokens.head[at] for at in sentence if index.by_token.get(at) is countries[0])
    return countries[0] if any(tokens.lemma[head].lower() in at_home for head in heads) else None


def _is_where(tokens: Tokens, start: int) -> bool:
    """*in X*, *to X*, *the port of X*; not *the auction of X*, which may be a firm."""
    before = tokens.lower_word(start - 1)
    of_place = before == "of" and start > 1 and tokens.lemma[start - 2].lower() in words_for("of_place")
    return of_place or before in words_for("locative")


def _place_joined(reading: Reading, mention: Mention, index: Index) -> Mention | None:
    """*in Sendai and X*, *from Sendai to X*: a known place beside it, where all of these are of one country."""
    tokens, head = reading.tokens, index.heads[mention.mention_id]
    beside = [index.by_head.get(at) for at in (*tokens.conjuncts(head), *_other_ends(tokens, head))]
    places = [other for other in beside if other and other.type in ("CITY", "REGION")]
    known = {code: other for other in places if (code := reading.entities[other.entity_id].iso3)}
    return next(iter(known.values())) if len(known) == 1 else None


def _other_ends(tokens: Tokens, head: int) -> list[int]:
    """Where a way begins or ends, of which the token is the other end: *from X to Y*."""
    link = tokens.head[head]
    if tokens.lower[link] not in _WAYS:
        return []
    near = {*tokens.children[link], *tokens.children[tokens.head[link]], tokens.head[link]} - {link}
    return [noun for other in near if tokens.lower[other] in _WAYS for noun in tokens.children[other] if noun != head]


def _with_role(entity: Entity, role: Role, reading: Reading) -> Entity:
    employer = reading.entities.get(role.employer or "")
    return replace(
        entity,
        role=entity.role or role.text,
        affiliation_id=entity.affiliation_id or role.employer,
        iso3=entity.iso3 or (employer.iso3 if employer and _serves(role, employer) else None),
    )


def _serves(role: Role, employer: Entity) -> bool:
    """Whether the employer's country is the person's: players and coaches serve clubs abroad."""
    return not role.in_sport or employer.type in ("COUNTRY", "GOV", "COMPANY")


def _roles_beside(mention: Mention, tokens: Tokens, index: Index, offices: Offices) -> Iterator[Role]:
    """The roles before the name (*Foreign Minister X*) and in apposition (*X, the foreign minister of Peru*)."""
    start, name = index.bounds[mention.mention_id][0], index.heads[mention.mention_id]
    if (before := offices.ending.get(start)) and before.kind != "honorific":
        role = _role(before, tokens, index)
        yield role if role.employer else replace(role, employer=_employer_after(tokens, name, index))
    for at in _apposed(tokens, name):
        if (office := offices.at.get(at)) and office.kind != "honorific":
            yield _role(office, tokens, index)


def _apposed(tokens: Tokens, name: int) -> Iterator[int]:
    """The nouns in apposition to a name, and what *is* says that it is."""
    head = tokens.head[name]
    yield from (child for child in tokens.children[name] if tokens.dep[child] == "appos")
    if tokens.dep[name] == "appos" and tokens.entity[head] != "PERSON":
        yield head
    if tokens.dep[name] == "nsubj" and tokens.lemma[head] == "be":
        yield from (child for child in tokens.children[head] if tokens.dep[child] == "attr")


def _role(office: Office, tokens: Tokens, index: Index) -> Role:
    """The office with what says that it is not held now (*then-*, *former*), and its employer."""
    qualifier = _qualifier(office, tokens, index)
    start = qualifier if qualifier is not None and qualifier + 1 == office.start else office.start
    text = tokens.printed(office.start, office.end)
    employer = employer_of(office, tokens, index, start=start)
    return Role(
        _prefix(tokens, qualifier) + text,
        employer,
        in_sport=office.branch == "sport" or text.lower() in words_for("team_leader"),
    )


def _qualifier(office: Office, tokens: Tokens, index: Index) -> int | None:
    """*former* before the office, its adjectives and the country or body that it belongs to."""
    for at in range(office.start - 1, max(0, office.start - _REACH) - 1, -1):
        if tokens.lower[at] in _qualifiers():
            return at
        if not (_employer(index.by_token.get(at)) or tokens.pos[at] == "ADJ" or tokens.text[at] in _ENDINGS):
            return None
    return None


def _prefix(tokens: Tokens, qualifier: int | None) -> str:
    """The qualifier as it is printed before the office: *then-*, *former*."""
    if qualifier is None:
        return ""
    return tokens.text[qualifier] + ("-" if tokens.word(qualifier + 1) == "-" else " ")


@cache
def _qualifiers() -> dict[str, str]:
    """Word before an office -> the time at which that is held."""
    return {row["text"]: row["time"] for row in rows("role_qualifiers")}


def without_qualifier(role: str) -> str:
    """The role in lower case without what says when it is held."""
    first, mark, rest = role.replace("-", " ", 1).partition(" ")
    return rest if mark and first in _qualifiers() else role


def is_past(role: str) -> bool:
    """Whether the role says that it is not held any more: *former president*, *then-minister*."""
    return _qualifiers().get(role.lower().replace("-", " ").split(" ")[0]) == "past"


def employer_of(office: Office, tokens: Tokens, index: Index, *, start: int) -> str | None:
    """The country or body for which an office is held: before `start`, owning it, or in its *of*-phrase."""
    before = _employer(index.by_last.get(_last_before(start, tokens, index)))
    return before or _employer_after(tokens, tokens.root(office.start, office.end), index)


def _last_before(start: int, tokens: Tokens, index: Index) -> int:
    """The token before the office, adjectives (*new*) and the possessive ending passed over."""
    at = start - 1
    while at > 0 and at not in index.by_last and (tokens.pos[at] == "ADJ" or tokens.text[at] in _ENDINGS):
        at -= 1
    return at


def _employer_after(tokens: Tokens, head: int, index: Index) -> str | None:
    """The employer in the *of*-phrase of an office, or of the name that bears it (*President Soto of Chile*)."""
    after = (child for child in tokens.children[head] if child > head)
    links = (child for child in after if tokens.lower[child] in words_for("employer_link"))
    found = (_employer(index.by_head.get(noun)) for link in links for noun in tokens.children[link])
    return next(filter(None, found), None)


def _employer(mention: Mention | None) -> str | None:
    return mention.entity_id if mention and mention.type in _EMPLOYERS and mention.level == "name" else None
