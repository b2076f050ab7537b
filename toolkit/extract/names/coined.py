"""Names that their very letters show, where the model sees none: *BB&T*, *7NEWS said*, *the song “Calm Days”*."""

import re
from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from toolkit.extract.names.name import Name

# Three letters and more: *R&D* and *Q&A* are no names.
_JOINED_INITIALS = re.compile(r"\b(?:[A-Z]{2,4}&[A-Z]{1,4}|[A-Z]{1,4}&[A-Z]{2,4})\b")
_CALL_SIGN = re.compile(r"\b\d{1,3}[A-Z]{2,}[a-z]*\b")
_QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{1,50})[\"”]")
# Words that titles do not capitalise are shorter.
_SHORT = 4
_SUBJECTS = {"nsubj", "nsubjpass"}


def coined(doc: Doc, taken: Container[int]) -> Iterator[Name]:
    """The bodies that joined initials and call signs name, and the works whose titles stand in quotation marks."""
    yield from _bodies(doc, taken)
    yield from _titles(doc, taken)


def _titles(doc: Doc, taken: Container[int]) -> Iterator[Name]:
    """*“Calm Days”*: two words and more in capitals, in their own quotation marks."""
    for match in _QUOTED.finditer(doc.text):
        title = match.group(1).rstrip(".,!?")
        span = doc.char_span(match.start(1), match.start(1) + len(title)) if _is_title(title) else None
        if span is not None and not any(token.i in taken for token in span):
            yield Name(span.start, span.end, "OTHER", rule="quoted_title", confidence="low")


def _is_title(text: str) -> bool:
    words = [word for word in text.split() if len(word) >= _SHORT]
    return " " in text and bool(words) and all(word[0].isupper() for word in words)


def _bodies(doc: Doc, taken: Container[int]) -> Iterator[Name]:
    for match in _JOINED_INITIALS.finditer(doc.text):
        if (span := doc.char_span(*match.span())) and span.start not in taken:
            yield Name(span.start, span.end, "ORG", rule="joined_initials", confidence="low")
    acting: dict[str, bool] = {}
    signs = [token for match in _CALL_SIGN.finditer(doc.text) if (token := _token(doc, match, taken))]
    for token in signs:
        acting[token.text] = acting.get(token.text, False) or _acts(token)
    for token in signs:
        if acting[token.text]:
            yield Name(token.i, token.i + 1, "ORG", rule="call_sign", confidence="low")


def _token(doc: Doc, match: re.Match[str], taken: Container[int]) -> Token | None:
    span = doc.char_span(*match.span())
    return span[0] if span is not None and len(span) == 1 and span.start not in taken else None


def _acts(token: Token) -> bool:
    return token.dep_ in _SUBJECTS and token.head.pos_ in ("VERB", "AUX")
