"""Once a name is seen, it is found everywhere in its article, also where the model missed it."""

from collections.abc import Iterator
from functools import lru_cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import Match, Sense, dictionary, straightened
from toolkit.extract.names.name import Name, is_capitalised
from toolkit.extract.tokens import Tokens
from toolkit.records import Entity, MentionType

_RECURRING: frozenset[MentionType] = frozenset(
    {"PERSON", "ORG", "COMPANY", "GOV", "PARTY", "SITE", "CITY", "REGION", "IGO", "COUNTRY", "EVENT", "OTHER"}
)
_BODIES: frozenset[MentionType] = frozenset({"ORG", "GOV", "PARTY", "IGO"})
_SHORTEST = 3


def recurring(tokens: Tokens, names: list[Name]) -> Iterator[Name]:
    """Further occurrences of the names, and of the last part of a person's name, on tokens that no name has."""
    taken = {at for name in names for at in range(name.start, name.end)}
    for match in dictionary(_patterns(tokens, names)).matches(tokens):
        if not taken.isdisjoint(range(match.start, match.end)) or "VERB" in tokens.pos[match.start : match.end]:
            continue
        if len(match) == 1 and tokens.entity[match.start] == "DATE":
            continue  # *in May*, in an article on Theresa May
        if match.senses[0].kind == "recurring" or _is_definite(tokens, match):
            entity = match.senses[0].entity
            yield Name(match.start, match.end, entity.type, entity.entity_id or None, rule="recurring_name")


def _patterns(tokens: Tokens, names: list[Name]) -> dict[str, tuple[Sense, ...]]:
    """What to look for: the names themselves, full names first, and family names."""
    patterns: dict[str, tuple[Sense, ...]] = {}
    for name in sorted(names, key=len, reverse=True):
        if name.type in _RECURRING and not name.metonym:
            for text in _forms(tokens, name):
                if (pattern := straightened(text)) not in patterns:
                    patterns[pattern] = (_sense(name.type, name.entity_id or "", "recurring"),)
    for name in names:
        if name.type in _BODIES and (head := _head(tokens, name)) and head not in patterns:
            patterns[head] = (_sense(name.type, name.entity_id or "", "head"),)
    return patterns


@lru_cache(maxsize=10_000)
def _sense(named: MentionType, entity_id: str, kind: str) -> Sense:
    """What such a name stands for; most have no entity yet, so that few senses do for all."""
    return Sense(Entity(entity_id=entity_id, name="", type=named), kind)


def _head(tokens: Tokens, body: Name) -> str | None:
    """*League* of *Veterans' League of Peru*, of which the article may go on as *the League*."""
    if len(body) < 3:
        return None
    return next((word for word in tokens.text[body.start : body.end] if word in words_for("body_by_head")), None)


def _is_definite(tokens: Tokens, match: Match) -> bool:
    """Whether the capitalised head noun stands alone behind *the*: *the League*, not *the League Cup*."""
    after = tokens.word(match.end)
    return tokens.lower_word(match.start - 1) == "the" and after not in ("of", "for") and not after[:1].isupper()


def _forms(tokens: Tokens, name: Name) -> Iterator[str]:
    text = tokens.printed(*name.bounds)
    if len(text) >= _SHORTEST and (len(name) > 1 or tokens.pos[name.start] == "PROPN"):
        yield text
    last = tokens.text[name.end - 1]
    if name.type == "PERSON" and len(name) > 1 and len(last) >= _SHORTEST and last.isalpha() and is_capitalised(last):
        yield last
