"""What a person is: the office or title beside the name, and the country or body that it is held for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.index import Index
from toolkit.extract.names.offices import Office, Offices
from toolkit.extract.reading import Reading
from toolkit.lexicons import rows
from toolkit.records import Entity, Mention, MentionType

_EMPLOYERS: frozenset[MentionType] = frozenset({"COUNTRY", "IGO", "GOV", "ORG", "COMPANY", "PARTY", "REGION", "CITY"})
_ENDINGS = {"'s", "’s", "'", "’", "-"}
# How far before an office the word can stand that says when it was held: *former* White House chief of staff.
_REACH = 6


@dataclass(frozen=True, slots=True)
class Role:
    """An office as printed, and for whom it is held."""

    text: str
    employer: str | None = None


def add_roles(reading: Reading, index: Index, offices: Offices) -> None:
    """Give every named person of the reading the role and affiliation that the text states beside the name."""
    for mention in reading.mentions:
        entity = reading.entities[mention.entity_id]
        if mention.type == "PERSON" and mention.level == "name" and not (entity.role and entity.affiliation_id):
            for role in _roles_beside(index.spans[mention.mention_id], index, offices):
                reading.entities[entity.entity_id] = entity = _with_role(entity, role, reading)


def add_places(reading: Reading, index: Index) -> None:
    """Where what the lexicons do not know is: a place by *in Peru*, *in Lima*, a head of government by its name."""
    for mention in reading.mentions:
        entity = reading.entities[mention.entity_id]
        if entity.iso3 is None and entity.source == "article":
            place = _place_beside(index.spans[mention.mention_id], entity, reading, index)
            reading.entities[entity.entity_id] = _placed(entity, place) if place else entity


def _placed(entity: Entity, place: Entity) -> Entity:
    """The entity with the country of the place; a site in a city has its coordinates, too."""
    if place.type == "CITY" and entity.type == "SITE":
        entity = replace(entity, latitude=place.latitude, longitude=place.longitude)
    return replace(entity, iso3=place.iso3)


def _place_beside(span: Span, entity: Entity, reading: Reading, index: Index) -> Entity | None:
    after = span.doc[span.end : span.end + 2]
    beside: Mention | None = None
    if entity.type in ("SITE", "CITY", "REGION") and len(after) == 2 and after[0].lower_ in ("in", ","):
        beside = index.by_token.get(after[1].i)
    elif entity.type == "PERSON":
        around = index.by_token.get(span.start)
        beside = around if around and around.type == "GOV" else None
    places = ("COUNTRY", "CITY", "REGION", "GOV")
    return reading.entities[beside.entity_id] if beside and beside.type in places else None


def _with_role(entity: Entity, role: Role, reading: Reading) -> Entity:
    employer = reading.entities.get(role.employer or "")
    return replace(
        entity,
        role=entity.role or role.text,
        affiliation_id=entity.affiliation_id or role.employer,
        iso3=entity.iso3 or (employer.iso3 if employer else None),
    )


def _roles_beside(span: Span, index: Index, offices: Offices) -> Iterator[Role]:
    """The roles before the name (*Foreign Minister X*) and in apposition (*X, the foreign minister of Peru*)."""
    if (before := offices.ending.get(span.start)) and before.kind != "honorific":
        role = _role(before, span.doc, index)
        yield role if role.employer else replace(role, employer=_employer_after(span.root, index))
    for token in _apposed(span.root):
        if (office := offices.at.get(token.i)) and office.kind != "honorific":
            yield _role(office, span.doc, index)


def _apposed(name: Token) -> Iterator[Token]:
    """The nouns in apposition to a name, and what *is* says that it is."""
    yield from (child for child in name.children if child.dep_ == "appos")
    if name.dep_ == "appos" and name.head.ent_type_ != "PERSON":
        yield name.head
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        yield from (child for child in name.head.children if child.dep_ == "attr")


def _role(office: Office, doc: Doc, index: Index) -> Role:
    """The office with what says that it is not held now (*then-*, *former*), and its employer."""
    qualifier = _qualifier(office, doc, index)
    start = qualifier.i if qualifier and qualifier.nbor(1).i == office.start else office.start
    text = doc[office.start : office.end].text
    return Role(_prefix(qualifier) + text, employer_of(office, doc, index, start=start))


def _qualifier(office: Office, doc: Doc, index: Index) -> Token | None:
    """*former* before the office, its adjectives and the country or body that it belongs to."""
    for token in reversed(doc[max(0, office.start - _REACH) : office.start]):
        if token.lower_ in _qualifiers():
            return token
        if not (_employer(index.by_token.get(token.i)) or token.pos_ == "ADJ" or token.text in _ENDINGS):
            return None
    return None


def _prefix(qualifier: Token | None) -> str:
    """The qualifier as it is printed before the office: *then-*, *former*."""
    if qualifier is None:
        return ""
    return qualifier.text + ("-" if qualifier.nbor(1).text == "-" else " ")


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


def employer_of(office: Office, doc: Doc, index: Index, *, start: int | None = None) -> str | None:
    """The country or body for which an office is held: before it, owning it, or in its *of*-phrase."""
    first = office.start if start is None else start
    return _employer(index.by_last.get(_last_before(first, doc, index))) or _employer_after(
        doc[office.start : office.end].root, index
    )


def _last_before(start: int, doc: Doc, index: Index) -> int:
    """The token before the office, adjectives (*new*) and the possessive ending passed over."""
    at = start - 1
    while at > 0 and at not in index.by_last and (doc[at].pos_ == "ADJ" or doc[at].text in _ENDINGS):
        at -= 1
    return at


def _employer_after(head: Token, index: Index) -> str | None:
    """The employer in the *of*-phrase of an office, or of the name that bears it (*President Soto of Chile*)."""
    links = (child for child in head.rights if child.lower_ in words_for("employer_link"))
    found = (_employer(index.by_head.get(noun.i)) for link in links for noun in link.children)
    return next(filter(None, found), None)


def _employer(mention: Mention | None) -> str | None:
    return mention.entity_id if mention and mention.type in _EMPLOYERS and mention.level == "name" else None
