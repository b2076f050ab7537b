"""Rows in words: a visit has a place and no party, a share says of what, a figure keeps its hedge."""

import pytest

from toolkit.briefing.wording import figure, measured, told, whom

MET = {"when": "14 Nov 2024", "who": "Anna Berg", "to_whom": "Lima", "where": "Lima", "status": "occurred"}


def test_a_visit_has_a_place_and_no_party():
    assert told(MET | {"did_what": "met or talked"}) == "14 Nov 2024: Anna Berg: met or talked, in Lima"
    assert whom(MET | {"did_what": "attacked"}) == "Lima"


def test_what_is_not_known_is_left_out_or_said():
    row = MET | {"when": None, "who": None, "did_what": "attacked", "where": float("nan")}

    assert told(row) == "not stated who: attacked, with or to Lima"


@pytest.mark.parametrize(
    ("measure", "base", "said"),
    [
        ("share of trade", "trade", "share of trade"),
        ("growth", "exports", "growth (of exports)"),
        (None, "exports", "(of exports)"),
        ("growth", None, "growth"),
    ],
)
def test_a_share_says_of_what_once(measure, base, said):
    assert measured({"measure": measure, "base": base}) == said


def test_a_figure_keeps_its_hedge_and_direction():
    assert figure({"printed": "12%", "approx": "about", "direction": "rise"}) == "about 12% (rise)"
    assert figure({"printed": "12", "approx": None, "direction": None}) == "12"
