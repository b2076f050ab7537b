"""Whose figure it is: possessors, the subject of the clause, the heads that elided parts share."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from toolkit.extract.names import referents
from toolkit.extract.reading import Reading
from toolkit.extract.statistics.clauses import FIGURES, SUBJECTS, clause_subjects, is_apart
from toolkit.extract.statistics.measure_words import is_counted, is_measure, names_owner
from toolkit.extract.statistics.movers import is_numbered_name
from toolkit.extract.statistics.phrasing import is_glued_to_number, noun_phrase
from toolkit.extract.statistics.places import Place, verb_above
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.wordlists import word_set
from toolkit.extract.tokens import tokens_of


class Subject(NamedTuple):
    """Whose figure it is: the entity where one is known, and the words."""

    entity_id: str | None
    text: str


def subject_of(
    quantity: Quantity, place: Place, noun: Token | None, *, said: Subject | None, reading: Reading
) -> Subject | None:
    """The first candidate that names or describes someone or something.

    Args:
        quantity: the figure.
        place: its syntax.
        noun: the noun that names its measure.
        said: the subject of the figure before, which a pronoun without known referent takes up.
        reading: the article.
    """
    seen = set(place.figure)
    for candidate in _candidates(quantity, place, noun, reading):
        if candidate.i in seen or not _can_own(candidate) or _is_who_harmed(candidate, place, reading):
            continue
        seen.add(candidate.i)
        owner = _named_owner(candidate, reading) if candidate == place.part else None
        if subject := as_subject(owner or candidate, reading):
            return subject
        if said and candidate.pos_ == "PRON":
            return said
    return None


def _named_owner(part: Token, reading: Reading) -> Token | None:
    """Whose the whole of a share is: *70 percent of Gaza's homes were damaged*."""
    return next((child for child in part.children if child.dep_ == "poss" and _is_name(child, reading)), None)


def _can_own(token: Token) -> bool:
    """Not a time, a figure, a beginning and an end, nor who only expects or counts the figures of others."""
    words = word_set("no_owner") | word_set("forecaster") | word_set("outlook")
    if is_numbered_name(token):
        return True
    return token.ent_type_ not in _NEVER and token.lemma_.lower() not in words and not _is_number(token)


def _is_who_harmed(token: Token, place: Place, reading: Reading) -> bool:
    """*Gunmen injured 15 farmers*: who did it, not whose toll it is; that of *the clashes* it is."""
    verb = place.verb
    befalls = verb is not None and verb.lemma_ in word_set("harm") and token.head == verb
    return befalls and token.dep_ == "nsubj" and token.pos_ == "NOUN" and token.i in reading.mention_of_token


def _is_number(token: Token) -> bool:
    return token.like_num or is_glued_to_number(token)


_NEVER = (*FIGURES, "DATE", "TIME")  # last year's growth is not last year's own


def as_subject(token: Token, reading: Reading) -> Subject | None:
    """The entity under its name in the text, else the noun phrase; nothing for pronouns without referent."""
    found = referents(token, reading)
    entity = reading.entities.get(found[0].entity_id) if len(found) == 1 else None
    mention = reading.mention_of_token.get(token.i)
    if entity and (entity.name[:1].isdigit() or (_has_digits(entity.name) and token.pos_ == "NOUN")):
        entity = None  # about 600 people
    if entity and mention and mention.level == "name":
        return Subject(entity.entity_id, mention.text)
    if entity and token.lower_ == "it" and entity.type == "PERSON":
        return None
    if entity and token.pos_ == "PRON":
        return Subject(entity.entity_id, entity.name)
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if entity and mention and entity.name != mention.text:
        return Subject(entity.entity_id, entity.name)
    return Subject(entity.entity_id if entity else None, noun_phrase(token))


