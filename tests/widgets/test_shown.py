"""The sentence and the tables that notebooks open with."""

import re

import pandas as pd
import pytest

import toolkit as tk
from toolkit.errors import InputError
from toolkit.widgets import articles_read, dates_told, entities_named, events_told, finding, quotes_told, shown
from toolkit.widgets.finding import status

TEXT = """Leaders Meet in Lima

President Joe Biden met with Prime Minister Keir Starmer in Lima on Monday. They will meet again on Friday.
"""


@pytest.fixture(scope="module")
def corpus(language, tmp_path_factory) -> tk.Corpus:
    path = tmp_path_factory.mktemp("articles") / "lima.txt"
    path.write_text(TEXT, encoding="utf-8")
    return tk.build_corpus(tk.read_articles(path), language=language)


@pytest.fixture(scope="module")
def nothing(language, tmp_path_factory) -> tk.Corpus:
    path = tmp_path_factory.mktemp("empty") / "blank.txt"
    path.write_text(" \n", encoding="utf-8")
    return tk.build_corpus(tk.read_articles(path), language=language)


def test_the_finding_counts_what_the_tables_hold(corpus):
    said = finding(corpus).data

    assert "1 article" in said
    assert f"{len(corpus.events)} report" in said
    assert corpus.entities["name"].iloc[0] in said


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("names", "of them people; none with a suggestion"),
        ("timeline", "1 event told as done, 1 planned; most often “met or talked”"),
        ("figures", "0 figures; none of them contradict each other"),
        ("links", "2 of 2 events told by one independent report alone"),
    ],
)
def test_every_notebook_opens_with_a_finding_of_its_own(corpus, topic, words):
    assert words in finding(corpus, topic).data


def test_a_topic_that_there_is_not_is_refused(corpus):
    with pytest.raises(InputError, match="no finding on 'weather'; choose from articles, names"):
        finding(corpus, "weather")


def test_the_status_line_counts_real_events_once(corpus):
    events = corpus.events
    real = events["cluster_id"].fillna(events["event_id"]).nunique()

    assert f" of {real} event" in status(corpus)


def test_nothing_read_is_said(nothing):
    assert "Nothing was read" in finding(nothing).data
    assert "1 warning" in status(nothing)


def test_every_table_keeps_its_rows_and_shows_names_instead_of_keys(corpus):
    assert len(articles_read(corpus)) == len(corpus.articles)
    assert len(entities_named(corpus)) == len(corpus.entities)
    assert len(events_told(corpus)) == len(corpus.events)
    assert len(dates_told(corpus)) == len(corpus.dates)
    assert len(quotes_told(corpus)) == len(corpus.quotes)
    for table in (articles_read, entities_named, events_told, dates_told, quotes_told):
        assert not [name for name in table(corpus).columns if name.endswith("_id")]


def test_what_was_read_counts_sentences_and_warnings(corpus):
    (row,) = articles_read(corpus).to_dict("records")

    assert (row["title"], row["sentences"], row["warnings"]) == ("Leaders Meet in Lima", 3, len(corpus.warnings))


def test_cells_are_written_for_people_and_escaped():
    day = pd.Timestamp("2024-11-14")
    page = shown(pd.DataFrame({"first_day": [day], "n_words": [1234], "share": [0.5], "text": ["<b>x</b>"]})).to_html()

    assert "14 Nov 2024" in page
    assert "1,234" in page
    assert "First day" in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_empty_cells_stay_empty_and_empty_tables_say_so():
    assert "nan" not in shown(pd.DataFrame({"role": [None, "x"], "share": [float("nan"), 1.0]})).to_html().lower()
    assert "no rows" in shown(pd.DataFrame({"role": []})).to_html()


def test_columns_without_a_cell_are_named_instead_of_shown():
    page = shown(pd.DataFrame({"name": ["Lima"], "role": [None], "acts_for": [None]})).to_html()

    assert "nothing in: Role, Acts for" in page
    assert page.count("<th ") == 1


def test_sentences_get_room_and_days_stay_on_one_line():
    evidence = "They met in Lima on Monday, and will meet again in Seoul a year later."
    page = shown(pd.DataFrame({"when": [pd.Timestamp("2024-11-14")], "evidence": [evidence]})).to_html()

    assert re.search(r"td\.col0 {\s*white-space: nowrap", page)
    assert re.search(r"td\.col1 {\s*min-width: 20rem", page)
