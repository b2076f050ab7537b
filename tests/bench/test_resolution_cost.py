"""Resolving 100,000 distinct names takes seconds, and finds the variants that are planted among them."""

import random
import time

import pytest

from toolkit.lexicons import rows
from toolkit.records import Entity
from toolkit.resolve import resolve

pytestmark = [pytest.mark.bench, pytest.mark.slow]

NAMES, VARIANTS_OF_A_KIND, AT_MOST = 100_000, 2_000, 15.0
OFTEN = 4
ROLES = ("foreign minister", "spokesperson", "mayor", "general", "analyst", None, None, None)
TITLES = ("Dr", "Prof", "President", "Senator", "General", "Mr", "Ms")
# What transliterations of one name do with these letters.
SPELLINGS = (("ou", "u"), ("y", "i"), ("k", "kh"), ("ai", "ei"), ("w", "v"), ("ee", "i"), ("f", "ph"), ("o", "u"))
CONSONANTS, VOWELS = "bdfgklmnprstvw", ("a", "e", "i", "o", "u", "ai", "ou", "ee")


def family_names(random_: random.Random, count: int) -> list[str]:
    """Made-up family names of three and four syllables, all different."""
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = (random_.choice(CONSONANTS) + random_.choice(VOWELS) for _ in range(random_.choice((3, 4))))
        made["".join(syllables).capitalize() + random_.choice(("", "n", "r", "sky", "k"))] = None
    return list(made)


def misprinted(random_: random.Random, given: str, family: str) -> str:
    """One letter of the family name left out, doubled, replaced or swapped with its neighbour."""
    at = random_.randrange(1, len(family) - 2)
    slips = (
        family[:at] + family[at + 1 :],
        family[:at] + random_.choice("bcdghlmnprst") + family[at:],
        family[:at] + random_.choice("bcdghlmnprst") + family[at + 1 :],
        family[:at] + family[at + 1] + family[at] + family[at + 2 :],
    )
    return f"{given} {random_.choice([slip for slip in slips if slip != family])}"


def transliterated(random_: random.Random, given: str, family: str) -> str:
    fitting = [pair for pair in SPELLINGS if pair[0] in family[1:]] or [("", "")]
    written, other = random_.choice(fitting)
    return f"{given} {family[0]}{family[1:].replace(written, other, 1)}"


VARIANTS = {
    "misprint": misprinted,
    "inversion": lambda _, given, family: f"{family} {given}",
    "transliteration": transliterated,
    "initial": lambda _, given, family: f"{given[0]}. {family}",
    "title": lambda random_, given, family: f"{random_.choice(TITLES)} {given} {family}",
}


def planted(seed: int):
    """Nodes of 100,000 distinct names, and for every variant its kind, its id and that of the name it varies."""
    random_ = random.Random(seed)  # noqa: S311 - names made up alike every time, no secrets
    given_names = [row["text"] for row in rows("given_names") if row["text"].isalpha() and len(row["text"]) > 2]
    countries = [row["iso3"] for row in rows("countries")]
    wanted = VARIANTS_OF_A_KIND * len(VARIANTS)
    families = family_names(random_, NAMES - wanted)
    nodes, variants = [], []
    for at, family in enumerate(families):
        given = random_.choice(given_names)
        known = {"iso3": random_.choice(countries), "role": random_.choice(ROLES)}
        times = OFTEN if at < wanted else random_.choice((1, 1, 1, 2))
        nodes += [(f"{at}.{no}", person(f"n{at}.{no}", f"{given} {family}", known)) for no in range(times)]
        if at < wanted:
            kind = list(VARIANTS)[at % len(VARIANTS)]
            nodes.append((f"{at}.v", person(f"v{at}", VARIANTS[kind](random_, given, family), known)))
            variants.append((kind, f"v{at}", f"n{at}.0"))
    random_.shuffle(nodes)
    return nodes, variants


def person(id_: str, name: str, known: dict[str, str | None]) -> Entity:
    return Entity(entity_id=id_, name=name, type="PERSON", **known)


def test_a_hundred_thousand_names_are_resolved_in_seconds(capsys):
    nodes, variants = planted(20_241_114)
    distinct = len({entity.name for _, entity in nodes})
    resolve([("0", person("warm", "Anna Berg", {}))])  # the lexicons are read once

    started = time.perf_counter()
    resolution = resolve(nodes)
    taken = time.perf_counter() - started

    found = {kind: [] for kind in VARIANTS}
    for kind, variant, name in variants:
        entity = resolution.entities[resolution.global_id[variant]]
        meant = resolution.entities[resolution.global_id[name]]
        found[kind].append(entity is meant or entity.suggested_name == meant.name)
    recall = {kind: sum(right) / len(right) for kind, right in found.items()}
    total = sum(map(sum, found.values())) / len(variants)
    with capsys.disabled():
        print(f"\n{distinct:,} names: {taken:.1f} s, recall {total:.3f}, {recall}")  # noqa: T201 - what was measured
    assert distinct >= 0.99 * NAMES
    assert taken <= AT_MOST
    assert total >= 0.95
