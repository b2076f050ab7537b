"""The corpus: sound by its own check, the same in any order, the same after a round trip through the disk."""

from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import toolkit as tk
from toolkit.errors import CorpusError
from toolkit.schema import TABLES

TEXTS = {
    "one": "Talks Open in Geneva\n\nForeign Minister Anna Berg met her colleague Paulo Reis in Geneva on Tuesday.",
    "two": "Inflation in Norway fell from 5.1% to 4.8% in October, Statistics Norway said.",
    "three": "“We will rebuild,” said Anna Berg, the foreign minister of Norway, after the storm killed 12 people.",
}


def frame(*names: str) -> pd.DataFrame:
    """An articles frame made by hand, as an analyst with her own source of articles would make it."""
    rows = [{"article_id": name, "text": TEXTS[name], "published": pd.Timestamp("2024-11-14")} for name in names]
    return pd.DataFrame(rows)


def ordered(corpus: tk.Corpus, name: str) -> pd.DataFrame:
    """The table in the order of its cells, since adding in another order may list rows in another order."""
    table = corpus.table(name)
    return table.sort_values(list(table.columns)).reset_index(drop=True)


@pytest.fixture(scope="module")
def corpus() -> tk.Corpus:
    return tk.build_corpus(frame("one", "two", "three"))


def test_a_built_corpus_is_sound(corpus):
    assert corpus.problems() == []


def test_every_table_is_an_attribute(corpus):
    for name in TABLES:
        assert_frame_equal(getattr(corpus, name), corpus.table(name))


def test_the_callers_frame_is_left_alone():
    mine = frame("one")
    before = mine.copy()

    tk.build_corpus(mine)

    assert_frame_equal(mine, before)


def test_changing_a_table_does_not_change_the_corpus(corpus):
    mine = corpus.articles
    mine["text"] = "gone"

    assert "Geneva" in corpus.articles["text"].iloc[0]


@pytest.mark.parametrize("order", [("three", "one", "two"), ("two", "three", "one")])
def test_articles_added_in_any_order_give_the_same_tables(corpus, order):
    grown = tk.build_corpus(frame(order[0]))
    for name in order[1:]:
        grown = grown.add(frame(name))

    for name in TABLES:
        assert_frame_equal(ordered(grown, name), ordered(corpus, name))


MANY = {
    "a": "Shigeru Ishiba, the prime minister of Japan, flew to Seoul on Monday.",
    "b": "Ishiba Shigeru of Japan met President Yoon Suk-joon of South Korea in Seoul.",
    "c": "North Korea's Kim Yong-ho and South Korea's Kim Yong-ho never met, officials in Seoul said.",
    "d": "Minister Dora Bergersen of Norway praised the World Health Organization (WHO).",
    "e": "Dora Bergersen, the minister of Norway, and D. Bergerson of Norway both voted.",
    "f": "Norway's Dora Bergersen said aid rose by 10 percent.",
    "g": "Dora Bergersen of Norway hosted Georgia's president in Oslo.",
}


@pytest.fixture(scope="module")
def parsed(tmp_path_factory):
    """A function that builds or grows a corpus from some of the articles, each of which is parsed only once."""
    cache = tmp_path_factory.mktemp("cache") / "parsed.sqlite"

    def articles(names: Sequence[str]) -> pd.DataFrame:
        rows = [{"article_id": n, "text": MANY[n], "published": pd.Timestamp("2024-11-14")} for n in names]
        return pd.DataFrame(rows)

    def grown(*parts: Sequence[str]) -> tk.Corpus:
        first, *others = (articles(part) for part in parts if part)
        corpus = tk.build_corpus(first, cache=cache)
        for other in others:
            corpus = corpus.add(other)
        return corpus

    return grown


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(order=st.permutations(sorted(MANY)), cut=st.integers(1, len(MANY) - 1))
def test_names_are_resolved_alike_in_whatever_order_articles_come(parsed, order, cut):
    whole, grown = parsed(sorted(MANY)), parsed(order[:cut], order[cut:])

    for name in TABLES:
        assert_frame_equal(ordered(grown, name), ordered(whole, name))


