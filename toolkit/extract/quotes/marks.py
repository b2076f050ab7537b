"""Quotation marks in pairs: one pass over a paragraph, so that an odd mark costs one quotation and not the article.

A quotation of several paragraphs opens each of them and closes only the last (Chicago Manual of Style, 13.32).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

# Opening mark -> the marks that close it.
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "‹": "›", "``": "''", '"': '"', "‘": "’", "'": "'"}
_SINGLE = "‘'"
_LONE = ("‘", "’", "'", "`")
# What can be a mark: a sign, or one that is typed twice.
_SIGN = re.compile(r"[“”„«»‹›\"‘’'`](?:(?<=`)`|(?<=')')?")
_BEFORE_CLOSING = ".,!?…"
_DASHES_AND_BRACKETS = "([—–-―"


class Quoted(NamedTuple):
    """What stands between two marks; `closed` is not set where it goes on in the next paragraph."""

    start: int
    end: int
    closed: bool


@lru_cache(maxsize=1)  # every sentence of a text asks for the same pass
def quoted_in(text: str) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of a text in order, without their marks; each paragraph (line) for itself."""
    return tuple(chain.from_iterable(_pairs(text, *line) for line in _lines(text)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _pairs(text: str, start: int, end: int) -> Iterator[Quoted]:
    opening, opened = "", start
    for found in _marks(text, start, end):
        sign = _as_meant(found, text)
        if opening and sign in _CLOSED_BY[opening] and not (sign == '"' and _stands_before_word(found, text)):
            yield from _stretch(text, opened, found.start(), closed=True)
            opening = ""
        elif sign in _CLOSED_BY and _may_open(opening, sign) and not (sign == '"' and _stands_after_word(found, text)):
            opening, opened = sign, found.end()
    starts_paragraph = text[start:opened].strip() == opening
    if opening and opening not in _SINGLE and (starts_paragraph or text[end : end + 3].lstrip().startswith(opening)):
        yield from _stretch(text, opened, end, closed=False)


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (found for found in _SIGN.finditer(text, start, end) if found[0] not in _LONE or _is_single(found, text))


def _is_single(found: re.Match[str], text: str) -> bool:
    """Whether it is a single mark: one that stands at the edge of a word is, any other is an apostrophe."""
    before, after = _beside(found, text)
    if _is_word(after):
        return found[0] in "‘'" and not _is_word(before)
    return found[0] in "’'" and (_is_word(before) or before in _BEFORE_CLOSING)


def _beside(found: re.Match[str], text: str) -> tuple[str, str]:
    """The characters before and after the mark; a line break at the ends of the text."""
    return text[found.start() - 1 : found.start()] or "\n", text[found.end() : found.end() + 1] or "\n"


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _may_open(opening: str, sign: str) -> bool:
    """Whether the mark begins a quotation: none is open, or the open one turns out never to be closed."""
    return not opening or opening == sign or (opening in _SINGLE and sign not in _SINGLE)


def _as_meant(found: re.Match[str], text: str) -> str:
    """The mark; a right-hand one where only a left-hand one can stand is a misprint."""
    return "“" if found[0] == "”" and _stands_before_word(found, text) else found[0]


def _stands_before_word(found: re.Match[str], text: str) -> bool:
    before, after = _beside(found, text)
    return (before.isspace() or before in _DASHES_AND_BRACKETS) and not after.isspace()


def _stands_after_word(found: re.Match[str], text: str) -> bool:
    before, after = _beside(found, text)
    return not before.isspace() and before not in _DASHES_AND_BRACKETS and not after.isalnum()


def _stretch(text: str, start: int, end: int, *, closed: bool) -> Iterator[Quoted]:
    """The stretch without white space, and a comma, at its ends, where anything is left."""
    inside = text[start:end]
    end -= len(inside) - len(inside.rstrip(" \t\n,"))
    start += len(inside) - len(inside.lstrip())
    if any(letter.isalnum() for letter in inside):
        yield Quoted(start, end, closed)
