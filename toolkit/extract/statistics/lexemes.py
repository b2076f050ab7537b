"""A sentence cut finer than the parser's tokens: *$3.2bn* is a sign, figures and a word.

Figures are read here and not from tokens, since tokenisers disagree about *US$40bn*, *3-4%* and *5-year*.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from toolkit import lexicons

_LEXEME = re.compile(r"[0-9][0-9.,\u00a0\u2009\u202f]*|[^\W\d_]+|\S")
_TRAILING = ".,\u00a0\u2009\u202f"


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
    at = 0
    while piece := _LEXEME.search(text, at):
        whole = piece.group().rstrip(_TRAILING) or piece.group()
        start, at = piece.start(), piece.start() + len(whole)
        glued = bool(found) and found[-1].end == start + offset
        found.append(Lexeme(whole, start + offset, at + offset, glued))
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
    if at >= len(pieces):
        return [], at
    for words in (_as_printed(pieces, at), *_lowered(pieces, at)):
        matches = [
            (phrase, entry)
            for phrase, entry in book.get(words[0], ())
            if tuple(words[: len(phrase)]) == phrase and _is_close(pieces[at : at + len(phrase)])
        ]
        if matches:
            longest = len(matches[0][0])
            return [entry for phrase, entry in matches if len(phrase) == longest], at + longest
    return [], at


_LONGEST_PHRASE = 6


def _is_close(phrase: Sequence[Lexeme]) -> bool:
    """Whether what must be written without a space is: *km2* and *A$*, not *km 2* and *a $5 note*."""
    pairs = zip(phrase, phrase[1:], strict=False)
    return all(
        second.glued or not (second.is_figure or (first.is_word and len(first.text) == 1)) for first, second in pairs
    )


def _as_printed(pieces: Sequence[Lexeme], at: int) -> list[str]:
    return [piece.text for piece in pieces[at : at + _LONGEST_PHRASE]]


def _lowered(pieces: Sequence[Lexeme], at: int) -> Iterable[list[str]]:
    """The words in lower case, and with the plural ending of each word but signs and figures taken off."""
    following = pieces[at + 1].text if at + 1 < len(pieces) else ""
    if pieces[at].is_word and len(pieces[at].text) <= 2 and following not in (".", "$"):
        return  # G and g, M and m differ
    words = [piece.lower for piece in pieces[at : at + _LONGEST_PHRASE]]
    yield words
    yield [singular(word) for word in words]


def singular(word: str) -> str:
    """The word without a plural ending; for units and currencies, whose irregular plurals are in the lexicons."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
