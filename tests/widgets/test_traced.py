"""Every mark of every chart leads to its sentences: one row is chosen, several are listed, each beside its article."""

import re

import pandas as pd
import pytest

import toolkit as tk
from toolkit import charts
from toolkit.widgets import explore, traced
from toolkit.workbench import Workbench

pytestmark = pytest.mark.xdist_group("traced")  # each chart is drawn once

TEXTS = {
    "a": "Inflation in Norway fell to 4% in April from 5%. Norway met Peru on 13 May 2024.",
    "b": "Inflation in Norway was about 3% in May. Norway praised Peru. Norway accused Russia on 6 May 2024.",
    "c": "Norway accounts for 5 percent of exports and about 3 percent of imports. It will meet Chad on 17 May 2024.",
    "d": "Officials said that Norway met Peru on 13 May 2024 over fishing.",
}
DRAWN = ["timeline", "counts", "ranking", "figures", "profile", "matrix", "network", "where"]


@pytest.fixture(scope="module")
def corpus():
    rows = [{"article_id": key, "text": text, "published": pd.Timestamp("2024-05-14")} for key, text in TEXTS.items()]
    return tk.build_corpus(pd.DataFrame(rows).assign(published_how="given"))


@pytest.fixture(scope="module")
def chart(corpus, request):
    return traced(getattr(charts, request.param)(corpus), corpus, request.param)


def listed(view) -> set[str]:
    return {key for key, _ in view.table.rows}


@pytest.mark.parametrize("chart", DRAWN, indirect=True)
def test_every_mark_leads_to_rows_of_the_corpus(chart, corpus):
    assert chart.picture.marks
    assert set(re.findall(r'<a xlink:href="[^"]*?(\w+)"', chart.picture.svg)) == set(chart.picture.marks)
    for table, keys in chart.picture.marks.values():
        assert keys
        assert set(keys) <= set(corpus.table(table).iloc[:, 0])


@pytest.mark.parametrize("chart", DRAWN, indirect=True)
def test_all_marks_that_say_something_are_links_and_say_it_aloud(chart):
    # Marks of rows stand in groups of the drawing named so; grid, axes and the words around have no link.
    drawn = re.findall(r'<g class="mark-(?:symbol|rect|rule|shape) role-mark.*?</g>', chart.picture.svg, re.DOTALL)
    marks = [group for group in drawn if "<a " in group]

    assert marks
    for group in marks:
        assert group.count("<a ") == group.count("aria-label=")


@pytest.mark.parametrize("chart", DRAWN, indirect=True)
def test_a_click_lists_what_the_mark_stands_for_and_reads_the_first(chart):
    for mark, (_, keys) in chart.picture.marks.items():
        chart.picture._handle_custom_msg(mark, [])

        assert listed(chart.behind) == set(keys[:20]) or len(keys) > 20
        assert chart.chosen in keys
        assert chart.behind.reader.focus == chart.chosen


def test_a_bar_stands_for_as_many_mentions_as_it_is_long(corpus):
    longest = corpus.entities.iloc[0]
    marks = charts.marks_of(charts.ranking(corpus).to_dict())

    mentions = corpus.mentions.set_index("mention_id")["entity_id"]
    bars = [keys for table, keys in marks.values() if set(mentions[keys]) == {longest["entity_id"]}]
    assert [len(keys) for keys in bars] == [longest["n_mentions"]]


def test_a_mark_of_one_event_stands_for_all_its_reports(corpus):
    events = corpus.events
    twice = events[events.duplicated("cluster_id", keep=False)]
    assert len(twice) == 2

    assert set(twice["event_id"]) in [
        set(keys) for _, keys in charts.marks_of(charts.timeline(corpus).to_dict()).values()
    ]


def test_the_same_mark_can_be_clicked_again(corpus):
    chart = traced(charts.figures(corpus), corpus)
    first = next(iter(chart.picture.marks))
    chart.picture.click(first)
    chart.behind.chosen = None

    chart.picture.click(first)

    assert chart.chosen == chart.picture.marks[first][1][0]


def test_a_mark_that_is_not_there_is_passed_over(corpus):
    chart = traced(charts.figures(corpus), corpus)

    chart.picture.click("no such mark")

    assert chart.chosen is None


def test_in_the_explorer_a_link_lists_its_events_until_all_are_wanted_again(corpus, tmp_path):
    bench = Workbench(tmp_path)
    bench.keep(corpus)
    explorer = explore(corpus, preset="links", workbench=bench)
    mark, (table, keys) = next(item for item in explorer.chart.marks.items() if len(item[1][1]) > 1)

    explorer.chart.click(mark)

    assert (table, listed(explorer.reviewed)) == ("events", set(keys))
    assert explorer.line.table == "events"
    assert explorer._narrowed.value.count(f"{len(keys)} reports of events stand")

    explorer.reviewed.table.starred = [keys[0]]
    assert [pin.row for pin in bench.findings()] == [keys[0]]

    explorer._widen()
    assert explorer.reviewed.table.label == "names"
    assert explorer.line.table == "mentions"
