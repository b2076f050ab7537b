"""A first session in JupyterLab: open, run all, read the tables and the article. The network ends at this machine."""

import json
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

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

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
SHOTS = os.environ.get("TOOLKIT_SCREENSHOTS")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address, with its token, that `toolkit lab` prints; the server runs until the tests end."""
    home = tmp_path_factory.mktemp("home")
    log = home / "lab.log"
    port = _free_port()
    own = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    surroundings = {**os.environ, **dict.fromkeys(own, str(home))}
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "toolkit", "lab", "--no-browser", "--port", str(port)],
            stdout=out,
            stderr=out,
            cwd=PROJECT,
            env=surroundings,
        )
    notebook = PROJECT / "notebooks" / "01_load.ipynb"
    stripped = notebook.read_bytes()
    try:
        yield _printed_address(log, server)
    finally:
        server.terminate()
        server.wait(timeout=30)
        if notebook.read_bytes() != stripped:  # a slow session outlasts JupyterLab's two minutes to autosave
            notebook.write_bytes(stripped)


@pytest.fixture(scope="module")
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
        page.route("**/*", lambda route: _only_here(route, page.refused))
        page.goto(address)
        yield page
        browser.close()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _printed_address(log, server):
    """The address in the server's log, once the server answers there."""
    for _ in range(240):
        assert server.poll() is None, log.read_text()
        found = re.search(r"http://127\.0\.0\.1:\d+/lab\S*\?token=\w+", log.read_text())
        if found:
            with suppress(OSError), urlopen(found[0], timeout=5):  # noqa: S310 - our own server
                return found[0]
        time.sleep(0.25)
    pytest.fail("JupyterLab printed no address in a minute:\n" + log.read_text())


def _only_here(route, refused):
    if urlsplit(route.request.url).hostname in ("127.0.0.1", "localhost"):
        route.continue_()
    else:
        refused.append(route.request.url)
        route.abort()


def shoot(page, name):
    """Keep a picture where TOOLKIT_SCREENSHOTS says, for people to look at."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


def test_the_first_notebook_runs_and_shows_the_article_highlighted(page):
    page.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
    page.get_by_text("| Idle").first.wait_for(timeout=60_000)  # a kernel that is not ready yet forgets what it is told
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    mark = page.locator(".tk-reader mark[data-row]").first
    mark.wait_for(state="attached", timeout=90_000)
    page.locator(".tk-reader").first.scroll_into_view_if_needed()
    shoot(page, "reader")

    assert page.locator(".tk-reader h3").first.inner_text().startswith("APEC Foreign Ministers Meeting")
    assert "Lima" in page.locator(".tk-text").first.inner_text()


def test_tables_are_shown_and_no_cell_fails(page):
    tables = page.locator(".jp-OutputArea table")
    tables.last.wait_for(state="attached", timeout=60_000)

    assert tables.count() >= 3
    assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def test_a_click_on_a_highlight_chooses_its_row(page):
    mark = page.locator(".tk-text mark", has_text="Antony Blinken").first
    mark.click()

    assert "tk-chosen" in mark.get_attribute("class")
    shoot(page, "clicked")


def test_the_article_fits_a_narrow_window(page):
    page.keyboard.press("Control+b")  # the file list keeps its width, and would take all of a narrow window
    page.set_viewport_size({"width": 760, "height": 1000})
    frame = page.locator(".tk-reader").first
    frame.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.tk-reader').clientWidth > 400")
    shoot(page, "narrow")

    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth + 1")


def test_nothing_was_asked_of_the_network_and_no_news_pops_up(page):
    assert page.refused == []
    assert page.locator(".Toastify__toast").count() == 0


def test_no_settings_were_written_into_the_project():
    shipped = PROJECT / "toolkit" / "labsettings"

    assert [path.name for path in shipped.iterdir()] == ["overrides.json"]
    assert json.loads((shipped / "overrides.json").read_text(encoding="utf-8"))
