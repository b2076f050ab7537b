"""The lexicon of office holders: dated, without contradictions, and of known countries, bodies and titles."""

import re
from collections import defaultdict

import pytest

from toolkit.lexicons import rows
from toolkit.resolve.holders import holders_bearing, offices_of
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
