"""JupyterLab starts on loopback with its token, steps aside for a port in use, and keeps quiet."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from toolkit import lab
from toolkit.errors import LabError
from toolkit.lab import copies, server
from toolkit.workbench import PROJECT

WORKBENCH = PROJECT / "data" / "workbench"

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/lab\S*\?token=(\w+)")


def test_only_loopback_is_served_and_the_first_notebook_opens():
    arguments = list(server.arguments(WORKBENCH, port=None, browser=False))

    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert "--ServerApp.port=8888" in arguments
    assert "--LabApp.default_url=/lab/tree/data/workbench/01_load.ipynb" in arguments
    assert not [argument for argument in arguments if "token" in argument or "password" in argument]


def test_root_is_allowed_only_to_root(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert "--allow-root" in server.arguments(WORKBENCH, port=9000, browser=False)

    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert "--allow-root" not in server.arguments(WORKBENCH, port=9000, browser=False)


@pytest.mark.parametrize(
    ("platform", "display", "screen"),
    [("linux", "", False), ("linux", ":0", True), ("darwin", "", True), ("win32", "", True)],
)
def test_a_browser_opens_only_where_there_is_a_screen(monkeypatch, platform, display, screen):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert server.has_screen() is screen


def test_outside_a_checkout_the_message_says_where_to_run(monkeypatch, tmp_path):
    monkeypatch.setattr(copies, "ORIGINALS", tmp_path)

    with pytest.raises(LabError, match="run `lab` from a checkout"):
        lab.open_lab(port=None, browser=False)


def test_a_workbench_elsewhere_is_served_alone(tmp_path):
    arguments = list(server.arguments(tmp_path, port=None, browser=False))

    assert f"--ServerApp.root_dir={tmp_path}" in arguments
    assert "--LabApp.default_url=/lab/tree/01_load.ipynb" in arguments


@contextmanager
def a_port_in_use() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@contextmanager
def running_lab(port: int, notebooks: Path, bench: Path) -> Iterator[subprocess.Popen[str]]:
    """JupyterLab on other notebooks than the project's."""
    code = (
        "from pathlib import Path; from toolkit import lab; from toolkit.lab import copies; "
        f"copies.ORIGINALS = Path({str(notebooks)!r}); lab.open_lab(port={port}, browser=False)"
    )
    surroundings = {**os.environ, "TOOLKIT_WORKBENCH": str(bench), "HOME": str(bench), "JUPYTER_DATA_DIR": str(bench)}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=surroundings
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture
def notebooks(tmp_path) -> Path:
    """Two notebooks, the first of which fails."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name, code in (("01_load", "1 / 0"), ("02_look", "6 * 7")):
        nbformat.write(new_notebook(cells=[new_code_cell(code)]), folder / f"{name}.ipynb")
    return folder


def answer(address: str) -> str:
    """What the server sends; it prints its address a moment before it listens."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as sent:  # noqa: S310 - our own server
                return sent.read().decode()
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {address}")


@pytest.mark.slow
def test_notebooks_have_run_a_port_in_use_is_said_and_the_token_is_asked_for(notebooks, tmp_path):
    bench = tmp_path / "bench"
    with a_port_in_use() as taken, running_lab(taken, notebooks, bench) as process:
        lines, found = [], None
        while found is None:
            lines.append(process.stdout.readline())
            assert lines[-1], "".join(lines)
            found = ADDRESS.search(lines[-1])
        port, token = found.groups()
        log = "".join(lines)

        assert int(port) != taken
        assert f"port {taken} is already in use" in log
        assert re.search(r"01_load: stopped after \d+ s; it opens with its error: .*ZeroDivisionError", log)
        failed, ran = (nbformat.read(bench / path.name, as_version=4).cells[0] for path in sorted(notebooks.iterdir()))
        assert failed.outputs[0].ename == "ZeroDivisionError"
        assert ran.outputs[0].data["text/plain"] == "42"
        settings = f"http://127.0.0.1:{port}/lab/api/settings/@jupyterlab/apputils-extension:notification"
        properties = json.loads(answer(f"{settings}?token={token}"))["schema"]["properties"]
        assert properties["fetchNews"]["default"] == "false"
        sessions = json.loads(answer(f"http://127.0.0.1:{port}/api/sessions?token={token}"))
        assert sorted(session["path"] for session in sessions) == ["01_load.ipynb", "02_look.ipynb"]
        with pytest.raises(urllib.error.HTTPError, match="403"):
            answer(settings)
