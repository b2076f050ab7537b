"""Names that their very letters show, where the model sees none: *BB&T*, *7NEWS said*, *the song “Calm Days”*."""

import re
from collections.abc import Container, Iterator

from toolkit.extract.names.name import Name, is_capitalised
from toolkit.extract.names.playing import plays
from toolkit.extract.roles import places_with
from toolkit.extract.tokens import Tokens, places_of

# Three letters and more: *R&D* and *Q&A* are no names.
_JOINED_INITIALS = re.compile(r"[A-Z]{2,4}&[A-Z]{1,4}|[A-Z]{1,4}&[A-Z]{2,4}")
_CALL_SIGN = re.compile(r"\d{1,3}[A-Z]{2,}[a-z]*")
_QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{1,50})[\"”]")
# Words that titles do not capitalise are shorter.
_SHORT = 4
_SUBJECTS = {"nsubj", "nsubjpass"}


def coined(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """The bodies that joined initials and call signs name, and the works whose titles stand in quotation marks."""
    yield from _joined_initials(tokens, taken)
    yield from _call_signs(tokens, taken)
    yield from _titles(tokens, taken)
    yield from _teams(tokens, taken)


def _teams(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """*the Bulls beat the Raptors*."""
    for at in places_of(tokens.tag, ("NNPS", "NNS")):
        if at in taken or not is_capitalised(tokens.text[at]):
            continue
        if tokens.lower_word(at - 1) == "the" and plays(tokens, at, at + 1):
            yield Name(at, at + 1, "ORG", rule="plural_team", confidence="low")


def _titles(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """*“Calm Days”*: two words and more in capitals, in their own quotation marks."""
    for match in _QUOTED.finditer(tokens.source):
        title = match.group(1).rstrip(".,!?")
        bounds = tokens.exactly(match.start(1), match.start(1) + len(title)) if _is_title(title) else None
        if bounds and not any(at in taken for at in range(*bounds)):
            yield Name(*bounds, "OTHER", rule="quoted_title", confidence="low")


def _is_title(text: str) -> bool:
    words = [word for word in text.split() if len(word) >= _SHORT]
    return " " in text and ". " not in text and bool(words) and all(word[0].isupper() for word in words)


def _joined_initials(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """*BB&T*, whether or not the tokenizer cut it at the mark."""
    if "&" not in tokens.source:
        return
    for match in _JOINED_INITIALS.finditer(tokens.source):
        if (bounds := tokens.exactly(*match.span())) and bounds[0] not in taken:
            yield Name(*bounds, "ORG", rule="joined_initials", confidence="low")


def _call_signs(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """*7NEWS*, everywhere in the article once it acts like a body in one place."""
    signs = [at for at in places_with(tokens.text, _is_call_sign) if at not in taken]
    acting = {tokens.text[at] for at in signs if _acts(tokens, at)}
    yield from (
        Name(at, at + 1, "ORG", rule="call_sign", confidence="low") for at in signs if tokens.text[at] in acting
    )


def _is_call_sign(text: str) -> bool:
    return _CALL_SIGN.fullmatch(text) is not None


def _acts(tokens: Tokens, at: int) -> bool:
    return tokens.dep[at] in _SUBJECTS and tokens.pos[tokens.head[at]] in ("VERB", "AUX")
