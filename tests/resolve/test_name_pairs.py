"""Pairs of names labelled by hand: which are printings of one person's name, and which are two persons.

Every pair is true of the world. A corpus that names the first in four articles and the second in one must join the
two or suggest the first for the second, and do neither where they are two persons.
"""

import csv
from pathlib import Path

from toolkit.records import Entity
from toolkit.resolve import resolve

with Path(__file__).with_name("name_pairs.csv").open(encoding="utf-8", newline="") as handle:
    PAIRS = list(csv.DictReader(handle))


def taken_as_one(pair: dict[str, str]) -> bool:
    """Whether the second name is joined to the first, or the first is suggested for it."""
    known = [(str(at), person(f"a{at}", pair["attested"], pair["iso3"])) for at in range(4)]
    resolution = resolve([*known, ("p", person("p", pair["printed"], pair["printed_iso3"]))])
    printed = resolution.entities[resolution.global_id["p"]]
    attested = resolution.entities[resolution.global_id["a0"]]
    return printed is attested or printed.suggested_name == attested.name


def person(id_: str, name: str, iso3: str) -> Entity:
    return Entity(entity_id=id_, name=name, type="PERSON", iso3=iso3)


def test_pairs_are_told_apart():
    taken = [pair for pair in PAIRS if taken_as_one(pair)]
    right = [pair for pair in taken if pair["same"]]
    wrong = [(pair["attested"], pair["printed"]) for pair in taken if not pair["same"]]
    same = [pair for pair in PAIRS if pair["same"]]

    assert len(PAIRS) >= 200
    assert len(right) / len(taken) >= 0.95, wrong
    assert len(right) / len(same) >= 0.8, [(p["attested"], p["printed"]) for p in same if p not in right]


def test_no_pair_stands_twice():
    pairs = [frozenset((pair["attested"], pair["printed"])) for pair in PAIRS]

    assert len(pairs) == len(set(pairs))
