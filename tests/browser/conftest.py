"""JupyterLab as `toolkit lab` starts it, and a browser whose network ends at this machine."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

PROJECT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Chromium as root needs --no-sandbox; the rest keeps it from asking the network for anything of its own.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def started(tmp_path_factory):
    """The address that `toolkit lab` prints, and the seconds until it does; the server runs until the tests end."""
    home = tmp_path_factory.mktemp("home")
    log = home / "lab.log"
    port = _free_port()
    own = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    surroundings = {**os.environ, **dict.fromkeys(own, str(home)), "TOOLKIT_WORKBENCH": str(home / "workbench")}
    began = time.monotonic()
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "toolkit", "lab", "--no-browser", "--port", str(port)],
            stdout=out,
            stderr=out,
            cwd=PROJECT,
            env=surroundings,
        )
    try:
        address = _printed_address(log, server)
        yield address, time.monotonic() - began
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def address(started):
    return started[0]


@pytest.fixture(scope="session")
def page(address):
    """The first notebook in a browser that reaches this machine only; every other request is noted and refused."""
    if CHROMIUM is None:
        reason = "no Chromium on the PATH; on Debian: apt-get install chromium"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.refused = []
        page.address = address
        page.route("**/*", lambda route: _only_here(route, page.refused))
        yield page
        browser.close()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _printed_address(log, server):
    """The address in the server's log, once the server answers there."""
    for _ in range(480):
        assert server.poll() is None, log.read_text()
        found = re.search(r"http://127\.0\.0\.1:\d+/lab\S*\?token=\w+", log.read_text())
        if found:
            with suppress(OSError), urlopen(found[0], timeout=5):  # noqa: S310 - our own server
                return found[0]
        time.sleep(0.25)
    pytest.fail("JupyterLab printed no address in two minutes:\n" + log.read_text())


def _only_here(route, refused):
    if urlsplit(route.request.url).hostname in ("127.0.0.1", "localhost"):
        route.continue_()
    else:
        refused.append(route.request.url)
        route.abort()
