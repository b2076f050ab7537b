"""Likely misprints: what is suggested, why, and above all where nothing is."""

from datetime import date
from itertools import permutations

import pytest

from toolkit.records import Entity
from toolkit.resolve import resolve

DAY = date(2024, 11, 14)


def person(name: str, role: str | None = None, iso3: str | None = None, *, id_: str = "a") -> Entity:
    return Entity(entity_id=id_, name=name, type="PERSON", role=role, iso3=iso3)


def site(name: str, iso3: str | None, **where: float) -> Entity:
    return Entity(entity_id="a", name=name, type="SITE", iso3=iso3, **where)


def suggested(entity: Entity, published: date | None = DAY) -> Entity:
    (found,) = resolve([("1", entity)], published={"1": published}).entities.values()
    return found


@pytest.mark.parametrize(
    ("name", "role", "iso3", "expected"),
    [
        ("Anthony Blinken", "Secretary of State", "USA", "Antony Blinken"),
        ("Park Geun-hae", "former President", "KOR", "Park Geun-hye"),
        ("Kishida Fumio", "former prime minister", "JPN", "Fumio Kishida"),
        ("Olaf Schulz", "Chancellor", "DEU", "Olaf Scholz"),
        ("Penny Wang", "foreign affairs minister", "AUS", "Penny Wong"),
        ("Jens Stoltenburg", None, None, "Jens Stoltenberg"),
        ("Rafael Grosi", "director general", None, "Rafael Grossi"),
    ],
)
def test_a_name_near_the_holder_of_the_office_is_suggested(name, role, iso3, expected):
    assert suggested(person(name, role, iso3)).suggested_name == expected


def test_the_reason_says_who_held_the_office_when():
    found = suggested(person("Cho Dae-yul", "Foreign Minister", "KOR"))

    assert found.suggestion_reason == "foreign minister (South Korea) in November 2024 is Cho Tae-yul; same surname"
    assert found.name == "Cho Dae-yul"
    assert 0 < found.suggestion_score <= 1


@pytest.mark.parametrize(
    ("name", "role", "iso3"),
    [
        ("Antony Blinken", "Secretary of State", "USA"),
        ("Volodymyr Zelenskyy", "president", "UKR"),
        ("Donald J. Trump", "President", "USA"),
        ("Blinken", "Secretary of State", "USA"),
        ("Hunter Biden", "president", "USA"),
        ("Lee Kuan Yew", "former prime minister", "SGP"),
        ("Anthony Blinken", "Secretary of State", "GBR"),
        ("Joe Bidon", "painter", "USA"),
        ("Mike Johnston", None, "USA"),
        ("Qiang Li", None, "CHN"),
        ("Ana Ruiz", "foreign minister", "PER"),
        ("Cho Jong-gyu", "foreign minister", None),
    ],
)
def test_known_names_and_other_people_are_left_alone(name, role, iso3):
    assert suggested(person(name, role, iso3)).suggested_name is None


def test_who_was_not_yet_in_office_is_not_suggested():
    early = suggested(person("Penny Wang", "foreign minister", "AUS"), date(2019, 5, 1))

    assert early.suggested_name is None


def test_without_a_date_nobody_is_compared_with_those_in_office():
    assert suggested(person("Anthony Blinken", "Secretary of State", "USA"), None).suggested_name is None


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        (site("Park Bletchley", "GBR"), "Bletchley Park"),
        (site("Bletchly Park", "GBR"), "Bletchley Park"),
        (site("Davis Camp", "USA", latitude=38.9, longitude=-77.04), "Camp David"),
        (site("Davis Camp", "USA", latitude=34.05, longitude=-118.24), None),
        (site("Davis Camp", None), None),
        (site("Camp David", "USA"), None),
        (site("Hyde Park", "GBR"), None),
    ],
)
def test_a_site_is_suggested_where_words_and_place_agree(entity, expected):
    assert suggested(entity).suggested_name == expected


def test_the_place_check_gives_the_distance():
    found = suggested(site("Davis Camp", "USA", latitude=38.9, longitude=-77.04))

    assert found.suggestion_reason.startswith("Camp David is in Maryland, 91 km from the place printed with it")


def corpus(*names: str, iso3: str | None = "NOR") -> list[tuple[str, Entity]]:
    return [(str(at), person(name, iso3=iso3, id_=str(at))) for at, name in enumerate(names)]


