"""Every notebook runs, and holds narrative and calls only: logic lives in the package, outputs stay out of git."""

import ast
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
LOGIC = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.Try)
HIGHLIGHTED = "application/vnd.jupyter.widget-view+json"

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[nbformat.NotebookNode]:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def syntax(path: Path) -> Iterator[ast.AST]:
    for cell in cells(path, "code"):
        yield from ast.walk(ast.parse(cell.source))


def test_the_notebooks_are_those_of_the_workbench():
    names = [path.stem for path in NOTEBOOKS]

    assert names == ["01_load", "02_who_is_who", "03_timeline", "04_figures", "05_links", "06_briefing"]


@each
def test_it_opens_with_a_title_and_a_paragraph(path):
    first = nbformat.read(path, as_version=4).cells[0]
    title, paragraph = first.source.split("\n\n", 1)

    assert first.cell_type == "markdown"
    assert title.startswith("# ")
    assert len(paragraph.split()) > 20


@each
def test_outputs_and_counts_are_stripped(path):
    for cell in cells(path, "code"):
        assert (cell.outputs, cell.execution_count) == ([], None)


@each
def test_cells_are_short_and_hold_no_logic(path):
    assert max(len(cell.source.splitlines()) for cell in cells(path, "code")) <= 12
    assert [type(node).__name__ for node in syntax(path) if isinstance(node, LOGIC)] == []


@each
def test_no_name_is_bound_twice(path):
    bound = [node.id for node in syntax(path) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]

    assert sorted(bound) == sorted(set(bound))


@each
def test_no_figure_is_typed_by_hand(path):
    prose = " ".join(cell.source for cell in cells(path, "markdown"))
    numbers = [node.value for node in syntax(path) if isinstance(node, ast.Constant) and isinstance(node.value, int)]

    assert [sign for sign in prose if sign.isdigit()] == []
    assert [number for number in numbers if not isinstance(number, bool)] == []


@each
def test_nothing_is_installed_or_run_in_a_shell_and_paths_are_relative(path):
    for cell in cells(path, "code"):
        assert not [line for line in cell.source.splitlines() if line.lstrip().startswith(("!", "%"))]
    texts = [node.value for node in syntax(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [text for text in texts if text.startswith(("/", "~")) or ":\\" in text] == []


def run(path: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    return notebook


@pytest.fixture(scope="module")
def executed(tmp_path_factory) -> dict[str, nbformat.NotebookNode]:
    """Every notebook, run in their order and on one workbench, with the seconds that it took."""
    ran = {}
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("TOOLKIT_WORKBENCH", str(tmp_path_factory.mktemp("workbench")))
        for path in NOTEBOOKS:
            started = time.monotonic()
            ran[path.stem] = run(path)
            ran[path.stem].metadata["seconds"] = time.monotonic() - started
    return ran


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


@each
@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_it_runs_and_nothing_is_printed_beside_its_results(path, executed):
    kinds = {output.output_type for output in outputs(executed[path.stem])}

    assert kinds <= {"execute_result", "display_data"}


@each
@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_it_runs_in_twenty_seconds(path, executed):
    assert executed[path.stem].metadata["seconds"] < (20 if len(os.sched_getaffinity(0)) > 1 else 60)


@each
@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_the_first_screen_opens_with_a_finding(path, executed):
    first = outputs(executed[path.stem])[0].data["text/markdown"]

    assert re.fullmatch(r"\*\*.+\*\*\n\n\*.+\*", first)


@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_only_the_first_notebook_loads_the_language_model(executed):
    for path in NOTEBOOKS:
        assert ("build_corpus" in path.read_text(encoding="utf-8")) == (path.stem == "01_load")
    assert len(executed) == len(NOTEBOOKS)


@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_the_first_notebook_shows_the_article_with_and_without_a_kernel(executed):
    shown = [output.data for output in outputs(executed["01_load"])]
    live = [data for data in shown if HIGHLIGHTED in data]

    assert any("<mark" in data.get("text/html", "") and "Antony Blinken" in data["text/html"] for data in live)
