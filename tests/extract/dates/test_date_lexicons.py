"""The vocabulary of time holds together, and so do numbers in words."""

import re
from collections import Counter
from itertools import chain

import pytest

from toolkit.extract.dates.cascade import CLASSES
from toolkit.extract.dates.feasts import feast_days
from toolkit.extract.dates.grammar import LEVELS
from toolkit.extract.dates.words import numeral
from toolkit.lexicons import rows


def test_no_word_is_listed_twice():
    words = [row["word"] for row in rows("date_words")] + [row["name"] for row in rows("holidays")]
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_every_holiday_has_a_day():
    assert all(feast_days(row["falls"], 2024) for row in rows("holidays"))


RULES = {one.shape: one for level in LEVELS for one in chain(*level.rules.values())}


@pytest.mark.parametrize("shape", sorted(RULES))
def test_alternatives_stand_in_parentheses(shape):
    while (flat := re.sub(r"\([^()]*\)", "", shape)) != shape:
        shape = flat
    assert "|" not in shape


def test_every_kind_of_word_is_used_by_a_rule():
    used = set(chain.from_iterable(one.pattern.groupindex for one in RULES.values()))
    named = {name.rsplit("_", 1)[0] if name[-1].isdigit() else name for name in used}
    named |= set(chain.from_iterable(CLASSES[name] for name in named if name in CLASSES))
    assert {row["kind"] for row in rows("date_words")} - named - {"numeral"} == set()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty - five", (25, 3)),
        ("two hundred and six people", (206, 4)),
        ("nineteen eighty - four", (1984, 4)),
        ("two thousand and fifteen", (2015, 4)),
        ("three and more", (3, 1)),
        ("one two", (1, 1)),
        ("people", None),
    ],
)
def test_numeral(words, number):
    assert numeral(words.split(), 0) == number
