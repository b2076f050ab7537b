"""Habits that hold for every file: quiet, small, free of machine paths, and with the public names that were decided."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import toolkit
from toolkit import briefing, charts, corpus, lexicons, query, widgets, workbench

PROJECT = Path(__file__).parents[1]
MODULES = sorted((PROJECT / "toolkit").rglob("*.py"))
# Files that people wrote; pictures, word lists and the seed article have their own rules.
WRITTEN = {".py", ".md", ".toml", ".txt", ".css", ".js", ".json", ".ipynb", ".cfg", ""}
MACHINE = re.compile(r"(?<![\w.])/(?:home|Users|root|tmp|work|mnt|opt|var)/\w|[A-Z]:\\\\?Users")


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def tracked() -> list[Path]:
    """The files that git keeps; those of an unpacked copy without git cannot be told from what tools left."""
    done = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S607
    if done.returncode:
        pytest.skip("this copy of the project has no git")
    return [path for line in done.stdout.splitlines() if (path := PROJECT / line).is_file()]


def nodes(path: Path, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, kinds))


def test_public_names_are_those_decided():
    assert toolkit.__all__ == [
        "Corpus",
        "Selection",
        "ToolkitError",
        "brief",
        "build_corpus",
        "charts",
        "explore",
        "export",
        "load_corpus",
        "load_language",
        "read_articles",
    ]


@pytest.mark.parametrize("package", [toolkit, corpus, query, workbench, charts, briefing, widgets, lexicons])
def test_every_public_name_is_there_and_explained(package):
    for name in getattr(package, "__all__", ()):
        assert getattr(package, name).__doc__, name


def test_only_the_command_line_prints():
    printing = [
        named(path)
        for path in MODULES
        for call in nodes(path, ast.Call)
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]

    assert set(printing) <= {"toolkit/cli.py"}


def test_only_isolate_catches_everything():
    broad = [
        named(path)
        for path in MODULES
        for caught in nodes(path, ast.ExceptHandler)
        if caught.type is None or ast.unparse(caught.type) in ("Exception", "BaseException")
    ]

    exits = [named(path) for path in MODULES for made in nodes(path, ast.FunctionDef) if made.name == "__exit__"]

    assert broad == []
    assert exits == ["toolkit/errors.py"]


def test_files_are_small_and_functions_read_at_a_glance():
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    long = [
        f"{named(path)}:{function.name}"
        for path in MODULES
        for function in nodes(path, ast.FunctionDef)
        if _length(function) > 40
    ]

    assert {name: length for name, length in lines.items() if length >= 300} == {}
    assert long == []


def _length(function: ast.FunctionDef) -> int:
    """Lines of the function without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_no_file_knows_the_machine_that_it_was_written_on():
    written = [path for path in tracked() if path.suffix in WRITTEN and path != Path(__file__)]
    machine = {named(path): found[0] for path in written if (found := MACHINE.search(path.read_text(encoding="utf-8")))}

    assert machine == {}


def test_constraints_are_names_and_versions_only():
    lines = (PROJECT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]

    assert len(pins) > 50
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.+!]+", pin)] == []


def test_every_dependency_is_pinned():
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^  "([a-z0-9-]+)[>=<][^"]*",$', text, re.MULTILINE)
    pinned = {line.split("==")[0].lower() for line in (PROJECT / "constraints.txt").read_text().splitlines()}

    assert len(wanted) > 15
    assert set(wanted) - pinned == set()


def test_analysts_files_stay_out_of_git():
    kept = {named(path) for path in tracked() if named(path).startswith("data/")}

    assert [name for name in kept if name != "data/README.md" and not name.startswith("data/sample/")] == []
