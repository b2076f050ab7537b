"""Officials under parts and forms of one name are one; fathers, sons, and two in question are not."""

from datetime import date

import pytest

from toolkit.records import Entity
from toolkit.resolve import resolve

DAY = date(2024, 3, 1)


def official(name: str, iso3: str | None = "ZAF", role: str | None = "President", **known) -> Entity:
    return Entity(entity_id=name + str(role) + str(iso3), name=name, type="PERSON", iso3=iso3, role=role, **known)


def groups(*named: tuple[Entity, date | None], countries: tuple[str, ...] = ()) -> set[frozenset[str]]:
    """The names that became one entity, each of an article of its own."""
    lexicon = [Entity(entity_id=f"country:{iso3}", name=iso3, type="COUNTRY", source="lexicon") for iso3 in countries]
    nodes = [(str(at), entity) for at, (one, _) in enumerate(named) for entity in (one, *lexicon)]
    resolution = resolve(nodes, published={str(at): day for at, (_, day) in enumerate(named)})
    found: dict[str, set[str]] = {}
    for entity, _ in named:
        found.setdefault(resolution.global_id[entity.entity_id], set()).add(entity.name)
    return {frozenset(names) for names in found.values()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (official("Thabo Dlamini"), official("Dlamini")),
        (official("Li Qianfu", "CHN", "Premier"), official("Li", "CHN", "Premier")),
        (official("Bill Corwin", "USA", "former president"), official("William Corwin", "USA", "Former President")),
        (official("Rory Sunder", "GBR", "prime minister"), official("R. Sunder", "GBR", "Prime Minister")),
        (official("Pedro Ruiz", "ESP", "prime minister"), official("Pedro Ruiz Soto-Vega", "ESP", "Prime Minister")),
        (official("Volodymyr Sirensky", "UKR"), official("Volodymyr Sirenskyy", "UKR")),
        (official("Petra Vance", None, "chief executive", affiliation_id="company:acme"),
         official("Vance", None, "chief executive", affiliation_id="company:acme")),
    ],
)  # fmt: skip
def test_an_office_joins_parts_and_forms_of_a_name(one, other):
    assert groups((one, DAY), (other, date(2024, 6, 1))) == {frozenset({one.name, other.name})}


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        (official("George Bascom", "USA"), official("George W. Bascom", "USA"), date(2036, 1, 1)),
        (official("Thabo Dlamini"), official("Dlamini"), date(2030, 1, 1)),
        (official("Thabo Dlamini"), official("Dlamini"), None),
        (official("Thabo Dlamini"), official("Sipho Dlamini"), DAY),
        (official("Thabo Dlamini"), official("Dlamini", "SWZ"), DAY),
        (official("Thabo Dlamini"), official("Dlamini", role="finance minister"), DAY),
        (official("Thabo Dlamini", role="spokesman"), official("Dlamini", role="spokesman"), DAY),
        (official("John Corwin", "USA"), official("John Corwin Jr", "USA"), DAY),
        (official("William Dlamini"), official("William"), DAY),
        (official("Li Keqiang", "CHN", "Premier"), official("Li", "CHN", "Premier"), DAY),
    ],
)
def test_other_offices_times_and_names_stay_apart(one, other, later):
    assert len(groups((one, DAY), (other, later))) == 2


def test_a_family_name_of_two_in_question_joins_neither():
    one, two, either = official("Thabo Dlamini"), official("Sipho Dlamini"), official("Dlamini")
    assert len(groups((one, DAY), (two, DAY), (either, DAY))) == 3


def test_the_country_may_be_the_one_that_the_article_names():
    one, other = official("Lee Jae-sung", "KOR"), official("Lee", None)
    assert len(groups((one, DAY), (other, DAY), countries=("KOR",))) == 1
    assert len(groups((one, DAY), (other, DAY), countries=("JPN",))) == 2
