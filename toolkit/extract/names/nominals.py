"""Unnamed actors: *protesters*, *senior US diplomats*, *the foreign minister*, *Japan's government*."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from toolkit.extract.names.gazetteer import gazetteer
from toolkit.extract.names.index import Index
from toolkit.extract.names.offices import Offices
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.extract.tree import places
from toolkit.lexicons import rows
from toolkit.records import Entity, Mention, MentionType

_MODIFIERS = {"amod", "compound", "nmod", "nummod", "punct"}
_ACTING = ("nsubj", "nsubjpass", "poss")
_DEFINITE = {"the", "this", "that", "these", "those"}
_OWNING = {"amod", "compound", "nmod", "poss"}
_NOUNS = {"NOUN", "PROPN"}
_PLURAL = {"NNS", "NNPS"}
_NO_ACTORS = {"compound", "appos", "attr"}
# As the tagger reads a verb between two nouns: *surprised*.
_PARTICIPLES = {"VBN", "VBD", "JJ"}
_COUNTRY_NOUNS = {"lexicon_name", "lexicon_short"}
_LINKS = {"of", "in", "from", "for", "at"}


@dataclass(frozen=True, slots=True)
class Nominal:
    """An unnamed actor: its tokens [start, end), what its noun is, and the countries that it belongs to."""

    start: int
    end: int
    head: int
    type: MentionType
    noun: str
    definite: bool
    plural: bool
    countries: tuple[str, ...]

    @property
    def iso3(self) -> str | None:
        """Its country, where it belongs to one only."""
        return self.countries[0] if len(self.countries) == 1 else None


@cache
def _actor_nouns() -> dict[str, MentionType]:
    return {row["lemma"].lower(): row["type"] for row in rows("actor_nouns")}  # type: ignore[misc]


@cache
def _crowds() -> frozenset[str]:
    """Numerals that are people where they do something by themselves: *thousands marched*."""
    return frozenset(row["lemma"] for row in rows("actor_nouns") if row["number"] == "crowd")


@cache
def _last_words() -> frozenset[str]:
    """What the nouns of actors are or end with."""
    return frozenset(noun.rpartition(" ")[2] for noun in _actor_nouns())


def nominals(reading: Reading, index: Index, offices: Offices) -> Iterator[Nominal]:
    """The unnamed actors of the text in order; titles beside a name, and nouns inside one, are none."""
    tokens = reading.tokens
    for at in sorted({*places(tokens, _NOUNS, _last_words()), *offices.at}):
        if tokens.pos[at] not in _NOUNS or at in index.by_token or tokens.dep[at] in _NO_ACTORS:
            continue
        kind = _actor_type(tokens, at, offices)
        if kind and _may_act(tokens, at, kind) and not _is_beside_name(tokens, at, index, offices):
            yield _nominal(reading, at, kind, index, offices)


def _nominal(reading: Reading, at: int, kind: MentionType, index: Index, offices: Offices) -> Nominal:
    tokens, office = reading.tokens, offices.at.get(at)
    verb = _verb_within(tokens, _first_modifier(tokens, at), at, index)
    start, end = _behind_names(tokens, max(verb + 1, _first_modifier(tokens, at)), at, index), at + 1
    if office:  # with its *of*, where that belongs to it
        start, end = min(start, office.start), max(end, office.end)
    # What antecedent and nominal must share: the office, else the noun.
    noun = tokens.printed(office.start, office.end).lower() if office else tokens.lower[at]
    definite = any(child < at and tokens.lower[child] in _DEFINITE for child in tokens.children[at])
    plural = tokens.tag[at] in _PLURAL
    return Nominal(start, end, at, kind, noun, definite, plural, _countries(reading, at, index, after=verb))


def _actor_type(tokens: Tokens, at: int, offices: Offices) -> MentionType | None:
    """The type by the noun, or by the compound that it ends (*defence contractor*)."""
    lemma, head = tokens.lemma[at].lower(), tokens.head[at]
    kind = _actor_nouns().get(f"{tokens.lower[max(0, at - 1)]} {lemma}") or _actor_nouns().get(lemma)
    if office := offices.at.get(at):
        if head != at and office.start <= head < office.end:
            return None  # the head of the office is another word of it
        if not kind and office.kind != "honorific":
            kind = "PERSON"
    return "GROUP" if kind in ("PERSON", "COUNTRY") and tokens.tag[at] in _PLURAL else kind


def _may_act(tokens: Tokens, at: int, kind: MentionType) -> bool:
    """Whether the noun acts, owns, or is one of several, where it may be a mere thing: *the foundation of peace*."""
    is_plural, dep = tokens.tag[at] == "NNS", tokens.dep[at]
    if tokens.lemma[at].lower() in _crowds():
        counts = any(tokens.dep[child] in ("prep", "nummod") for child in tokens.children[at])
        return is_plural and dep in _ACTING[:2] and not counts
    if kind not in ("IGO", "ORG", "GROUP"):
        return True
    return is_plural or dep in _ACTING or tokens.dep[tokens.head[at]] == "agent"


def _is_beside_name(tokens: Tokens, at: int, index: Index, offices: Offices) -> bool:
    """Whether the noun is the title of a name: *Foreign Minister Cho*, *the president, Joe Biden*."""
    office = offices.at.get(at)
    after = index.by_token.get(office.end if office else at + 1)
    if after and after.type == "PERSON":
        return True
    return any(tokens.dep[child] == "appos" and child in index.by_head for child in tokens.children[at])


def _first_modifier(tokens: Tokens, at: int) -> int:
    """Where the unbroken run of modifiers before the noun begins, marks left out."""
    start = at
    for child in reversed([child for child in tokens.children[at] if child < at]):
        if tokens.dep[child] not in _MODIFIERS or tokens.right_edge(child) != start - 1:
            break
        start = tokens.left_edge(child)
    return next(first for first in range(start, at + 1) if not _is_mark(tokens, first))


def _verb_within(tokens: Tokens, start: int, at: int, index: Index) -> int:
    """The verb that is read as a modifier in *Mali surprised diplomats*: next to a country's noun; else -1."""
    for verb in range(start + 1, at):
        before = index.by_token.get(verb - 1)
        is_noun = before is not None and before.type == "COUNTRY" and before.rule in _COUNTRY_NOUNS
        is_verb = tokens.lower[verb].endswith("ed")
        if is_noun and is_verb and tokens.tag[verb] in _PARTICIPLES:
            return verb
    return -1


