"""What the words beside a name say that it is: *the band X*, *X, a village in Peru*, *X was born*, *the town of X*."""

import re
from collections.abc import Iterator
from functools import cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.tokens import Tokens
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


def cued_type(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """The type that the words around the name state, the clearest first; nothing where they state none."""
    root = tokens.root(start, end)
    nouns = (*_before(tokens, start, root), *_apposed(tokens, root), *_predicated(tokens, root))
    stated = next((kind for noun in nouns if (kind := _kinds().get(tokens.lemma[noun].lower()))), None)
    return (
        stated
        or _place_of(tokens, start, root)
        or _located(tokens, start, end)
        or _acting(tokens, root)
        or _title_or_model(tokens, start, end)
        or _articled(tokens, start, root)
    )


def _before(tokens: Tokens, start: int, root: int) -> Iterator[int]:
    """The noun directly before that heads a phrase of its own: *the striker X*, *the song “X”*."""
    at = max(0, start - 2 if tokens.word(start - 1) in _QUOTES_BEFORE else start - 1)
    if not _is_common(tokens, at) or tokens.dep[root] in ("compound", "poss", "amod"):
        return
    if tokens.head[at] == root or (tokens.children[at] and tokens.children[at][0] < at):
        yield at


def _apposed(tokens: Tokens, name: int) -> Iterator[int]:
    """The nouns in apposition to the name; of *the governor of Lima province, X*, the province is none."""
    yield from (child for child in tokens.children[name] if tokens.dep[child] == "appos" and _is_common(tokens, child))
    if tokens.dep[name] == "appos" and _is_common(tokens, head := tokens.head[name]):
        is_named_itself = any(child < head and tokens.pos[child] == "PROPN" for child in tokens.children[head])
        if not is_named_itself:
            yield head


def _predicated(tokens: Tokens, name: int) -> Iterator[int]:
    """What *is*, *was*, *became* say that it is."""
    if tokens.dep[name] == "nsubj" and tokens.lemma[tokens.head[name]] in ("be", "become"):
        said = tokens.children[tokens.head[name]]
        yield from (child for child in said if tokens.dep[child] == "attr" and _is_common(tokens, child))


def _place_of(tokens: Tokens, start: int, root: int) -> MentionType | None:
    """*the town of X*."""
    if start < 2 or tokens.lower[start - 1] != "of":
        return None
    kind = _kinds().get(tokens.lower[start - 2])
    return kind if kind in _PLACES and tokens.head[root] == start - 1 else None


def _located(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """*in X*, *near X* of a single word, and *in X, Peru*."""
    before = tokens.lower_word(start - 1)
    if end - start == 1 and before in ("in", "near", "outside"):
        return "CITY"
    if tokens.word(end) != "," or (before != "of" and before not in words_for("locative")):
        return None
    return "CITY" if _names_larger_place(tokens.word(end + 1)) else None


def _names_larger_place(word: str) -> bool:
    """Whether it is the name of a country or of a part of one."""
    senses = gazetteer().senses.get(straightened(word), ())
    return any(sense.entity.type in ("COUNTRY", "REGION") and not sense.is_demonym for sense in senses)


def _acting(tokens: Tokens, name: int) -> MentionType | None:
    """What only persons do, and only rivers."""
    head = tokens.head[name]
    if tokens.dep[name] == "nsubjpass" and tokens.lower[head] == "born":
        return "PERSON"
    is_subject = tokens.dep[name] == "nsubj" and tokens.tag[name] == "NNP"
    return _verbs().get(tokens.lemma[head]) if is_subject else None


def _articled(tokens: Tokens, start: int, root: int) -> MentionType | None:
    """*the X*, which the model takes for a person's name: it is none."""
    if tokens.entity[root] != "PERSON" or tokens.lower_word(start - 1) != "the":
        return None
    return "ORG" if tokens.dep[root] not in ("compound", "poss", "nmod", "amod") else None


def _title_or_model(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """A title in its own quotation marks, or a name with a model's number."""
    if tokens.word(end) in _QUOTES_AFTER and tokens.word(start - 1) in _QUOTES_BEFORE:
        return "OTHER"
    numbered = end - start > 1 and any(map(_MODEL_NUMBER.fullmatch, tokens.text[start:end]))
    return "OTHER" if numbered else None


def _is_common(tokens: Tokens, at: int) -> bool:
    return tokens.tag[at] == "NN" and tokens.pos[at] == "NOUN" and tokens.text[at][0].islower()
