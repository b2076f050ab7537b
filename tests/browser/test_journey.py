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


@pytest.fixture(scope="module")
def address(started):
    return started[0]


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


def shoot(page, name):
    """Keep a picture where TOOLKIT_SCREENSHOTS says, for people to look at."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


def visit(page, name):
    """Open the notebook of that name as it stands, and fold the list of files away."""
    page.goto(page.address.replace("01_load", name).replace("/lab/tree", f"/lab/workspaces/{name}/tree"))
    page.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
    page.get_by_text("| Idle").first.wait_for(timeout=60_000)
    if page.locator(".jp-FileBrowser").first.is_visible():
        page.keyboard.press("Control+b")


def explorer(page):
    """The explorer's own part of the page."""
    shown = page.locator(".jp-OutputArea-output", has=page.locator(".tk-filters")).first
    shown.wait_for(timeout=60_000)
    return shown


def test_the_timeline_opens_with_its_results_soon_after_the_start(started, page):
    began = time.monotonic()
    _, waited = started
    visit(page, "03_timeline")
    explorer(page).locator(".tk-table tbody tr").first.wait_for(timeout=60_000)
    seconds = waited + time.monotonic() - began
    shoot(page, "timeline")

    assert explorer(page).locator(".tk-picture[aria-label^='timeline'] svg").count() == 1
    assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert seconds < (40 if len(os.sched_getaffinity(0)) > 2 else 90)  # under 25 on a machine that does nothing else


def test_a_country_filters_table_chart_and_words(page):
    shown = explorer(page)
    countries = shown.get_by_placeholder("add countries")
    countries.fill("Peru")
    countries.press("Enter")
    shown.locator(".tk-words", has_text="Sentences about Peru").first.wait_for(timeout=20_000)
    shown.locator(".tk-picture[aria-label^='timeline'][aria-label*='Sentences about Peru'] svg").wait_for(
        timeout=20_000
    )
    shoot(page, "filtered")

    assert shown.locator(".tk-table tbody tr").count() > 1


def test_a_mark_of_the_chart_leads_to_its_sentence(page):
    shown = explorer(page)
    known = {row.get_attribute("data-key") for row in shown.locator(".tk-table tbody tr").all()}
    marks = shown.locator(".tk-picture a[tabindex='0']").all()
    # A mark is named by its row, where it stands for one report only.
    mark = next(one for one in marks if one.get_attribute("data-row") in known)
    key = mark.get_attribute("data-row")

    mark.press("Enter")

    shown.locator(f".tk-reader mark.tk-chosen[data-row='{key}']").first.wait_for(timeout=20_000)


def test_a_row_shows_its_sentence_and_a_mark_chooses_its_row(page):
    shown = explorer(page)
    rows = shown.locator(".tk-table tbody tr")
    key = rows.nth(1).get_attribute("data-key")
    rows.nth(1).click()
    shown.locator(f".tk-table tbody tr[data-key='{key}'][aria-selected='true']").wait_for(timeout=20_000)
    mark = shown.locator(f".tk-reader mark[data-row='{key}']").first
    mark.wait_for(timeout=20_000)
    shoot(page, "sentence")
    assert mark.is_visible()

    listed = {rows.nth(number).get_attribute("data-key") for number in range(rows.count())}
    innermost = shown.locator(".tk-reader mark[data-row]:not(:has(mark))")
    other = next(one for one in innermost.all() if one.get_attribute("data-row") in listed - {key})
    other.click()
    chosen = other.get_attribute("data-row")
    shown.locator(f".tk-table tbody tr[data-key='{chosen}'][aria-selected='true']").wait_for(timeout=20_000)
    shoot(page, "mark")


def test_a_name_corrected_in_02_is_found_corrected_in_03_after_refresh(page):
    visit(page, "02_who_is_who")
    decisions = page.locator(".jp-OutputArea-output", has=page.locator(".tk-decisions")).first
    row = decisions.locator(".tk-table tbody tr", has_text="Cho Dae-yeol").first
    row.click()
    decisions.get_by_text("Suggested:").filter(has_text="Cho Tae-yul").wait_for(timeout=20_000)
    decisions.get_by_role("button", name="Accept (a)").click()
    decisions.get_by_text("Cho Dae-yeol → Cho Tae-yul").first.wait_for(timeout=30_000)
    shoot(page, "corrected")

    visit(page, "03_timeline")
    bar = page.locator(".tk-refresh", has_text="1 correction since loading").first
    bar.wait_for(timeout=20_000)
    bar.get_by_role("button", name="Refresh").click()
    shown = explorer(page)
    search = shown.get_by_placeholder("search events")
    search.fill("Cho Tae-yul")
    shown.locator(".tk-table tbody tr", has_text="Cho Tae-yul").first.wait_for(timeout=30_000)
    shoot(page, "refreshed")

    assert shown.locator(".tk-table tbody tr").first.is_visible()


def test_a_key_says_that_a_row_is_right_and_selected_words_become_a_row(page):
    visit(page, "03_timeline")
    shown = explorer(page)
    shown.locator(".tk-table tbody tr").nth(1).click()
    page.keyboard.press("a")
    shown.get_by_text("; 1 reviewed;").first.wait_for(timeout=30_000)
    shown.get_by_text("accept: event").first.wait_for(timeout=30_000)

    shown.get_by_placeholder("2024-11-14, 2024-11").fill("type: AGREE; status: planned")
    shown.locator(".tk-reader .tk-text p").nth(1).select_text()
    shown.locator(".tk-reader .tk-text").dispatch_event("mouseup")
    shown.get_by_role("button", name="Add", exact=True).click()
    shown.locator(".tk-correcting", has_text="add_row: event").get_by_text(": kept.").first.wait_for(timeout=30_000)
    shoot(page, "added")


