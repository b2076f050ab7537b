"""Groups that the text counts (*the three countries*, *both leaders*), and the members it named before."""

from collections.abc import Iterator
from functools import cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import countries
from toolkit.extract.names.index import Index
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows
from toolkit.lexicons.memberships import members_on
from toolkit.records import MentionType

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, **{str(number): number for number in range(2, 13)}}
_REACH = 8


@cache
def _nouns() -> dict[str, str]:
    """Noun -> whether it is said of states or of persons."""
    return {row["lemma"]: row["members"] for row in rows("group_nouns")}


def acts_for_states(tokens: Tokens, noun: int) -> bool:
    """Whether several of it that belong to several states stand for these: *US and Japanese officials*."""
    return tokens.tag[noun] == "NNS" and tokens.lemma[noun].lower() in _nouns()


def counted_members(noun: int, reading: Reading, index: Index) -> tuple[str, ...]:
    """The entities that a counted noun means: all members of its grouping, else as many as were named before."""
    size = _group_size(reading.tokens, noun)
    if size is None:
        return ()
    return _all_members(noun, size, reading, index) or _members_before(noun, size, reading, index)


def _group_size(tokens: Tokens, noun: int) -> int | None:
    """How many the noun counts: *the three countries*, *both leaders*; nothing where it is not a definite group."""
    if not acts_for_states(tokens, noun):
        return None
    words = [tokens.lower[child] for child in tokens.children[noun] if child < noun]
    size = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
    return size if size and {"the", "these", "those", "both", "all"} & set(words) else None


def _members_before(noun: int, size: int, reading: Reading, index: Index) -> tuple[str, ...]:
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


def body_beside(tokens: Tokens, noun: int, index: Index) -> str | None:
    """The international body that a noun belongs to: *EU leaders*, *NATO's allies*, *members of ASEAN*."""
    below = tokens.children[noun]
    left = [child for child in below if child < noun and tokens.dep[child] in ("amod", "compound", "nmod", "poss")]
    links = [child for child in below if child > noun and tokens.lower[child] == "of"]
    objects = [other for link in links for other in tokens.children[link] if tokens.dep[other] == "pobj"]
    named = (index.by_head.get(at) for at in (*left, *objects))
    return next((mention.entity_id for mention in named if mention and mention.type == "IGO"), None)


def _all_members(noun: int, size: int, reading: Reading, index: Index) -> tuple[str, ...]:
    """The members of the grouping that the noun belongs to, where it counts them all: *the ten ASEAN countries*."""
    body = body_beside(reading.tokens, noun, index)
    members = members_on(body, reading.article.published) if body else ()
    if len(members) != size:
        return ()
    found = tuple(f"country:{member}" for member in members)
    for member, country in zip(members, found, strict=True):
        reading.entities.setdefault(country, countries()[member])
    return found


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
