"""The figures desk: choosing in the table, the chart or the text is one choice."""

import re

import pandas as pd
import pytest

import toolkit as tk
from toolkit import charts
from toolkit.widgets import explore, figures_desk, measures
from toolkit.widgets.picture import ChartPicture

pytestmark = pytest.mark.slow

TEXT = (
    "Inflation in Norway fell from 5.1% to 4.8% in October. Inflation in Peru rose to about 3% in September. "
    "Unemployment in Norway was between 3% and 4% in October. Norway met Peru in Lima on Tuesday."
)


@pytest.fixture(scope="module")
def corpus():
    row = {"article_id": "a", "text": TEXT, "published": pd.Timestamp("2024-11-14"), "published_how": "given"}
    return tk.build_corpus(pd.DataFrame([row]))


@pytest.fixture
def desk(corpus):
    return figures_desk(corpus)


def linked(picture: ChartPicture) -> set[str]:
    return set(re.findall(r'<a xlink:href="[^"]*?(\w+)"', picture.svg))


def test_measures_are_counted_with_their_subjects_and_ends(corpus):
    row = measures(corpus).set_index("measure").loc["inflation"]

    assert set(row["subjects"].split("; ")) == {"Norway", "Peru"}
    assert (row["lowest"], row["unit"]) == (3.0, "percent")
    assert row["figures"] >= 2


def test_it_opens_with_the_measure_of_most_figures(desk):
    assert desk.measure == "inflation"


def test_every_figure_of_the_measure_has_a_mark_that_leads_to_it(desk, corpus):
    wanted = corpus.statistics[corpus.statistics["measure"] == "inflation"]

    assert set(wanted["statistic_id"]) == linked(desk.chart)


def test_a_mark_that_is_clicked_is_chosen_and_read(desk, corpus):
    key = corpus.statistics.set_index("text").loc["3%", "statistic_id"]

    desk.chart.clicked = key

    assert desk.chosen == key
    assert desk.figures.reader.focus == key


def test_another_measure_is_another_chart(desk):
    before = desk.chart.svg
    names = dict(zip(measures(desk._corpus)["measure"], map(str, range(9)), strict=False))

    desk.table.chosen = names["unemployment"]

    assert desk.measure == "unemployment"
    assert desk.chart.svg != before


def test_changes_are_arrows_and_days_make_a_second_panel(corpus):
    spec = str(charts.figures(corpus, measure="inflation").to_dict())

    assert "change_from" in spec
    assert "as of" in spec


def test_a_mark_of_the_timeline_leads_to_its_event(corpus):
    explorer = explore(corpus)
    key = corpus.events["event_id"].iloc[0]

    assert key in linked(explorer.chart)
    explorer.chart.clicked = key
    assert explorer.chosen == key


def test_without_figures_there_is_nothing_to_choose():
    row = {"article_id": "a", "text": "Norway met Peru.", "published": pd.Timestamp("2024-11-14")}
    empty = figures_desk(tk.build_corpus(pd.DataFrame([row])))

    assert empty.measure is None
    assert linked(empty.chart) == set()
