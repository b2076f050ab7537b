"""Acts that a noun tells, made of a verb or not: possessors, what undergoes them, and whether they have happened."""

import pytest

from tests.extract.events.rows import told
from toolkit.extract.events.lexicon import nominal_entries, verb_entries
from toolkit.lexicons import rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Kenya's downing of a Sudanese drone raised fears of war.",
            ("downing", "ASSAULT", ["Kenya"], ["Sudan"], "occurred"),
        ),
        ("The row follows Chad's recognition of Kosovo.", ("recognition", "SUPPORT", ["Chad"], ["Kosovo"], "occurred")),
        (
            "Norway's severing of ties with Mali is a surprise.",
            ("severing", "SANCTION", ["Norway"], ["Mali"], "occurred"),
        ),
        (
            "The jailing of two reporters by Mali is a scandal.",
            ("jailing", "COERCE", ["Mali"], ["two reporters"], "occurred"),
        ),
        ("Peru's ban on Huawei took effect in May.", ("ban", "COERCE", ["Peru"], ["Huawei"], "occurred")),
        (
            "Prices rose after Norway's withdrawal from the accord with Chad.",
            ("withdrawal", "REJECT", ["Norway"], ["Chad"], "occurred"),
        ),
        (
            "Poland reacted after Belarus's decision to expel two Polish envoys.",
            ("expel", "SANCTION", ["Belarus"], ["two Polish envoys"], "planned"),
        ),
        (
            "A border clash between police and students left two dead.",
            ("clash", "ASSAULT", ["police", "students"], [], "occurred"),
        ),
        ("Chad's recognition of Kosovo is unlikely.", ("recognition", "SUPPORT", ["Chad"], ["Kosovo"], "negated")),
    ],
)
def test_acts_told_by_nouns(read, text, event):
    assert told(read(text)) == [event]


def test_an_act_that_the_sentence_speaks_of_is_told_beside_what_it_drew(read):
    assert told(read("China's seizure of a Philippine ship drew condemnation from Japan.")) == [
        ("seizure", "COERCE", ["China"], ["Philippines"], "occurred"),
        ("condemnation", "ACCUSE", ["Japan"], ["China"], "occurred"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad drew up a plan for Chadian air strikes on Mali.", "planned"),
        ("The prospect of talks between Chad and Mali faded.", "hypothetical"),
        ("Talks between Chad and Mali were cancelled.", "negated"),
    ],
)
def test_what_a_noun_hangs_on_tells_whether_it_has_happened(read, text, status):
    assert [row[4] for row in told(read(text))] == [status]


@pytest.mark.parametrize("text", ["Chad welcomed the recognition.", "The release of the film was a success in Chad."])
def test_a_noun_without_both_sides_is_no_act(read, text):
    assert all(row[0] not in {"recognition", "release"} for row in told(read(text)))


def test_every_noun_is_made_of_a_verb_that_tells_an_event():
    assert {row["verb"] for row in rows("event_nominals")} <= set(verb_entries())
    assert {row["noun"] for row in rows("event_nominals")} == set(nominal_entries())
