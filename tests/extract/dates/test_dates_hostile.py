"""Foreign text of any kind is read, in time that grows with its length."""

import time
from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.extract.dates.anchor import Context
from toolkit.extract.dates.grammar import expressions
from toolkit.extract.dates.lexemes import items_of
from toolkit.extract.dates.moments import Moment
from toolkit.extract.dates.timex import timex
from toolkit.lexicons import rows

BLANK = spacy.blank("en")
FIGURES = [
    "14",
    "2024",
    "31",
    "1990s",
    "'90s",
    "3rd",
    "6:40",
    "05/03/2024",
    "2020-02-30",
    "Q3",
    "FY2023/24",
    "9" * 30,
    "25",
]
MARKS = [",", "-", "–", "/", ".", "’s", "é", "\n", "$", "%"]
WORDS = sorted({row["word"] for row in rows("date_words")} | {row["name"] for row in rows("holidays")})
TEXTS = st.lists(st.sampled_from(FIGURES + MARKS) | st.sampled_from(WORDS), max_size=12).map(" ".join)
PUBLISHED = st.none() | st.dates(date(1950, 1, 1), date(2050, 12, 31))


@given(TEXTS, PUBLISHED, st.sampled_from(["past", "present", "future", None]))
@settings(max_examples=400, deadline=None)
def test_any_run_of_words_is_read(text, published, tense):
    found = expressions(items_of(BLANK(text)[:]))
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    context = Context(published=published, tense=lambda: tense, spoken_of=lambda: Moment(year=2020, month=5))
    for item in found:
        read = timex(item.value, context)
        assert read.value
        assert read.days is None or read.days[0] <= read.days[1]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed 13 March, they said", ["Wed 13 March"]),
        ("the 15th  century", ["the 15th  century"]),
        ("It was done in the past.", ["the past"]),
        ("They came the day before", ["the day before"]),
        ("They came on Mon 13th", ["Mon 13th"]),
    ],
)
def test_tokens_cut_or_padded_oddly_are_read(text, expected):
    assert [text[item.start : item.end] for item in expressions(items_of(BLANK(text)[:]))] == expected
