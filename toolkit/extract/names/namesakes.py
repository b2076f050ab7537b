"""Persons who bear the name of a place: in an article on Denzel Washington, *Washington* is he."""

from collections.abc import Collection
from dataclasses import replace

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.name import Name
from toolkit.extract.tokens import Tokens

_PLACES = {"COUNTRY", "CITY", "REGION"}


def without_namesakes(tokens: Tokens, names: Collection[Name]) -> list[Name]:
    """The names, those of places made a person's after the article has named the person in full; not after *in*.

    So are those in its headline. Of a country, a listed given name must tell that it is a person.
    """
    first_named: dict[tuple[str, bool], int] = {}
    for name in (name for name in names if name.type == "PERSON" and len(name) > 1):
        for is_given in {False, tokens.text[name.start] in given_names()}:
            first_named.setdefault((tokens.text[name.end - 1], is_given), name.start)
    if not first_named:
        return list(names)
    return [_as_person(name) if _is_namesake(tokens, name, first_named) else name for name in names]


def _is_namesake(tokens: Tokens, name: Name, first_named: dict[tuple[str, bool], int]) -> bool:
    """Whether a single word, as a place, is the last of a person's name before; not *in X*."""
    if name.type not in _PLACES or len(name) > 1:
        return False
    first = first_named.get((tokens.text[name.start], name.type == "COUNTRY"))
    if first is None or tokens.lower_word(name.start - 1) in words_for("locative"):
        return False
    return first < name.start or (name.type != "COUNTRY" and name.start < tokens.sentence(0)[1])


def _as_person(name: Name) -> Name:
    return replace(name, type="PERSON", entity_id=None, metonym=False, rule="namesake")
