"""What the event lexicons promise to the code that reads them."""

from collections import Counter
from typing import get_args

import pytest

from toolkit.extract.events.lexicon import ANY, RECOGNISED, noun_entries, verb_entries
from toolkit.lexicons import rows
from toolkit.records import EventType, Status

KEYS = {
    "event_verbs": ("verb", "particle", "object"),
    "event_nouns": ("noun",),
    "event_nominals": ("noun",),
    "event_objects": ("class", "noun"),
    "event_governors": ("lemma",),
    "event_lights": ("verb", "particle", "subject"),
}
SLOTS = "subject object dative with to from of on upon for against at over in into about between among involving "
SLOTS += "none after out through outside behind by under across along near toward towards throughout as upon"


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_an_entry_stands_once(name, key):
    counts = Counter(tuple(row[column] for column in key) for row in rows(name))
    assert [entry for entry, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", ["event_verbs", "event_nouns"])
def test_types_are_event_types(name):
    assert {row["type"] for row in rows(name)} <= set(get_args(EventType))


def test_slots_are_known():
    used = {slot for row in rows("event_verbs") for slot in f"{row['source']}|{row['target']}".split("|")}
    used |= {slot for row in rows("event_nouns") for slot in row["target"].split("|")}
    assert used <= set(SLOTS.split())


def test_what_governors_and_light_verbs_give():
    assert {row["gives"] for row in rows("event_governors")} <= {*get_args(Status), "report"}
    assert {row["subject"] for row in rows("event_lights")} <= {"source", "target", "event"}


def test_every_class_of_objects_is_used():
    used = {row[column] for row in rows("event_verbs") for column in ("object", "context")}
    used |= {row["context"] for row in rows("event_nouns")}
    # Rules, not entries, ask for parts (a round of talks), for what kills by accident, what nobody does, and what a
    # disaster is only a figure of.
    assert {row["class"] for row in rows("event_objects")} - used == {"accident", "market", "part", "strife"}


def test_entries_that_ask_for_more_come_first():
    cut = verb_entries()["cut"]
    assert [bool(entry.objects) for entry in cut] == sorted((bool(entry.objects) for entry in cut), reverse=True)
    assert any("tie" in entry.objects for entry in cut if entry.event_type == "SANCTION")
    assert [entry.beside for entry in noun_entries()["strike"]][-1] == ""


def test_every_type_has_words():
    told = {row["type"] for name in ("event_verbs", "event_nouns") for row in rows(name)}
    assert told == set(get_args(EventType))
    assert {ANY, *RECOGNISED} <= {row["object"] for row in rows("event_verbs")}
