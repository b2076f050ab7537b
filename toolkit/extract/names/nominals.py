"""Unnamed actors: *protesters*, *senior US diplomats*, *the foreign minister*, *Japan's government*."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from toolkit.extract.names.gazetteer import gazetteer
from toolkit.extract.names.index import Index
from toolkit.extract.names.offices import Offices
from toolkit.extract.reading import Reading
from toolkit.lexicons import rows
from toolkit.records import Entity, Mention, MentionType

_MODIFIERS = {"amod", "compound", "nmod", "nummod", "punct"}
_ACTING = ("nsubj", "nsubjpass", "poss")
_DEFINITE = {"the", "this", "that", "these", "those"}
_LINKS = {"of", "in", "from", "for", "at"}


@dataclass(frozen=True, slots=True)
class Nominal:
    """An unnamed actor: its tokens, what its noun is, and the countries that it belongs to."""

    span: Span
    head: Token
    type: MentionType
    noun: str
    definite: bool
    countries: tuple[str, ...]

    @property
    def iso3(self) -> str | None:
        """Its country, where it belongs to one only."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def is_plural(self) -> bool:
        """Whether several are meant."""
        return self.head.tag_ in ("NNS", "NNPS")


@cache
def _actor_nouns() -> dict[str, MentionType]:
    return {row["lemma"].lower(): row["type"] for row in rows("actor_nouns")}  # type: ignore[misc]


@cache
def _crowds() -> frozenset[str]:
    """Numerals that are people where they do something by themselves: *thousands marched*."""
    return frozenset(row["lemma"] for row in rows("actor_nouns") if row["number"] == "crowd")


def nominals(reading: Reading, index: Index, offices: Offices) -> Iterator[Nominal]:
    """The unnamed actors of the text in order; titles beside a name, and nouns inside one, are none."""
    for token in reading.doc:
        if (
            token.pos_ not in ("NOUN", "PROPN")
            or token.i in index.by_token
            or token.dep_ in ("compound", "appos", "attr")
        ):
            continue
        kind = _actor_type(token, offices)
        if kind and _may_act(token, kind) and not _is_beside_name(token, index, offices):
            span = _span(token, offices)
            yield Nominal(
                span, token, kind, _noun(token, offices), _is_definite(token), _countries(token, reading, index)
            )


def _actor_type(token: Token, offices: Offices) -> MentionType | None:
    """The type by the noun, or by the compound that it ends (*defence contractor*)."""
    before = token.nbor(-1) if token.i else token
    compound = f"{before.lower_} {token.lemma_.lower()}"
    kind = _actor_nouns().get(compound) or _actor_nouns().get(token.lemma_.lower())
    office = offices.at.get(token.i)
    if office and token.head.i in range(office.start, office.end) and token.head is not token:
        return None  # the head of the office is another word of it
    if not kind and office and office.kind != "honorific":
        kind = "PERSON"
    return "GROUP" if kind in ("PERSON", "COUNTRY") and token.tag_ in ("NNS", "NNPS") else kind


def _may_act(token: Token, kind: MentionType) -> bool:
    """Whether the noun acts, owns, or is one of several, where it may be a mere thing: *the foundation of peace*."""
    if token.lemma_.lower() in _crowds():
        counts = any(child.dep_ in ("prep", "nummod") for child in token.children)
        return token.tag_ == "NNS" and token.dep_ in _ACTING[:2] and not counts
    if kind not in ("IGO", "ORG", "GROUP"):
        return True
    return token.tag_ == "NNS" or token.dep_ in _ACTING or token.head.dep_ == "agent"


def _is_beside_name(token: Token, index: Index, offices: Offices) -> bool:
    """Whether the noun is the title of a name: *Foreign Minister Cho*, *the president, Joe Biden*."""
    office = offices.at.get(token.i)
    after = index.by_token.get(office.end if office else token.i + 1)
    if after and after.type == "PERSON":
        return True
    return any(child.dep_ == "appos" and child.i in index.by_head for child in token.children)


def _span(token: Token, offices: Offices) -> Span:
    """The noun with the modifiers on its left, and its *of* where that belongs to the office."""
    start, end = _first_modifier(token), token.i + 1
    if office := offices.at.get(token.i):
        start, end = min(start, office.start), max(end, office.end)
    return token.doc[start:end]


def _first_modifier(token: Token) -> int:
    """Where the unbroken run of modifiers before the noun begins, marks left out."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _MODIFIERS or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    return next(at for at in range(start, token.i + 1) if not _is_mark(token.doc[at]))


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.text in ("'s", "’s")


def _noun(token: Token, offices: Offices) -> str:
    """What antecedent and nominal must share: the office, else the noun."""
    office = offices.at.get(token.i)
    return token.doc[office.start : office.end].text.lower() if office else token.lower_


def _is_definite(token: Token) -> bool:
    return any(child.lower_ in _DEFINITE for child in token.lefts)


def _countries(token: Token, reading: Reading, index: Index) -> tuple[str, ...]:
    """The countries, by ISO code, of its modifiers, possessor or *of*-phrase; several where these are joined."""
    left = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")]
    objects = [noun for link in token.rights if link.lower_ in _LINKS for noun in link.children if noun.dep_ == "pobj"]
    for first in left + objects:
        found = (index.by_head.get(noun.i) or index.by_token.get(noun.i) for noun in (first, *first.conjuncts))
        codes = [reading.entities[mention.entity_id].iso3 for mention in found if mention]
        if codes and codes[0]:
            return tuple(dict.fromkeys(code for code in codes if code))
    return ()


def described(span: Span) -> str:
    """The phrase without the capital that only its place at the head of a sentence gives it: *senior officials*."""
    first = span[0]
    is_proper = first.tag_ in ("NNP", "NNPS") or not first.is_title or first.text in gazetteer().senses
    return span.text if is_proper or not first.is_sent_start else first.lower_ + span.text[len(first) :]


def nominal_entity(nominal: Nominal, reading: Reading) -> Entity:
    """The entity of an actor that nobody names, local to the article."""
    employer = f"country:{nominal.iso3}"
    return Entity(
        entity_id=reading.key("nominal", nominal.span.start_char, nominal.noun),
        name=described(nominal.span),
        type=nominal.type,
        iso3=nominal.iso3,
        affiliation_id=employer if employer in reading.entities else None,
    )


def nominal_mention(nominal: Nominal, entity: Entity, reading: Reading, *, rule: str) -> Mention:
    """The row of an unnamed actor."""
    span = nominal.span
    return Mention(
        **reading.evidence(span.start_char, span.end_char),
        mention_id=reading.key("mention", span.start_char, span.end_char, nominal.type, "nominal"),
        type=entity.type,
        level="nominal",
        entity_id=entity.entity_id,
        rule=rule,
        confidence="medium",
    )
