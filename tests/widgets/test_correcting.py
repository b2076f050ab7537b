"""Corrections made in the notebook: each press is a row of the ledger, and the tables follow."""

import shutil

import pandas as pd
import pytest

import toolkit as tk
from toolkit.ledger import Correction
from toolkit.query import reviewed
from toolkit.widgets import decide, explore, sources
from toolkit.workbench import Workbench

TEXT = "Talks Open\n\nAnna Berg of Norway met Paulo Reis on Tuesday. “We agree,” said Anna Berg. Prices rose 4%."


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Workbench:
    """A workbench as no test has changed it: the article is parsed once."""
    made = Workbench(tmp_path_factory.mktemp("kept"))
    row = {"article_id": "one", "text": TEXT, "title": "Talks Open", "published": pd.Timestamp("2024-11-14")}
    made.keep(tk.build_corpus(pd.DataFrame([row | {"published_how": "given"}]), cache=made.parses))
    return made


@pytest.fixture
def bench(kept, tmp_path) -> Workbench:
    shutil.copytree(kept.folder, tmp_path, dirs_exist_ok=True)
    return Workbench(tmp_path)


@pytest.fixture
def explorer(bench):
    made = explore(bench.corpus(), workbench=bench)
    made.chosen = made.corpus.events.set_index("trigger").loc["met", "event_id"]
    return made


def select(reader, words: str) -> None:
    """Select words of the second line, as the browser tells it."""
    line = TEXT.split("\n\n")[1]
    reader.selected = [1, line.index(words), 1, line.index(words) + len(words)]


def event(corpus) -> dict:
    return corpus.events.set_index("trigger").loc["met"].to_dict()


def test_a_row_that_is_right_counts_as_reviewed(explorer):
    explorer.line.act("accept")

    assert event(explorer.corpus)["rule"] == "analyst"
    assert reviewed(explorer.corpus) == 1
    assert "1 reviewed" in explorer._status.value


def test_keys_accept_and_drop(explorer):
    explorer.line.pressed("a", explorer.chosen)
    assert event(explorer.corpus)["rule"] == "analyst"

    explorer.line.pressed("x", explorer.chosen)
    assert "met" not in set(explorer.corpus.events["trigger"])


@pytest.mark.parametrize(
    ("field", "typed", "column", "value"),
    [
        ("date", "2024-11-05", "start_date", pd.Timestamp("2024-11-05")),
        ("status", "planned", "status", "planned"),
        ("type", "COOPERATE", "event_type", "COOPERATE"),
    ],
)
def test_what_is_set_is_set(explorer, field, typed, column, value):
    explorer.line._what.value, explorer.line._value.value = field, typed

    explorer.line.set_value()

    assert event(explorer.corpus)[column] == value


def test_actors_are_typed_by_name(explorer):
    explorer.line._what.value, explorer.line._value.value = "who did it", "Norway; Paulo Reis"

    explorer.line.set_value()

    told = explorer.corpus.who_did_what().set_index("event_id").loc[explorer.chosen, "who"]
    assert "Norway" in told
    assert "Paulo Reis" in told


def test_words_selected_in_the_article_become_a_row(explorer):
    select(explorer.reviewed.reader, "agree")
    explorer.line._value.value = "type: AGREE; source: Anna Berg"

    explorer.line.add()

    assert explorer.corpus.events.set_index("trigger").loc["agree", "event_type"] == "AGREE"


def test_without_a_selection_it_says_what_to_do(explorer):
    explorer.line.add()

    assert "Select the words in the article first" in explorer.line._words.value


def test_a_value_that_is_none_is_refused_in_words(explorer, bench):
    explorer.line._what.value, explorer.line._value.value = "date", "last week"

    explorer.line.set_value()

    assert "is no date" in explorer.line._words.value
    assert bench.corrections() == ()


def test_the_last_correction_is_taken_back(explorer):
    explorer.line.act("drop_row")
    explorer.line.undo()

    assert "met" in set(explorer.corpus.events["trigger"])


def test_undo_means_what_was_done_here_whatever_was_corrected_elsewhere_since(explorer, bench):
    explorer.line.act("drop_row")
    bench.correct(Correction("rename", "Anna Berg", "A. Berg"))
    explorer.line.undo()

    assert [one.action for one in bench.corrections()] == ["rename"]


def test_an_article_takes_another_day_and_its_dates_follow(bench):
    desk = sources(bench.corpus(), bench)
    desk.line._what.value, desk.line._value.value = "published", "2024-10-10"

    desk.line.set_value()

    assert desk.corpus.dates.set_index("text").loc["Tuesday", "value"] == "2024-10-08"


@pytest.fixture
def decisions(bench):
    made = decide(bench.corpus(), bench)
    made.chosen = made.corpus.entities.set_index("name").loc["Anna Berg", "entity_id"]
    return made


def names(decisions) -> dict[str, int]:
    return dict(zip(decisions.corpus.entities["name"], decisions.corpus.entities["n_mentions"], strict=True))


def test_one_mention_is_split_off(decisions):
    mentions = decisions.corpus.mentions
    second = mentions[(mentions["text"] == "Anna Berg")]["mention_id"].iloc[1]
    decisions.queue.reader.clicked = second
    decisions._scope.value, decisions._value.value = "for the mention shown", "Another Berg"

    decisions.split()

    assert names(decisions)["Another Berg"] == 1
    assert names(decisions)["Anna Berg"] == 1


def test_ticked_names_are_merged_into_the_one_chosen(decisions):
    ids = decisions.corpus.entities.set_index("name")["entity_id"]
    decisions.queue.table.starred = [ids["Paulo Reis"]]

    decisions.merge_ticked()

    assert "Paulo Reis" not in names(decisions)
    assert names(decisions)["Anna Berg"] == 3


def test_nothing_ticked_is_said(decisions):
    decisions.merge_ticked()

    assert "Nothing is ticked" in decisions._said.value


def test_two_names_are_kept_apart(decisions):
    decisions._value.value = "Paulo Reis"

    decisions.keep_apart()
    decisions._value.value = "Paulo Reis"
    decisions.act("merge", "Paulo Reis")

    assert "keeps the two apart" in decisions._said.value
    assert "Paulo Reis" in names(decisions)


def test_selected_words_become_a_new_name(decisions):
    select(decisions.queue.reader, "Prices")
    decisions._value.value, decisions._type.value = "Price Index", "OTHER"

    decisions.add_mention()

    assert names(decisions)["Price Index"] == 1


def test_keys_decide_on_names(decisions):
    decisions.pressed("x", decisions.chosen)

    assert "Anna Berg" not in names(decisions)


def test_a_selection_across_white_space_is_trimmed(explorer):
    select(explorer.reviewed.reader, " met ")

    start, end = explorer.reviewed.reader.selection()
    assert TEXT[start:end] == "met"
