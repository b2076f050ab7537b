"""The model's named entities, cleaned of the faults that it commonly makes."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from toolkit.extract.names.cleaned import cleaned
from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.family_names import is_family_name
from toolkit.extract.names.gazetteer import gazetteer, names_city, straightened
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.heads import tells_its_type, type_by_head
from toolkit.extract.names.kinds import place_noun
from toolkit.extract.names.name import Name
from toolkit.extract.names.offices import Offices
from toolkit.extract.tokens import Tokens, tokens_of
from toolkit.records import MentionType

_TYPES: dict[str, MentionType] = {
    "PERSON": "PERSON", "GPE": "CITY", "NORP": "GROUP", "ORG": "ORG", "LOC": "REGION", "FAC": "SITE",
    "EVENT": "EVENT", "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER", "LANGUAGE": "OTHER",
}  # fmt: skip
# *B. Satyanarayana*.
_INITIALLED = re.compile(r"[A-Z]\. ?[A-Z][a-z]+")
_CALLED = {"mr", "mr.", "mrs", "mrs.", "ms", "ms."}
# Types that the model gives to full names of persons, too.
_MISTAKEN = {"ORG", "CITY", "SITE", "REGION"}
# Types whose names tell their kind by a head word; a person or a demonym does not.
_TYPED_BY_HEAD = {"ORG", "CITY", "REGION", "SITE", "EVENT", "OTHER"}


def recognised(doc: Doc, offices: Offices) -> Iterator[Name]:
    """The model's names with this project's types, articles, titles and marks cut off."""
    tokens = tokens_of(doc)
    for entity in doc.ents:
        if (label := _label(entity)) in _TYPES:
            for start, end in cleaned(tokens, entity.start, entity.end, label=label, offices=offices):
                yield Name(start, end, _type_of(tokens, start, end, label, offices))


def _label(entity: Span) -> str:
    """The model's label; *Mr de Vabres* is a person whatever it takes him for, *Mrs Hill's Sons* are not."""
    is_person = entity[0].lower_ in _CALLED and all(token.tag_ != "POS" for token in entity)
    return "PERSON" if is_person else entity.label_


def _type_of(tokens: Tokens, start: int, end: int, label: str, offices: Offices) -> MentionType:
    if end - start > 1 and tokens.lower[end - 1] in words_for("administration"):
        return "GOV"
    kind, text = _TYPES[label], tokens.printed(start, end)
    if (start in offices.ending and _is_full_name(tokens, start, end)) or _names_government(tokens, start, end):
        return "PERSON"
    by_head = type_by_head(text) or _by_common_noun(tokens, start, end)
    if by_head is None and _is_team(tokens, start, end):
        return "ORG"
    if kind == "PERSON":
        return _unless_person(tokens, start, end, by_head)
    is_full_name = _is_full_name(tokens, start, end) or _INITIALLED.fullmatch(text)
    if kind in _MISTAKEN and is_full_name and not tells_its_type(text):
        return "PERSON"
    return (by_head or kind) if kind in _TYPED_BY_HEAD else kind


def _by_common_noun(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """*Tolmeta airport*, *Vallory river*."""
    last = tokens.text[end - 1]
    return place_noun(last) if end - start > 1 and last.islower() else None


def _names_government(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the single, unlisted word stands before *administration* or *government*: *Ruiz administration*."""
    is_before = end - start == 1 and tokens.word(end) in words_for("administration")
    return is_before and straightened(tokens.text[start]) not in gazetteer().senses


def _is_full_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an unlisted name is a given name, and a capitalised word or two; a family name, after a place's name."""
    given = tokens.text[start]
    if not 1 < end - start < 4 or not _is_given(given, tokens.printed(start + 1, end)):
        return False
    follows_article = start > 0 and tokens.lower[start - 1] == "the"
    return not follows_article and all(word.isalpha() and word.istitle() for word in tokens.text[start:end])


def _is_given(word: str, family: str) -> bool:
    if word in given_names() and word not in gazetteer().senses:
        return True
    is_headed = type_by_head(f"{word} {family}") is not None  # *Lincoln Park*
    return word in words_for("also_given") and is_family_name(family) and not is_headed


def _unless_person(tokens: Tokens, start: int, end: int, by_head: MentionType | None) -> MentionType:
    """What the model calls a person may be a place after *in*, or a body by its head word; not after a given name."""
    text = tokens.printed(start, end)
    if end - start > 1 and tokens.text[start] in given_names():
        return by_head if by_head and tells_its_type(text) else "PERSON"
    is_held = tokens.lemma[tokens.head[max(0, start - 1)]] in words_for("held_in")
    if tokens.lower_word(start - 1) in ("in", "near") and not is_held and straightened(text) not in given_names():
        return "CITY"
    return by_head or "PERSON"


def _is_team(tokens: Tokens, start: int, end: int) -> bool:
    """*Lima Condors*: a city and a plural."""
    if end - start < 2 or tokens.tag[end - 1] != "NNPS" or (first := tokens.text[start]) in given_names():
        return False
    return names_city(first)


@cache
def compatible(kind: MentionType) -> frozenset[MentionType]:
    """The types that the model's type may turn out to be."""
    places: frozenset[MentionType] = frozenset({"COUNTRY", "CITY", "REGION", "SITE"})
    bodies: frozenset[MentionType] = frozenset({"IGO", "GOV", "PARTY", "ORG", "COMPANY", "GROUP"})
    if kind in places:
        return places | {"IGO", "GOV"}
    if kind == "GROUP":
        return frozenset({"COUNTRY", "REGION", "GROUP", "PARTY", "IGO"})
    return bodies | {"COUNTRY", "SITE"} if kind in bodies else frozenset({kind})
