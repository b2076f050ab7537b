"""No change makes the toolkit read worse: every figure on the development sets stays at or above its floor."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("quality", Path(__file__).with_name("quality.py"))
quality = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(quality)

here = pytest.mark.skipif(
    not quality.GOLD.is_dir(), reason="the development sets are not beside this checkout (../shared/gold)"
)


@here
@pytest.mark.slow
@pytest.mark.xdist_group("quality")
@pytest.mark.parametrize("name", quality.SETS)
def test_no_figure_falls_below_its_floor(name, tmp_path):
    found = quality.measured(name, tmp_path, quality.parses())

    assert quality.shortfalls(name, found) == []


def test_every_set_has_floors_between_nought_and_one():
    held = json.loads(quality.FLOORS.read_text(encoding="utf-8"))

    assert set(held["floors"]) == set(quality.SETS)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", held["measured"])
    assert all(0 <= floor <= 1 for figures in held["floors"].values() for floor in figures.values())


def test_raising_never_lowers_and_never_forgets():
    assert quality.raised({"F1": 0.8, "gone F1": 0.5}, {"F1": 0.7, "new F1": 0.6}) == {
        "F1": 0.8,
        "gone F1": 0.5,
        "new F1": 0.6,
    }


def test_a_figure_below_its_floor_is_named(monkeypatch):
    monkeypatch.setattr(quality, "floors", lambda: {"dates": {"value F1": 0.7}})

    assert quality.shortfalls("dates", {"value F1": 0.6}) == ["dates: value F1 is 0.600, its floor is 0.700"]
    assert quality.shortfalls("dates", {"value F1": 0.7}) == []
    assert quality.shortfalls("dates", {}) != []


def test_counts_in_a_report_are_no_figures():
    report = "texts: 60\nvalue F1: 0.712\nfound: 31\nheadline value F1: 0.712\n"

    assert quality._figures(report) == {"value F1": 0.712, "headline value F1": 0.712}
