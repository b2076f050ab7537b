"""The parse as plain lists: where the words of interest stand, and which words hang on a word.

Rules ask both again and again; each is worked out once for a text.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab


def places(doc: Doc, parts_of_speech: Iterable[str], is_wanted: Callable[[int, Vocab], bool]) -> list[int]:
    """The indices of the words of those parts of speech whose lemma is wanted, in order.

    Args:
        doc: the text.
        parts_of_speech: by the names of Universal Dependencies.
        is_wanted: whether a lemma, given by its number, is of interest; asked for every such word, so let it remember.
    """
    lemmas, kinds = doc.to_array(["LEMMA", "POS"]).T
    candidates = np.flatnonzero(np.any([kinds == doc.vocab.strings[name] for name in parts_of_speech], axis=0))
    numbered = zip(candidates.tolist(), lemmas[candidates].tolist(), strict=True)
    return [place for place, lemma in numbered if is_wanted(lemma, doc.vocab)]


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
