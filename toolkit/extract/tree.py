"""The parse as plain lists: where the words of interest stand, and which words hang on a word.

Rules ask both again and again; each is worked out once for a text.
"""

from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import lru_cache

from spacy.tokens import Span, Token

from toolkit.extract.tokens import Tokens, places_of


def places(tokens: Tokens, parts_of_speech: Container[str], lemmas: frozenset[str]) -> list[int]:
    """The indices of the words of those parts of speech with one of the lemmas, in order.

    Args:
        tokens: those of the text.
        parts_of_speech: by the names of Universal Dependencies.
        lemmas: in lower case.
    """
    found = places_of(tokens.lower_lemma, tokens.lemmas & lemmas)
    return [at for at in found if tokens.pos[at] in parts_of_speech]


def words_at(sentence: Span, places: Sequence[int]) -> list[Token]:
    """The words of the sentence that stand at the places, which are in order."""
    first, last = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
    return [sentence.doc[place] for place in places[first:last]]


@lru_cache(maxsize=2048)
def children(token: Token) -> tuple[Token, ...]:
    """The words that hang on the token, in order of the text.

    Remembered, since the rules ask for those of one verb some twenty times, and `Token.children` walks each time.
    """
    return tuple(token.children)
