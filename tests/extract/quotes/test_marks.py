"""Quotation marks in pairs: every style, and what odd marks cost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract.quotes.marks import quoted_in


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quoted_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” she said.", ["We will stay"]),
        ('"We will stay," she said. "We must."', ["We will stay", "We must."]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("« We stay », she said.", ["We stay"]),
        ("`` We stay , '' she said .", ["We stay"]),
        ("‘We stay,’ she said.", ["We stay"]),
        ("'We stay,' she said.", ["We stay"]),
        ("“He called it ‘a farce’ today,” she said.", ["He called it ‘a farce’ today"]),
        ("The minister's aide said the workers' pay won't rise.", []),
        ("She left in the ’90s and the parties’ leaders stayed.", []),
        ("”We stay,” she said.", ["We stay"]),
        ("He is 6' 2\" tall.", []),
        ("“”", []),
        ("", []),
    ],
)
def test_pairs(text, expected):
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we stay and then “we go,” and left.", ["we go"]),
        ("A stray mark” here. “We stay,” she said.", ["We stay"]),
        ('Odd " one. She said "we stay" twice.', ["we stay"]),
    ],
)
def test_an_odd_mark_costs_one_quotation(text, expected):
    assert inside(text)[-1:] == expected


def test_a_paragraph_that_opens_and_does_not_close_goes_on():
    (quoted,) = quoted_in("“We stay. We fight.")

    assert not quoted.closed


@given(st.text(alphabet="ab “”\"'‘’.,\n«»`", max_size=60))
def test_stretches_are_in_order_and_do_not_overlap(text):
    found = list(quoted_in(text))

    assert all(q.start < q.end for q in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_time_grows_with_the_text():
    started = time.perf_counter()

    inside('“‘"' * 100_000)

    assert time.perf_counter() - started < 3
