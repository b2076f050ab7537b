"""What every name lexicon promises to the code that reads it."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from typing import get_args

import pytest

from toolkit import lexicons
from toolkit.lexicons import rows
from toolkit.records import MentionType

REQUIRED = {
    "countries": ("iso3", "iso2", "name", "latitude", "longitude"),
    "country_names": ("text", "iso3", "kind"),
    "organisations": ("key", "name", "type"),
    "organisation_names": ("text", "key", "kind"),
    "regions": ("text", "name", "kind"),
    "cities": ("name", "iso3", "latitude", "longitude", "population"),
    "city_names": ("text", "name", "iso3", "kind"),
    "sites": ("text", "name", "kind", "latitude", "longitude"),
    "offices": ("text", "kind", "branch"),
    "actor_nouns": ("lemma", "type", "number"),
    "given_names": ("text",),
    "family_names": ("text", "kind"),
    "common_nouns": ("lemma",),
}
KEYS = {
    "countries": ("iso3",),
    "country_names": ("text", "iso3", "kind"),
    "organisations": ("key",),
    "organisation_names": ("text", "key"),
    "regions": ("text", "iso3"),
    "cities": ("name", "iso3", "admin"),
    "city_names": ("text", "iso3"),
    "sites": ("text",),
    "offices": ("text",),
    "actor_nouns": ("lemma",),
    "given_names": ("text",),
    "family_names": ("text",),
    "common_nouns": ("lemma",),
}
ALLOWED = {
    ("family_names", "kind"): "name ending",
    ("country_names", "kind"): "name official short abbreviation former demonym people capital government",
    ("organisations", "type"): "IGO GOV PARTY ORG COMPANY GROUP",
    ("organisation_names", "kind"): "name acronym shared former metonym member",
    ("city_names", "kind"): "variant former",
    ("offices", "kind"): "office honorific military profession royal religious corporate",
    ("offices", "branch"): (
        "government parliament party military court diplomacy organisation company media sport academia none"
    ),
    ("actor_nouns", "type"): "PERSON GROUP GOV ORG COMPANY PARTY COUNTRY IGO",
    ("actor_nouns", "number"): "singular plural both crowd",
}
WITH_COUNTRY = ("country_names", "organisations", "regions", "cities", "city_names", "sites")
WITH_DOUBT = ("country_names", "organisation_names", "regions", "cities", "city_names", "sites")
WITH_PLACE = ("countries", "cities", "sites")


def cells(name: str, columns: Iterable[str]) -> list[tuple[str, ...]]:
    """The named columns of every row."""
    return [tuple(row[column] for column in columns) for row in rows(name)]


def repeated(values: list[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The values that stand more than once."""
    seen: set[tuple[str, ...]] = set()
    return {value for value in values if value in seen or seen.add(value)}


@pytest.mark.parametrize("name", REQUIRED)
def test_every_line_has_as_many_cells_as_the_header(name):
    with files(lexicons).joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        header, *lines = csv.reader(handle)
    assert set(REQUIRED[name]) <= set(header)
    assert [line for line in lines if len(line) != len(header)] == []


@pytest.mark.parametrize("name", REQUIRED)
def test_no_required_cell_is_blank_and_no_cell_has_space_around_it(name):
    assert [row for row in rows(name) if not all(row[column] for column in REQUIRED[name])] == []
    assert [cell for row in rows(name) for cell in row.values() if cell != cell.strip()] == []


@pytest.mark.parametrize(("name", "columns"), KEYS.items())
def test_no_entry_stands_twice(name, columns):
    assert repeated(cells(name, columns)) == set()


@pytest.mark.parametrize(("name", "column"), ALLOWED)
def test_kinds_are_those_that_the_readme_names(name, column):
    assert {row[column] for row in rows(name)} <= set(ALLOWED[name, column].split())


def test_types_are_those_of_mentions():
    types = {row["type"] for name in ("organisations", "actor_nouns") for row in rows(name)}
    assert types <= set(get_args(MentionType))


@pytest.mark.parametrize("name", WITH_COUNTRY)
def test_every_country_is_in_countries(name):
    known = {row["iso3"] for row in rows("countries")} | {""}
    assert {row["iso3"] for row in rows(name)} <= known


