"""Two names that differ by one letter of one word, and are not the names of two persons for that."""

from collections.abc import Sequence
from functools import cache

from toolkit.lexicons import rows
from toolkit.resolve.likeness import edits, words_of


def is_one_slip(known: Sequence[str], printed: Sequence[str], *, least: int) -> bool:
    """Whether one letter of one word differs, which does not make it another given name.

    Args:
        known: the words of the one name.
        printed: the words of the other.
        least: the fewest letters of the word.
    """
    differing = [pair for pair in zip(known, printed, strict=False) if pair[0] != pair[1]]
    if len(known) != len(printed) or len(differing) != 1:
        return False
    one, other = differing[0]
    if min(len(one), len(other)) < least or edits(one, other) != 1:
        return False
    return not {one, other} <= given_names() and not are_man_and_woman(one, other)


def are_man_and_woman(one: str, other: str) -> bool:
    """*Daniel* and *Daniela*, *Navalny* and *Navalnaya*: a given name or surname and its feminine."""
    shorter, longer = sorted((one, other), key=len)
    return longer in (f"{shorter}a", f"{shorter.removesuffix('y')}aya")


@cache
def given_names() -> frozenset[str]:
    """The words of the given names that the lexicon lists."""
    return frozenset(word for row in rows("given_names") for word in words_of(row["text"]))
