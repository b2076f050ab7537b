"""Corrections of articles, and the ledger over time: rebuilt, saved, added to, undone."""

import pytest
from pandas.testing import assert_frame_equal

import toolkit as tk
from toolkit import language as language_module
from toolkit.corpus import anchor_of
from toolkit.ledger import Correction
from toolkit.schema import TABLES


def test_dates_are_read_again_from_another_day(under):
    dates = under(Correction("set_published", "three", "2024-10-03")).dates.set_index("text")

    assert dates.loc["yesterday", "value"] == "2024-10-02"


def test_nothing_is_parsed_again(under, monkeypatch):
    monkeypatch.setattr(language_module.spacy.language.Language, "pipe", lambda *_args, **_kwargs: iter(()))

    dates = under(Correction("set_published", "three", "2024-10-03")).dates.set_index("text")
    assert dates.loc["yesterday", "value"] == "2024-10-02"


def test_outlet_and_title_are_set(under):
    made = under(Correction("set_source", "one", "The Post"), Correction("set_title", "one", "Talks"))

    row = made.articles.set_index("article_id").loc["one"]
    assert (row["source"], row["title"]) == ("The Post", "Talks")


def test_an_article_is_known_by_its_title_too(under):
    made = under(Correction("set_title", "two", "Prices"))

    again = under(Correction("set_title", "two", "Prices"), Correction("set_source", "Prices", "The Post"))

    assert made.corrections.report()["outcome"].tolist() == ["applied"]
    assert "unmatched" in again.corrections.report()["outcome"].tolist()


def test_taking_the_correction_back_gives_the_corpus_back(under, corpus, parses):
    made = under(Correction("set_published", "three", "2024-10-03"), Correction("rename", "Norway", "NORWAY"))

    back = made.corrected(None, cache=parses)

    for name in TABLES:
        assert_frame_equal(back.table(name), corpus.table(name))


def test_an_article_that_there_is_not_is_reported(under):
    (row,) = under(Correction("set_published", "nine", "2024-10-03")).corrections.report().to_dict("records")

    assert row["outcome"] == "unmatched"
    assert "0 articles have this id" in row["reason"]


@pytest.fixture
def many(corpus):
    """Corrections of every sort."""
    met = corpus.events[corpus.events["trigger"] == "met"].iloc[0]["event_id"]
    return (
        Correction("rename", "Paulo Reis", "Paulo Reiss"),
        Correction("split", "Norway", "Norges Bank", "article two"),
        Correction("set_status", str(anchor_of(corpus, "events", met)), "negated"),
        Correction("set_published", "three", "2024-10-03"),
        Correction("drop", "Lima"),
    )


def test_a_corpus_rebuilt_from_scratch_under_the_ledger_is_the_corrected_one(under, ledger, articles, parses, many):
    made = under(*many)

    rebuilt = tk.build_corpus(articles, corrections=ledger(), cache=parses)

    for name in TABLES:
        assert_frame_equal(rebuilt.table(name), made.table(name))
    assert_frame_equal(rebuilt.corrections.report(), made.corrections.report())


@pytest.mark.parametrize("first", ["one", "two", "three"])
def test_any_order_of_adding_articles_gives_the_same_tables(under, ledger, articles, many, first):
    made = under(*many)

    start = tk.build_corpus(articles[articles["article_id"] == first])
    grown = start.add(articles, corrections=ledger())

    for name in TABLES:
        columns = list(TABLES[name].names)
        one, other = (each.table(name).sort_values(columns).reset_index(drop=True) for each in (grown, made))
        assert_frame_equal(one, other)


def test_the_report_is_saved_with_the_corpus(under, many, tmp_path):
    made = under(*many)
    made.save(tmp_path / "corpus")

    assert_frame_equal(tk.load_corpus(tmp_path / "corpus").corrections.report(), made.corrections.report())
