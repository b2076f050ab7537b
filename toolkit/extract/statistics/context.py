"""Who gives the figures of a sentence."""

from spacy.tokens import Span, Token

from toolkit.extract.names import referents
from toolkit.extract.reading import Reading
from toolkit.extract.statistics.phrasing import prepositional_object
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.wordlists import word_set
from toolkit.extract.tokens import tokens_of

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
        content = below.dep_ in ("ccomp", "parataxis") or (below.dep_ == "advcl" and not _is_beside(below))
        if token.lemma_ in word_set("saying") and content:
            return next((child for child in token.children if child.dep_ == "nsubj"), None)
    return None


def _is_beside(verb: Token) -> bool:
    """*Although prices rose, analysts warn that ...*: the clause is no content of the report."""
    return any(child.dep_ == "mark" and child.lower_ != "that" for child in verb.children)


def _according_to(sentence: Span) -> Token | None:
    words = tokens_of(sentence.doc).lower[sentence.start : sentence.end]
    return prepositional_object(sentence[words.index("according")], "to") if "according" in words else None
