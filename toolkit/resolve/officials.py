"""Officials whom articles name differently: the same office of the same country or body, and names that fit.

*President Ramaphosa* is *Cyril Ramaphosa*, *Bill Clinton* is *William Clinton*, *R. Sunak* is *Rishi Sunak*. The
office must be one that a single person holds, the days of publication near each other, and nobody else in question:
of a father and a son in one office, and of two for whom a family name stands, none is joined.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product

from toolkit.lexicons import rows
from toolkit.resolve.apart import Node
from toolkit.resolve.holders import KEPT_UNTIL, holders_bearing, offices_of, split_title
from toolkit.resolve.likeness import words_of
from toolkit.resolve.slips import given_names
from toolkit.resolve.spelling import is_same_sound, sound
from toolkit.resolve.titles import untitled
from toolkit.resolve.variants import are_forms, are_generations

# How far apart the nearest articles may be: in two terms for a name of several words, in one for a family name alone.
_NEAR, _NEAR_ALONE = timedelta(days=6 * 365), timedelta(days=2 * 365)
# Words of offices that several hold at a time.
_SEVERAL = {"spokesperson", "deputy", "assistant", "vice"}
type Office = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A cluster as it is named: the words, the offices with those for whom they are held, and the days of its articles.

    `here` says that nobody states for whom: it is taken from the countries that the articles name.
    """

    at: int
    words: tuple[str, ...]
    offices: frozenset[Office]
    days: tuple[date, ...]
    past: bool
    here: bool


def with_officials(
    clusters: Sequence[list[Node]], company: Mapping[str, set[str]], published: Mapping[str, date | None]
) -> Iterator[list[Node]]:
    """The clusters, those of one official as one.

    Args:
        clusters: article id and entity of those that were found to be one.
        company: article id -> the lexicon entities in it.
        published: article id -> day of publication; a family name alone is joined to nobody without it.
    """
    bearers = [found for at, cluster in enumerate(clusters) if (found := _bearer(at, cluster, company, published))]
    groups = {at: [at] for at in range(len(clusters))}
    for one, other in sorted(_pairs(bearers)):
        if groups[one] is not groups[other]:
            groups[one] += groups[other]
            groups |= dict.fromkeys(groups[other], groups[one])
    yield from (
        [node for at in members for node in clusters[at]] for first, members in groups.items() if members[0] == first
    )


def _bearer(
    at: int, cluster: list[Node], company: Mapping[str, set[str]], published: Mapping[str, date | None]
) -> _Bearer | None:
    """The cluster of a person with an office that one holds at a time; nothing for others."""
    roles = [(article, entity, entity.role) for article, entity in cluster if entity.type == "PERSON" and entity.role]
    stated = {one for _, entity, role in roles for one in _offices(role, (entity.iso3, entity.affiliation_id))}
    offices = stated or {one for article, _, role in roles for one in _offices(role, _countries(company, article))}
    if not offices:
        return None
    name = max((entity.name for _, entity, _ in roles), key=lambda name: (len(words_of(name)), name))
    days = {day for article, _ in cluster if (day := published.get(article))}
    past = all(split_title(role)[1] for *_, role in roles)
    return _Bearer(at, untitled(words_of(name)), frozenset(offices), tuple(sorted(days)), past, not stated)


def _countries(company: Mapping[str, set[str]], article: str) -> list[str]:
    """The countries that the article names."""
    return [id_.removeprefix("country:") for id_ in company.get(article, ()) if id_.startswith("country:")]


def _offices(role: str, of: Collection[str | None]) -> Iterator[Office]:
    """The offices that the role may mean, each with for whom it is held."""
    title, _ = split_title(role)
    for office, whom in product(offices_of(title), of):
        is_bodys = whom is not None and ":" in whom and not whom.startswith("country:")
        if whom and (office in _offices_of_states() or (is_bodys and office.split()[-1] in _offices_of_bodies())):
            yield office, whom.removeprefix("country:")


@cache
def _offices_of_states() -> frozenset[str]:
    """Offices of which a state has one; it has several spokespersons and vice ministers."""
    offices = (row["office"].lower() for row in rows("office_holders"))
    return frozenset(office for office in offices if not _SEVERAL & {office.split()[0], office.split()[-1]})


@cache
def _offices_of_bodies() -> frozenset[str]:
    """Offices of which a body has one."""
    return frozenset(row["word"] for row in rows("name_context") if row["use"] == "sole_office")


def _pairs(bearers: Sequence[_Bearer]) -> Iterator[tuple[int, int]]:
    """The clusters to join: each shorter name with those that it may stand for, where these are one."""
    by_word: dict[tuple[Office, str], list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        for office, heard in product(bearer.offices, {sound(word) for word in bearer.words if len(word) > 1}):
            by_word[office, heard].append(bearer)
    for short in bearers:
        last = next((word for word in reversed(short.words) if len(word) > 1), "")  # which no relation does without
        keys = product(short.offices, [sound(last)])
        near = {other.at: other for key in keys for other in by_word[key] if not (short.here and other.here)}
        fuller = [other for other in near.values() if other.at != short.at and _may_be(short, other)]
        if fuller and all(_may_be(*_ordered(one, other)) for one, other in combinations(fuller, 2)):
            yield from ((short.at, other.at) for other in fuller)


def _ordered(one: _Bearer, other: _Bearer) -> tuple[_Bearer, _Bearer]:
    return (one, other) if len(one.words) <= len(other.words) else (other, one)


def _may_be(short: _Bearer, full: _Bearer) -> bool:
    """Whether the bearer of the shorter name, or another form of it, may be the bearer of the full one."""
    if len(full.words) < 2 or not (short.offices & full.offices):
        return False
    return _names(short.words, full.words) and _are_near(short, full) and _may_have_served(short, full)


def _names(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the one name is a part, a form or a spelling of the other."""
    if are_generations(short, full) or len(short) > len(full):
        return False
    if len(short) == 1:
        may_lead = full[0] not in given_names() or full[0] in _family_names()
        return is_same_sound(short, full[-1:]) or (may_lead and is_same_sound(short, full[:1]))
    return are_forms(short, full) or is_same_sound(short, full) or _is_part(short, full)


@cache
def _family_names() -> frozenset[str]:
    return frozenset(word for row in rows("family_names") if row["kind"] == "name" for word in words_of(row["text"]))


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """*R. Sunak* of *Rishi Sunak*, *Pedro Ruiz* of *Pedro Ruiz Soto*: every word or initial, in order."""
    rest = iter(full)
    is_within = all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in short)
    return is_within and any(len(word) > 1 for word in short)


def _are_near(short: _Bearer, full: _Bearer) -> bool:
    if short.past and full.past:
        return True
    is_alone = len(short.words) == 1
    if not (short.days and full.days):
        return not is_alone
    gap = min(abs(one - other) for one in short.days for other in full.days)
    return gap <= (_NEAR_ALONE if is_alone else _NEAR)


def _may_have_served(short: _Bearer, full: _Bearer) -> bool:
    """Whether a known holder was in office when the shorter name was printed, unless that says *former*."""
    words = set(full.words)
    terms = [
        holder
        for word in words
        for holder in holders_bearing().get(word, ())
        if {*holder.family, *holder.given} == words
        and (holder.office.lower(), holder.of) in short.offices & full.offices
    ]
    if short.past or not terms or not short.days:
        return True
    return any(term.in_office(day) or term.last == KEPT_UNTIL <= day for term in terms for day in short.days)
