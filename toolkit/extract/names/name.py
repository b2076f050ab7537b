"""A name found in the text, before it is a row: the tokens, the type and what vouches for it."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

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

    def covers(self, other: "Name") -> bool:
        """Whether the other name lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Name") -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


def trimmed(span: Span) -> Span:
    """The span without leading article, possessive ending and marks around it."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (doc[start].lower_ in _ARTICLES or _is_mark(doc[start])):
        start += 1
    while start < end and (doc[end - 1].text in _POSSESSIVE or _is_mark(doc[end - 1])):
        end -= 1
    return doc[start:end]


def _is_mark(token: Token) -> bool:
    return token.is_space or not token.text.strip(_MARKS)


def is_capitalised(token: Token) -> bool:
    """Whether the token is written as a part of a name."""
    return token.text[:1].isupper()


def is_unit(token: Token) -> bool:
    """Whether the token is written on a number: *GB* of *30GB* is no country."""
    return token.i > 0 and token.nbor(-1).like_num and not token.nbor(-1).whitespace_


def is_title_case(doc: Doc, start: int, end: int) -> bool:
    """Whether nearly every longer word is capitalised, as in a headline: capitals then tell nothing."""
    words = [token for token in doc[start:end] if token.is_alpha and len(token) > 3]
    return len(words) > 3 and sum(map(is_capitalised, words)) >= 0.8 * len(words)
