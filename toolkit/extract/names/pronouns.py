"""Pronouns and the antecedents that the sentence structure makes plausible."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.given_names import gendered_names
from toolkit.lexicons import rows
from toolkit.records import MentionType

Number = Literal["he", "she", "they", "it"]
Gender = Literal["he", "she"]
SUBJECTS = ("nsubj", "nsubjpass")
_BODIES: frozenset[MentionType] = frozenset({"COUNTRY", "GOV", "COMPANY", "ORG", "PARTY", "IGO"})


@cache
def _forms() -> dict[str, Number]:
    """Form -> which of the third persons it is."""
    return {row["form"]: row["third"] for row in rows("pronouns")}  # type: ignore[misc]


@cache
def _titles() -> dict[str, Gender]:
    """Title before a name -> the pronoun of who bears it."""
    return {row["title"]: row["third"] for row in rows("gendered_titles")}  # type: ignore[misc]


def pronouns(doc: Doc) -> Iterator[Token]:
    """The third-person pronouns outside quotation marks that can refer to something."""
    quoted = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            quoted = False
        elif token.is_quote and token.text not in ("'", "’", "‘"):
            quoted = token.text == "“" or (token.text != "”" and not quoted)
        elif not quoted and token.lower_ in _forms() and not _is_impersonal(token):
            yield token


def form(token: Token) -> Number:
    """Which of the four third persons the pronoun is."""
    return _forms()[token.lower_]


def _is_impersonal(token: Token) -> bool:
    """*It is clear that*, *it rained*."""
    return token.dep_ == "expl" or (token.lower_ == "it" and token.head.lemma_ in words_for("impersonal_verb"))


def stated_gender(span: Span) -> Gender | None:
    """The gender that the title before a person's name states."""
    return _titles().get(span.doc[span.start - 1].lower_) if span.start else None


def usual_gender(name: str) -> Gender | None:
    """The gender of most who bear the given name with which the full name begins."""
    given, _, family = name.partition(" ")
    return gendered_names().get(given) if family else None  # type: ignore[return-value]


def fits(pronoun: Token, kind: MentionType, gender: Gender | None, *, plural: bool) -> bool:
    """Whether number, kind and gender of an antecedent agree with the pronoun."""
    number = form(pronoun)
    if number in ("he", "she"):
        return kind == "PERSON" and not plural and gender in (None, number)
    if number == "they":
        return plural or kind == "GROUP"
    return kind in _BODIES and not plural


def subjects_above(pronoun: Token) -> Iterator[Token]:
    """The subjects before the pronoun of the clauses that it stands in, the nearest clause first."""
    own = own_subjects(pronoun)
    subjects = (child for ancestor in pronoun.ancestors for child in ancestor.children if child.dep_ in SUBJECTS)
    yield from (subject for subject in subjects if subject.i < pronoun.i and subject.i not in own)


def own_subjects(pronoun: Token) -> set[int]:
    """The subjects that the pronoun cannot mean: of the verb whose plain object it is (*she saw her*)."""
    if pronoun.dep_ not in ("dobj", "iobj", "dative", "pobj") or pronoun.lower_.endswith(("self", "selves")):
        return set()
    verb = next((ancestor for ancestor in pronoun.ancestors if ancestor.pos_ in ("VERB", "AUX")), pronoun)
    return {child.i for child in verb.children if child.dep_ in SUBJECTS}
