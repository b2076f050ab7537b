"""Spellings of one name: *Muhammad* and *Mohammed*, *Sergei* and *Sergey*, *D. Berg* for *Dora Berg*."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from toolkit.lexicons import rows
from toolkit.resolve.likeness import likeness, words_of
from toolkit.resolve.slips import are_man_and_woman

_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouyj]+")
_SILENT = re.compile(r"(?<=[aeiou])h$")
# Below this share of letters in common, words that sound alike are other names: *Hussein* and *Hassan*.
_LIKE = 0.6
# Shorter words, and those with fewer consonants, sound like too many others: *Hart* and *Hurt*.
_LETTERS, _CONSONANTS = 5, 2
# Still shorter ones are spellings of one where nearly all is the same: *Nouri*, *Nuri*.
_FEW_LETTERS, _ALIKE = 4, 0.8
# Names written as one word have more letters in common by chance.
_LIKE_JOINED = 0.8
# Articles of Arabic names, which news writes or leaves out.
_ARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ash", "an"})


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What transliterations of a word have in common: its consonants, and whether it begins with a vowel."""
    letters = _REPEATED.sub(r"\1", _written().sub(lambda found: _sounds()[found.group()], _SILENT.sub("", word)))
    return ("-" if _VOWELS.match(letters) else "") + _VOWELS.sub("", letters)


def is_same_sound(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words, in their order, are spellings of one name, and none is another given name."""
    if len(one) != len(other):
        return False
    return all(first == second or _are_spellings(first, second) for first, second in zip(one, other, strict=True))


def _are_spellings(one: str, other: str) -> bool:
    consonants = sound(one)
    alike, letters = likeness([one], [other]), min(len(one), len(other))
    is_long = letters >= _LETTERS and len(consonants.strip("-")) >= _CONSONANTS
    if consonants != sound(other) or alike < _LIKE or not (is_long or (letters >= _FEW_LETTERS and alike >= _ALIKE)):
        return False
    if are_man_and_woman(one, other):
        return False
    thirds = [_thirds()[word] for word in (one, other) if word in _thirds()]
    return len(thirds) < 2 or (thirds[0] == thirds[1] and bool(thirds[0])) or _ending(one) == _ending(other)


def _ending(word: str) -> str:
    """The last sound, which tells men's from women's names in many languages; *y* is an *i*, *h* is silent."""
    last = _SILENT.sub("", word)[-1]
    return "i" if last == "y" else last


def is_same_joined(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are spelled alike once written as one word without articles: *Abdul Hamid*, *Abdulhamid*."""
    if len(one) == len(other) or joined_sound(one) != joined_sound(other):
        return False
    return likeness(_bare(one), _bare(other)) >= _LIKE_JOINED


def joined_sound(words: Iterable[str]) -> str:
    """The sound of a name written as one word, for looking it up."""
    return _REPEATED.sub(r"\1", "".join(map(sound, _bare(words))).replace("-", ""))


def _bare(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _ARTICLES]


def initials_of(words: Sequence[str]) -> str:
    """A name with one-letter words, as `short_forms` writes it; empty for another."""
    full = [word for word in words if len(word) > 1]
    letters = [word for word in words if len(word) == 1]
    if not letters or not full:
        return ""
    return f"{letters[0]}. {' '.join(full)}" if len(full) == 1 else " ".join(full)


def initials_fit(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the one-letter words of a name begin words that the full name has instead, where it has any."""
    left_out = {word[0] for word in full if word not in short}
    return not left_out or any(word in left_out for word in short if len(word) == 1)


def short_forms(words: Sequence[str]) -> Iterator[str]:
    """How the name is written with an initial, or with further initials that it leaves out."""
    full = [word for word in words if len(word) > 1]
    if len(full) > 1:
        yield " ".join(full)
        yield f"{full[0]} {full[-1]}"
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
