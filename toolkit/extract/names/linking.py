"""Which names of an article name the same: full names and family names, acronyms and long forms, suffixes and none."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import lexicon_entities
from toolkit.extract.names.name import Name
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows
from toolkit.records import Entity, MentionType

_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"\b[A-Z]\w*")
_BODIES: frozenset[MentionType] = frozenset({"IGO", "GOV", "PARTY", "ORG", "COMPANY"})
_PLACES: frozenset[MentionType] = frozenset({"COUNTRY", "CITY", "REGION", "SITE"})


class Printed(NamedTuple):
    """A name as linking sees it."""

    bounds: tuple[int, int]
    start: int
    end: int
    text: str
    type: MentionType
    entity_id: str | None


def linked_names(names: Iterable[Name], reading: Reading) -> dict[tuple[int, int], str]:
    """Tokens of each name -> entity id; the entities that the names mean become the reading's."""
    printed = [_printed(name, reading.tokens) for name in names]
    people = [one for one in printed if one.type == "PERSON"]
    others = [one for one in printed if one.type != "PERSON"]
    linked: dict[tuple[int, int], str] = {}
    for group in (*_people(people), *_others(others, reading)):
        entity = _entity(group, reading)
        reading.entities.setdefault(entity.entity_id, entity)
        linked.update((one.bounds, entity.entity_id) for one in group)
    return linked


def _printed(name: Name, tokens: Tokens) -> Printed:
    start, end = tokens.start[name.start], tokens.end[name.end - 1]
    return Printed(name.bounds, start, end, tokens.source[start:end], name.type, name.entity_id)


def _entity(group: list[Printed], reading: Reading) -> Entity:
    """The lexicon's entity, or one of this article's under its fullest name."""
    listed = next((one.entity_id for one in group if one.entity_id), None)
    if listed:
        return lexicon_entities()[listed]
    name = max({one.text: None for one in group}, key=lambda text: (len(text.split()), len(text)))
    kind = Counter(one.type for one in group).most_common(1)[0][0]
    return Entity(entity_id=reading.key("entity", kind, name, group[0].start), name=name, type=kind)


@lru_cache(maxsize=10_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name without case and accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _people(names: list[Printed]) -> Iterator[list[Printed]]:
    """Persons: full names that share their parts, in any order; single names go to the last person who bears one."""
    groups: list[list[Printed]] = []
    bearers: dict[str, list[int]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(parts(name.text)), name.start)):
        at = _bearer(name, groups, bearers)
        if at is None:
            at = len(groups)
            groups.append([])
            for word in set(parts(name.text)):
                bearers[word].append(at)
        groups[at].append(name)
    yield from (sorted(group, key=lambda name: name.start) for group in groups)


def _bearer(name: Printed, groups: list[list[Printed]], bearers: dict[str, list[int]]) -> int | None:
    """The person of a fuller name that has all these words; of several the one named last before."""
    words = parts(name.text)
    known = [set(bearers.get(word, ())) for word in set(words) if len(word) > 1]
    fitting = set.intersection(*known) if known else set()
    if len(words) == 1:
        fitting = {at for at in fitting if words[0] in (parts(groups[at][0].text)[0], parts(groups[at][0].text)[-1])}
    initials = {word for word in words if len(word) == 1}
    if initials:
        fitting = {at for at in fitting if initials <= {word[0] for word in parts(groups[at][0].text)}}
    before = [at for at in fitting if groups[at][0].start < name.start]
    return max(before or fitting, key=lambda at: groups[at][0].start, default=None)


def _others(names: list[Printed], reading: Reading) -> Iterator[list[Printed]]:
    """Other names: the same lexicon entry, the same words, or an acronym and its long form."""
    groups: dict[tuple[str, ...], list[Printed]] = defaultdict(list)
    keys = [_key(name) for name in names]
    long_forms = _long_forms(names, keys, reading)
    for name, key in zip(names, keys, strict=True):
        groups[long_forms.get(key, key)].append(name)
    yield from groups.values()


def _key(name: Printed) -> tuple[str, ...]:
    """What mentions of one thing share: the lexicon's key, or family and words without a company's suffix."""
    if name.entity_id:
        return (name.entity_id,)
    family = "body" if name.type in _BODIES else "place" if name.type in _PLACES else name.type
    return (family, *_stem(parts(name.text)))


def _stem(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the legal form: *Inc*, *Co Ltd*."""
    while len(words) > 1 and words[-1] in words_for("company_suffix"):
        words = words[:-1]
    return words


@cache
def _trades() -> frozenset[str]:
    """The words that a company's name may end with or do without: *Motors*, *Records*."""
    return frozenset(row["word"].casefold().replace(".", "") for row in rows("name_heads") if row["type"] == "COMPANY")


def _shortened(keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Short and long form: *Tesmar* and *Tesmar Motors*, where no *Tesmar Records* is named as well."""
    known = set(keys)
    longer: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for key in known:
        short = key
        while len(short) > 2 and short[0] == "body" and short[-1] in _trades():
            short = short[:-1]
            longer[short].add(key)
    yield from ((short, min(found)) for short, found in longer.items() if short in known and len(found) == 1)


def _listed(names: list[Printed], keys: list[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """A fuller form and the listed company that the article names as well: *Tesmar Motors Inc* and *Tesmar*."""
    companies = [pair for pair in zip(names, keys, strict=True) if pair[0].entity_id and pair[0].type == "COMPANY"]
    listed = {("body", *parts(name.text)): key for name, key in companies}
    for key in set(keys):
        short = key
        while len(short) > 2 and short[0] == "body" and short[-1] in _trades():
            short = short[:-1]
        if short != key and short in listed:
            yield key, listed[short]


def _long_forms(
    names: list[Printed], keys: list[tuple[str, ...]], reading: Reading
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Acronym -> long form, where one introduces the other in brackets or its capitals spell it."""
    found = dict(chain(_shortened(keys), _listed(names, keys)))
    initials: dict[str, tuple[str, ...]] = {}
    for at, (name, key) in enumerate(zip(names, keys, strict=True)):
        if at and name.type not in ("PERSON", "EVENT") and _introduces(names[at - 1], name, reading):
            found.setdefault(key, keys[at - 1])
        elif name.text.isupper() and (letters := name.text.replace(".", "")) in initials and not name.entity_id:
            found.setdefault(key, initials[letters])
        for spelled in {_initials(name.text), _initials(name.text, len(key) - 1)} - {""}:
            initials.setdefault(spelled, key)
    return {short: long for short, long in found.items() if short != long and long not in found}


def _introduces(long: Printed, short: Printed, reading: Reading) -> bool:
    """*World Health Organization (WHO)*: bracketed, in capitals, and of letters that the long form has."""
    if reading.article.text[long.end : short.start].strip() != "(":
        return False
    letters = short.text.replace(".", "")
    if not letters.isupper():
        return False
    closed = reading.article.text[short.end : short.end + 1] == ")"
    is_foreign = closed and not short.entity_id and short.type in _BODIES and long.type in _BODIES
    return letters[:1] in _initials(long.text) or is_foreign


def _initials(name: str, most: int | None = None) -> str:
    """The capitals that begin the words of a longer name, or its first words; nothing of a single word."""
    words = _CAPITALISED.findall(name)[:most] if " " in name or "-" in name else []
    return "".join(word[0] for word in words) if len(words) > 1 else ""
