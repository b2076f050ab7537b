"""A name found in the text, before it is a row: the tokens, the type and what vouches for it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.lang.en.lex_attrs import like_num

from toolkit.extract.tokens import Tokens
from toolkit.records import Confidence, MentionType

_POSSESSIVE = ("'s", "’s", "'", "’")
_ARTICLES = ("the", "a", "an")
_MARKS = "\"'`“”‘’«».,;:!?()[]{}*-–—…/|&"


@dataclass(frozen=True, slots=True)
class Name:
    """A name on tokens [start, end), with the lexicon's key of what it names where there is one."""

    start: int
    end: int
    type: MentionType
    entity_id: str | None = None
    metonym: bool = False
    rule: str = "model"
    confidence: Confidence = "medium"

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def bounds(self) -> tuple[int, int]:
        """Its first token, and the one after its last."""
        return self.start, self.end

    def typed(self, kind: MentionType) -> "Name":
        """The name with that type."""
        return self if kind == self.type else replace(self, type=kind)

    def covers(self, other: "Name") -> bool:
        """Whether the other name lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Name") -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


def trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens without leading article, possessive ending and marks around them."""
    while start < end and (tokens.lower[start] in _ARTICLES or _is_mark(tokens.text[start])):
        start += 1
    while start < end and (tokens.text[end - 1] in _POSSESSIVE or _is_mark(tokens.text[end - 1])):
        end -= 1
    return start, end


@lru_cache(maxsize=10_000)
def _is_mark(text: str) -> bool:
    return not text.strip(_MARKS) or text.isspace()


def is_capitalised(text: str) -> bool:
    """Whether the token is written as a part of a name."""
    return text[:1].isupper()


@lru_cache(maxsize=10_000)
def is_number(text: str) -> bool:
    """Whether it is a number in digits or words."""
    return bool(like_num(text))  # type: ignore[no-untyped-call]


def is_unit(tokens: Tokens, at: int) -> bool:
    """Whether the token is written on a number: *GB* of *30GB* is no country."""
    return at > 0 and not tokens.spaced[at - 1] and is_number(tokens.text[at - 1])


def is_title_case(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nearly every longer word is capitalised, as in a headline: capitals then tell nothing."""
    words = [text for text in tokens.text[start:end] if len(text) > 3 and text.isalpha()]
    return len(words) > 3 and sum(map(is_capitalised, words)) >= 0.8 * len(words)


def in_title_case(tokens: Tokens, at: int) -> bool:
    """Whether the sentence that holds the token is written as a headline is; few of these end with a full stop."""
    first, last = tokens.sentence(at)
    return tokens.text[last - 1] != "." and is_title_case(tokens, first, last)
