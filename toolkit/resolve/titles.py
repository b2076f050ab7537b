"""Names of persons without the titles before them: *Dr Anna Berg*, *Vice Admiral Anna Berg*."""

from functools import cache

from toolkit.lexicons import rows
from toolkit.resolve.likeness import words_of


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name without titles before two or more of them."""
    while length := _title_length(words):
        words = words[length:]
    return words


def _title_length(words: tuple[str, ...]) -> int:
    """Of how many words a title at the beginning is."""
    lengths = range(min(_longest(), len(words) - 2), 0, -1)
    return next((length for length in lengths if words[:length] in _titles()), 0)


@cache
def _titles() -> frozenset[tuple[str, ...]]:
    """The titles and offices that are no given names as well (*Earl*, *Major*), without case and dots."""
    given = {words_of(row["text"]) for row in rows("given_names")}
    return frozenset(words_of(row["text"]) for row in rows("offices")) - given


@cache
def _longest() -> int:
    return max(map(len, _titles()))
