"""Names that their very letters show, where the model sees none: *BB&T*, *7NEWS said*."""

import re
from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from toolkit.extract.names.name import Name

# Three letters and more: *R&D* and *Q&A* are no names.
_JOINED_INITIALS = re.compile(r"\b(?:[A-Z]{2,4}&[A-Z]{1,4}|[A-Z]{1,4}&[A-Z]{2,4})\b")
_CALL_SIGN = re.compile(r"\b\d{1,3}[A-Z]{2,}[a-z]*\b")
_SUBJECTS = {"nsubj", "nsubjpass"}


def coined(doc: Doc, taken: Container[int]) -> Iterator[Name]:
    """The bodies that joined initials name, and those that call signs name which act somewhere in the text."""
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
