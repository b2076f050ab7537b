"""The lexicon of memberships: dated, without contradictions, of known bodies, and with as many members as are known."""

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from toolkit.lexicons import rows
from toolkit.lexicons.days import first_day, last_day
from toolkit.lexicons.memberships import grouping, groupings, members_on, memberships

ROWS = rows("memberships")
DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def spans(kind: str) -> dict[tuple[str, str], list[tuple[date, date]]]:
    """Body and member -> when it was that, sorted."""
    found = defaultdict(list)
    for row in ROWS:
        if row["kind"] == kind:
            left = last_day(row["left"]) if row["left"] else date.max
            found[row["body"], row["member"]].append((first_day(row["joined"]), left))
    return {pair: sorted(times) for pair, times in found.items()}


def test_every_line_is_dated_and_says_why():
    assert [row for row in ROWS if not DATE.fullmatch(row["joined"]) or not row["reason"]] == []
    assert [row for row in ROWS if row["left"] and not DATE.fullmatch(row["left"])] == []
    assert {row["kind"] for row in ROWS} == {"member", "suspended"}


def test_bodies_and_members_are_known_to_the_other_lexicons():
    keys = {row["key"] for row in rows("organisations")}

    assert {row["body"] for row in ROWS} <= keys
    assert {row["member"] for row in ROWS} <= keys | {row["iso3"] for row in rows("countries")}


@pytest.mark.parametrize("kind", ["member", "suspended"])
def test_nobody_leaves_before_joining_or_belongs_twice(kind):
    wrong = [
        (pair, times)
        for pair, times in spans(kind).items()
        if any(first >= last for first, last in times)
        or any(earlier[1] > later[0] for earlier, later in pairwise(times))
    ]
    assert wrong == []


def test_only_members_are_suspended():
    members = spans("member")
    outside = [
        (pair, first)
        for pair, times in spans("suspended").items()
        for first, last in times
        if not any(joined <= first and last <= left for joined, left in members.get(pair, ()))
    ]
    assert outside == []


def test_no_grouping_has_the_name_of_another_or_of_a_country():
    bearers = defaultdict(set)
    for row in rows("organisation_names"):
        if row["key"] in groupings() and row["kind"] in ("name", "acronym"):
            bearers[row["text"].casefold()].add(row["key"])

    assert {text: keys for text, keys in bearers.items() if len(keys) > 1} == {}
    assert [row["iso3"] for row in rows("countries") if grouping(row["iso3"]) or grouping(row["name"])] == []


@pytest.mark.parametrize(
    ("name", "day", "count"),
    [
        ("EU", "2019-06-01", 28),
        ("EU", "2020-02-01", 27),
        ("EU", "2003-01-01", 15),
        ("NATO", "2023-04-03", 30),
        ("NATO", "2024-03-06", 31),
        ("NATO", "2024-03-07", 32),
        ("ASEAN", "2025-10-25", 10),
        ("ASEAN", "2025-10-26", 11),
        ("APEC", "2024-11-14", 21),
        ("G7", "2024-06-01", 7),
        ("G8", "2013-06-01", 8),
        ("G20", "2023-09-08", 20),
        ("G20", "2023-09-09", 21),
        ("BRICS", "2023-12-31", 5),
        ("BRICS", "2024-01-01", 9),
        ("BRICS", "2025-02-01", 10),
        ("BRICS partner countries", "2025-07-01", 10),
        ("OPEC", "2015-06-01", 12),
        ("OPEC", "2018-12-31", 15),
        ("OPEC", "2024-01-01", 12),
        ("OPEC+", "2024-01-01", 22),
        ("African Union", "2016-01-01", 54),
        ("African Union", "2024-01-01", 55),
        ("ECOWAS", "2025-01-28", 15),
        ("ECOWAS", "2025-01-29", 12),
        ("SADC", "2024-01-01", 16),
        ("EAC", "2024-04-01", 8),
        ("COMESA", "2024-01-01", 21),
        ("IGAD", "2024-01-01", 8),
        ("Arab League", "2024-01-01", 22),
        ("GCC", "2024-01-01", 6),
        ("OIC", "2024-01-01", 57),
        ("SCO", "2024-12-01", 10),
        ("CIS", "2024-01-01", 9),
        ("CSTO", "2024-01-01", 6),
        ("EAEU", "2024-01-01", 5),
        ("OECD", "2024-01-01", 38),
        ("CARICOM", "2024-01-01", 15),
        ("CELAC", "2019-01-01", 33),
        ("CELAC", "2021-01-01", 32),
        ("OAS", "2015-01-01", 35),
        ("Pacific Islands Forum", "2024-01-01", 18),
        ("SAARC", "2024-01-01", 8),
        ("BIMSTEC", "2024-01-01", 7),
        ("Commonwealth", "2024-01-01", 56),
        ("Council of Europe", "2022-03-15", 47),
        ("Council of Europe", "2022-03-16", 46),
        ("Schengen zone", "2023-06-01", 27),
        ("Schengen area", "2024-06-01", 29),
        ("euro area", "2023-01-01", 20),
        ("eurozone", "2026-01-01", 21),
        ("EEA", "2024-01-01", 30),
        ("OSCE", "2024-01-01", 57),
        ("CPTPP", "2024-12-15", 12),
        ("RCEP", "2024-01-01", 15),
        ("ESA", "2024-01-01", 22),
        ("P5", "2024-01-01", 5),
    ],
)
def test_the_numbers_that_the_bodies_state(name, day, count):
    assert len(members_on(grouping(name), date.fromisoformat(day))) == count


@pytest.mark.parametrize("year", range(2015, 2027))
def test_the_security_council_has_fifteen_members(year):
    assert len(members_on("igo:un-security-council", date(year, 7, 1))) == 15


def test_a_suspended_state_is_a_member_that_does_not_act():
    day = date(2024, 1, 1)

    assert "NER" in members_on("igo:african-union", day)
    assert "NER" not in members_on("igo:african-union", day, acting=True)


def test_without_a_day_those_are_members_who_are_not_known_to_have_left():
    assert "GBR" not in members_on("igo:eu")
    assert len(members_on("igo:eu")) == 27
    assert len(memberships("igo:eu")) == 28


@pytest.mark.parametrize("name", ["Brussels", "France", "the United Nations", ""])
def test_what_has_no_listed_members_is_no_grouping(name):
    assert grouping(name) is None
