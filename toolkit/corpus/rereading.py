"""Articles whose day, outlet or title the analyst corrected: read again from their kept parse."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from toolkit.corpus.frames import records_of
from toolkit.ledger import Ledger, Outcomes, article_changes
from toolkit.records import Article
from toolkit.schema import TABLES

Frames = dict[str, pl.DataFrame]
_COLUMNS = ("published", "published_how", "source", "title")
# Warnings of these stages were made before the article was read and stay.
_INTAKE = ("read", "clean")


def reread(
    as_read: Frames, ledger: Ledger, outcomes: Outcomes, *, read: Callable[[Sequence[Article]], Frames]
) -> Frames:
    """What the articles say under the ledger's corrections of articles; others than those corrected are left alone.

    Args:
        as_read: what they say now.
        ledger: the corrections.
        outcomes: where is noted what became of them.
        read: extraction of articles, from their kept parses where there are any.
    """
    given = {article.article_id: article for article in _touched(as_read["articles"])}
    changes = article_changes(as_read["articles"], ledger, outcomes)
    concerned = {*given, *changes}
    if not concerned:
        return as_read
    now = {article.article_id: article for article in _records(as_read["articles"], concerned)}
    given = {id_: given.get(id_) or _uninferred(now[id_]) for id_ in sorted(concerned)}
    wanted = {id_: replace(article, **changes.get(id_, {})) for id_, article in given.items()}  # type: ignore[arg-type]
    stale = [article for id_, article in wanted.items() if _told(article) != _told(_uninferred(now[id_]))]
    return _replaced(as_read, read(stale), given) if stale else as_read


def _touched(articles: pl.DataFrame) -> list[Article]:
    """The articles that are under a correction now, as they were given."""
    touched = articles.drop_nulls("as_given")
    return [
        replace(article, **_from_json(given))  # type: ignore[arg-type]
        for article, given in zip(_plain(touched), touched["as_given"], strict=True)
    ]


def _records(articles: pl.DataFrame, ids: set[str]) -> list[Article]:
    return _plain(articles.filter(pl.col("article_id").is_in(list(ids))))


def _plain(articles: pl.DataFrame) -> list[Article]:
    return list(records_of(articles.select(TABLES["articles"].names), "articles"))


def _uninferred(article: Article) -> Article:
    """The article without the day that its text was found to tell: it is inferred anew."""
    if article.published_how != "inferred":
        return article
    return replace(article, published=None, published_how="unknown")


def _told(article: Article) -> dict[str, object]:
    return {name: getattr(article, name) for name in _COLUMNS}


def _replaced(as_read: Frames, fresh: Frames, given: Mapping[str, Article]) -> Frames:
    """The tables with the rows of the articles that were read again in place of the old ones."""
    ids = list(fresh["articles"]["article_id"])
    was = {id_: _to_json(given[id_]) for id_ in ids}
    same = {
        id_
        for id_, article in zip(ids, _plain(fresh["articles"]), strict=True)
        if _told(_uninferred(article)) == _told(given[id_])
    }
    marked = {id_: None if id_ in same else said for id_, said in was.items()}
    as_given = pl.Series("as_given", [marked[id_] for id_ in ids], dtype=pl.String)
    fresh = fresh | {"articles": fresh["articles"].with_columns(as_given)}
    order = {id_: place for place, id_ in enumerate(as_read["articles"]["article_id"])}
    stale = as_read["events"].filter(pl.col("article_id").is_in(ids))
    others = as_read["event_actors"].join(stale, on="event_id", how="anti")
    told = {name: _one(frame, fresh[name], ids, order) for name, frame in as_read.items() if name != "event_actors"}
    return told | {"event_actors": pl.concat([others, fresh["event_actors"]])}


def _one(frame: pl.DataFrame, fresh: pl.DataFrame, ids: list[str], order: Mapping[str, int]) -> pl.DataFrame:
    mine = pl.col("article_id").is_in(ids)
    if "stage" in frame.columns:
        mine = mine & ~pl.col("stage").is_in(_INTAKE) & (pl.col("code") != "not_english")
        fresh = fresh.filter(pl.col("code") != "not_english")
    kept = frame.filter(~mine.fill_null(value=False))
    place = pl.col("article_id").replace_strict(order, default=-1, return_dtype=pl.Int64)
    return pl.concat([kept, fresh.select(kept.columns)]).sort(place, maintain_order=True)


def _to_json(article: Article) -> str:
    return json.dumps({**_told(article), "published": article.published and article.published.isoformat()})


def _from_json(said: str) -> dict[str, object]:
    values = json.loads(said)
    return {**values, "published": values["published"] and date.fromisoformat(values["published"])}
