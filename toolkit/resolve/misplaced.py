"""Printed sites that are nearly a known one (`sites.csv`), with a check of the place that they are said to be in."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from toolkit.lexicons import rows
from toolkit.records import Entity
from toolkit.resolve.likeness import edits, words_of
from toolkit.resolve.suggestion import Suggestion

_EARTH_RADIUS = 6371.0
# Further from the printed place, in kilometres, it is another site.
_FAR = 300.0
# By whether only the order differs, and whether the printed place is close.
_SCORES = {(False, False): 0.65, (False, True): 0.75, (True, False): 0.75, (True, True): 0.85}
# Shorter words are other words with one letter changed.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Site:
    """A known site: its name, where it is, and its coordinates in degrees."""

    name: str
    words: tuple[str, ...]
    place: str
    iso3: str
    latitude: float
    longitude: float


def site_suggestion(entity: Entity) -> Suggestion | None:
    """The known site whose words these are, in another order or one letter off, in the same part of the world.

    Args:
        entity: the site as printed, with the country that the article places it in and, where known, coordinates.
    """
    words = words_of(entity.name)
    near = {site for word in words for site in _sites_with().get(word, ()) if site.iso3 == entity.iso3}
    if len(words) == 1 or any(site.words == words for site in near):
        return None
    found = (_suggestion(entity, words, site) for site in near)
    return max(filter(None, found), key=lambda each: (each.score, each.name), default=None)


def _suggestion(entity: Entity, words: tuple[str, ...], site: _Site) -> Suggestion | None:
    distance = _kilometres(entity, site)
    if not _are_nearly(words, site.words) or (distance is not None and distance > _FAR):
        return None
    same_words = sorted(words) == sorted(site.words)
    how = "same words, order only" if same_words else "nearly the same words"
    where = "" if distance is None else f", {distance:.0f} km from the place printed with it"
    reason = f"{site.name} is in {site.place or entity.iso3}{where}; {how}"
    return Suggestion(site.name, reason, _SCORES[same_words, distance is not None])


def _are_nearly(printed: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether the words pair off, in any order, with at most one of them one letter wrong."""
    left, right = [w for w in printed if w not in known], [w for w in known if w not in printed]
    if len(printed) != len(known) or len(left) != len(right) or len(left) > 1:
        return False
    return not left or (min(len(left[0]), len(right[0])) >= _SHORTEST and edits(left[0], right[0]) == 1)


def _kilometres(entity: Entity, site: _Site) -> float | None:
    """The distance between the printed place and the site, along the surface of the earth."""
    if entity.latitude is None or entity.longitude is None:
        return None
    here, there = radians(entity.latitude), radians(site.latitude)
    east = radians(site.longitude - entity.longitude)
    chord = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(chord))


@cache
def _sites() -> tuple[_Site, ...]:
    """Every spelling of every known site."""
    return tuple(
        _Site(
            name=row["name"],
            words=words_of(row["text"]),
            place=row["place"],
            iso3=row["iso3"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in rows("sites")
    )


@cache
def _sites_with() -> dict[str, tuple[_Site, ...]]:
    """Word -> the sites whose name has it."""
    found: dict[str, list[_Site]] = defaultdict(list)
    for site in _sites():
        for word in site.words:
            found[word].append(site)
    return {word: tuple(sites) for word, sites in found.items()}
