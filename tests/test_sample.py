"""The sample articles: complete, marked as samples, and each special case still special."""

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from toolkit.corpus import build_corpus, read_articles
from toolkit.duplicates import duplicate_of
from toolkit.ingest import Intake, read

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "sample"
OUTLETS = {
    "Continental Gazette (sample)",
    "Harbour Dispatch (sample)",
    "Meridian Wire (sample)",
    "Northgate Ledger (sample)",
}


@pytest.fixture(scope="module")
def intake() -> Intake:
    return read([SAMPLE])


@pytest.fixture(scope="module")
def articles(intake):
    """Every sample article by the id that its file gives."""
    return {article.external_id: article for article in intake.articles}


@pytest.fixture(scope="module")
def corpus():
    """Everything found in the samples and the seed article."""
    return build_corpus(read_articles([SAMPLE, ROOT / "seeds"]))


def test_every_article_is_read_and_has_an_id_of_its_own(intake, articles):
    assert len(articles) == len(intake.articles) == 39


def test_what_is_not_read_as_it_stands_is_said(intake):
    named = sorted((Path(warning.path).name, warning.code) for warning in intake.warnings)
    assert named == [
        ("README.md", "readme"),
        ("continental_gazette.csv", "decoded_as_windows_1252"),
        ("continental_gazette.csv#6", "not_english"),
    ]


def test_every_outlet_is_marked_as_a_sample(articles):
    assert {article.source for article in articles.values()} == OUTLETS


def test_the_articles_are_short_reports_of_sixteen_months(articles):
    days = [article.published for article in articles.values() if article.published]
    assert (min(days), max(days)) == (date(2023, 8, 18), date(2024, 11, 17))
    assert [name for name, article in articles.items() if not 100 <= article.n_words <= 500] == []


def test_the_note_lists_every_article_once(articles):
    listed = re.findall(r"^\| `([^`.]+)` \|", (SAMPLE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(articles)


def test_the_wire_copy_is_a_copy_and_the_update_is_none(articles):
    names = {article.article_id: name for name, article in articles.items()}
    copies = duplicate_of(list(articles.values()))
    assert {names[copy]: names[first] for copy, first in copies.items()} == {
        "hd-2024-11-16-wire": "mw-20241115-trilateral"
    }


def test_one_article_has_no_date(articles):
    undated = [(name, article.published_how) for name, article in articles.items() if article.published is None]
    assert undated == [("hd-panama-undated", "unknown")]


def test_one_article_is_french(articles):
    foreign = {name: article.language for name, article in articles.items() if article.language != "en"}
    assert foreign == {"cg-20240905-barnier": "fr"}


def test_windows_1252_is_read_as_it_was_written(articles):
    data = (SAMPLE / "continental_gazette.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    rows = csv.DictReader(data.decode("windows-1252").splitlines(keepends=True))
    assert {row["id"]: row["text"] for row in rows} == {
        name: article.text for name, article in articles.items() if article.source == "Continental Gazette (sample)"
    }
    assert "€50 billion" in articles["cg-20240201-ukraine-facility"].text
    assert "“Ask the farmers which one.”" in articles["cg-20240201-ukraine-facility"].text
    assert "Viktor Orbán" in articles["cg-20240201-ukraine-facility"].text


def test_html_residue_is_gone(articles):
    lines = (SAMPLE / "harbour_dispatch.jsonl").read_text(encoding="utf-8").splitlines()
    [given] = [row["text"] for row in map(json.loads, lines) if row["id"] == "hd-2024-11-08-china-exports"]
    text = articles["hd-2024-11-08-china-exports"].text
    for residue in ("<p>", "<br/>", "<!--", "<script>", "&rsquo;", "&nbsp;", "&amp;"):
        assert residue in given
        assert residue not in text
    assert not re.search(r"[<>]|&\w+;|track|advert", text)
    assert "a cotton & silk exporter in Hangzhou" in text
    assert articles["hd-2024-11-08-china-exports"].title == "China’s exports jump 12.7% in October as buyers hurry"


@pytest.mark.slow
def test_no_named_person_is_quoted(corpus):
    """Samples put no invented words into anyone's mouth; that the seed's real ones are found shows the test works."""
    mentions = corpus.table("mentions")
    named = set(mentions.loc[(mentions["type"] == "PERSON") & (mentions["level"] == "name"), "entity_id"])
    quotes = corpus.table("quotes").merge(corpus.table("articles")[["article_id", "source"]], on="article_id")
    quoted = quotes[(quotes["kind"] == "direct") & quotes["speaker_id"].isin(named)]
    assert len(quoted) > 0
    assert quoted.loc[quoted["source"].isin(OUTLETS), ["speaker", "text"]].to_numpy().tolist() == []


@pytest.mark.slow
def test_what_is_not_english_is_not_parsed(corpus):
    articles = corpus.table("articles")
    parsed = set(corpus.table("sentences")["article_id"])
    unparsed = articles.loc[~articles["article_id"].isin(parsed), "external_id"]
    assert unparsed.tolist() == ["cg-20240905-barnier"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("report", "day"),
    [("mw-20241116-biden-xi", "2024-11-16"), ("mw-20241115-trilateral", "2024-11-15")],
)
def test_a_planned_meeting_and_its_report_are_one_event(corpus, report, day):
    events = corpus.table("events").merge(corpus.table("articles")[["article_id", "external_id"]], on="article_id")
    events = events[(events["event_type"] == "CONSULT") & (events["start_date"].astype(str) == day)]
    planned = events[(events["external_id"] == "cg-20241113-trilateral") & (events["status"] == "planned")]
    held = events[(events["external_id"] == report) & (events["status"] == "occurred")]
    assert set(planned["cluster_id"].dropna()) & set(held["cluster_id"].dropna())
