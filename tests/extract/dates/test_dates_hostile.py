"""Foreign text of any kind is read, in time that grows with its length."""

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.extract.dates.grammar import expressions
from toolkit.extract.dates.lexemes import items_of

BLANK = spacy.blank("en")
PIECES = [
    "May",
    " ",
    "14",
    "2024",
    "-",
    "/",
    ",",
    ".",
    "last",
    "the",
    "week",
    "Monday",
    "to",
    "3pm",
    "’s",
    "every",
    "ago",
    "9" * 30,
    "\n",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_offsets_lie_in_the_text_and_do_not_cross(text):
    found = expressions(items_of(BLANK(text)[:]))
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["1,", "1-", "May ", "14 May ", "the last ", "two and ", "20", "twenty-", "a.m. ", "12:30-"]
)
def test_time_is_linear(piece):
    def seconds(length):
        doc = spacy.tokens.Doc(BLANK.vocab, words=[(piece * length)[:length].strip() + " Monday"])
        started = time.perf_counter()
        expressions(items_of(doc[:]))
        return time.perf_counter() - started

    seconds(1_000)
    assert seconds(64_000) < 64 * max(seconds(4_000), 0.01)
