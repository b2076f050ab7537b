"""The model's named entities, cleaned of the faults that it commonly makes."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from toolkit.extract.names.cleaned import cleaned
from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.heads import tells_its_type, type_by_head
from toolkit.extract.names.name import Name
from toolkit.extract.names.offices import Offices
from toolkit.records import MentionType

_TYPES: dict[str, MentionType] = {
    "PERSON": "PERSON", "GPE": "CITY", "NORP": "GROUP", "ORG": "ORG", "LOC": "REGION", "FAC": "SITE",
    "EVENT": "EVENT", "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER", "LANGUAGE": "OTHER",
}  # fmt: skip
# Types that the model gives to full names of persons, too.
_MISTAKEN = {"ORG", "CITY", "SITE", "REGION"}
# Types whose names tell their kind by a head word; a person or a demonym does not.
_TYPED_BY_HEAD = {"ORG", "CITY", "REGION", "SITE", "EVENT", "OTHER"}


def recognised(doc: Doc, offices: Offices) -> Iterator[Name]:
    """The model's names with this project's types, articles, titles and marks cut off."""
    for entity in doc.ents:
        if entity.label_ in _TYPES:
            for span in cleaned(entity, offices):
                yield Name(span.start, span.end, _type_of(span, entity.label_, offices))


def _type_of(span: Span, label: str, offices: Offices) -> MentionType:
    if span[-1].lower_ in words_for("administration") and len(span) > 1:
        return "GOV"
    after_title = span.start in offices.ending and _is_full_name(span)
    if after_title or _names_government(span):
        return "PERSON"
    if _is_team(span) and type_by_head(span.text) is None:
        return "ORG"
    kind = _TYPES[label]
    if kind == "PERSON":
        return _unless_person(span)
    by_head = type_by_head(span.text)
    if kind in _MISTAKEN and _is_full_name(span) and not tells_its_type(span.text):
        return "PERSON"
    return (by_head or kind) if kind in _TYPED_BY_HEAD else kind


def _names_government(span: Span) -> bool:
    """Whether the single, unlisted word stands before *administration* or *government*: *Ruiz administration*."""
    after = span.doc[span.end : span.end + 1].text
    return len(span) == 1 and after in words_for("administration") and straightened(span.text) not in gazetteer().senses


def _is_full_name(span: Span) -> bool:
    """Whether an unlisted name is a given name, which is no place's name too, and a capitalised word or two."""
    if span.start and span.doc[span.start - 1].lower_ == "the":
        return False
    given = span[0].text in given_names() and span[0].text not in gazetteer().senses
    return given and 1 < len(span) < 4 and all(token.is_alpha and token.is_title for token in span)


def _unless_person(span: Span) -> MentionType:
    """What the model calls a person may be a place after *in*, or a body by its head word; not after a given name."""
    before, by_head = span.doc[span.start - 1].lower_ if span.start else "", type_by_head(span.text)
    if span[0].text in given_names() and len(span) > 1:
        return by_head if by_head and tells_its_type(span.text) else "PERSON"
    if before in ("in", "near") and straightened(span.text) not in given_names():
        return "CITY"
    return by_head or "PERSON"


def _is_team(span: Span) -> bool:
    """*Lima Condors*: a city and a plural."""
    city = any(sense.entity.type == "CITY" for sense in gazetteer().senses.get(span[0].text, ()))
    return len(span) > 1 and city and span[-1].tag_ == "NNPS" and span[0].text not in given_names()


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
