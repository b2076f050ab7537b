"""Whose figure it is: possessors, the subject of the clause, the heads that elided parts share."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from toolkit.extract.names import referents
from toolkit.extract.reading import Reading
from toolkit.extract.statistics.measures import is_measure
from toolkit.extract.statistics.phrasing import noun_phrase, prepositional_object
from toolkit.extract.statistics.places import Place, verb_above

_DEEPEST = 8  # clauses to climb
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVES = frozenset(["which", "that", "who", "whom"])


class Subject(NamedTuple):
    """Whose figure it is: the entity where one is known, and the words."""

    entity_id: str | None
    text: str


def subject_of(place: Place, noun: Token | None, reading: Reading) -> Subject | None:
    """The first candidate that names or describes someone or something."""
    seen: set[int] = set()
    for candidate in _candidates(place, noun, reading):
        if candidate.i in seen or candidate.like_num:
            continue
        seen.add(candidate.i)
        if subject := _as_subject(candidate, reading):
            return subject
    return None


def _as_subject(token: Token, reading: Reading) -> Subject | None:
    """The entity under its name in the text, else the noun phrase; nothing for pronouns without referent."""
    found = referents(token, reading)
    entity = reading.entities.get(found[0].entity_id) if len(found) == 1 else None
    mention = reading.mention_of_token.get(token.i)
    if entity and mention and mention.level == "name":
        return Subject(entity.entity_id, mention.text)
    if entity and token.pos_ == "PRON":
        return Subject(entity.entity_id, entity.name)
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    return Subject(entity.entity_id if entity else None, entity.name if entity else noun_phrase(token))


def _candidates(place: Place, noun: Token | None, reading: Reading) -> Iterator[Token]:
    """The possible subjects, likeliest first."""
    for owned in (noun, place.noun):
        if owned is not None:
            yield from _owners(owned, reading)
    start = noun if noun is not None and noun.sent == place.anchor.sent else place.anchor
    clause = list(_clause_subjects(start))
    own = [token for token in clause if not _within(place.anchor, token) and token != noun]
    yield from own
    if before_colon := _before_colon(place.anchor):
        yield before_colon
    yield from _named_around(place.anchor, reading)
    yield from (token for token in clause if token not in own)
    if noun is not None:
        yield noun


def _owners(noun: Token, reading: Reading) -> Iterator[Token]:
    """*Ryanair's orders*, *the exports of Japan*, *Japanese exports*, *the Qatar Airways order*."""
    yield from (child for child in noun.children if child.dep_ == "poss")
    prepositions = ("of", "in", "for", "at") if is_measure(noun) else ("of",)
    owner = prepositional_object(noun, *prepositions)
    if owner is not None and _is_name(owner, reading):
        yield owner
    elif owner is not None:
        yield from (child for child in owner.children if child.dep_ == "poss")
    yield from (
        child for child in noun.children if child.dep_ in ("compound", "amod", "nmod") and _is_name(child, reading)
    )


def _is_name(token: Token, reading: Reading) -> bool:
    mention = reading.mention_of_token.get(token.i)
    return mention is not None and mention.level == "name"


def _within(token: Token, head: Token) -> bool:
    """Whether the token stands inside the phrase of the head."""
    return head.left_edge.i <= token.i <= head.right_edge.i and head.dep_ in _SUBJECTS


def _clause_subjects(token: Token) -> Iterator[Token]:
    """The subjects of the clauses around the token, innermost first; a participle after a comma shares the main one."""
    at: Token | None = token if token.pos_ in ("VERB", "AUX") else verb_above(token)
    for _ in range(_DEEPEST):
        if at is None:
            return
        for child in at.children:
            if child.dep_ in _SUBJECTS and child.lower_ not in _RELATIVES and child.dep_ != "expl":
                yield child
        if (at.dep_ == "acl" and not _after_comma(at) and at.head.pos_ in ("NOUN", "PROPN")) or at.dep_ == "relcl":
            yield at.head
        following = verb_above(at)
        at = following if following is not None and following != at else None


def _after_comma(verb: Token) -> bool:
    return verb.i > verb.sent.start and verb.nbor(-1).text == ","


def _before_colon(anchor: Token) -> Token | None:
    """The name before the colon of a bullet: *Japan: GDP up 1.2%*."""
    for token in anchor.doc[anchor.sent.start : min(anchor.i, anchor.sent.start + 6)]:
        if token.text == ":" and token.i > anchor.sent.start:
            return token.nbor(-1)
    return None


def _named_around(anchor: Token, reading: Reading) -> Iterator[Token]:
    """Names in the figure's clause: *102 people were killed in Gaza*."""
    verb = verb_above(anchor)
    if verb is None:
        return
    for child in verb.children:
        if child.dep_ in ("prep", "agent"):
            yield from (inner for inner in child.children if inner.dep_ == "pobj" and _is_name(inner, reading))
        elif child.dep_ in ("dobj", "npadvmod") and _is_name(child, reading):
            yield child
