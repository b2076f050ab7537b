"""A sentence cut finer than the parser's tokens: *$3.2bn* is a sign, figures and a word.

Figures are read here and not from tokens, since tokenisers disagree about *US$40bn*, *3-4%* and *5-year*.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from toolkit import lexicons

_LEXEME = re.compile(r"[0-9](?:[0-9.,\u00a0\u2009\u202f]*[0-9])?|[^\W\d_]+|\S")


class Lexeme(NamedTuple):
    """A run of digits, a run of letters, or one sign; `glued` when no space parts it from the one before."""

    text: str
    start: int
    end: int
    glued: bool

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def is_figure(self) -> bool:
        """Whether it is written in digits."""
        return "0" <= self.text[0] <= "9"

    @property
    def is_word(self) -> bool:
        """Whether it is written in letters."""
        return self.text[0].isalpha()


type Entry = Mapping[str, str]
type Phrases = dict[str, list[tuple[tuple[str, ...], Entry]]]


def lexemes(text: str, *, offset: int = 0) -> list[Lexeme]:
    """The pieces of the text in order, their offsets counted from `offset`."""
    found: list[Lexeme] = []
    before = -1
    for piece in _LEXEME.finditer(text):
        start, end = piece.span()
        found.append(Lexeme(piece.group(), start + offset, end + offset, start == before))
        before = end
    return found


@cache
def phrases(lexicon: str, column: str) -> Phrases:
    """The entries of a lexicon by the first piece of their phrase, longest phrase first.

    Phrases of up to three letters (*GB*, *km*) keep their case, since *Gb* and *GB* differ; longer ones do not.
    """
    book: Phrases = {}
    for entry in lexicons.rows(lexicon):
        words = tuple(piece.text if len(entry[column]) <= 3 else piece.lower for piece in lexemes(entry[column]))
        book.setdefault(words[0], []).append((words, entry))
    for entries in book.values():
        entries.sort(key=lambda item: -len(item[0]))
    return book


def entries_at(book: Phrases, pieces: Sequence[Lexeme], at: int) -> tuple[list[Entry], int]:
    """All entries of the longest phrase that begins at the piece, and the place after it."""
    if at >= len(pieces) or not may_begin(book, pieces[at].text):
        return [], at
    found: list[tuple[int, Entry]] = []
    for words, printed in _spellings(pieces, at):
        found += [
            (len(phrase), entry)
            for phrase, entry in book.get(words[0], ())
            if words[: len(phrase)] == phrase and _is_close(pieces[at : at + len(phrase)], printed=printed)
        ]
    longest = max((length for length, _ in found), default=0)
    return [entry for length, entry in found if length == longest], at + longest


def may_begin(book: Phrases, word: str) -> bool:
    """Whether any phrase begins so; almost none does, and spellings need not be made."""
    lower = word.lower()
    return word in book or lower in book or singular(lower) in book


def _is_close(phrase: Sequence[Lexeme], *, printed: bool) -> bool:
    """Whether it is written as such a phrase must be: *km2* and *A$* without a space, *G* and *m* in their case."""
    if len(phrase) == 1:
        return printed or len(phrase[0].text) > 2 or not phrase[0].is_word
    return all(
        second.glued or not (second.is_figure or (first.is_word and len(first.text) == 1))
        for first, second in pairwise(phrase)
    )


_LONGEST_PHRASE = 6


def _spellings(pieces: Sequence[Lexeme], at: int) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The words from the place on: as printed, in lower case, and without plural endings."""
    ahead = pieces[at : at + _LONGEST_PHRASE]
    printed = tuple(piece.text for piece in ahead)
    lower = tuple(word.lower() for word in printed)
    yield printed, True
    if lower != printed:
        yield lower, False
    if (singulars := tuple(singular(word) for word in lower)) != lower:
        yield singulars, False


def singular(word: str) -> str:
    """The word without a plural ending; for units and currencies, whose irregular plurals are in the lexicons."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
