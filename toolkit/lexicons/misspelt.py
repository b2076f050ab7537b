"""Names of countries with a typing error in them: *Phillipines*, *Kazakstan*, *Untied States*."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from toolkit.lexicons import rows

# Shorter names are too near to other words (*Chad*, *Peru*); in names this long a letter too few may make up for one
# too many (*Phillipines*).
_SHORTEST, _LONG = 5, 8
_COUNTRY_KINDS = ("name", "short")
_OTHERS = ("regions", "cities", "city_names", "organisation_names", "given_names")


def misspelt_country(text: str) -> str | None:
    """The ISO alpha-3 code of the country whose name this is with a letter wrong, missing, added or out of place.

    The first letter must be right. Nothing for a name of a country that is right as it stands.
    """
    name = text.casefold()
    if len(name) < _SHORTEST or text in _right():
        return None
    near = {known for form in _sought(name) for known in _countries().get(form, ())}
    meant = {iso3 for right, iso3 in near if right[0] == name[0] and (len(name) >= _LONG or _is_one_slip(name, right))}
    return meant.pop() if len(meant) == 1 else None


def is_other_name(text: str) -> bool:
    """Whether something else bears this very name, such as the cities called *Columbia*, or *Cameron*."""
    return text in _others()


def _is_one_slip(one: str, other: str) -> bool:
    """Whether a letter is replaced, added, left out, or has changed its place with one beside or next but one."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or one == other[::-1]


def _sought(name: str) -> Iterator[str]:
    """The forms of a printed name: itself, and less any one letter."""
    yield name
    if len(name) > _SHORTEST:
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))


def _forms(name: str) -> Iterator[str]:
    """What a right name shares with its misprints; of a short one also itself with two letters exchanged."""
    yield from _sought(name)
    if len(name) == _SHORTEST:
        for to in range(len(name)):
            yield from (name[:at] + name[to] + name[at + 1 : to] + name[at] + name[to + 1 :] for at in range(to))


@cache
def _countries() -> dict[str, set[tuple[str, str]]]:
    """Form -> the names that have it, with their countries."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows("country_names"):
        if row["kind"] in _COUNTRY_KINDS and len(row["text"]) >= _SHORTEST:
            name = row["text"].casefold()
            for form in _forms(name):
                found[form].add((name, row["iso3"]))
    return found


@cache
def _right() -> frozenset[str]:
    return frozenset(row["text"] for row in rows("country_names"))


@cache
def _others() -> frozenset[str]:
    families = (row["family"] for row in rows("office_holders"))
    return frozenset([*families, *(row.get("text") or row["name"] for lexicon in _OTHERS for row in rows(lexicon))])
