"""The lexicon of office holders: dated, without contradictions, and of known countries, bodies and titles."""

import re
from collections import defaultdict
from datetime import date

import pytest

from toolkit.lexicons import rows
from toolkit.resolve.holders import KEPT_UNTIL, holders_bearing, offices_of
from toolkit.resolve.likeness import words_of

DATE = re.compile(r"\d{4}(-\d\d){0,2}")
# One office, several holders at a time.
SHARED = {"foreign ministry spokesperson", "deputy foreign minister"}
HOLDERS = rows("office_holders")


def test_no_term_stands_twice():
    terms = [(row["person"], row["office"], row["of"], row["from"]) for row in HOLDERS]

    assert len(terms) == len(set(terms))


def test_every_term_is_dated_and_ends_after_it_began():
    assert [row for row in HOLDERS if not DATE.fullmatch(row["from"])] == []
    assert [row for row in HOLDERS if row["to"] and not DATE.fullmatch(row["to"])] == []
    holders = {holder for bearers in holders_bearing().values() for holder in bearers}
    assert [holder for holder in holders if holder.first > holder.last] == []


def test_an_office_has_one_holder_at_a_time():
    terms = defaultdict(list)
    for row in HOLDERS:
        if row["office"] not in SHARED:
            terms[row["office"], row["of"]].append((row["from"][:7], row["to"][:7] or "9999", row["person"]))
    overlaps = [
        (office, earlier, later)
        for office, held in terms.items()
        for earlier, later in zip(sorted(held), sorted(held)[1:], strict=False)
        if later[0] < earlier[1][: len(later[0])]
    ]
    assert overlaps == []


def test_everyone_serves_a_known_country_or_body():
    known = {row["iso3"] for row in rows("countries")} | {row["key"] for row in rows("organisations")}

    assert {row["of"] for row in HOLDERS} <= known


def test_the_family_name_is_part_of_the_name():
    assert [row for row in HOLDERS if not set(words_of(row["family"])) <= set(words_of(row["person"]))] == []


def test_every_title_means_an_office_that_someone_holds():
    held = {office for row in HOLDERS for office in offices_of(row["office"].lower())}

    assert {row["office"].lower() for row in rows("office_titles")} <= held
    assert len({tuple(row.values()) for row in rows("office_titles")}) == len(rows("office_titles"))


@pytest.mark.parametrize(
    ("title", "other"), [("secretary of state", "foreign minister"), ("premier", "prime minister")]
)
def test_titles_of_one_office_meet(title, other):
    assert offices_of(title) & offices_of(other)


# The offices under which each of the five is held, by whatever title.
OFFICES = {
    "head of state": {"president", "monarch", "emir", "sultan", "supreme leader", "pope", "general secretary"},
    "head of government": {"prime minister", "chancellor", "taoiseach", "premier", "chief adviser", "president"},
    "foreign": {"foreign minister", "secretary of state", "foreign secretary"},
    "defence": {"defence minister", "defence secretary", "defense secretary"},
    "finance": {"finance minister", "economy minister", "treasurer", "treasury secretary", "finance secretary"},
}
OFFICES["finance"].add("chancellor of the Exchequer")
# Their monarch is listed for Britain only; Malaysia's changes every five years and bears a first name like others'.
WITHOUT_OWN_HEAD = {"AUS", "CAN", "NZL", "MYS"}
FIRST, LAST = date(2015, 1, 1), KEPT_UNTIL


def known_share(iso3: str, offices: set[str]) -> float:
    """The share of the days since 2015 on which a holder of one of the offices is known."""
    terms = sorted(
        {(max(one.first, FIRST), min(one.last, LAST)) for one in TERMS if one.of == iso3 and one.office in offices}
    )
    days, until = 0, FIRST
    for first, last in terms:
        days += max(0, (last - max(first, until)).days)
        until = max(until, last)
    return days / (LAST - FIRST).days


TERMS = {holder for bearers in holders_bearing().values() for holder in bearers}


def test_five_offices_of_eighty_countries_are_known_for_most_of_the_time():
    countries = sorted({holder.of for holder in TERMS if ":" not in holder.of})
    wanted = {iso3: set(OFFICES) - ({"head of state"} if iso3 in WITHOUT_OWN_HEAD else set()) for iso3 in countries}
    known = [iso3 for iso3 in countries if all(known_share(iso3, OFFICES[office]) >= 0.6 for office in wanted[iso3])]

    assert len(known) >= 80, known


@pytest.mark.parametrize(
    "body",
    [
        "un",
        "nato",
        "european-commission",
        "european-council",
        "imf",
        "world-bank",
        "wto",
        "who",
        "iaea",
        "opec",
        "african-union",
        "asean",
        "arab-league",
        "ecb",
        "gcc",
        "oic",
        "oecd",
        "iom",
        "unhcr",
        "wfp",
        "fao",
    ],
)
def test_the_heads_of_the_main_bodies_are_known(body):
    assert known_share(f"igo:{body}", {holder.office for holder in TERMS}) >= 0.9


@pytest.mark.parametrize(
    "iso3",
    [
        "ARG",
        "AUS",
        "BRA",
        "CAN",
        "CHN",
        "DEU",
        "FRA",
        "GBR",
        "IDN",
        "IND",
        "ITA",
        "JPN",
        "KOR",
        "MEX",
        "RUS",
        "SAU",
        "TUR",
        "USA",
        "ZAF",
    ],
)
def test_the_heads_of_central_banks_are_known(iso3):
    assert known_share(iso3, {"central bank governor", "chair of the Federal Reserve"}) >= 0.9
