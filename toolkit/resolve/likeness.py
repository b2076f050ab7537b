"""How two names differ: words folded, then compared letter by letter."""

import re
import unicodedata
from collections.abc import Iterable

# Longer strings are no names of people or places; comparing them letter by letter would take long.
_LONGEST = 60
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# Letters that are no others with a mark, as spellings without marks write them.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"})


def words_of(name: str) -> tuple[str, ...]:
    """The name's words without accents, case and punctuation; *Geun-hye* is two."""
    folded = name.casefold().replace("'", "").replace("’", "")
    if folded.isascii():
        return tuple(_ASCII_WORD.findall(folded))
    plain = unicodedata.normalize("NFKD", folded.translate(_PLAIN))
    kept = (letter for letter in plain if not unicodedata.combining(letter))
    return tuple("".join(letter if letter.isalnum() else " " for letter in kept).split())


def edits(one: str, other: str) -> int:
    """The fewest letters to insert, drop, replace or swap with their neighbour that make one string the other.

    Too long strings count as wholly different.
    """
    if (longest := max(len(one), len(other))) > _LONGEST:
        return longest
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, facing in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """From 0 to 1, the share of letters that the words, written together, have in common in order."""
    left, right = "".join(one), "".join(other)
    longest = max(len(left), len(right))
    return 1 - edits(left, right) / longest if longest else 1.0
