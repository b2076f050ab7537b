"""How often entities are named, and by which names; copies of articles are not counted."""

import polars as pl

from toolkit.schema import TABLES

_COUNTS = ("n_mentions", "n_articles", "first_published", "last_published")


def counted(
    entities: pl.LazyFrame, mentions: pl.LazyFrame, articles: pl.LazyFrame
) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """The entities with their counts, the most mentioned first, and the table of the names that they go by."""
    originals = articles.filter(pl.col("duplicate_of").is_null()).select("article_id", "published")
    told = mentions.join(originals, on="article_id")
    counts = told.group_by("entity_id").agg(
        n_mentions=pl.len().cast(pl.Int64),
        n_articles=pl.col("article_id").n_unique().cast(pl.Int64),
        first_published=pl.col("published").min(),
        last_published=pl.col("published").max(),
    )
    joined = entities.drop(_COUNTS).join(counts, on="entity_id", how="left")
    filled = joined.with_columns(pl.col("n_mentions", "n_articles").fill_null(0))
    ranked = filled.sort(["n_mentions", "entity_id"], descending=[True, False])
    named = told.filter(pl.col("level") == "name").group_by("entity_id", "text")
    aliases = named.agg(n_mentions=pl.len().cast(pl.Int64)).sort("entity_id", "text")
    return ranked.select(TABLES["entities"].names), aliases.select(TABLES["aliases"].names)
