"""Every notebook runs, and holds narrative and calls only: logic lives in the package, outputs stay out of git."""

import ast
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


def test_there_is_a_first_notebook():
    assert NOTEBOOKS[0].stem == "01_load"


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


@pytest.fixture(scope="module")
def executed() -> dict[str, nbformat.NotebookNode]:
    """Every notebook, run from its first cell to its last in its own folder."""
    ran = {}
    for path in NOTEBOOKS:
        ran[path.stem] = nbformat.read(path, as_version=4)
        NotebookClient(ran[path.stem], timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    return ran


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


@each
@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_it_runs_and_nothing_is_printed_beside_its_results(path, executed):
    kinds = {output.output_type for output in outputs(executed[path.stem])}

    assert kinds <= {"execute_result", "display_data"}


@pytest.mark.slow
@pytest.mark.xdist_group("notebooks")
def test_the_first_notebook_shows_tables_and_the_article_with_and_without_a_kernel(executed):
    shown = [output.data for output in outputs(executed["01_load"])]
    (article,) = [data for data in shown if HIGHLIGHTED in data]

    assert "<mark" in article["text/html"]
    assert "Antony Blinken" in article["text/html"]
    assert sum("<table" in data.get("text/html", "") for data in shown) >= 5
