"""Figures are printed with their hedges as English has them."""

import pytest

from toolkit.lexicons.hedging import with_hedge


@pytest.mark.parametrize(
    ("printed", "hedge", "expected"),
    [
        ("40%", "about", "about 40%"),
        ("60 percent", "or more", "60 percent or more"),
        ("10", "or so", "10 or so"),
        ("12", "at least", "at least 12"),
        ("12", None, "12"),
        ("12", "", "12"),
    ],
)
def test_a_hedge_stands_on_its_side(printed, hedge, expected):
    assert with_hedge(printed, hedge) == expected
