"""The days and places of events: of the clause, of the sentence before, of the occasion."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "start", "how"),
    [
        ("Norway met Chad on 3 May 2024.", date(2024, 5, 3), "explicit"),
        ("On 3 May 2024 Norway met Chad and praised Mali.", date(2024, 5, 3), "explicit"),
        ("Norway praised Chad.", None, "none"),
    ],
)
def test_date_of_the_clause(read, text, start, how):
    event = read(text).events[0]
    assert (event.start_date, event.date_how) == (start, how)


def test_date_is_inherited_from_the_sentence_before(read):
    first, second = read("Norway met Chad on 3 May 2024. Norway praised Mali.").events
    assert (second.start_date, second.date_how) == (first.start_date, "inherited")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway met Chad in Vienna.", "Vienna"),
        ("Anna Berg visited Kyiv on Monday.", "Kyiv"),
        ("Rebels shelled Aleppo.", "Aleppo"),
    ],
)
def test_place(read, text, place):
    reading = read(text)
    assert reading.entities[reading.events[0].location_id].name == place


def test_a_meeting_is_where_its_occasion_is(read):
    reading = read(
        "The APEC summit opened in Lima on Monday.\n\nChad and Mali met on the sidelines of the APEC summit."
    )
    assert [reading.entities[event.location_id].name for event in reading.events] == ["Lima", "Lima"]


def test_a_meeting_is_where_the_visitor_has_come_to(read):
    reading = read("Anna Berg arrived in Oslo on Monday. She met Ola Lund later on Monday.")
    assert [reading.entities[event.location_id].name for event in reading.events] == ["Oslo", "Oslo"]
