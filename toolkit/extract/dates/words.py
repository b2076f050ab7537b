"""The vocabulary of time, from the lexicons `date_words` and `holidays`, and numbers in words."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from toolkit.lexicons import rows

_NUMERIC_KINDS = {
    "month", "weekday", "weekday_short", "weekdays", "today", "last", "past", "previous", "next", "coming", "following",
    "this", "that", "ordinal", "numeral", "ago", "hence",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+|\S")


class Word(NamedTuple):
    """What a word of time is: its kind and value."""

    kind: str
    value: str | int


@cache
def vocabulary() -> dict[str, dict[tuple[str, ...], Word]]:
    """First word -> the entries that begin with it, longest first, each as its words in lower case."""
    entries: dict[str, dict[tuple[str, ...], Word]] = {}
    found = [(row["word"], row["kind"], row["value"]) for row in rows("date_words")]
    found += [(row["name"], "holiday", row["falls"]) for row in rows("holidays")]
    split = [(tuple(WORD.findall(text)), kind, value) for text, kind, value in found]
    for words, kind, value in sorted(split, key=lambda entry: -len(entry[0])):
        word = Word(kind, int(value) if kind in _NUMERIC_KINDS else value)
        entries.setdefault(words[0], {})[words] = word
    return entries


def numeral(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The number that words spell from `at`, and how many words that takes: *twenty-five*, *two hundred and six*.

    Years are read in pairs, *nineteen eighty-four*; *and* and hyphens count only inside a number.
    """
    total, current, taken, position = 0, 0, 0, at
    while position < len(words) and position < at + 12:
        value = _value(words[position])
        if value is None:
            if taken and words[position] in {"-", "and"}:
                position += 1
                continue
            break
        if not _continues(current, value, after=words[position - 1] if taken else ""):
            break
        total, current = _joined(total, current, value)
        position += 1
        taken = position - at
    return (total + current, taken) if taken else None


def _value(word: str) -> int | None:
    entry = vocabulary().get(word, {}).get((word,))
    return int(entry.value) if entry and entry.kind == "numeral" else None


def _continues(current: int, value: int, *, after: str) -> bool:
    """Whether a number word goes on with the number before it: tens take ones, pairs make a year."""
    if value in {100, 1000} or not current:
        return True
    if after == "and":
        return current % 100 == 0
    pair = current in {19, 20} and value >= 10
    return pair or (current % 100 == 0) or (current % 10 == 0 and current % 100 >= 20 and value < 10)


def _joined(total: int, current: int, value: int) -> tuple[int, int]:
    if value == 1000:
        return total + 1000 * (current or 1), 0
    if value == 100:
        return total, 100 * (current or 1)
    if current in {19, 20} and value >= 10:
        return total, 100 * current + value
    return total, current + value
