"""Who gives the figures of a sentence."""

from functools import lru_cache

from spacy.tokens import Span, Token

from toolkit.extract.names import referents
from toolkit.extract.reading import Reading
from toolkit.extract.statistics.phrasing import prepositional_object
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.wordlists import word_set

_DEEPEST = 10


def reporter_of(place: Place, sentence: Span, reading: Reading) -> str | None:
    """The entity that the sentence gives as the source of the figure: *X said that ...*, *according to X*."""
    speaker = _speaker(place.anchor) or _according_to(sentence)
    found = referents(speaker, reading) if speaker is not None else []
    return found[0].entity_id if len(found) == 1 else None


def _speaker(token: Token) -> Token | None:
    """The subject of the report verb whose content holds the token."""
    for _ in range(_DEEPEST):
        if token.head == token:
            break
        token, below = token.head, token
        if token.lemma_ in word_set("saying") and below.dep_ in ("ccomp", "advcl", "parataxis"):
            return next((child for child in token.children if child.dep_ == "nsubj"), None)
    return None


@lru_cache(maxsize=1)  # every figure of a sentence asks
def _according_to(sentence: Span) -> Token | None:
    for token in sentence:
        if token.lower_ == "according":
            return prepositional_object(token, "to")
    return None
