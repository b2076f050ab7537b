"""Pronouns and the antecedents that the sentence structure makes plausible."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.given_names import gendered_names
from toolkit.extract.roles import places_with
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows
from toolkit.records import MentionType

Number = Literal["he", "she", "they", "it"]
Gender = Literal["he", "she"]
SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "iobj", "dative", "pobj")
# Marks of quotations; single ones are rather apostrophes.
_QUOTES = frozenset('"“”„‟«»‹›❮❯`‚‛') | {"``", "''"}
_BODIES: frozenset[MentionType] = frozenset({"COUNTRY", "GOV", "COMPANY", "ORG", "PARTY", "IGO"})


@cache
def _forms() -> dict[str, Number]:
    """Form -> which of the third persons it is."""
    return {row["form"]: row["third"] for row in rows("pronouns")}  # type: ignore[misc]


@cache
def _titles() -> dict[str, Gender]:
    """Title before a name -> the pronoun of who bears it."""
    return {row["title"]: row["third"] for row in rows("gendered_titles")}  # type: ignore[misc]


def pronouns(tokens: Tokens) -> Iterator[int]:
    """The third-person pronouns outside quotation marks that can refer to something."""
    quoted = quoted_tokens(tokens)
    for at in places_with(tokens.lower, _is_pronoun):
        if at not in quoted and not _is_impersonal(tokens, at):
            yield at


@lru_cache(maxsize=1)
def quoted_tokens(tokens: Tokens) -> frozenset[int]:
    """The tokens inside quotation marks; a line end closes what was left open."""
    found: set[int] = set()
    opened: int | None = None
    for at in [*places_with(tokens.lower, _bounds_quotation), len(tokens.lower)]:
        if opened is not None:
            found.update(range(opened + 1, at))
        opens = at < len(tokens.lower) and _opens(tokens, at, inside=opened is not None)
        opened = at if opens else None
    return frozenset(found)


def _is_pronoun(word: str) -> bool:
    return word in _forms()


def _bounds_quotation(word: str) -> bool:
    return word in _QUOTES or "\n" in word


def _opens(tokens: Tokens, at: int, *, inside: bool) -> bool:
    """Whether a quotation stands open behind the token: a straight mark opens what it stands close to."""
    word = tokens.lower[at]
    if word not in _QUOTES or word in ("“", "”"):
        return word == "“"
    before, after = _is_close(tokens, at - 1), _is_close(tokens, at)
    return after if before != after else not inside


def _is_close(tokens: Tokens, at: int) -> bool:
    """Whether the token and the next stand together on one line."""
    if not 0 <= at < len(tokens) - 1 or tokens.spaced[at]:
        return False
    return not any("\n" in word for word in tokens.lower[at : at + 2])


def form(word: str) -> Number:
    """Which of the four third persons the pronoun, in lower case, is."""
    return _forms()[word]


def _is_impersonal(tokens: Tokens, at: int) -> bool:
    """*It is clear that*, *it rained*."""
    if tokens.dep[at] == "expl":
        return True
    return tokens.lower[at] == "it" and tokens.lemma[tokens.head[at]] in words_for("impersonal_verb")


def stated_gender(before: str) -> Gender | None:
    """The gender that the title before a person's name, in lower case, states."""
    return _titles().get(before)


@cache
def _nouns() -> dict[str, Gender]:
    """Noun -> the pronoun of who is called so."""
    return {row["noun"]: row["third"] for row in rows("gendered_nouns")}  # type: ignore[misc]


def described_gender(lemma: str) -> Gender | None:
    """The gender that the noun states: *spokeswoman*, *gunman*."""
    return _nouns().get(lemma)


def usual_gender(name: str) -> Gender | None:
    """The gender of most who bear the given name with which the full name begins."""
    given, _, family = name.partition(" ")
    return gendered_names().get(given) if family else None  # type: ignore[return-value]


def fits(number: Number, kind: MentionType, gender: Gender | None, *, plural: bool) -> bool:
    """Whether number, kind and gender of an antecedent agree with the pronoun."""
    if number in ("he", "she"):
        return kind == "PERSON" and not plural and gender in (None, number)
    if number == "they":
        return plural or kind == "GROUP"
    return kind in _BODIES and not plural


def subjects_above(tokens: Tokens, pronoun: int) -> list[int]:
    """The subjects before the pronoun of the clauses that it stands in, the nearest clause first."""
    own = own_subjects(tokens, pronoun)
    subjects = (child for above in tokens.ancestors(pronoun) for child in _subjects(tokens, above))
    return [subject for subject in subjects if subject < pronoun and subject not in own]


def own_subjects(tokens: Tokens, pronoun: int) -> Sequence[int]:
    """The subjects that the pronoun cannot mean: of the verb whose plain object it is (*she saw her*)."""
    is_raised = tokens.lower[pronoun] in ("him", "them") and tokens.dep[pronoun] in SUBJECTS  # *paid for him to fly*
    if (tokens.dep[pronoun] not in _OBJECTS and not is_raised) or tokens.lower[pronoun].endswith(("self", "selves")):
        return ()
    verbs = [above for above in tokens.ancestors(pronoun) if tokens.pos[above] in ("VERB", "AUX")]
    return _subjects(tokens, verbs[min(is_raised, len(verbs) - 1)]) if verbs else ()


def _subjects(tokens: Tokens, verb: int) -> list[int]:
    return [child for child in tokens.children[verb] if tokens.dep[child] in SUBJECTS]
