"""JupyterLab starts on loopback with its token, steps aside for a port in use, and keeps quiet."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from toolkit import lab
from toolkit.errors import LabError

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/lab\S*\?token=(\w+)")


def test_only_loopback_is_served_and_the_first_notebook_opens():
    arguments = lab.arguments(port=None, browser=False)

    assert "--ServerApp.ip=127.0.0.1" in arguments
    assert "--ServerApp.port=8888" in arguments
    assert "--LabApp.default_url=/lab/tree/notebooks/01_load.ipynb" in arguments
    assert not [argument for argument in arguments if "token" in argument or "password" in argument]


def test_root_is_allowed_only_to_root(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert "--allow-root" in lab.arguments(port=9000, browser=False)

    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert "--allow-root" not in lab.arguments(port=9000, browser=False)


@pytest.mark.parametrize(
    ("platform", "display", "screen"),
    [("linux", "", False), ("linux", ":0", True), ("darwin", "", True), ("win32", "", True)],
)
def test_a_browser_opens_only_where_there_is_a_screen(monkeypatch, platform, display, screen):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert lab.has_screen() is screen


def test_outside_a_checkout_the_message_says_where_to_run(monkeypatch, tmp_path):
    monkeypatch.setattr(lab, "PROJECT", tmp_path)

    with pytest.raises(LabError, match="run `lab` from a checkout"):
        lab.open_lab(port=None, browser=False)


@contextmanager
def a_port_in_use() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@contextmanager
def running_lab(port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "toolkit", "lab", "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


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
def test_a_port_in_use_is_said_and_another_taken_and_the_token_is_asked_for():
    with a_port_in_use() as taken, running_lab(taken) as process:
        lines, found = [], None
        while found is None:
            lines.append(process.stdout.readline())
            assert lines[-1], "".join(lines)
            found = ADDRESS.search(lines[-1])
        port, token = found.groups()

        assert int(port) != taken
        assert f"port {taken} is already in use" in "".join(lines)
        settings = f"http://127.0.0.1:{port}/lab/api/settings/@jupyterlab/apputils-extension:notification"
        properties = json.loads(answer(f"{settings}?token={token}"))["schema"]["properties"]
        assert properties["fetchNews"]["default"] == "false"
        with pytest.raises(urllib.error.HTTPError, match="403"):
            answer(settings)
