"""How two names differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.resolve.likeness import edits, likeness, words_of

NAMES = st.text(alphabet="abcdé", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("berg", "berg", 0),
        ("berg", "burg", 1),
        ("brittany", "britany", 1),
        ("gutteres", "guterres", 2),
        ("nile", "nlie", 1),
    ],
)
def test_edits(one, other, expected):
    assert edits(one, other) == expected


@given(NAMES, NAMES)
def test_edits_are_the_same_both_ways_and_no_more_than_the_longer_name(one, other):
    assert edits(one, other) == edits(other, one) <= max(len(one), len(other))
    assert (edits(one, other) == 0) == (one == other)


def test_words_have_no_accents_case_or_marks():
    assert words_of("Park Geun-hye") == ("park", "geun", "hye")
    assert words_of("José O’Neill") == ("jose", "oneill")


def test_very_long_strings_are_wholly_different():
    assert likeness(["a" * 200_000], ["b" * 200_000]) == 0
