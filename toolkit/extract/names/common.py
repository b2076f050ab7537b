"""Common nouns that only their place at the head of a sentence gives a capital: *Turnout was low*."""

from functools import cache, lru_cache

from toolkit.extract.names.family_names import is_family_name
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.name import is_capitalised
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows

_MARKS = {'"', "“", "‘", "'", "-", "–", "—"}


def is_common_noun(tokens: Tokens, at: int) -> bool:
    """Whether the word opens a sentence, is no known name, and listed as a common noun or written small elsewhere.

    It is a name all the same where the article has it in capitals within a sentence, or says *X is a ...*.
    """
    text = tokens.text[at]
    if not text.istitle() or not _opens(tokens, at) or _is_known(text) or text in _capitalised_within(tokens):
        return False
    if _lemma(text) in common_nouns():
        return True
    is_explained = tokens.lower_word(at + 1) in ("is", "was") and tokens.lower_word(at + 2) in ("a", "an", "the")
    return tokens.lower[at] in tokens.text and not is_explained


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a sentence, or its quotation, begins with the word."""
    return tokens.opens[at] or (tokens.opens[at - 1] and tokens.text[at - 1] in _MARKS)


def _is_known(text: str) -> bool:
    return straightened(text) in gazetteer().senses or text in given_names() or is_family_name(text)


@cache
def common_nouns() -> frozenset[str]:
    """Nouns that begin sentences of news, those of the lexicons of events, measures and actors included."""
    listed = [row["lemma"] for name in ("common_nouns", "actor_nouns") for row in rows(name)]
    listed += [row["noun"] for row in rows("event_nouns")]
    return frozenset([*listed, *(row["word"] for row in rows("measures"))])


def _lemma(text: str) -> str:
    """The word in lower case, without the ending of a plural where that is listed."""
    word = text.lower()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return singular if singular in common_nouns() else word


@lru_cache(maxsize=1)
def _capitalised_within(tokens: Tokens) -> frozenset[str]:
    """The words that stand in capitals within a sentence of prose, as names do."""
    return frozenset(
        text
        for at, text in enumerate(tokens.text)
        if is_capitalised(text) and tokens.tag[at] == "NNP" and not _opens(tokens, at)
    )
