"""Whether two figures measure the same: what the analyst answers holds in every run."""

import pandas as pd
import pytest

import toolkit as tk
from toolkit.corpus import anchor_of
from toolkit.errors import LedgerError
from toolkit.ledger import Correction, add_corrections

TEXTS = {
    "one": "Unemployment in Norway was 4.2 percent in October 2024, the statistics office said.",
    "two": "Unemployment in Norway was 6.9 percent in October 2024, a union said.",
}


@pytest.fixture(scope="module")
def disputed():
    rows = [
        {"article_id": name, "text": text, "published": pd.Timestamp("2024-11-14"), "published_how": "given"}
        for name, text in TEXTS.items()
    ]
    return tk.build_corpus(pd.DataFrame(rows))


@pytest.fixture
def verdict(disputed, tmp_path):
    """A function that answers the question of the only pair, and gives the corpus under all answers so far."""

    def given(*actions):
        (pair,) = disputed.conflicts.to_dict("records")
        sides = [str(anchor_of(disputed, "statistics", pair[side])) for side in ("statistic_id", "other_id")]
        add_corrections(tmp_path / "corrections.csv", [Correction(action, *sides) for action in actions])
        made = disputed.corrected(tmp_path / "corrections.csv")
        assert made.problems() == []
        return made

    return given


def test_two_figures_of_the_same_measure_contradict_each_other(verdict):
    (pair,) = verdict("same_measure").conflicts.to_dict("records")

    assert pair["kind"] == "contradiction"
    assert pair["reason"].endswith("(the same measure, says the analyst)")


def test_two_figures_of_different_measures_are_no_conflict(verdict, disputed):
    made = verdict("not_same_measure")

    assert len(made.conflicts) == 0
    pd.testing.assert_frame_equal(made.statistics, disputed.statistics)


def test_a_later_answer_overrules_an_earlier_one(verdict):
    made = verdict("not_same_measure", "same_measure")

    assert list(made.corrections.report()["outcome"]) == ["conflicting", "applied"]
    assert len(made.conflicts) == 1


def test_the_other_figure_must_be_one_that_is_there(disputed, tmp_path):
    key = disputed.statistics["statistic_id"].iloc[0]
    side = str(anchor_of(disputed, "statistics", key))
    path = tmp_path / "corrections.csv"
    with pytest.raises(LedgerError, match="needs the anchor of the other figure"):
        add_corrections(path, [Correction("same_measure", side, "inflation")])

    add_corrections(path, [Correction("same_measure", side, side)])
    add_corrections(path, [Correction("same_measure", side, 'statistic "9" in "Nine." of nowhere')])

    assert set(disputed.corrected(path).corrections.report()["outcome"]) == {"unmatched"}
