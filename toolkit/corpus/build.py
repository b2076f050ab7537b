"""What each article says on its own: parsing and extraction, article by article.

Rows carry entity ids local to their article; `deriving` makes of them what all articles say together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import batched
from operator import attrgetter
from pathlib import Path

import polars as pl

from toolkit.corpus.frames import empty, frame_of
from toolkit.extract import Reading, read
from toolkit.language import Language, parse
from toolkit.records import Article
from toolkit.schema import TABLES

Frames = Mapping[str, pl.DataFrame]
# What an article says on its own; `entities` here are the article's own, with its id beside them.
AS_READ = (
    "articles",
    "sentences",
    "mentions",
    "entities",
    "dates",
    "statistics",
    "quotes",
    "events",
    "event_actors",
    "warnings",
)
# Columns that as-read tables have beside their own: whose entity it is, and the article before it was corrected.
_BESIDE = {"entities": ("article_id",), "articles": ("as_given",)}
_BATCH = 200


def read_as_read(
    articles: Iterable[Article], language: Language, *, cache: Path | None = None
) -> dict[str, pl.DataFrame]:
    """Parse and extract, a batch of articles at a time; articles that are not English are kept but not parsed."""
    batches = [_batch_frames(batch, language, cache) for batch in batched(articles, _BATCH)]
    return joined(batches)


def joined(parts: Sequence[Frames]) -> dict[str, pl.DataFrame]:
    """The same tables of several parts, one under the other."""
    return {name: pl.concat([as_read_empty(name), *(part[name] for part in parts)]) for name in AS_READ}


def as_read_empty(name: str) -> pl.DataFrame:
    """An as-read table without rows."""
    return empty(name).with_columns(pl.lit(None, pl.String).alias(column) for column in _BESIDE.get(name, ()))


def _batch_frames(articles: Sequence[Article], language: Language, cache: Path | None) -> dict[str, pl.DataFrame]:
    english = [article for article in articles if article.language in (None, "en")]
    docs = parse((article.text for article in english), language, cache=cache)
    readings = [read(doc, article) for doc, article in zip(docs, english, strict=True)]
    others = [article for article in articles if article.language not in (None, "en")]
    frames = {
        name: _once(frame_of((row for reading in readings for row in rows(reading)), name), name)
        for name, rows in _ROWS.items()
    }
    known = frame_of([*(reading.article for reading in readings), *others], "articles")
    frames["articles"] = known.with_columns(as_given=pl.lit(None, pl.String))
    frames["entities"] = _article_entities(readings)
    return frames


def _once(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    """Every key once: two rules that read the same thing give one row, the first."""
    keys = TABLES[name].key
    return frame.unique(keys, keep="first", maintain_order=True) if keys else frame


_ROWS: dict[str, Callable[[Reading], Iterable[object]]] = {
    "sentences": attrgetter("sentences"),
    "mentions": attrgetter("mentions"),
    "dates": attrgetter("dates"),
    "statistics": attrgetter("statistics"),
    "quotes": attrgetter("quotes"),
    "events": attrgetter("events"),
    "event_actors": attrgetter("actors"),
    "warnings": attrgetter("warnings"),
}


def _article_entities(readings: Sequence[Reading]) -> pl.DataFrame:
    entities = [entity for reading in readings for entity in reading.entities.values()]
    owners = [reading.article.article_id for reading in readings for _ in reading.entities]
    return frame_of(entities, "entities").with_columns(article_id=pl.Series(owners, dtype=pl.String))