def _behind_names(tokens: Tokens, start: int, at: int, index: Index) -> int:
    """Where the noun's own modifiers begin in *Clara Reed and European leaders*, *Peru and US-led troops*."""
    named = [one for one in range(start, at) if (mention := index.by_token.get(one)) and mention.type == "PERSON"]
    joining = [one for one in range(start, at) if tokens.pos[one] == "CCONJ"]
    linked = [one for one in joining if "VBN" in tokens.tag[one:at] or _joins_actor(tokens, one, index)]
    start = max([start, *(one + 1 for one in (*named, *linked))])
    return next(one for one in range(start, at + 1) if tokens.pos[one] not in ("CCONJ", "PUNCT"))


def _joins_actor(tokens: Tokens, link: int, index: Index) -> bool:
    """*army and Afghan forces*: an actor before the link, another country's behind it."""
    is_actor = tokens.pos[link - 1] == "NOUN" and tokens.lemma[link - 1].lower() in _actor_nouns()
    after = index.by_token.get(link + 1)
    return is_actor and after is not None and after.type == "COUNTRY"


def _first_link(tokens: Tokens, at: int, index: Index) -> int | None:
    """The *and* of *Pakistan's army and Afghan forces*, where the parse makes one phrase of both."""
    before = (link for link in (at - 2, at - 3) if link > 0 and tokens.pos[link] == "CCONJ")
    return next((link for link in before if _joins_actor(tokens, link, index)), None)


def _is_mark(tokens: Tokens, at: int) -> bool:
    return tokens.pos[at] == "PUNCT" or tokens.text[at] in ("'s", "’s")


def _countries(reading: Reading, at: int, index: Index, *, after: int) -> tuple[str, ...]:
    """The countries, by ISO code, of its modifiers, possessor or *of*-phrase; several where these are joined."""
    tokens = reading.tokens
    if (link := _first_link(tokens, at, index)) is not None:
        own = reading.entities[index.by_token[link + 1].entity_id].iso3
        return (own,) if own else ()
    left = [child for child in tokens.children[at] if after < child < at and tokens.dep[child] in _OWNING]
    links = [child for child in tokens.children[at] if child > at and tokens.lower[child] in _LINKS]
    objects = [noun for link in links for noun in tokens.children[link] if tokens.dep[noun] == "pobj"]
    for first in left + objects:
        found = (index.by_head.get(one) or index.by_token.get(one) for one in (first, *tokens.conjuncts(first)))
        codes = [reading.entities[mention.entity_id].iso3 for mention in found if mention]
        if codes and codes[0]:
            return tuple(dict.fromkeys(code for code in codes if code))
    return ()


def described(nominal: Nominal, tokens: Tokens) -> str:
    """The phrase without the capital that only its place at the head of a sentence gives it: *senior officials*."""
    text, first = tokens.printed(nominal.start, nominal.end), tokens.text[nominal.start]
    leading = (tokens.printed(nominal.start, end) for end in range(nominal.start + 1, nominal.end))
    is_named = first in gazetteer().senses or any(words in gazetteer().senses for words in leading)
    is_proper = tokens.tag[nominal.start] in ("NNP", "NNPS") or not first.istitle() or is_named
    return text if is_proper or not tokens.opens[nominal.start] else first.lower() + text[len(first) :]


def nominal_entity(nominal: Nominal, reading: Reading) -> Entity:
    """The entity of an actor that nobody names, local to the article."""
    employer = f"country:{nominal.iso3}"
    return Entity(
        entity_id=reading.key("nominal", reading.tokens.start[nominal.start], nominal.noun),
        name=described(nominal, reading.tokens),
        type=nominal.type,
        iso3=nominal.iso3,
        affiliation_id=employer if employer in reading.entities else None,
    )


def nominal_mention(nominal: Nominal, entity: Entity, reading: Reading, *, rule: str) -> Mention:
    """The row of an unnamed actor."""
    start, end = reading.tokens.start[nominal.start], reading.tokens.end[nominal.end - 1]
    return Mention(
        **reading.evidence(start, end),
        mention_id=reading.key("mention", start, end, nominal.type, "nominal"),
        type=entity.type,
        level="nominal",
        entity_id=entity.entity_id,
        rule=rule,
        confidence="medium",
    )
