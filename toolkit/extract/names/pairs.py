"""Two persons that a hyphen ties for what they do to each other: *the Soto-Berg feud*."""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.name import Name
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows

# Between two persons of a feud or deal.
_TIES = {"-", "‑", "–", "/"}
_READ_AS = {"PERSON", "ORG", "COMPANY", "GROUP", "OTHER"}


def parted_pairs(tokens: Tokens, names: Collection[Name]) -> Iterator[Name]:
    """The names, two persons of a *Soto-Berg feud* apart, where the article or the lexicon knows them as two."""
    families = {tokens.text[name.end - 1] for name in names if name.type == "PERSON" and len(name) > 1}
    doubled = {tokens.printed(name.end - 3, name.end) for name in names if len(name) > 3}
    for name in names:
        if _is_tied(tokens, name) and _are_two(tokens, name, families, doubled):
            yield Name(name.start, name.start + 1, "PERSON", rule="parted_pair")
            yield Name(name.end - 1, name.end, "PERSON", rule="parted_pair")
        else:
            yield name


def _is_tied(tokens: Tokens, name: Name) -> bool:
    return len(name) == 3 and not name.entity_id and tokens.text[name.start + 1] in _TIES


def _are_two(tokens: Tokens, name: Name, families: set[str], doubled: set[str]) -> bool:
    """Whether both are named in full, or one alone or both as leaders, and the noun behind is of two."""
    both = {tokens.text[name.start], tokens.text[name.end - 1]}
    if both <= families:
        return True
    if name.type not in _READ_AS or tokens.printed(*name.bounds) in doubled:
        return False
    is_of_two = tokens.lower_word(name.end) in words_for("of_two")
    return is_of_two and (both <= _leaders() or not both.isdisjoint(_alone(tokens)))


@lru_cache(maxsize=1)
def _alone(tokens: Tokens) -> frozenset[str]:
    """The words that somewhere in the text have no tie on either side."""
    ends = (*tokens.text, "")
    return frozenset(word for at, word in enumerate(tokens.text) if _TIES.isdisjoint((ends[at - 1], ends[at + 1])))


@cache
def _leaders() -> frozenset[str]:
    """The words of the family names of those in office."""
    return frozenset(word for row in rows("office_holders") for word in row["family"].split())
