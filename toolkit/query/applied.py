"""A selection applied: articles, then sentences, then the rows of every table, then what they leave of the entities."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, get_args

import polars as pl

from toolkit.corpus.counting import counted
from toolkit.query.origin import origin
from toolkit.query.parties import Party, days_of_events, days_of_sentences, of_any, parties
from toolkit.records import Confidence
from toolkit.schema import TABLES

if TYPE_CHECKING:
    from toolkit.query.selection import Selection

Tables = Mapping[str, pl.LazyFrame]
_OF_SENTENCES = ("mentions", "events", "statistics", "quotes", "dates")
# From the row that has it to the bodies behind it: a minister, the ministry, the country.
_AFFILIATIONS = 4


def applied(tables: Tables, selection: "Selection") -> dict[str, pl.LazyFrame]:
    """The tables with the rows that the selection lets pass; every reference still finds its row."""
    articles = tables["articles"].filter(_of_articles(selection))
    sentences = _sentences(tables, articles, selection)
    chosen = {
        name: tables[name].join(sentences, on="sentence_id", how="semi", maintain_order="left")
        for name in _OF_SENTENCES
    }
    chosen["events"] = chosen["events"].filter(_of_events(selection))
    chosen["statistics"] = chosen["statistics"].filter(_of_figures(selection))
    for name in ("events", "statistics", "quotes", "dates"):
        chosen[name] = chosen[name].filter(pl.col("confidence").is_in(_at_least(selection.confidence)))
    chosen["sentences"] = sentences
    chosen["articles"] = _articles(articles, sentences, selection)
    chosen["event_actors"] = tables["event_actors"].join(
        chosen["events"], on="event_id", how="semi", maintain_order="left"
    )
    chosen["conflicts"] = _conflicts(tables["conflicts"], chosen["statistics"])
    chosen["warnings"] = _warnings(tables["warnings"], chosen["articles"], selection)
    entities = _referred(tables["entities"], chosen)
    chosen["entities"], chosen["aliases"] = counted(entities, chosen["mentions"], chosen["articles"])
    return {name: chosen[name].select(TABLES[name].names) for name in TABLES}


def _of_articles(selection: "Selection") -> pl.Expr:
    day = pl.col("published")
    passes = _within(day, day, selection.published_from, selection.published_to, undated=selection.undated)
    if selection.sources:
        passes &= pl.col("source").fill_null("").is_in(list(selection.sources))
    if selection.origins:
        passes &= origin().is_in(list(selection.origins))
    return passes if selection.duplicates else passes & pl.col("duplicate_of").is_null()


def _sentences(tables: Tables, articles: pl.LazyFrame, selection: "Selection") -> pl.LazyFrame:
    """The sentences of the articles that name whom is asked for and hold the words."""
    sentences = tables["sentences"].join(articles, on="article_id", how="semi", maintain_order="left")
    if selection.text:
        sentences = sentences.filter(
            pl.col("text").str.to_lowercase().str.contains(selection.text.lower(), literal=True)
        )
    asked = parties(tables, selection)
    if not asked:
        return sentences
    if selection.together:
        taking_part = _of_all(tables, [party for group in asked for party in group])
        return sentences.join(taking_part, on="sentence_id", how="semi", maintain_order="left")
    for group in asked:
        named = of_any(tables["mentions"], group, days=days_of_sentences(tables), by="sentence_id")
        sentences = sentences.join(named, on="sentence_id", how="semi", maintain_order="left")
    return sentences


def _of_all(tables: Tables, asked: Iterable[Party]) -> pl.LazyFrame:
    """The events, with their sentences, in which all parties take part."""
    events = tables["events"].select("event_id", "sentence_id")
    for party in asked:
        taking_part = of_any(tables["event_actors"], [party], days=days_of_events(tables), by="event_id")
        events = events.join(taking_part, on="event_id", how="semi", maintain_order="left")
    return events


def _of_events(selection: "Selection") -> pl.Expr:
    first, last = pl.col("start_date"), pl.col("end_date")
    passes = _within(first, last, selection.event_from, selection.event_to, undated=selection.undated)
    if selection.event_types:
        passes &= pl.col("event_type").is_in(list(selection.event_types))
    if selection.statuses:
        passes &= pl.col("status").is_in(list(selection.statuses))
    return passes


def _of_figures(selection: "Selection") -> pl.Expr:
    if not selection.measures:
        return pl.lit(value=True)
    said = pl.concat_str(pl.col("measure", "base").fill_null(""), separator=" ").str.to_lowercase()
    return pl.any_horizontal(said.str.contains(words.lower(), literal=True) for words in selection.measures)


def _within(first: pl.Expr, last: pl.Expr, start: date | None, end: date | None, *, undated: bool) -> pl.Expr:
    """Whether the days from first to last overlap those from start to end, both of which may be open."""
    if start is None and end is None:
        return pl.lit(value=True)
    passes = pl.lit(value=True)
    if start is not None:
        passes &= last >= start
    if end is not None:
        passes &= first <= end
    return passes.fill_null(value=undated)


def _at_least(confidence: str) -> list[str]:
    levels = list(get_args(Confidence))
    return levels[: levels.index(confidence) + 1]


def _articles(articles: pl.LazyFrame, sentences: pl.LazyFrame, selection: "Selection") -> pl.LazyFrame:
    """The articles with a chosen sentence; where no sentence is asked for, those without any sentence too."""
    if selection.text or selection.entities or selection.countries:
        articles = articles.join(sentences, on="article_id", how="semi", maintain_order="left")
    kept = articles.select("article_id", original="article_id")
    joined = articles.join(kept, left_on="duplicate_of", right_on="article_id", how="left", maintain_order="left")
    return joined.with_columns(duplicate_of="original").drop("original")


def _conflicts(conflicts: pl.LazyFrame, statistics: pl.LazyFrame) -> pl.LazyFrame:
    """The conflicts between figures that both pass."""
    for column in ("statistic_id", "other_id"):
        conflicts = conflicts.join(
            statistics, left_on=column, right_on="statistic_id", how="semi", maintain_order="left"
        )
    return conflicts


def _warnings(warnings: pl.LazyFrame, articles: pl.LazyFrame, selection: "Selection") -> pl.LazyFrame:
    """The warnings about chosen articles; those about no article as long as all articles are looked at."""
    told = warnings.join(articles, on="article_id", how="semi", maintain_order="left")
    everything = selection.replace(duplicates=False, undated=True) == type(selection)()
    return pl.concat([told, warnings.filter(pl.col("article_id").is_null())]) if everything else told


def _referred(entities: pl.LazyFrame, chosen: Tables) -> pl.LazyFrame:
    """The entities that any chosen row refers to, and the bodies that they act for."""
    ids = pl.concat(
        chosen[name].select(entity_id=column.name).drop_nulls()
        for name in (*_OF_SENTENCES, "event_actors")
        for column in TABLES[name].columns
        if column.refers == "entities"
    ).unique()
    for _ in range(_AFFILIATIONS):
        behind = (
            entities.join(ids, on="entity_id", how="semi", maintain_order="left")
            .select(entity_id="affiliation_id")
            .drop_nulls()
        )
        ids = pl.concat([ids, behind]).unique()
    return entities.join(ids, on="entity_id", how="semi", maintain_order="left")
