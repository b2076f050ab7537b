"""Spellings of one name: *Muhammad* and *Mohammed*, *Sergei* and *Sergey*, *D. Berg* for *Dora Berg*."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from toolkit.lexicons import rows
from toolkit.resolve.likeness import likeness, words_of

_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouyj]+")
# Below this share of letters in common, words that sound alike are other names: *Hussein* and *Hassan*.
_LIKE = 0.6
# Shorter words, and those with fewer consonants, sound like too many others: *Hart* and *Hurt*.
_LETTERS, _CONSONANTS = 5, 2


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What transliterations of a word have in common: its consonants, and whether it begins with a vowel."""
    letters = _REPEATED.sub(r"\1", _written().sub(lambda found: _sounds()[found.group()], word))
    return ("-" if _VOWELS.match(word) else "") + _VOWELS.sub("", letters)


def is_same_sound(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words, in their order, are spellings of one name, and none is another given name."""
    if len(one) != len(other):
        return False
    return all(first == second or _are_spellings(first, second) for first, second in zip(one, other, strict=True))


def _are_spellings(one: str, other: str) -> bool:
    consonants = sound(one)
    is_long = min(len(one), len(other)) >= _LETTERS and len(consonants.strip("-")) >= _CONSONANTS
    if consonants != sound(other) or not is_long or likeness([one], [other]) < _LIKE:
        return False
    thirds = [_thirds()[word] for word in (one, other) if word in _thirds()]
    return len(thirds) < 2 or (thirds[0] == thirds[1] and bool(thirds[0])) or one[-1] == other[-1]


def initials_of(words: Sequence[str]) -> str:
    """A name with one-letter words, as `short_forms` writes it; empty for another."""
    full = [word for word in words if len(word) > 1]
    letters = [word for word in words if len(word) == 1]
    if not letters or not full:
        return ""
    return f"{letters[0]}. {' '.join(full)}" if len(full) == 1 else " ".join(full)


def short_forms(words: Sequence[str]) -> Iterator[str]:
    """How the name is written with an initial, or with further initials that it leaves out."""
    full = [word for word in words if len(word) > 1]
    if len(full) > 1:
        yield " ".join(full)
        yield f"{full[0][0]}. {full[-1]}"
        yield f"{full[-1][0]}. {full[0]}"


def heard(words: Iterable[str]) -> str:
    """The sounds of a name's words, for looking up names that sound the same."""
    return " ".join(sound(word) for word in words)


@cache
def _sounds() -> dict[str, str]:
    return {row["written"]: row["sound"] for row in rows("spelling_variants")}


@cache
def _written() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_sounds(), key=lambda written: (-len(written), written))))


@cache
def _thirds() -> dict[str, str]:
    """Given name, folded -> the pronoun of its bearers where nearly all are of one gender."""
    return {word: row["third"] for row in rows("given_names") if len(word := " ".join(words_of(row["text"]))) > 1}