def test_an_article_that_is_known_is_not_parsed_again(corpus, monkeypatch):
    parsed = []
    monkeypatch.setattr("toolkit.corpus.build.parse", lambda texts, *_, **__: parsed.extend(texts) or iter(()))

    grown = corpus.add(frame("one", "two"))

    assert parsed == []
    assert len(grown.articles) == 3


def test_a_saved_corpus_is_the_same_when_loaded(corpus, tmp_path):
    corpus.save(tmp_path / "mine")

    again = tk.load_corpus(tmp_path / "mine")

    for name in TABLES:
        assert_frame_equal(again.table(name), corpus.table(name))
    assert again.made == corpus.made


def test_a_loaded_corpus_can_be_added_to(corpus, tmp_path):
    tk.build_corpus(frame("one", "two")).save(tmp_path)

    grown = tk.load_corpus(tmp_path).add(frame("three"))

    for name in TABLES:
        assert_frame_equal(ordered(grown, name), ordered(corpus, name))


def test_saving_again_replaces_the_corpus_and_leaves_other_files(corpus, tmp_path):
    (tmp_path / "corrections.csv").write_text("action,target\n")
    tk.build_corpus(frame("one")).save(tmp_path)
    corpus.save(tmp_path)

    assert len(tk.load_corpus(tmp_path).articles) == 3
    assert (tmp_path / "corrections.csv").exists()


def test_a_loaded_corpus_stays_as_it_was_through_many_saves(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("toolkit.corpus.store._KEPT", 5)
    tk.build_corpus(frame("one")).save(tmp_path)
    loaded = tk.load_corpus(tmp_path)
    for _ in range(5):
        corpus.save(tmp_path)
    assert len(loaded.articles) == 1

    corpus.save(tmp_path)
    with pytest.raises(CorpusError, match="load the corpus again"):
        _ = loaded.events


def test_a_folder_that_cannot_be_made_is_said_so(corpus, tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(CorpusError, match="name a folder that you may write to"):
        corpus.save(tmp_path / "file" / "corpus")


def test_a_save_that_breaks_off_leaves_the_old_corpus(corpus, tmp_path, monkeypatch):
    corpus.save(tmp_path)
    monkeypatch.setattr("toolkit.corpus.store.json.dumps", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        tk.build_corpus(frame("one")).save(tmp_path)

    assert len(tk.load_corpus(tmp_path).articles) == 3


def test_a_folder_without_a_corpus_is_said_to_have_none(tmp_path):
    with pytest.raises(CorpusError, match="there is no saved corpus in"):
        tk.load_corpus(tmp_path)


def test_a_corpus_that_lost_a_table_is_said_to_be_damaged(corpus, tmp_path):
    corpus.save(tmp_path)
    next(tmp_path.glob("snapshot-*/events.parquet")).unlink()

    with pytest.raises(CorpusError, match="lacks events"):
        tk.load_corpus(tmp_path)


def test_an_empty_corpus_has_every_table():
    empty = tk.build_corpus(frame().reindex(columns=["article_id", "text"]))

    assert empty.problems() == []
    assert all(empty.table(name).empty for name in TABLES)


def test_an_article_in_another_language_is_kept_and_not_parsed():
    french = frame("one").assign(language="fr")

    corpus = tk.build_corpus(french)

    assert len(corpus.articles) == 1
    assert corpus.sentences.empty


def test_one_article_that_breaks_a_stage_does_not_stop_the_others(monkeypatch):
    from toolkit import extract  # noqa: PLC0415 - the stage is replaced where it is used

    sound = extract.quotes_in

    def breaks(sentence, reading):
        if "Norway" in sentence.text and "Inflation" in sentence.text:
            raise ValueError("an odd quotation mark")
        return sound(sentence, reading)

    monkeypatch.setattr(extract, "quotes_in", breaks)
    corpus = tk.build_corpus(frame("one", "two", "three"))

    assert corpus.warnings[["article_id", "stage", "code"]].to_dict("records") == [
        {"article_id": "two", "stage": "quotes", "code": "failed"}
    ]
    assert "ValueError: an odd quotation mark" in corpus.warnings["message"].iloc[0]
    assert len(corpus.articles) == 3


def test_a_corpus_says_what_made_it(corpus):
    assert corpus.made.keys() == {"toolkit", "model", "lexicons", "corrections"}
    assert repr(corpus).startswith("Corpus(3 articles, ")
