"""Which names of an article name the same: full names and family names, acronyms and long forms, suffixes and none."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from toolkit.extract.names.gazetteer import lexicon_entities
from toolkit.extract.reading import Reading
from toolkit.lexicons import rows
from toolkit.records import Entity, Mention, MentionType

_WORD = re.compile(r"\w+")
_BODIES: frozenset[MentionType] = frozenset({"IGO", "GOV", "PARTY", "ORG", "COMPANY"})
_PLACES: frozenset[MentionType] = frozenset({"COUNTRY", "CITY", "REGION", "SITE"})


def linked_names(reading: Reading) -> dict[str, str]:
    """Mention id -> entity id of every name, and the reading's entities that they name."""
    people = [mention for mention in reading.mentions if mention.type == "PERSON"]
    others = [mention for mention in reading.mentions if mention.type != "PERSON"]
    groups = [*_people(people), *_others(others, reading)]
    linked: dict[str, str] = {}
    for group in groups:
        entity = _entity(group, reading)
        reading.entities.setdefault(entity.entity_id, entity)
        linked.update((mention.mention_id, entity.entity_id) for mention in group)
    return linked


def _entity(group: list[Mention], reading: Reading) -> Entity:
    """The lexicon's entity, or one of this article's under its fullest name."""
    listed = next((mention.entity_id for mention in group if mention.entity_id in lexicon_entities()), None)
    if listed:
        return lexicon_entities()[listed]
    name = max((mention.text for mention in group), key=lambda text: (len(text.split()), len(text)))
    kind = Counter(mention.type for mention in group).most_common(1)[0][0]
    return Entity(entity_id=reading.key("entity", kind, name, group[0].start), name=name, type=kind)


def parts(name: str) -> tuple[str, ...]:
    """The words of a name without case and accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _people(mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Persons: full names that share their parts, in any order; single names go to the last person who bears one."""
    groups: list[list[Mention]] = []
    bearers: dict[str, list[int]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (-len(parts(mention.text)), mention.start)):
        words = parts(mention.text)
        at = _bearer(mention, words, groups, bearers)
        if at is None:
            at = len(groups)
            groups.append([])
            for word in set(words):
                bearers[word].append(at)
        groups[at].append(mention)
    yield from (sorted(group, key=lambda mention: mention.start) for group in groups)


def _bearer(
    mention: Mention, words: tuple[str, ...], groups: list[list[Mention]], bearers: dict[str, list[int]]
) -> int | None:
    """The person of a fuller name that has all these words; of several the one named last before."""
    known = [set(bearers.get(word, ())) for word in set(words) if len(word) > 1]
    fitting = set.intersection(*known) if known else set()
    if len(words) == 1:
        fitting = {at for at in fitting if words[0] in (parts(groups[at][0].text)[0], parts(groups[at][0].text)[-1])}
    before = [at for at in fitting if groups[at][0].start < mention.start]
    return max(before or fitting, key=lambda at: groups[at][0].start, default=None)


def _others(mentions: list[Mention], reading: Reading) -> Iterator[list[Mention]]:
    """Other names: the same lexicon entry, the same words, or an acronym and its long form."""
    groups: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    long_forms = _long_forms(mentions, reading)
    for mention in mentions:
        key = _key(mention)
        groups[long_forms.get(key, key)].append(mention)
    yield from groups.values()


def _key(mention: Mention) -> tuple[str, ...]:
    """What mentions of one thing share: the lexicon's key, or family and words without a company's suffix."""
    if mention.entity_id in lexicon_entities():
        return (mention.entity_id,)
    family = "body" if mention.type in _BODIES else "place" if mention.type in _PLACES else mention.type
    words = parts(mention.text)
    stem = words[:-1] if len(words) > 1 and words[-1] in _suffixes() else words
    return (family, *stem)


@cache
def _suffixes() -> frozenset[str]:
    """The words that a company's name may end with or do without."""
    return frozenset(row["word"].casefold().replace(".", "") for row in rows("name_heads") if row["type"] == "COMPANY")


def _long_forms(mentions: Iterable[Mention], reading: Reading) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Acronym -> long form, where one introduces the other in brackets or its capitals spell it."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    initials: dict[str, tuple[str, ...]] = {}
    previous: Mention | None = None
    for mention in mentions:
        if previous and mention.type not in ("PERSON", "EVENT") and _introduces(previous, mention, reading):
            found.setdefault(_key(mention), _key(previous))
        elif mention.text.isupper() and mention.text in initials and mention.entity_id not in lexicon_entities():
            found.setdefault(_key(mention), initials[mention.text])
        if spelled := _initials(mention.text):
            initials.setdefault(spelled, _key(mention))
        previous = mention
    return {short: long for short, long in found.items() if short != long and long not in found}


def _introduces(long: Mention, short: Mention, reading: Reading) -> bool:
    """*World Health Organization (WHO)*: bracketed, in capitals, and of letters that the long form has."""
    between = reading.article.text[long.end : short.start]
    letters = short.text.replace(".", "")
    return between.strip() == "(" and letters.isupper() and letters[:1] in _initials(long.text)


def _initials(name: str) -> str:
    """The capitals that begin the words of a longer name; nothing of a single word."""
    words = re.findall(r"\b[A-Z]\w*", name)
    return "".join(word[0] for word in words) if len(words) > 1 else ""
