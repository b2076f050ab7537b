"""What the words beside a name say that it is: *the band X*, *X, a village in Peru*, *X was born*, *the town of X*."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.lexicons import rows
from toolkit.records import MentionType

# *F-16*, *A380*: the models of aircraft, ships and machines.
_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Z]?")
_QUOTES_BEFORE, _QUOTES_AFTER = {'"', "“", "‘", "«"}, {'"', "”", "’", "»"}
_PLACES: frozenset[MentionType] = frozenset({"CITY", "REGION", "SITE"})


@cache
def _kinds() -> dict[str, MentionType]:
    """Common noun -> the type of what it is said of; what a thing is called rather than who acts has precedence."""
    actors = {row["lemma"]: row["type"] for row in rows("actor_nouns") if row["type"] not in ("GROUP", "COUNTRY")}
    return actors | {row["noun"]: row["type"] for row in rows("kind_nouns")}  # type: ignore[return-value]


@cache
def _verbs() -> dict[str, MentionType]:
    """Verb -> the type of what does it."""
    return {row["lemma"]: row["type"] for row in rows("kind_verbs")}  # type: ignore[misc]


def cued_type(span: Span) -> MentionType | None:
    """The type that the words around the name state, the clearest first; nothing where they state none."""
    nouns = (*_before(span), *_apposed(span.root), *_predicated(span.root))
    stated = next((kind for noun in nouns if (kind := _kinds().get(noun.lemma_.lower()))), None)
    return stated or _place_of(span) or _located(span) or _acting(span.root) or _title_or_model(span) or _articled(span)


def _before(span: Span) -> Iterator[Token]:
    """The noun directly before that heads a phrase of its own: *the striker X*, *the song “X”*."""
    at = span.start - 2 if span.start > 1 and span.doc[span.start - 1].text in _QUOTES_BEFORE else span.start - 1
    noun, is_modifier = span.doc[max(0, at)], span.root.dep_ in ("compound", "poss", "amod")
    if _is_common(noun) and not is_modifier and (noun.n_lefts or noun.head == span.root):
        yield noun


def _apposed(name: Token) -> Iterator[Token]:
    """The nouns in apposition to the name; of *the governor of Lima province, X*, the province is none."""
    yield from (child for child in name.children if child.dep_ == "appos" and _is_common(child))
    is_named_itself = any(child.pos_ == "PROPN" for child in name.head.lefts)
    if name.dep_ == "appos" and _is_common(name.head) and not is_named_itself:
        yield name.head


def _predicated(name: Token) -> Iterator[Token]:
    """What *is*, *was*, *became* say that it is."""
    if name.dep_ == "nsubj" and name.head.lemma_ in ("be", "become"):
        yield from (child for child in name.head.children if child.dep_ == "attr" and _is_common(child))


def _place_of(span: Span) -> MentionType | None:
    """*the town of X*."""
    if span.start < 2 or span.doc[span.start - 1].lower_ != "of":
        return None
    kind = _kinds().get(span.doc[span.start - 2].lower_)
    return kind if kind in _PLACES and span.root.head.i == span.start - 1 else None


def _located(span: Span) -> MentionType | None:
    """*in X*, *near X* of a single word, and *in X, Peru*."""
    doc, before = span.doc, span.doc[span.start - 1].lower_ if span.start else ""
    if len(span) == 1 and before in ("in", "near", "outside"):
        return "CITY"
    if before not in words_for("locative") | {"of"} or span.end + 1 >= len(doc) or doc[span.end].text != ",":
        return None
    return "CITY" if _names_larger_place(doc[span.end + 1]) else None


def _names_larger_place(token: Token) -> bool:
    """Whether it is the name of a country or of a part of one."""
    senses = gazetteer().senses.get(straightened(token.text), ())
    return any(sense.entity.type in ("COUNTRY", "REGION") and not sense.is_demonym for sense in senses)


def _acting(name: Token) -> MentionType | None:
    """What only persons do, and only rivers."""
    if name.dep_ == "nsubjpass" and name.head.lower_ == "born":
        return "PERSON"
    return _verbs().get(name.head.lemma_) if name.dep_ == "nsubj" and name.tag_ == "NNP" else None


def _articled(span: Span) -> MentionType | None:
    """*the X*, which the model takes for a person's name: it is none."""
    is_headed = span.root.dep_ not in ("compound", "poss", "nmod", "amod")
    articled = span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    return "ORG" if articled and is_headed and span.root.ent_type_ == "PERSON" else None


def _title_or_model(span: Span) -> MentionType | None:
    """A title in its own quotation marks, or a name with a model's number."""
    doc = span.doc
    quoted = span.start and span.end < len(doc) and doc[span.start - 1].text in _QUOTES_BEFORE
    if quoted and doc[span.end].text in _QUOTES_AFTER:
        return "OTHER"
    return "OTHER" if len(span) > 1 and any(_MODEL_NUMBER.fullmatch(token.text) for token in span) else None


def _is_common(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.text[:1].islower() and token.tag_ == "NN"
