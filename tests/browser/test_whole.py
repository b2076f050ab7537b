"""Of all that was opened before: every notebook has run and fits, and nothing was asked of the network."""

import json
from pathlib import Path

import pytest

from tests.browser.steps import shoot, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PROJECT = Path(__file__).parents[2]


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
