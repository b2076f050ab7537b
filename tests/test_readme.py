"""What the README says is so: its example runs, its commands exist, its tables and figures are today's."""

import argparse
import contextlib
import importlib.util
import io
import re
import shlex
from pathlib import Path

import pytest

from toolkit import cli

PROJECT = Path(__file__).parents[1]
TEXT = (PROJECT / "README.md").read_text(encoding="utf-8")

_SPEC = importlib.util.spec_from_file_location("readme", Path(__file__).with_name("readme.py"))
readme = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(readme)

COMMANDS = re.findall(r"^python -m toolkit (.+)$", TEXT, re.MULTILINE)


def test_tables_and_figures_are_up_to_date():
    assert readme.updated(TEXT) == TEXT, "run python tests/readme.py"


def test_the_example_prints_what_the_readme_says(monkeypatch):
    monkeypatch.chdir(PROJECT)
    example, output = re.search(r"```python\n(.*?)```\n\n```\n(.*?)```", TEXT, re.DOTALL).groups()
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(example, {})  # noqa: S102 - our own README

    assert printed.getvalue() == output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command):
    options = cli._parser().parse_args(shlex.split(command))

    assert isinstance(options, argparse.Namespace)
    assert len(COMMANDS) >= 4


def test_every_target_that_is_named_is_in_the_makefile():
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)", TEXT + (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")))

    assert named
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


def test_every_link_leads_somewhere():
    linked = re.findall(r"\]\(([^)#:]+)\)", TEXT)

    assert linked
    assert [path for path in linked if not (PROJECT / path).exists()] == []
