"""Names that are nearly a country's, where the model sees none: *Ministers of Phillipines*, *the Untied States*."""

from collections.abc import Container, Iterator
from functools import lru_cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.name import Name
from toolkit.extract.tokens import Tokens, places_of
from toolkit.lexicons.misspelt import is_other_name, misspelt_country

# Before or behind the name of a country, besides words that are locative.
_BESIDE = {"of", "and", "with", "between", "against", "'s", "’s"}


def misspelt(tokens: Tokens, taken: Container[int]) -> Iterator[Name]:
    """The capitalised words that name no country only because a letter is wrong; which one they mean stays open."""
    for at in [at for at in places_of(tokens.pos, ("PROPN",)) if _is_free(tokens, at, taken)]:
        if at and _is_free(tokens, at - 1, taken) and _is_misspelt(tokens.printed(at - 1, at + 1)):
            yield Name(at - 1, at + 1, "COUNTRY", rule="misspelt", confidence="low")
        elif _is_misspelt(tokens.text[at]) and _is_among_places(tokens, at):
            yield Name(at, at + 1, "COUNTRY", rule="misspelt", confidence="low")


def _is_free(tokens: Tokens, at: int, taken: Container[int]) -> bool:
    return tokens.text[at].istitle() and at not in taken


def _is_among_places(tokens: Tokens, at: int) -> bool:
    """Whether the words beside it are those beside a country: *of X*, *in X*, *X's*."""
    beside = {tokens.lower_word(at - 1), tokens.lower_word(at + 1)}
    return not beside.isdisjoint(_BESIDE | words_for("locative"))


@lru_cache(maxsize=10_000)
def _is_misspelt(text: str) -> bool:
    return misspelt_country(text) is not None and not is_other_name(text)
