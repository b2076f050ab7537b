"""Where articles come from: the seed, the samples that ship, or the analyst's own work."""

import pandas as pd
import polars as pl

from toolkit.lexicons import rows

# Every outlet of the samples carries it in its name, so that no export can lose it.
SAMPLE_MARK = "(sample)"
ORIGINS = ("seed", "sample", "own")


def origin() -> pl.Expr:
    """The origin of every row of `articles`: `seed`, `sample` or `own`."""
    seeds = [row["article_id"] for row in rows("shipped_articles")]
    return (
        pl.when(pl.col("source").fill_null("").str.ends_with(SAMPLE_MARK))
        .then(pl.lit("sample"))
        .when(pl.col("article_id").is_in(seeds))
        .then(pl.lit("seed"))
        .otherwise(pl.lit("own"))
    )


def is_sample(articles: pd.DataFrame) -> pd.Series:
    """Whether each article is one of the samples that ship."""
    return articles["source"].fillna("").str.endswith(SAMPLE_MARK)
