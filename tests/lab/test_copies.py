"""Working copies: fresh until the analyst changes them, never overwritten after that, and restored without a loss."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from toolkit import lab
from toolkit.errors import LabError
from toolkit.lab import copies


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder of two notebooks as shipped."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in ("01_load", "02_look"):
        nbformat.write(
            new_notebook(cells=[new_markdown_cell("# Title"), new_code_cell("1 + 1")]), folder / f"{name}.ipynb"
        )
    monkeypatch.setattr(copies, "ORIGINALS", folder)
    return folder


@pytest.fixture
def bench(shipped, tmp_path):
    assert shipped.is_dir()
    folder = tmp_path / "bench"
    folder.mkdir()
    return folder


def run_again(bench, name="01_load.ipynb", outputs=()):
    """Write the copy as after a run."""
    notebook = copies.copies(bench)[bench / name]
    notebook.cells[1].outputs = list(outputs)
    copies.write(bench / name, notebook)
    return notebook


def change(path, source="2 + 2"):
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = source
    nbformat.write(notebook, path)


def test_copies_have_their_code_collapsed_and_the_originals_do_not(shipped, bench):
    (first, _) = copies.copies(bench).values()

    assert first.cells[1].metadata["jupyter"] == {"source_hidden": True}
    assert "jupyter" not in nbformat.read(shipped / "01_load.ipynb", as_version=4).cells[1].metadata


def test_results_are_no_change(bench):
    run_again(bench, outputs=[nbformat.v4.new_output("stream", text="4")])

    assert list(copies.copies(bench)) == [bench / "01_load.ipynb", bench / "02_look.ipynb"]


def test_a_changed_copy_is_left_alone_and_named(bench):
    run_again(bench)
    change(bench / "01_load.ipynb")

    assert list(copies.copies(bench)) == [bench / "02_look.ipynb"]
    assert copies.changed(bench) == ["01_load"]


def test_an_unreadable_copy_counts_as_changed(bench):
    (bench / "01_load.ipynb").write_text("no notebook", encoding="utf-8")

    assert copies.changed(bench) == ["01_load"]


def test_a_new_original_replaces_a_copy_without_changes(shipped, bench):
    run_again(bench)
    change(shipped / "01_load.ipynb", "3 + 3")

    assert copies.copies(bench)[bench / "01_load.ipynb"].cells[1].source == "3 + 3"


def test_restoring_keeps_what_was_changed_beside_it(bench):
    for source in ("2 + 2", "4 + 4"):
        run_again(bench)
        change(bench / "01_load.ipynb", source)
        restored = lab.restore("01_load", folder=bench)

    assert nbformat.read(restored, as_version=4).cells[1].source == "1 + 1"
    kept = [nbformat.read(path, as_version=4).cells[1].source for path in sorted(bench.glob("*.changed*.ipynb"))]
    assert sorted(kept) == ["2 + 2", "4 + 4"]


def test_restoring_what_there_is_not_names_what_there_is(bench):
    with pytest.raises(LabError, match="no notebook '09_none'; choose from 01_load, 02_look"):
        lab.restore("09_none", folder=bench)
