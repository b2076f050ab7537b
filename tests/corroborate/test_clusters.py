"""The same real event, told twice."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from toolkit.corroborate.clusters import cluster_events
from toolkit.records import Actor, Event

MONDAY, TUESDAY, FRIDAY = date(2024, 11, 11), date(2024, 11, 12), date(2024, 11, 15)


def told(name, kind="CONSULT", start=MONDAY, end=None, *, status="occurred", place=None):
    return Event(
        article_id="a",
        sentence_id=f"s{name}",
        start=0,
        end=4,
        text=f"{name} text",
        rule="verb",
        confidence="high",
        event_id=name,
        trigger="met",
        trigger_start=0,
        trigger_end=3,
        event_type=kind,
        status=status,
        start_date=start,
        end_date=end or start,
        location_id=place,
    )


def by(name, *countries):
    return [Actor(event_id=name, entity_id=f"{name}-{c}", role="source", iso3=c) for c in countries]


def clusters_of(one, two, first=("NOR", "PER"), second=("NOR", "PER")):
    found = cluster_events([one, two], [*by("a", *first), *by("b", *second)])
    return len(set(found.values()))


@pytest.mark.parametrize(
    ("one", "two", "clusters"),
    [
        (told("a"), told("b"), 1),
        (told("a"), told("b", "HOST"), 1),
        (told("a"), told("b", "ASSAULT"), 2),
        (told("a"), told("b", start=FRIDAY), 2),
        (told("a", end=FRIDAY), told("b", start=TUESDAY), 1),
        (told("a", status="planned"), told("b"), 1),
        (told("a", status="negated"), told("b"), 2),
        (told("a", place="lima"), told("b", place="oslo"), 2),
        (told("a", place="lima"), told("b"), 1),
        (told("a", end=date(2024, 12, 31)), told("b"), 2),
    ],
    ids=[
        "same",
        "hosted",
        "other act",
        "other day",
        "overlap",
        "plan and fact",
        "denied",
        "place",
        "no place",
        "vague",
    ],
)
def test_same_actors(one, two, clusters):
    assert clusters_of(one, two) == clusters


@pytest.mark.parametrize(
    ("first", "second", "clusters"),
    [
        (("NOR", "PER"), ("PER", "NOR"), 1),
        (("NOR", "PER", "JPN"), ("PER", "NOR"), 1),
        (("NOR", "PER"), ("NOR", "JPN"), 2),
        (("NOR",), ("NOR",), 1),
        (("NOR",), ("NOR", "JPN"), 2),
        ((), (), 2),
    ],
)
def test_actors_decide(first, second, clusters):
    assert clusters_of(told("a"), told("b"), first, second) == clusters


def test_events_without_a_date_stand_alone():
    undated = [replace(told(name), start_date=None, end_date=None) for name in "ab"]
    assert len(set(cluster_events(undated, [*by("a", "NOR"), *by("b", "NOR")]).values())) == 2


def test_the_same_sentence_printed_again_tells_the_same_event():
    undated = [replace(told(name), start_date=None, end_date=None, text="They met.") for name in "ab"]
    assert len(set(cluster_events(undated, [*by("a", "NOR"), *by("b", "NOR")]).values())) == 1


def test_order_does_not_matter():
    events = [told("a", end=TUESDAY), told("b", start=TUESDAY), told("c", start=FRIDAY)]
    actors = [actor for name in "abc" for actor in by(name, "NOR", "PER")]
    results = [cluster_events(order, actors) for order in permutations(events)]
    assert all(result == results[0] for result in results)
    assert results[0]["a"] == results[0]["b"] != results[0]["c"]


def sides(name, source, target):
    return [
        Actor(event_id=name, entity_id=f"{name}-{source}", role="source", iso3=source),
        Actor(event_id=name, entity_id=f"{name}-{target}", role="target", iso3=target),
    ]


@pytest.mark.parametrize(
    ("kind", "second", "clusters"),
    [
        ("ACCUSE", ("NOR", "PER"), 1),
        ("ACCUSE", ("PER", "NOR"), 2),
        ("CONSULT", ("PER", "NOR"), 1),
    ],
    ids=["same sides", "blame returned", "a meeting has no sides"],
)
def test_who_acts_upon_whom(kind, second, clusters):
    found = cluster_events([told("a", kind), told("b", kind)], [*sides("a", "NOR", "PER"), *sides("b", *second)])
    assert len(set(found.values())) == clusters


@pytest.mark.parametrize(
    ("kind", "place", "clusters"),
    [("ASSAULT", "city:lima-PER", 1), ("ASSAULT", "country:PER", 2), ("COERCE", "city:lima-PER", 2)],
)
def test_one_attack_on_a_town_whoever_suffered(kind, place, clusters):
    tellings = [told("a", kind, place=place), told("b", kind, place=place)]
    assert (
        len(set(cluster_events(tellings, [*sides("a", "NOR", "PER"), *sides("b", "NOR", "CHL")]).values())) == clusters
    )


@pytest.mark.parametrize(
    ("first", "second", "place", "clusters"),
    [("earthquake", "Quake", "peru", 1), ("earthquake", "flood", "peru", 2), ("flood", "floods", "chile", 2)],
)
def test_a_disaster_is_known_by_its_kind_and_place(first, second, place, clusters):
    one = replace(told("a", "DISASTER", place="peru"), trigger=first)
    two = replace(told("b", "DISASTER", place=place), trigger=second)
    assert len(set(cluster_events([one, two], []).values())) == clusters


def test_a_headline_printed_today_tells_of_yesterday():
    headline = replace(told("a", start=TUESDAY), date_how="publication")
    assert clusters_of(headline, told("b", start=MONDAY)) == 1
    assert clusters_of(headline, told("b", start=FRIDAY)) == 2
