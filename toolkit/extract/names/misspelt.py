"""Names that are nearly a country's, where the model sees none: *Ministers of Phillipines*, *the Untied States*."""

from collections.abc import Container, Iterator
from functools import lru_cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.name import Name
from toolkit.extract.tokens import Tokens
from toolkit.lexicons.misspelt import is_other_name, misspelt_country

_WORDS = 2  # of the longest names that are looked at
# Before or behind the name of a country, besides words that are locative.
_BESIDE = {"of", "and", "with", "between", "against", "'s", "’s"}


def misspelt(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """The capitalised words that name no country only because a letter is wrong; which one they mean stays open."""
    free = [text.istitle() and at not in taken for at, text in enumerate(tokens.text)]
    for at, first in enumerate(free):
        if not first or tokens.pos[at] == "PRON":
            continue
        for length in range(_WORDS, 0, -1):
            fits = all(free[at : at + length]) and _is_misspelt(tokens.printed(at, at + length))
            if fits and (length > 1 or (tokens.pos[at] == "PROPN" and _is_among_places(tokens, at))):
                yield Name(at, at + length, "COUNTRY", rule="misspelt", confidence="low")
                break


def _is_among_places(tokens: Tokens, at: int) -> bool:
    """Whether the words beside it are those beside a country: *of X*, *in X*, *X's*."""
    beside = {tokens.lower_word(at - 1), tokens.lower_word(at + 1)}
    return not beside.isdisjoint(_BESIDE | words_for("locative"))


@lru_cache(maxsize=20_000)
def _is_misspelt(text: str) -> bool:
    return misspelt_country(text) is not None and not is_other_name(text)
