"""Quotation marks in pairs: one pass over a paragraph, so that an odd mark costs one quotation and not the article.

A quotation of several paragraphs opens each of them and closes only the last (Chicago Manual of Style, 13.32).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "``": "''", '"': '"', "‘": "’", "'": "'"}
_CLOSING = {"”", "»", "›", "''"}
_MARK = re.compile(r"``|''|[“”„«»‹›\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")


class Quoted(NamedTuple):
    """What stands between two marks; `closed` is not set where it goes on in the next paragraph."""

    start: int
    end: int
    closed: bool


def quoted_in(text: str, start: int, end: int) -> Iterator[Quoted]:
    """The outermost quoted stretches of a paragraph, without their marks; offsets in the whole text."""
    mark, opened = "", -1
    for found in _MARK.finditer(text, start, end):
        sign = found[0]
        if not mark:
            if _opens(sign, text, found):
                mark, opened = sign, found.end()
        elif sign in _OPENING[mark] and not (sign == '"' and _can_only_open(text, found)):
            yield from _stretch(text, opened, found.start(), closed=True)
            mark = ""
        elif sign == mark and sign != '"':
            opened = found.end()  # the first mark was never closed: it loses its quotation
    if mark not in ("", "'", "‘") and text[start:opened].strip() == mark:
        yield from _stretch(text, opened, end, closed=False)


def _opens(sign: str, text: str, found: re.Match[str]) -> bool:
    """Whether the mark begins a quotation; a right-hand mark at the start of a word is a misprint for a left-hand one."""
    if sign in _CLOSING:
        return sign == "”" and _can_only_open(text, found)
    if sign == '"':
        return not _can_only_close(text, found)
    return True


def _can_only_open(text: str, found: re.Match[str]) -> bool:
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return (not before or before.isspace() or before in "([—–-―") and bool(after) and not after.isspace()


def _can_only_close(text: str, found: re.Match[str]) -> bool:
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return bool(before) and not before.isspace() and before not in "([—–-―" and not after.isalnum()


def _stretch(text: str, start: int, end: int, *, closed: bool) -> Iterator[Quoted]:
    """The stretch without white space and a comma at its ends, where anything is left."""
    end -= len(text[start:end]) - len(text[start:end].rstrip(" \t\n,"))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if any(letter.isalnum() for letter in text[start:end]):
        yield Quoted(start, end, closed)