@pytest.mark.parametrize("name", WITH_DOUBT)
def test_ambiguous_is_true_or_empty(name):
    assert {row["ambiguous"] for row in rows(name)} <= {"", "True"}


@pytest.mark.parametrize(
    ("name", "bearer"), [("country_names", "iso3"), ("organisation_names", "key"), ("regions", "name")]
)
def test_a_text_of_two_bearers_is_marked_ambiguous(name, bearer):
    bearers = defaultdict(set)
    for row in rows(name):
        bearers[row["text"]].add(row[bearer])
    assert [row for row in rows(name) if len(bearers[row["text"]]) > 1 and not row["ambiguous"]] == []


def test_a_text_of_two_lexicons_is_marked_ambiguous_in_one():
    sure = [
        (row["text"], name)
        for name in ("country_names", "organisation_names", "regions")
        for row in rows(name)
        if not row["ambiguous"]
    ]
    lexicons_of = defaultdict(set)
    for text, name in sure:
        lexicons_of[text].add(name)
    assert {text: names for text, names in lexicons_of.items() if len(names) > 1} == {}


def test_every_name_leads_to_an_organisation_and_every_organisation_has_its_name():
    names = {row["key"]: row["name"] for row in rows("organisations")}
    spelled = {(row["key"], row["text"]) for row in rows("organisation_names")}
    assert {key for key, _ in spelled} == set(names)
    assert [item for item in names.items() if item not in spelled] == []


def test_keys_say_the_type():
    prefixes = {"igo": "IGO", "gov": "GOV", "party": "PARTY", "org": "ORG", "company": "COMPANY", "group": "GROUP"}
    assert [row for row in rows("organisations") if prefixes[row["key"].split(":")[0]] != row["type"]] == []


def test_every_country_is_found_under_its_name():
    spelled = {(row["iso3"], row["text"]) for row in rows("country_names") if row["kind"] == "name"}
    assert [row["name"] for row in rows("countries") if (row["iso3"], row["name"]) not in spelled] == []


def test_every_capital_is_a_city():
    cities = set(cells("cities", ("name", "iso3")))
    capitals = {pair for pair in cells("countries", ("capital", "iso3")) if pair[0]}
    assert capitals - cities == set()


def test_every_city_name_leads_to_a_city_and_is_not_its_own_name():
    cities = set(cells("cities", ("name", "iso3")))
    assert set(cells("city_names", ("name", "iso3"))) <= cities
    assert set(cells("city_names", ("text", "iso3"))).isdisjoint(cities)


@pytest.mark.parametrize("name", REQUIRED)
def test_apostrophes_are_straight(name):
    assert [cell for row in rows(name) for cell in row.values() if "\N{RIGHT SINGLE QUOTATION MARK}" in cell] == []


@pytest.mark.parametrize("name", WITH_PLACE)
def test_places_are_on_the_globe(name):
    columns = ["latitude", "longitude"]
    places = [tuple(map(float, place)) for place in cells(name, columns)]
    assert [place for place in places if not (-90 <= place[0] <= 90 and -180 <= place[1] <= 180)] == []


def test_a_city_lies_within_reach_of_its_country():
    middle = {row["iso3"]: float(row["latitude"]) for row in rows("countries")}
    reach = 26  # degrees: Ushuaia and Fairbanks lie that far out, a lost minus sign mostly further
    far = [row["name"] for row in rows("cities") if abs(float(row["latitude"]) - middle[row["iso3"]]) > reach]
    assert far == []


@pytest.mark.parametrize(
    ("text", "iso3"),
    [("U.S.", "USA"), ("British", "GBR"), ("Danes", "DNK"), ("Burma", "MMR"), ("Kremlin", "RUS"), ("Seoul", "KOR")],
)
def test_news_names_of_countries_are_known(text, iso3):
    assert {row["iso3"] for row in rows("country_names") if row["text"] == text} == {iso3}


@pytest.mark.parametrize(
    ("text", "key"),
    [("APEC", "igo:apec"), ("Brussels", "igo:eu"), ("Republicans", "party:usa-republican"), ("IDF", "gov:isr-idf")],
)
def test_news_names_of_organisations_are_known(text, key):
    assert {row["key"] for row in rows("organisation_names") if row["text"] == text} == {key}
