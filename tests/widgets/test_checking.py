"""Checking random rows: two answers, kept beside the corpus, and what they say of the tables."""

import pandas as pd
import pytest

import toolkit as tk
from toolkit.errors import WorkbenchError
from toolkit.widgets import check_random_rows
from toolkit.workbench import Workbench

TEXT = "Norway praised Peru. Norway accused Russia. Chad praised Mali. Peru met Chad. Mali accused Chad of spying."


@pytest.fixture(scope="module")
def corpus():
    return tk.build_corpus(pd.DataFrame([{"article_id": "a", "text": TEXT, "published": pd.Timestamp("2024-05-14")}]))


@pytest.fixture
def check(corpus, tmp_path):
    widget = check_random_rows(corpus, Workbench(tmp_path), number=3)
    widget.draw()
    return widget


def test_answers_are_kept_and_counted(check, tmp_path):
    drawn = [key for key, _ in check.rows.table.rows]
    assert len(drawn) == 3

    for key in "axa":
        check.pressed(key, check.chosen)

    kept = Workbench(tmp_path).checks()
    assert [one.answer for one in kept] == ["right", "wrong", "right"]
    assert {one.row for one in kept} == set(drawn)
    assert all(one.rule and one.kind and one.who and one.when for one in kept)
    (row,) = check.result.rows
    assert row[1] == ["events", "3", "2", "67", "21", "94"]


def test_an_answer_moves_on_and_can_be_taken_back(check):
    first = check.chosen

    check.answer("right")
    assert check.chosen != first
    check.take_back()

    assert check.chosen == first
    assert check._workbench.checks() == []


def test_what_was_checked_is_not_drawn_again(check):
    drawn = {key for key, _ in check.rows.table.rows}
    for _ in drawn:
        check.answer("right")

    check.draw()

    assert not drawn & {key for key, _ in check.rows.table.rows}


def test_a_row_is_shown_in_its_sentence(check):
    assert check.rows.reader.focus == check.chosen


def test_answers_by_rule(check):
    check.answer("wrong")
    check._by.value = "rule"

    assert [column["name"] for column in check.result.columns][:2] == ["table", "rule"]


def test_an_answer_that_is_none_is_named(tmp_path):
    (tmp_path / "checks.csv").write_text("table,row,kind,rule,answer\nevents,1,CONSULT,x,maybe\n")

    with pytest.raises(WorkbenchError, match="'maybe'; allowed are right, wrong"):
        Workbench(tmp_path).checks()
