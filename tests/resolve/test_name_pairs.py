"""Pairs of names labelled by hand: which are printings of one name, and which are two persons or bodies.

Every pair is true of the world, but for some companies that are made up. A corpus that names the first in four articles
and the second in one must join the two or suggest the first for the second, and do neither where they are two.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from toolkit.records import Entity
from toolkit.resolve import resolve

with Path(__file__).with_name("name_pairs.csv").open(encoding="utf-8", newline="") as handle:
    PAIRS = list(csv.DictReader(handle))


def taken_as_one(pair: dict[str, str]) -> bool:
    """Whether the second name is joined to the first, or the first is suggested for it."""
    known = [(str(at), entity(f"a{at}", pair, "attested", "")) for at in range(4)]
    resolution = resolve([*known, ("p", entity("p", pair, "printed", "printed_"))])
    printed = resolution.entities[resolution.global_id["p"]]
    attested = resolution.entities[resolution.global_id["a0"]]
    return printed is attested or printed.suggested_name == attested.name


def entity(id_: str, pair: dict[str, str], name: str, side: str) -> Entity:
    return Entity(
        entity_id=id_,
        name=pair[name],
        type=pair["type"],
        iso3=pair[f"{side}iso3"] or None,
        role=pair[f"{side}role"] or None,
    )


def test_pairs_are_told_apart():
    taken = [pair for pair in PAIRS if taken_as_one(pair)]
    right = [pair for pair in taken if pair["same"]]
    wrong = [(pair["attested"], pair["printed"]) for pair in taken if not pair["same"]]
    same = [pair for pair in PAIRS if pair["same"]]

    assert len(PAIRS) >= 200
    assert len(right) / len(taken) >= 0.98, wrong
    assert len(right) / len(same) >= 0.95, [(p["attested"], p["printed"]) for p in same if p not in right]


@pytest.mark.parametrize("case", sorted({pair["case"] for pair in PAIRS}))
def test_no_kind_of_pair_is_mostly_wrong(case):
    outcomes = Counter(taken_as_one(pair) == bool(pair["same"]) for pair in PAIRS if pair["case"] == case)

    assert outcomes[True] / outcomes.total() >= 0.85


def test_no_pair_stands_twice():
    pairs = [
        (frozenset((pair["attested"], pair["printed"])), pair["printed_iso3"], pair["printed_role"]) for pair in PAIRS
    ]

    assert len(pairs) == len(set(pairs))
