"""What a press does, by mouse and by keyboard: marks of charts, cards, decisions; none is lost to a redraw."""

from pathlib import Path

import pytest

from tests.browser.steps import described, explorer, shoot, visit, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


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
    mark = shown.locator(".tk-picture a").last  # nothing is drawn over the last
    mark.click() if by == "mouse" else mark.press("Enter")

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


# A drawing of two marks in the place of a notebook, with the model that the kernel would keep.
CHART_ALONE = """async (source) => {
    const module = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const { default: { render } } = await import(module);
    const marks = (side) => ["one", "two"].map((name, at) =>
        `<a href="${name}"><rect x="${100 * at}" y="0" width="${side}" height="${side}"/></a>`).join("");
    const drawn = (side) => `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="99">${marks(side)}</svg>`;
    window.values = { svg: drawn(60), words: "two marks" };
    window.sent = [];
    const heard = [];
    const model = {
        get: (name) => window.values[name],
        on: (_, told) => heard.push(told),
        off: () => {},
        send: (mark) => window.sent.push(mark),
    };
    window.redraw = () => { window.values.svg = drawn(80); heard.forEach((told) => told()); };
    document.body.replaceChildren();
    render({ model, el: document.body });
}"""


@pytest.fixture
def chart(page):
    """The script of the charts in a page of its own."""
    page.goto("about:blank")
    page.evaluate(CHART_ALONE, (Path(__file__).parents[2] / "toolkit/widgets/static/picture.js").read_text("utf-8"))
    return page


def test_a_press_that_meets_a_redraw_of_a_chart_is_not_lost(chart):
    chart.locator("a[data-row='two']").hover()
    chart.mouse.down()
    chart.evaluate("window.redraw()")
    chart.wait_for_timeout(200)
    assert chart.locator("rect[width='80']").count() == 0
    chart.mouse.up()
    chart.locator("rect[width='80']").first.wait_for(timeout=5_000)

    assert chart.evaluate("window.sent") == ["two"]


def test_the_mark_with_the_focus_has_it_in_the_next_drawing(chart):
    chart.locator("a[data-row='two']").focus()
    chart.evaluate("window.redraw()")
    chart.locator("rect[width='80']").first.wait_for(timeout=5_000)
    chart.keyboard.press("Enter")

    assert chart.evaluate("window.sent") == ["two"]


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

    first.focus()
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.matches('.tk-table tbody tr')")
    before = described(page, "02_who_is_who")["last_modified"]
    page.keyboard.press("Control+s")
    wait_until(lambda: described(page, "02_who_is_who")["last_modified"] != before)

    decisions.get_by_placeholder("search names").fill("Typed With Keys")
    decisions.locator(".tk-table tbody tr", has_text="Typed With Keys").first.wait_for(timeout=30_000)
