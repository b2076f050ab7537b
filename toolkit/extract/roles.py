"""What the words of a document can be, asked once for every word and not once for every token."""

from collections.abc import Callable

from spacy.tokens import Doc


def roles_of(doc: Doc, role: Callable[[str], int]) -> list[int]:
    """The role of each token by its text.

    Stages that read few of the sentences ask here first, since walking through all tokens costs as much as the reading.
    """
    spellings = doc.to_array("ORTH").tolist()
    roles = {spelling: role(doc.vocab.strings[spelling]) for spelling in set(spellings)}
    return [roles[spelling] for spelling in spellings]
