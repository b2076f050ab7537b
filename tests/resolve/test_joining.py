"""Resolution across articles: who is one and who is not, whatever the order."""

from itertools import permutations

import pytest

from toolkit.records import Entity
from toolkit.resolve import resolve


def person(id_: str, name: str, **known) -> Entity:
    return Entity(entity_id=id_, name=name, type="PERSON", **known)


def lexicon(id_: str, name: str) -> Entity:
    return Entity(entity_id=id_, name=name, type="COUNTRY", source="lexicon")


def together(*nodes: tuple[str, Entity]) -> set[frozenset[str]]:
    """The local ids that became one entity."""
    resolution = resolve(nodes)
    found: dict[str, set[str]] = {}
    for local, global_ in resolution.global_id.items():
        found.setdefault(global_, set()).add(local)
    return {frozenset(group) for group in found.values()}


def apart(*ids: str) -> set[frozenset[str]]:
    return {frozenset({id_}) for id_ in ids}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("a", "Anna Berg", iso3="NOR"), person("b", "Anna Berg", iso3="NOR")),
        (person("a", "Ishiba Shigeru", iso3="JPN"), person("b", "Shigeru Ishiba", iso3="JPN")),
        (person("a", "José Ruiz", role="coach"), person("b", "Jose Ruiz", role="Coach")),
        (person("a", "Anna Berg", affiliation_id="igo:un"), person("b", "Anna Berg", affiliation_id="igo:un")),
        (Entity(entity_id="a", name="Acme Ltd", type="ORG"), Entity(entity_id="b", name="ACME Ltd", type="COMPANY")),
        (
            Entity(entity_id="a", name="Acme & Sons plc", type="ORG"),
            Entity(entity_id="b", name="Acme and Sons", type="ORG"),
        ),
        (person("a", "Anna Berg", iso3="NOR"), person("b", "Vice Admiral Anna Berg", iso3="NOR")),
    ],
)
def test_the_same_name_with_evidence_is_one(one, two):
    assert together(("1", one), ("2", two)) == {frozenset({"a", "b"})}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (person("a", "Anna Berg"), person("b", "Anna Berg")),
        (person("a", "Anna Berg", iso3="NOR"), person("b", "Anna Berg", iso3="SWE")),
        (person("a", "Kim", iso3="PRK"), person("b", "Kim", iso3="PRK")),
        (person("a", "Daniel Kritenbrink", iso3="USA"), person("b", "Daniel Krintenbrink", iso3="USA")),
        (
            Entity(entity_id="a", name="Ministry of Defence", type="GOV"),
            Entity(entity_id="b", name="Ministry of Defence", type="GOV"),
        ),
        (
            Entity(entity_id="a", name="the summit", type="EVENT"),
            Entity(entity_id="b", name="the summit", type="EVENT"),
        ),
        (
            Entity(entity_id="a", name="protesters", type="GROUP"),
            Entity(entity_id="b", name="protesters", type="GROUP"),
        ),
    ],
)
def test_a_name_alone_or_against_evidence_is_two(one, two):
    assert together(("1", one), ("2", two)) == apart("a", "b")


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("foreign minister", "chess player"), apart("a", "b")),
        (("scientist", "swimmer"), apart("a", "b")),
        (("senator", "president"), {frozenset({"a", "b"})}),
        (("swimmer", "footballer"), {frozenset({"a", "b"})}),
        (("swimmer", "businessman"), {frozenset({"a", "b"})}),
        (("swimmer", None), {frozenset({"a", "b"})}),
        (("swimmer", "judge", None), apart("a", "b", "c")),
    ],
)
def test_namesakes_of_a_country_are_two_where_one_does_sport_and_one_serves_the_state(roles, expected):
    nodes = [(id_, person(id_, "Li Na", iso3="CHN", role=role)) for id_, role in zip("abc", roles, strict=False)]

    assert together(*nodes) == expected


def test_company_kept_joins_a_person_whose_country_is_not_stated():
    peru = lexicon("country:PER", "Peru")
    nodes = [("1", person("a", "Anna Berg", iso3="NOR")), ("1", peru), ("2", person("b", "Anna Berg")), ("2", peru)]

    assert frozenset({"a", "b"}) in together(*nodes)


def test_a_person_who_might_be_either_of_two_is_neither():
    peru = lexicon("country:PER", "Peru")
    two = [("1", person("a", "Anna Berg", iso3="NOR")), ("2", person("b", "Anna Berg", iso3="SWE"))]

    assert together(*two, ("3", person("c", "Anna Berg")), *((n, peru) for n in "123")) >= apart("a", "b", "c")


def test_a_nominal_stays_in_its_article():
    firms = [
        ("1", Entity(entity_id="a", name="company", type="COMPANY")),
        ("2", Entity(entity_id="b", name="company", type="COMPANY")),
    ]

    assert len(resolve(firms, named=set()).entities) == 2


def test_lexicon_entries_are_one_under_their_key():
    resolution = resolve([("1", lexicon("country:PER", "Peru")), ("2", lexicon("country:PER", "Peru"))])

    assert list(resolution.entities) == ["country:PER"]


def test_order_never_matters():
    nodes = [
        ("1", person("a", "Anna Berg", iso3="NOR", role="minister")),
        ("2", person("b", "Berg Anna", iso3="NOR", role="envoy", affiliation_id="x")),
        ("3", person("c", "Anna Berg", role="Minister")),
        ("4", person("d", "Anna Berg", role="painter")),
        ("4", lexicon("country:PER", "Peru")),
    ]
    first = resolve(nodes)

    assert all(resolve(order) == first for order in permutations(nodes))
    assert first.global_id["a"] == first.global_id["c"] != first.global_id["d"]


def test_the_merged_record_has_the_fullest_name_and_what_anyone_knew():
    nodes = [("1", person("a", "Ana Ruiz", iso3="PER")), ("2", person("b", "Ana Ruiz", iso3="PER", role="envoy"))]

    (merged,) = resolve(nodes).entities.values()

    assert (merged.name, merged.role, merged.iso3) == ("Ana Ruiz", "envoy", "PER")
