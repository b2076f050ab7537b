"""Articles to tables, in two steps: what each article says on its own, then what all of them say together.

The first step is parsing and extraction, article by article; its rows carry entity ids local to their article. The
second resolves those across articles and derives what depends on all of them. It is a pure function of the first
step's rows and the corrections: adding articles in any order, or correcting a name, never parses anything again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import batched
from operator import attrgetter
from pathlib import Path

import polars as pl

from toolkit.corpus.correcting import judged, looked_up, mapping_of, patched_rows, resolved, with_added_mentions
from toolkit.corpus.counting import counted
from toolkit.corpus.frames import empty, frame_of, records_of
from toolkit.corroborate import cluster_events, find_conflicts
from toolkit.duplicates import duplicate_of
from toolkit.extract import Reading, read
from toolkit.language import Language, parse
from toolkit.ledger import Identities, Ledger, Naming, Outcomes, Told, corrected, kept_apart, warnings_of
from toolkit.records import Article
from toolkit.resolve import resolve
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


def derive(as_read: Frames, ledger: Ledger, outcomes: Outcomes | None = None) -> dict[str, pl.DataFrame]:
    """Every table of the corpus, from what its articles say and what the analyst corrected.

    Args:
        as_read: what the articles say on their own.
        ledger: the analyst's corrections.
        outcomes: where is noted what became of each of them.
    """
    articles = _with_duplicates(as_read["articles"].select(TABLES["articles"].names))
    naming = _naming(as_read, ledger, outcomes or Outcomes())
    everywhere = mapping_of(naming.identities.global_id)
    tables = {
        name: resolved(as_read, name, naming.identities, everywhere=everywhere)
        for name in AS_READ
        if name not in ("articles", "entities")
    }
    tables["mentions"] = with_added_mentions(tables["mentions"], naming.identities)
    tables, verdicts = patched_rows(_with_one_role(tables | {"articles": articles}), ledger, naming)
    tables["entities"], tables["aliases"] = _entities(naming.identities, tables["mentions"], articles)
    tables["conflicts"] = judged(_conflicts(tables["statistics"], articles), verdicts)
    tables["events"] = _with_clusters(tables["events"], tables["event_actors"])
    said = warnings_of(naming.identities.outcomes.of.values(), ledger)
    tables["warnings"] = pl.concat([tables["warnings"], frame_of(said, "warnings")])
    return {name: tables[name] for name in TABLES}


def _conflicts(statistics: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    published = dict(articles.select("article_id", "published").iter_rows())
    return frame_of(find_conflicts(list(records_of(statistics, "statistics")), published), "conflicts")


def _with_duplicates(articles: pl.DataFrame) -> pl.DataFrame:
    copies = duplicate_of(list(records_of(articles, "articles")))
    return articles.with_columns(looked_up(articles, "article_id", mapping_of(copies)).alias("duplicate_of"))


def _naming(as_read: Frames, ledger: Ledger, outcomes: Outcomes) -> Naming:
    """Which entity every local id means: as resolution finds it, then as the analyst corrects it."""
    entities, names = as_read["entities"], as_read["mentions"].filter(pl.col("level") == "name")
    told = Told(as_read["articles"], as_read["sentences"], as_read["mentions"])
    apart = kept_apart(ledger, told, _ids_by(names.select("text", "entity_id")))
    resolution = resolve(
        zip(entities["article_id"], records_of(entities.drop("article_id"), "entities"), strict=True),
        named=set(names["entity_id"]),
        published=dict(as_read["articles"].select("article_id", "published").iter_rows()),
        apart=tuple(apart.values()),
    )
    found = Identities(resolution.global_id, resolution.entities, outcomes=outcomes)
    local = _ids_by(names.select("text", "entity_id"))
    aliases = {text: {resolution.global_id[one] for one in ids} for text, ids in local.items()}
    return corrected(found, ledger, told=told, aliases=aliases, apart=apart)


def _ids_by(frame: pl.DataFrame) -> dict[str, set[str]]:
    """The second column's values by the first's."""
    found: dict[str, set[str]] = {}
    for said, id_ in frame.unique().iter_rows():
        found.setdefault(said, set()).add(id_)
    return found


def _with_one_role(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """An actor has one role in an event, also where two of the article's entities turned out to be one."""
    actors = tables["event_actors"].sort("event_id", "role", "position", maintain_order=True)
    return tables | {"event_actors": actors.unique(["event_id", "entity_id"], keep="first", maintain_order=True)}


def _entities(
    identities: Identities, mentions: pl.DataFrame, articles: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The entities with their counts, and the names they go by."""
    entities = frame_of(identities.entities.values(), "entities")
    ranked, aliases = counted(entities.lazy(), mentions.lazy(), articles.lazy())
    return ranked.collect(), aliases.collect()


def _with_clusters(events: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    clusters = cluster_events(list(records_of(events, "events")), list(records_of(actors, "event_actors")))
    return events.with_columns(looked_up(events, "event_id", mapping_of(clusters)).alias("cluster_id"))
