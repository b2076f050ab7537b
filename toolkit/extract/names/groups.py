"""Groups that the text counts (*the three countries*, *both leaders*), and the members it named before."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.index import Index
from toolkit.extract.reading import Reading
from toolkit.lexicons import rows
from toolkit.records import MentionType

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_REACH = 8


@cache
def _nouns() -> dict[str, str]:
    """Noun -> whether it is said of states or of persons."""
    return {row["lemma"]: row["members"] for row in rows("group_nouns")}


def acts_for_states(noun: Token) -> bool:
    """Whether several of it that belong to several states stand for these: *US and Japanese officials*."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in _nouns()


def group_size(noun: Token) -> int | None:
    """How many the noun counts: *the three countries*, *both leaders*; nothing where it is not a definite group."""
    if not acts_for_states(noun):
        return None
    words = [child.lower_ for child in noun.lefts]
    size = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
    return size if size and {"the", "these", "those", "both", "all"} & set(words) else None


def members_before(noun: Token, size: int, reading: Reading, index: Index) -> tuple[str, ...]:
    """The entities of that number that one sentence before named last: persons of leaders, else countries."""
    kinds: list[MentionType] = ["COUNTRY"]
    if _nouns()[noun.lemma_.lower()] == "person" and not _is_of_another_time(noun):
        kinds.insert(0, "PERSON")
    here = reading.sentence_at(noun.idx).position
    for sentence in reversed(reading.sentences[max(0, here - _REACH) : here + 1]):
        heads = [token for token in reading.span(sentence.start, sentence.end) if token.i < noun.i]
        for kind in kinds:
            for members in _named_together(heads, kind, index):
                if len(members) == size:
                    return members
    return ()


def _named_together(tokens: list[Token], kind: MentionType, index: Index) -> Iterator[tuple[str, ...]]:
    """The distinct entities of a kind in each coordination, and then in the whole stretch."""
    named = {
        token.i: mention.entity_id
        for token in tokens
        if (mention := index.by_head.get(token.i)) and mention.type == kind
    }
    for token in tokens:
        if token.i in named and token.dep_ != "conj":
            together = [token.i, *(other.i for other in token.conjuncts)]
            yield tuple(dict.fromkeys(named[at] for at in together if at in named))
    yield tuple(dict.fromkeys(named.values()))


def _is_of_another_time(noun: Token) -> bool:
    return any(child.lower_ in words_for("other_time") for child in noun.head.children)
