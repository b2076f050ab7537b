"""Once a name is seen, it is found everywhere in its article, also where the model missed it."""

from collections.abc import Iterator

from spacy.tokens import Doc

from toolkit.extract.names.gazetteer import Sense, dictionary, straightened
from toolkit.extract.names.name import Name, is_capitalised
from toolkit.records import Entity, MentionType

_RECURRING: frozenset[MentionType] = frozenset(
    {"PERSON", "ORG", "COMPANY", "GOV", "PARTY", "SITE", "CITY", "REGION", "IGO", "COUNTRY"}
)
_SHORTEST = 3


def recurring(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Further occurrences of the names, and of the last part of a person's name, on tokens that no name has."""
    taken = {at for name in names for at in range(name.start, name.end)}
    for match in dictionary(_patterns(doc, names)).matches(doc):
        free = taken.isdisjoint(range(match.start, match.end))
        if free and all(token.pos_ != "VERB" for token in doc[match.start : match.end]):
            entity = match.senses[0].entity
            key = entity.entity_id or None
            yield Name(match.start, match.end, entity.type, key, rule="recurring_name")


def _patterns(doc: Doc, names: list[Name]) -> dict[str, tuple[Sense, ...]]:
    """What to look for: the names themselves, full names first, and family names."""
    patterns: dict[str, tuple[Sense, ...]] = {}
    for name in sorted(names, key=len, reverse=True):
        if name.type in _RECURRING and not name.metonym:
            for text in _forms(doc, name):
                entity = Entity(entity_id=name.entity_id or "", name=text, type=name.type)
                patterns.setdefault(straightened(text), (Sense(entity, "recurring"),))
    return patterns


def _forms(doc: Doc, name: Name) -> Iterator[str]:
    span = doc[name.start : name.end]
    if len(span.text) >= _SHORTEST and (len(span) > 1 or span.root.pos_ == "PROPN"):
        yield span.text
    last = span[-1]
    if name.type == "PERSON" and len(span) > 1 and len(last) >= _SHORTEST and last.is_alpha and is_capitalised(last):
        yield last.text
