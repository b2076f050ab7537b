"""What the words of a document can be, asked once for every word and not once for every token."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc

_MOST_WORDS = 1 << 18  # more than this and the memory of words starts afresh


def roles_of(doc: Doc, role: Callable[[str], int]) -> list[int]:
    """The role of each token by its text.

    Stages that read few of the sentences ask here first, since walking through all tokens costs as much as the reading.

    Args:
        doc: the document.
        role: gives a number for a word; asked once for each word of all documents.
    """
    words = doc.to_array("ORTH").tolist()
    known = _known(role)
    if len(known) > _MOST_WORDS:
        known.clear()
    for word in set(words).difference(known):
        known[word] = role(doc.vocab.strings[word])
    return list(map(known.__getitem__, words))


@cache
def _known(_role: Callable[[str], int]) -> dict[int, int]:
    """What a role was for the words seen so far, by their hash in spaCy, which is the same in every vocabulary."""
    return {}
