"""Charts: what is drawn how, what stands around it, and what is said where there is nothing to draw."""

import json
from importlib import import_module

import altair as alt
import pandas as pd
import pytest

import toolkit as tk
from toolkit import charts
from toolkit.charts import frame

TEXT = """\
On Monday Norway accused Russia of spying. Norway will meet Poland on Friday, 17 May 2024.

Norway joined NATO in 1949. Chad praised Mali. Norway accounts for 5 percent of exports and about 3 percent of imports.
"""
DRAWN = ["timeline", "ranking", "figures", "profile", "matrix", "network", "where"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    article = {"text": TEXT, "published": "2024-05-14", "source": "Gazette (sample)"}
    (folder / "one.jsonl").write_text(json.dumps(article))
    return tk.build_corpus(tk.read_articles(folder))


def rows(chart):
    """Every row of data in a chart."""
    return [row for data in chart.to_dict()["datasets"].values() for row in data if isinstance(row, dict)]


def words(chart):
    return json.dumps(chart.to_dict(), ensure_ascii=False)


@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_is_drawn_and_says_where_it_comes_from(corpus, name):
    said = words(getattr(charts, name)(corpus))

    assert "SAMPLE DATA. Source: 1 article (Gazette (sample)), 14 May 2024. Machine-extracted; 0 of" in said


@pytest.mark.parametrize("name", DRAWN)
def test_a_selection_is_printed_and_an_empty_one_says_that_there_is_nothing(corpus, name):
    said = words(getattr(charts, name)(corpus, tk.Selection(text="no such words")))

    assert "Nothing to show" in said
    assert "Sentences with the words “no such words”" in said


def test_what_is_far_away_and_what_has_no_date_stands_beside_the_window(corpus):
    lanes = {row["did_what"]: row["lane"] for row in rows(charts.timeline(corpus)) if "lane" in row}

    assert lanes["joined"] == "earlier"
    assert lanes["praised, backed or signed"] == "undated"
    assert lanes["plans to meet or talk"] == lanes["accused or criticised"] == "focus"


def test_bars_are_as_wide_as_the_date(corpus):
    joined = charts.timeline(corpus, focus=("1940-01-01", "1960-12-31"))
    (row,) = {json.dumps(row) for row in rows(joined) if row.get("did_what") == "joined" and "top" in row}

    assert json.loads(row)["start_date"].startswith("1949-01-01")
    assert json.loads(row)["until"].startswith("1950-01-01")


def test_where_there_are_many_events_the_window_begins_later(corpus, monkeypatch):
    timeline = import_module("toolkit.charts.timeline")
    monkeypatch.setattr(timeline, "MOST", 1)
    monkeypatch.setattr(timeline, "_MARGIN", pd.Timedelta(days=1))
    inside = [row for row in rows(charts.timeline(corpus)) if "top" in row]

    assert {row["start_date"][:10] for row in inside} == {"2024-05-17"}


def test_counts_are_also_told_per_thousand_articles(corpus):
    counted = [row for row in rows(charts.counts(corpus)) if "per_1000" in row]

    assert counted
    assert all(row["per_1000"] is None or row["per_1000"] == 1000 * row["events"] for row in counted)


def test_days_are_days_in_every_time_zone(corpus):
    starts = [row["start_date"] for row in rows(charts.timeline(corpus)) if row.get("lane") == "focus"]
    assert starts
    assert all(start.endswith("+00:00") for start in starts)


def test_approximate_shares_are_hollow_and_say_their_base(corpus):
    shares = {row["label"]: row["hedged"] for row in rows(charts.profile(corpus)) if "label" in row}
    assert shares == {"of exports": False, "of imports": True}


def test_planned_links_are_told_apart(corpus):
    planned = {(row["one"], row["other"]): row["planned"] for row in rows(charts.matrix(corpus)) if "planned" in row}
    assert planned["Norway", "Poland"] is True
    assert planned["Norway", "Russia"] is False


def test_korean_names_get_a_font_that_has_them():
    drawn = frame.styled(alt.Chart(pd.DataFrame({"a": [1]})).mark_point(), text="윤석열")
    assert "CJK" in drawn.to_dict()["config"]["font"]


@pytest.mark.slow
def test_the_bundle_has_what_jupyterlab_draws_and_a_picture_beside_it(corpus):
    charts.enable()
    bundle, _ = alt.renderers.get()(charts.profile(corpus).to_dict())

    assert set(bundle) == {"application/vnd.vegalite.v5+json", "image/png", "text/plain"}
    assert bundle["application/vnd.vegalite.v5+json"]["$schema"].endswith("v5.json")
    assert "http" not in json.dumps({**bundle["application/vnd.vegalite.v5+json"], "$schema": ""})
