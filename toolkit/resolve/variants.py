"""Given names that are one although they differ (*Bill*, *William*), surnames that are two although they hardly do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.lexicons import rows
from toolkit.resolve.likeness import words_of

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})


def are_forms(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the names differ by another form of one given name: *Joe Biden* and *Joseph*, *Pavlo* and *Pavel*."""
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(differing) != 1 or one[-1] != other[-1]:
        return False
    first, second = differing[0]
    return second in _given_name_forms().get(first, ())


def other_forms(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The name with each of its given names in another form."""
    for at, word in enumerate(words[:-1]):
        for form in _given_name_forms().get(word, ()):
            yield (*words[:at], form, *words[at + 1 :])


@cache
def _given_name_forms() -> dict[str, frozenset[str]]:
    """Given name -> its familiar forms and those of other languages, and the other way round."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("given_name_forms"):
        (form,), (full,) = words_of(row["form"]), words_of(row["full"])
        found[form].add(full)
        found[full].add(form)
    return {name: frozenset(forms) for name, forms in found.items()}


def are_generations(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only one of two names is marked as the son's, or the father's: *King*, *King III*."""
    return bool(_GENERATIONS & set(one) ^ _GENERATIONS & set(other))


def are_surnames_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the last words are two surnames that are often taken for each other: *Davies*, *Davis*."""
    return frozenset((one[-1], other[-1])) in _apart() if one and other else False


@cache
def _apart() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(name.casefold() for name in row.values()) for row in rows("surnames_apart"))
