"""Numbers as printed: what is read, and what must never be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract.statistics.lexemes import lexemes
from toolkit.extract.statistics.numbers import number_at, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,250.5 million", 1_250_500_000),
        ("12,34,567.89", 1_234_567.89),
        ("16.4 million", 16_400_000),
        ("35 lakh", 3_500_000),
        ("40 crore", 400_000_000),
        ("10 000", 10_000),
        ("10\u00a0000", 10_000),
        ("10 1/2", 10.5),
        ("2½", 2.5),
        ("3/4", 0.75),
        ("twenty-five", 25),
        ("one hundred and two", 102),
        ("one hundred and twenty-five thousand and six", 125_006),
        ("a hundred", 100),
        ("a dozen", 12),
        ("three dozen", 36),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("half a million", 500_000),
        ("three quarters", 0.75),
        ("a third of", 1 / 3),
        ("twice", 2),
    ],
)
def test_value(text, value):
    number = number_at(lexemes(text), 0)

    assert number is not None
    assert number.value == pytest.approx(value, rel=1e-6)


@pytest.mark.parametrize("text", ["a third man", "third", "quarter", "a man", "hundreds", "10.4.1", "million"])
def test_no_number(text):
    assert number_at(lexemes(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value"), [("1,5 million", 1_500_000), ("1.250.000", 1_250_000), ("3.450,75", 3450.75)]
)
def test_numbers_of_other_locales_are_marked(text, value):
    number = number_at(lexemes(text), 0)

    assert number is not None
    assert (number.value, number.foreign) == (value, True)


def test_one_letter_multiplies_money_only():
    pieces = lexemes("15m")

    assert [number_at(pieces, 0, money=money).value for money in (True, False)] == [15_000_000, 15]


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_english_separators_read_back(whole, hundredths):
    assert written(f"{whole:,}.{hundredths:02}") == (float(f"{whole}.{hundredths:02}"), False)


@given(st.text(max_size=60))
def test_any_text_is_cut_without_loss(text):
    pieces = lexemes(text)

    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert all(number_at(pieces, at) is None or number_at(pieces, at).end > at for at in range(len(pieces)))
