"""Groups that the text counts (*the three countries*, *both leaders*), and the members it named before."""

from collections.abc import Iterator
from functools import cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.index import Index
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows
from toolkit.records import MentionType

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_REACH = 8


@cache
def _nouns() -> dict[str, str]:
    """Noun -> whether it is said of states or of persons."""
    return {row["lemma"]: row["members"] for row in rows("group_nouns")}


def acts_for_states(tokens: Tokens, noun: int) -> bool:
    """Whether several of it that belong to several states stand for these: *US and Japanese officials*."""
    return tokens.tag[noun] == "NNS" and tokens.lemma[noun].lower() in _nouns()


def group_size(tokens: Tokens, noun: int) -> int | None:
    """How many the noun counts: *the three countries*, *both leaders*; nothing where it is not a definite group."""
    if not acts_for_states(tokens, noun):
        return None
    words = [tokens.lower[child] for child in tokens.children[noun] if child < noun]
    size = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
    return size if size and {"the", "these", "those", "both", "all"} & set(words) else None


def members_before(noun: int, size: int, reading: Reading, index: Index) -> tuple[str, ...]:
    """The entities of that number that one sentence before named last: persons of leaders, else countries."""
    tokens = reading.tokens
    kinds: list[MentionType] = ["COUNTRY"]
    if _nouns()[tokens.lemma[noun].lower()] == "person" and not _is_of_another_time(tokens, noun):
        kinds.insert(0, "PERSON")
    here = reading.sentence_at(tokens.start[noun]).position
    for sentence in reversed(reading.sentences[max(0, here - _REACH) : here + 1]):
        first, last = reading.bounds(sentence.start, sentence.end)
        for kind in kinds:
            for members in _named_together(tokens, range(first, min(last, noun)), kind, index):
                if len(members) == size:
                    return members
    return ()


def _named_together(tokens: Tokens, within: range, kind: MentionType, index: Index) -> Iterator[tuple[str, ...]]:
    """The distinct entities of a kind in each coordination, and then in the whole stretch."""
    named = {at: mention.entity_id for at in within if (mention := index.by_head.get(at)) and mention.type == kind}
    for at in named:
        if tokens.dep[at] != "conj":
            together = [at, *tokens.conjuncts(at)]
            yield tuple(dict.fromkeys(named[one] for one in together if one in named))
    yield tuple(dict.fromkeys(named.values()))


def _is_of_another_time(tokens: Tokens, noun: int) -> bool:
    return any(tokens.lower[child] in words_for("other_time") for child in tokens.children[tokens.head[noun]])
