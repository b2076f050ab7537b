"""Persons who bear the name of a place: in an article on Denzel Washington, *Washington* is he."""

from collections.abc import Collection
from dataclasses import replace

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.name import Name
from toolkit.extract.tokens import Tokens

_PLACES = {"COUNTRY", "CITY", "REGION"}


def without_namesakes(tokens: Tokens, names: Collection[Name]) -> list[Name]:
    """The names, those of places made a person's after the article has named the person in full; not after *in*."""
    first_named: dict[str, int] = {}
    for name in names:
        if name.type == "PERSON" and len(name) > 1 and tokens.text[name.start] in given_names():
            first_named.setdefault(tokens.text[name.end - 1], name.start)
    if not first_named:
        return list(names)
    return [_as_person(name) if _is_namesake(tokens, name, first_named) else name for name in names]


def _is_namesake(tokens: Tokens, name: Name, first_named: dict[str, int]) -> bool:
    if name.type not in _PLACES or len(name) > 1 or tokens.text[name.start] not in first_named:
        return False
    located = name.start > 0 and tokens.lower[name.start - 1] in words_for("locative")
    return first_named[tokens.text[name.start]] < name.start and not located


def _as_person(name: Name) -> Name:
    return replace(name, type="PERSON", entity_id=None, metonym=False, rule="namesake")
