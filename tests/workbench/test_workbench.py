"""The state that notebooks share: what one writes, another reads."""

import pytest

import toolkit as tk
from toolkit.errors import CorpusError, LedgerError, SelectionError, WorkbenchError
from toolkit.ledger import Correction
from toolkit.workbench import Finding, Workbench


@pytest.fixture
def bench(tmp_path):
    (tmp_path / "one.txt").write_text("Anna Berg met Ola Lund in Oslo.\n\nBerg praised Lund.")
    bench = Workbench(tmp_path / "bench")
    bench.keep(tk.build_corpus(tk.read_articles(tmp_path / "one.txt")))
    return bench


def names(corpus):
    return set(corpus.entities["name"])


def test_without_a_corpus_it_says_so(tmp_path):
    with pytest.raises(CorpusError, match="there is no saved corpus"):
        Workbench(tmp_path).corpus()


def test_a_correction_holds_in_every_notebook_and_can_be_taken_back(bench, monkeypatch):
    monkeypatch.setattr("toolkit.corpus.making.load_language", lambda: 1 / 0)
    stamp = bench.stamp()

    assert "Anna Bergh" in names(
        bench.correct(Correction("rename", "Anna Berg", "Anna Bergh"), reason="her own spelling")
    )
    assert "Anna Bergh" in names(bench.corpus())
    assert bench.changes_since(stamp) == 1

    (correction,) = bench.corrections()
    assert "Anna Berg" in names(bench.undo(correction))
    assert bench.changes_since(stamp) == 0


def test_corrections_last_when_articles_are_read_again(bench, tmp_path):
    bench.correct(Correction("drop", "Ola Lund"))
    bench.keep(tk.build_corpus(tk.read_articles(tmp_path / "one.txt")))
    assert "Ola Lund" not in names(bench.corpus())


def test_a_correction_that_is_not_sound_is_not_written(bench):
    with pytest.raises(LedgerError, match="has no value"):
        bench.correct(Correction("rename", "Anna Berg"))
    assert bench.corrections() == ()


def test_a_correction_that_is_not_there_cannot_be_taken_back(bench):
    with pytest.raises(WorkbenchError, match="not in the file any more: drop Ola Lund"):
        bench.undo(Correction("drop", "Ola Lund"))


def test_where_lines_have_moved_the_same_correction_is_taken_back(bench):
    bench.correct(Correction("rename", "Anna Berg", "Anna Bergh"), Correction("drop", "Ola Lund"))
    first, second = bench.corrections()
    bench.undo(first)
    with pytest.raises(WorkbenchError, match="rename"):
        bench.undo(first)

    bench.undo(second)

    assert bench.corrections() == ()


def test_the_selection_is_shared(bench):
    assert bench.selection() == tk.Selection()
    bench.choose(tk.Selection(countries="NOR"))
    assert Workbench(bench.folder).selection() == tk.Selection(countries="NOR")


def test_a_broken_selection_is_named(bench):
    (bench.folder / "selection.json").write_text("{")
    with pytest.raises(SelectionError, match="not JSON"):
        bench.selection()


def test_pins_keep_their_order_and_are_taken_back(bench):
    first, second = (
        Finding(kind="events", row="a", headline="Met"),
        Finding(kind="quotes", row="b", note='with "marks"'),
    )
    for finding in (first, second, first):
        bench.pin(finding)

    assert bench.findings() == [second, first]
    bench.unpin(second)
    assert bench.findings() == [first]


def test_pins_without_their_columns_are_named(bench):
    (bench.folder / "findings.csv").write_text("a,b\n1,2\n")
    with pytest.raises(WorkbenchError, match="pins have kind, row"):
        bench.findings()


def test_a_notebook_that_was_left_open_through_many_corrections_corrects_the_latest_corpus(bench, monkeypatch):
    monkeypatch.setattr("toolkit.corpus.store._KEPT", 1)
    known, name = bench.corpus(), bench.corpus().entities["name"].iloc[0]
    for number in range(3):
        bench.correct(Correction("rename", name, f"{name} {number}"))

    made = bench.correct(Correction("rename", name, "The Last"), known=known)

    assert "The Last" in set(made.entities["name"])
