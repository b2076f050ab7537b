"""What the words of a document can be, asked once for every word and not once for every token."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import compress, count

_MOST_WORDS = 1 << 18  # more than this and the memory of words starts afresh


def roles_of[Role](words: Sequence[str], role: Callable[[str], Role]) -> list[Role]:
    """The role of each word.

    Stages that read few of the sentences ask here first, since walking through all tokens costs as much as the reading.

    Args:
        words: those of the document, a token each.
        role: what a word can be; asked once for each word of all documents.
    """
    known = _known(role)
    if len(known) > _MOST_WORDS:
        known.clear()
    for word in set(words).difference(known):
        known[word] = role(word)
    return list(map(known.__getitem__, words))


def places_with(words: Sequence[str], role: Callable[[str], object]) -> Iterator[int]:
    """The places of the words that have a role, in order."""
    return compress(count(), roles_of(words, role))


@cache
def _known[Role](_role: Callable[[str], Role]) -> dict[str, Role]:
    """What a role was for the words seen so far."""
    return {}