def test_a_name_one_letter_off_a_well_attested_one_is_suggested_in_any_order():
    nodes = corpus("Anna Bergersen", "Anna Bergersen", "Anna Bergersen", "Anna Bergerson")
    (first, *others) = [resolve(order) for order in permutations(nodes)]

    assert all(other == first for other in others)
    assert {e.name: e.suggested_name for e in first.entities.values()} == {
        "Anna Bergersen": None,
        "Anna Bergerson": "Anna Bergersen",
    }


@pytest.mark.parametrize(
    ("names", "iso3"),
    [
        (("Anna Bergersen", "Anna Bergersen", "Anna Bergerson"), "NOR"),
        (("Anna Bergersen", "Anna Bergersen", "Anna Bergersen", "Anna Bergerson"), None),
        (("Tom Hart", "Tom Hart", "Tom Hart", "Tom Hurt"), "NOR"),
        (("Mariana Silva", "Mariana Silva", "Mariana Silva", "Mariano Silva"), "BRA"),
    ],
)
def test_names_without_enough_evidence_stay_as_they_are(names, iso3):
    assert not [e for e in resolve(corpus(*names, iso3=iso3)).entities.values() if e.suggested_name]


def place(name: str, kind: str = "CITY", iso3: str | None = None) -> Entity:
    return Entity(entity_id="a", name=name, type=kind, iso3=iso3)


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        (place("Kazakstan"), "Kazakhstan"),
        (place("Phillipines", "COUNTRY"), "Philippines"),
        (place("Venezeula", "ORG"), "Venezuela"),
        (place("Lybia"), "Libya"),
        (place("Kazakstan", "PERSON"), None),
        (place("Kazakstan", iso3="USA"), None),
        (place("Columbia", "ORG"), None),
        (place("Cameron"), None),
        (place("Changi"), None),
        (place("Chin"), None),
    ],
)
def test_a_country_is_suggested_where_a_letter_is_wrong(entity, expected):
    assert suggested(entity).suggested_name == expected


def test_a_name_that_something_else_bears_is_a_misprint_where_the_article_speaks_of_the_country():
    bogota = Entity(entity_id="city:bogotá-COL", name="Bogotá", type="CITY", iso3="COL", source="lexicon")
    nodes = [("1", place("Columbia", "ORG")), ("1", bogota)]
    found = next(one for one in resolve(nodes).entities.values() if one.name == "Columbia")

    assert found.suggested_name == "Colombia"
    assert found.suggestion_reason == "Colombia with a letter wrong or out of place; the article speaks of it"


@pytest.mark.parametrize(
    ("known", "printed", "reason"),
    [
        ("Joseph Berg", "Joe Berg", "another form of"),
        ("Pavlo Berg", "Pavel Berg", "another form of"),
        ("Anna Maria Berg", "Anna M. Berg", "short for"),
        ("Nouri al-Bergani", "Nuri Bergani", "another spelling of"),
        ("Abdulhamid Bergani", "Abdul Hamid Bergani", "another spelling of"),
        ("Anna Maria Berg", "Anna K. Berg", None),
        ("John Davies", "John Davis", None),
        ("John Bergerman", "John Bergerman III", None),
        ("Erik Bergerman", "Erika Bergerman", None),
    ],
)
def test_forms_of_a_name_are_suggested_and_namesakes_are_not(known, printed, reason):
    (found,) = [one for one in resolve(corpus(*[known] * 4, printed)).entities.values() if one.name == printed]

    assert found.suggestion_reason == (f"{reason} {known}, named in 4 articles" if reason else None)


def test_pinyin_has_no_other_spelling():
    nodes = corpus(*["Zhang Youxia"] * 4, "Zhang Yuxia", iso3="CHN")

    assert not [one for one in resolve(nodes).entities.values() if one.suggested_name]


@pytest.mark.parametrize(("role", "expected"), [("mayor", "Anna Bergersen"), (None, None)])
def test_two_articles_against_one_are_enough_where_country_and_office_agree(role, expected):
    names = ("Anna Bergersen", "Anna Bergersen", "Anna Bergerson")
    nodes = [(str(at), person(name, role, "NOR", id_=str(at))) for at, name in enumerate(names)]
    (found,) = [one for one in resolve(nodes).entities.values() if one.name == "Anna Bergerson"]

    assert found.suggested_name == expected