def press_on(page, mark):
    """Press the mouse in the middle of a mark, whatever is drawn over it."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("03_timeline", "events over time"),
        ("04_figures", "shares of one subject"),
        ("05_links", "events that two countries share"),
        ("05_links", "events by country"),
    ],
)
def test_a_mark_of_any_chart_lists_its_rows_and_opens_the_article(page, name, words, by):
    visit(page, name)
    shown = page.locator(".jp-OutputArea-output", has=page.locator(f".tk-picture[aria-label='{words}']")).first
    mark = shown.locator(".tk-picture a").last
    press_on(page, mark) if by == "mouse" else mark.press("Enter")

    shown.get_by_text("behind this mark.").wait_for(timeout=20_000)
    row = shown.locator(".tk-table tbody tr[aria-selected='true']").first
    row.wait_for(timeout=20_000)
    shown.locator(f".tk-reader mark.tk-chosen[data-row='{row.get_attribute('data-key')}']").first.wait_for(
        timeout=20_000
    )
    shoot(page, f"mark-{name}-{by}")
    assert mark.get_attribute("aria-label")


def test_a_link_of_the_network_lists_the_events_of_both(page):
    visit(page, "05_links")
    shown = explorer(page)
    shown.locator(".tk-picture a[aria-label*='Other:']").first.press("Enter")
    shown.get_by_text("behind this mark.").wait_for(timeout=20_000)
    shoot(page, "link")
    shown.locator(".tk-table .tk-count", has_text="events").first.wait_for(timeout=20_000)

    shown.get_by_role("button", name="Show all").click()
    shown.locator(".tk-table .tk-count", has_text="names").first.wait_for(timeout=20_000)


def test_a_disagreement_is_settled_in_its_card_and_taken_back(page):
    visit(page, "04_figures")
    shown = page.locator(".jp-OutputArea-output", has=page.locator(".tk-disagreements")).first
    shown.get_by_role("button", name="Not the same").first.click()
    shown.get_by_text("no contradiction").wait_for(timeout=30_000)
    shoot(page, "settled")

    shown.get_by_role("button", name="Undo").click()
    shown.get_by_text("Taken back.").wait_for(timeout=30_000)


def test_a_press_that_meets_a_redraw_of_the_table_is_not_lost(page):
    visit(page, "02_who_is_who")
    table = page.locator(".jp-OutputArea-output", has=page.locator(".tk-decisions")).first.locator(".tk-table").first
    row = table.locator("tbody tr").nth(2)
    row.scroll_into_view_if_needed()
    key, box = row.get_attribute("data-key"), row.bounding_box()

    page.mouse.move(box["x"] + 120, box["y"] + box["height"] / 2)
    page.mouse.down()
    drawn = row.element_handle()
    table.locator("thead button", has_text="Name").evaluate("(heading) => heading.click()")
    page.wait_for_function("(row) => !row.isConnected", arg=drawn)
    table.get_by_text("Name ▲").wait_for(timeout=20_000)
    page.mouse.up()

    page.locator(f".tk-table tbody tr[data-key='{key}'][aria-selected='true']").first.wait_for(timeout=20_000)


def test_names_are_decided_on_by_keys_alone(page):
    visit(page, "02_who_is_who")
    decisions = page.locator(".jp-OutputArea-output", has=page.locator(".tk-decisions")).first
    first = decisions.locator(".tk-table tbody tr").first
    first.focus()

    def press(key, said):
        page.keyboard.press(key)
        decisions.locator("[role='status']", has_text=said).first.wait_for(timeout=30_000)
        page.wait_for_timeout(1500)

    page.keyboard.press("Enter")
    page.wait_for_timeout(1500)
    press("r", "reject: ")
    press("x", "drop: ")
    press("u", "The correction was taken back.")
    page.keyboard.press("e")
    page.keyboard.type("Typed With Keys")
    page.keyboard.press("Tab")
    press("Enter", "→ Typed With Keys")
    shoot(page, "keys")

    decisions.get_by_placeholder("search names").fill("Typed With Keys")
    decisions.locator(".tk-table tbody tr", has_text="Typed With Keys").first.wait_for(timeout=30_000)


@pytest.mark.parametrize("name", ["01_load", "02_who_is_who", "03_timeline", "04_figures", "05_links", "06_briefing"])
def test_every_notebook_has_run_and_fits_a_narrow_window(page, name):
    page.set_viewport_size({"width": 760, "height": 1000})
    visit(page, name)
    page.wait_for_timeout(1500)
    shoot(page, f"narrow-{name}")
    # Charts keep their width, and scroll in a place of their own.
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.jp-Notebook .jp-OutputArea-output')]
            .filter((one) => !one.classList.contains('jp-RenderedVegaLite'))
            .filter((one) => one.scrollWidth > one.clientWidth + 1).length"""
    )
    page.set_viewport_size({"width": 1280, "height": 1000})

    assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert wide == 0


def test_the_briefing_is_on_the_page(page):
    visit(page, "06_briefing")
    preview = page.frame_locator("iframe[title='the briefing']")
    preview.get_by_role("heading", name="Evidence").wait_for(timeout=30_000)

    assert "citations found verbatim" in page.locator(".jp-Notebook").inner_text()


def test_nothing_was_asked_of_the_network_and_no_news_pops_up(page):
    assert page.refused == []
    assert page.locator(".Toastify__toast").count() == 0


def test_no_settings_were_written_into_the_project():
    shipped = PROJECT / "toolkit" / "lab" / "settings"

    assert [path.name for path in shipped.iterdir()] == ["overrides.json"]
    assert json.loads((shipped / "overrides.json").read_text(encoding="utf-8"))
