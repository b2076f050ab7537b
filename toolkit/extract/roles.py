"""What the words of a document can be, asked once for every word and not once for every token."""

from collections.abc import Callable
from functools import cache

from toolkit.extract.tokens import Tokens

_MOST_WORDS = 1 << 18  # more than this and the memory of words starts afresh


def roles_of(tokens: Tokens, role: Callable[[str], int]) -> list[int]:
    """The role of each token by its text.

    Stages that read few of the sentences ask here first, since walking through all tokens costs as much as the reading.

    Args:
        tokens: those of the document.
        role: gives a number for a word; asked once for each word of all documents.
    """
    known = _known(role)
    if len(known) > _MOST_WORDS:
        known.clear()
    for word in set(tokens.text).difference(known):
        known[word] = role(word)
    return list(map(known.__getitem__, tokens.text))


@cache
def _known(_role: Callable[[str], int]) -> dict[str, int]:
    """What a role was for the words seen so far."""
    return {}
