"""Anchors: written so that a person can read them, and found again by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.ledger import Anchor, Place, anchored, read_anchor
from toolkit.ledger.anchors import place_of

TEXT = "They met. Anna said “they met” and they met again.\nThey met."


def at(words: str, nth: int = 0) -> Anchor:
    """The anchor of the nth occurrence of the words in the second sentence."""
    start = 10
    for _ in range(nth + 1):
        start = TEXT.index(words, start) + 1
    return anchored("event", Place("a1", (start - 1, start - 1 + len(words)), (10, 50)), text=TEXT)


def test_an_anchor_reads_as_a_sentence():
    assert str(at("Anna")) == 'event "Anna" in "Anna said “they met” and they met again." of a1'
    assert str(at("met", 1)) == 'event "met" [2] in "Anna said “they met” and they met again." of a1'


@pytest.mark.parametrize("nth", [0, 1])
def test_an_anchor_finds_its_words_again(nth):
    anchor = at("met", nth)

    assert place_of(anchor, TEXT) == [26, 40][nth]


def test_text_before_and_behind_may_change():
    assert place_of(at("met", 1), f"New first line.\n{TEXT} And more.") == 40 + len("New first line.\n")


def test_words_that_are_gone_are_nowhere():
    assert place_of(at("met", 1), "Another text.") is None


@pytest.mark.parametrize(
    "written",
    ["", "Anna Berg", 'event "met"', 'event "met" in "met" of', 'thing "a" in "a" of b', 'event 3 in "a" of b'],
)
def test_what_is_no_anchor_is_told_apart(written):
    assert read_anchor(written) is None


@given(st.text(min_size=1), st.text(), st.integers(1, 9999), st.sampled_from(["", "9b1d"]))
def test_every_anchor_is_read_back_as_it_was_written(quoted, sentence, occurrence, key):
    anchor = Anchor("quote", quoted, sentence, "1f0c6a", occurrence, key)

    assert read_anchor(str(anchor)) == anchor


@given(st.text(alphabet="ab .\n", min_size=1, max_size=60), st.data())
def test_every_span_is_found_where_it_stands(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sentence = (data.draw(st.integers(0, start)), data.draw(st.integers(end, len(text))))

    assert place_of(anchored("date", Place("a", (start, end), sentence), text=text), text) == start