def _has_digits(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def _candidates(quantity: Quantity, place: Place, noun: Token | None, reading: Reading) -> Iterator[Token]:
    """The possible subjects, likeliest first."""
    for owned in (noun, place.noun):
        if owned is not None:
            moves = owned == noun and not quantity.is_count
            inside = names_owner(quantity, owned) and not (owned == place.part and place.link == "object")
            yield from _owners(owned, reading, inside=inside, moves=moves)
    start = noun if noun is not None and _is_in_sentence(noun, place.anchor) else place.anchor
    clauses = list(clause_subjects(start))
    taken = noun if noun is not None and (quantity.is_count or is_measure(noun)) else None
    own = [token for token, says in clauses if not says and not _within(place.anchor, token) and token != taken]
    if quantity.unit == "magnitude":
        yield from _shaken(place, reading)
    own = [token for token in own if not _only_forecasts(token, reading)]
    own = [token for token in own if not is_apart(token, place.anchor, known=_is_known(token, reading))]
    yield from _rated(place)
    yield from _of_clauses(own, quantity, noun, reading)
    if before_colon := _before_colon(place.anchor):
        yield before_colon
    yield from _named_around(place.anchor, reading)
    where = (inside for owned in _nouns_of(place, noun) for inside in _objects(owned, ("in", "at")))
    yield from (token for token in where if _is_name(token, reading))
    yield from (token for token, says in clauses if says and _is_party(token, reading))
    yield from (token for token, says in clauses if not says and is_measure(token))
    if place.part is not None:
        yield from _owners(place.part, reading, inside=True)
    yield from (token for token in (noun, place.part) if token is not None)
    if noun is None:
        yield from (token for token, says in clauses if not says and token not in own)


def _is_in_sentence(token: Token, other: Token) -> bool:
    first, last = tokens_of(other.doc).sentence(other.i)
    return first <= token.i < last


def _rated(place: Place) -> Iterator[Token]:
    """*A poll put the opposition at 43%*: whom the figure is put on."""
    if place.link == "at" and place.verb is not None and place.verb.lemma_ in word_set("rates"):
        objects = (child for child in place.verb.children if child.dep_ in ("dobj", "nsubjpass"))
        yield from (child for child in objects if not is_measure(child) and not is_counted(child))


def _shaken(place: Place, reading: Reading) -> Iterator[Token]:
    """What a quake hit, else the quake: *a 6.1-magnitude quake hit Peru*, *it came after a quake of magnitude 6.1*."""
    noun = place.noun
    if noun is not None and noun.lemma_.lower() == "magnitude" and noun.head.pos_ == "ADP":
        noun = noun.head.head
    if noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() != "magnitude":
        if noun.head.dep_ not in ("prep", "mark"):
            yield from _named_around(place.anchor, reading)
        yield noun


def _of_clauses(own: list[Token], quantity: Quantity, noun: Token | None, reading: Reading) -> Iterator[Token]:
    """The subjects of the clauses, of measures their owners; a deal worth $7 billion before unnamed people who tell."""
    if own and _is_name(own[0], reading):
        yield own[0]  # shares closed higher, with Altria rising 5%
    for token in own:
        if is_measure(token):
            yield from _owners(token, reading, inside=names_owner(quantity, token))
    if noun is not None and noun.lemma_ in word_set("bargain") and not any(_is_known(token, reading) for token in own):
        yield noun
    yield from (token for token in own if not is_measure(token))


def _owners(noun: Token, reading: Reading, *, inside: bool, moves: bool = False) -> Iterator[Token]:
    """*Ryanair's orders*, *the exports of Japan*, *Japanese exports*, *the Qatar Airways order*.

    Args:
        noun: what is owned.
        reading: the article.
        inside: whether a name inside the phrase owns it.
        moves: whether it is a noun that rises or falls, and so a measure.
    """
    if noun.lemma_ in word_set("outlook"):
        yield from _names_in(_objects(noun, ("for", "on")), reading)
        yield from _names_in(_behind_for(noun), reading)
    yield from (child for child in noun.children if child.dep_ == "poss")
    prepositions = (
        _OWNERSHIP if moves or is_measure(noun) else ("of", "in", "at", "from") if is_counted(noun) else ("of",)
    )
    owners = list(_objects(noun, prepositions))
    for owner in owners:
        if _is_name(owner, reading) or (owner.pos_ == "PROPN" and not is_measure(owner)):
            yield owner
        else:
            yield from (child for child in owner.children if child.dep_ == "poss")
            yield from (inner for inner in _objects(owner, prepositions) if _is_name(inner, reading))
    yield from (owner for owner in owners if owner.head.lower_ in _common_owners(noun) and owner.pos_ == "NOUN")
    if inside:
        described = (child for child in noun.children if child.dep_ in ("compound", "amod", "nmod"))
        yield from (child for child in described if _is_name(child, reading))


def _behind_for(noun: Token) -> Iterator[Token]:
    """The noun behind *for* right after a noun, whatever the parser hangs it to: *cut its forecast for Peru to 2%*."""
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if behind is not None and behind.lower_ == "for":
        yield from (child for child in behind.children if child.dep_ == "pobj")


def _common_owners(noun: Token) -> tuple[str, ...]:
    """The prepositions behind which a noun that is no name owns the figure: *profit at the bank*, *shares in the bank*.

    Of a toll it is what took it: *the death toll from the floods*.
    """
    if noun.lemma_.lower() in word_set("toll"):
        return ("from", "of", "in")
    return ("at", "by", "in", "of") if noun.lower_ in ("shares", "stock") else ("at", "by")


def _names_in(nouns: Iterable[Token], reading: Reading) -> Iterator[Token]:
    """The nouns that are names, and the names before the others: *a forecast for German growth*."""
    for noun in nouns:
        yield from (token for token in (noun, *noun.lefts) if _is_name(token, reading))


_OWNERSHIP = ("of", "in", "for", "at", "by", "from", "on")


def _objects(noun: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The nouns behind the prepositions after a noun: *exports of soybeans from Brazil*."""
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions and child.i > noun.i:
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _is_name(token: Token, reading: Reading) -> bool:
    mention = reading.mention_of_token.get(token.i)
    return mention is not None and mention.level == "name"


def _is_party(token: Token, reading: Reading) -> bool:
    """Whether who says it has figures of its own, as companies and countries have; ministers and offices have not."""
    mention = reading.mention_of_token.get(token.i)
    return mention is not None and mention.level == "name" and has_figures(mention.type, mention.text)


def _only_forecasts(token: Token, reading: Reading) -> bool:
    """*The commission forecasts growth of 4%*: who expects the figures of others; a company expects its own."""
    return token.head.lemma_ in word_set("forecasting") and _is_name(token, reading) and not _is_party(token, reading)


def has_figures(kind: str, name: str) -> bool:
    """Whether such a body has profits, people or an economy of its own, and does not only count those of others."""
    watches = not word_set("observer").isdisjoint(name.lower().split())
    return kind in _PARTIES and not watches


_PARTIES = ("COMPANY", "COUNTRY", "ORG", "REGION", "CITY", "PARTY", "OTHER")


def _nouns_of(place: Place, noun: Token | None) -> list[Token]:
    """The nouns around the figure: that of its measure, the one it modifies, and what it is a part of."""
    behind = place.anchor.doc[place.figure.stop - 1].head
    return [token for token in (noun, place.noun, behind) if token is not None and token.pos_ in ("NOUN", "PROPN")]


def _is_known(token: Token, reading: Reading) -> bool:
    """Whether it denotes someone with a name: *Peru*, *it*, *the company*; not *officials*."""
    found = [reading.entities.get(one.entity_id) for one in referents(token, reading)]
    return any(entity is not None and entity.name[:1].isupper() and entity.name != token.text for entity in found) or (
        _is_name(token, reading)
    )


def _within(token: Token, head: Token) -> bool:
    """Whether the token stands inside the phrase of the head, but not in a clause on it: *a union that has 9 jets*."""
    verb = verb_above(token)
    is_told = verb is not None and verb.dep_ in ("relcl", "acl") and verb.head == head
    return not is_told and head.left_edge.i <= token.i <= head.right_edge.i and head.dep_ in SUBJECTS


def _before_colon(anchor: Token) -> Token | None:
    """The name before the colon of a bullet: *Japan: GDP up 1.2%*."""
    tokens = tokens_of(anchor.doc)
    start, _ = tokens.sentence(anchor.i)
    opening = tokens.text[start + 1 : min(anchor.i, start + 6)]
    return anchor.doc[start + opening.index(":")] if ":" in opening else None


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
