"""Once a name is seen, it is found everywhere in its article, also where the model missed it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import Match, Sense, dictionary, straightened
from toolkit.extract.names.name import Name, is_capitalised
from toolkit.records import Entity, MentionType

_RECURRING: frozenset[MentionType] = frozenset(
    {"PERSON", "ORG", "COMPANY", "GOV", "PARTY", "SITE", "CITY", "REGION", "IGO", "COUNTRY"}
)
_BODIES: frozenset[MentionType] = frozenset({"ORG", "GOV", "PARTY", "IGO"})
_SHORTEST = 3


def recurring(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Further occurrences of the names, and of the last part of a person's name, on tokens that no name has."""
    taken = {at for name in names for at in range(name.start, name.end)}
    for match in dictionary(_patterns(doc, names)).matches(doc):
        free = taken.isdisjoint(range(match.start, match.end))
        if match.senses[0].kind == "head" and not _is_definite(doc, match):
            continue
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
    for name in names:
        if name.type in _BODIES and (head := _head(doc[name.start : name.end])):
            entity = Entity(entity_id=name.entity_id or "", name=head, type=name.type)
            patterns.setdefault(head, (Sense(entity, "head"),))
    return patterns


def _head(body: Span) -> str | None:
    """*League* of *Veterans' League of Peru*, of which the article may go on as *the League*."""
    if len(body) < 3:
        return None
    return next((token.text for token in body if token.text in words_for("body_by_head")), None)


def _is_definite(doc: Doc, match: Match) -> bool:
    """Whether the capitalised head noun stands alone behind *the*: *the League*, not *the League Cup*."""
    before, after = doc[match.start - 1 : match.start].text, doc[match.end : match.end + 1].text
    return before.lower() == "the" and after not in ("of", "for") and not after[:1].isupper()


def _forms(doc: Doc, name: Name) -> Iterator[str]:
    span = doc[name.start : name.end]
    if len(span.text) >= _SHORTEST and (len(span) > 1 or span.root.pos_ == "PROPN"):
        yield span.text
    last = span[-1]
    if name.type == "PERSON" and len(span) > 1 and len(last) >= _SHORTEST and last.is_alpha and is_capitalised(last):
        yield last.text
