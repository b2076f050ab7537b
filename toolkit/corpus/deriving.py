"""What all articles say together: entities, duplicates, clusters and conflicts, under the analyst's corrections.

A pure function of what each article says on its own and of the ledger: adding articles in any order, or correcting a
name, never parses anything again. Its steps are asked again only where their inputs have changed.
"""

from collections.abc import Sequence

import polars as pl

from toolkit.corpus.build import AS_READ, Frames
from toolkit.corpus.correcting import judged, looked_up, mapping_of, patched_rows, resolved, with_added_mentions
from toolkit.corpus.counting import counted
from toolkit.corpus.frames import frame_of, records_of
from toolkit.corpus.steps import Steps
from toolkit.corroborate import cluster_events, find_conflicts
from toolkit.duplicates import duplicate_of
from toolkit.ledger import Apart, Identities, Ledger, Naming, Outcomes, Told, corrected, kept_apart, warnings_of
from toolkit.resolve import Resolution, resolve
from toolkit.schema import TABLES


def derive(
    as_read: Frames, ledger: Ledger, outcomes: Outcomes | None = None, *, steps: Steps | None = None
) -> dict[str, pl.DataFrame]:
    """Every table of the corpus, from what its articles say and what the analyst corrected.

    Args:
        as_read: what the articles say on their own.
        ledger: the analyst's corrections.
        outcomes: where is noted what became of each of them.
        steps: those of an earlier derivation; the tables are the same with and without them.
    """
    steps = steps or Steps()
    articles = steps.answer("duplicates", with_duplicates, articles_given(as_read))
    naming = _naming(as_read, ledger, outcomes or Outcomes(), steps)
    tables = _meant(as_read, naming.identities, steps) | {"articles": articles}
    tables, verdicts = patched_rows(tables, ledger, naming)
    tables["entities"], tables["aliases"] = _entities(naming.identities, tables["mentions"], articles)
    published = articles.select("article_id", "published")
    tables["conflicts"] = judged(steps.answer("conflicts", conflicts_of, tables["statistics"], published), verdicts)
    tables["events"] = steps.answer("clusters", with_clusters, tables["events"], tables["event_actors"])
    said = warnings_of(naming.identities.outcomes.of.values(), ledger)
    tables["warnings"] = pl.concat([tables["warnings"], frame_of(said, "warnings")])
    return {name: tables[name] for name in TABLES}


def articles_given(as_read: Frames) -> pl.DataFrame:
    """The articles as they were read, in the columns of their table."""
    return as_read["articles"].select(TABLES["articles"].names)


def with_duplicates(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles, every copy with its original."""
    copies = duplicate_of(list(records_of(articles, "articles")))
    return articles.with_columns(looked_up(articles, "article_id", mapping_of(copies)).alias("duplicate_of"))


def with_clusters(events: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """The events, every one with the real event that it tells of."""
    clusters = cluster_events(list(records_of(events, "events")), list(records_of(actors, "event_actors")))
    return events.with_columns(looked_up(events, "event_id", mapping_of(clusters)).alias("cluster_id"))


def conflicts_of(statistics: pl.DataFrame, published: pl.DataFrame) -> pl.DataFrame:
    """The figures that cannot, or may not, both be true."""
    days = dict(published.iter_rows())
    return frame_of(find_conflicts(list(records_of(statistics, "statistics")), days), "conflicts")


def resolution_of(
    entities: pl.DataFrame, named: pl.DataFrame, published: pl.DataFrame, apart: Sequence[Apart]
) -> Resolution:
    """Which entity every local id means, before any correction but those that keep two apart.

    Args:
        entities: the articles' own entities, each with its article.
        named: the printed names and the local ids that they mean.
        published: the articles' days.
        apart: what is not the same, as the analyst says.
    """
    return resolve(
        zip(entities["article_id"], records_of(entities.drop("article_id"), "entities"), strict=True),
        named=set(named["entity_id"]),
        published=dict(published.iter_rows()),
        apart=tuple(apart),
    )


def names_printed(mentions: pl.DataFrame) -> pl.DataFrame:
    """The printed names and the local ids that they mean, each pair once."""
    return mentions.filter(pl.col("level") == "name").select("text", "entity_id").unique(maintain_order=True)


def _naming(as_read: Frames, ledger: Ledger, outcomes: Outcomes, steps: Steps) -> Naming:
    """Which entity every local id means: as resolution finds it, then as the analyst corrects it."""
    told = steps.answer("told", Told, as_read["articles"], as_read["sentences"], as_read["mentions"])
    named = steps.answer("names", names_printed, as_read["mentions"])
    local = steps.answer("local", _ids_by, named)
    apart = kept_apart(ledger, told, local)
    published = as_read["articles"].select("article_id", "published")
    resolution = steps.answer("resolution", resolution_of, as_read["entities"], named, published, tuple(apart.values()))
    aliases = steps.answer("aliases", _global_ids, local, resolution)
    found = Identities(resolution.global_id, resolution.entities, outcomes=outcomes)
    return corrected(found, ledger, told=told, aliases=aliases, apart=apart)


def _ids_by(frame: pl.DataFrame) -> dict[str, set[str]]:
    """The second column's values by the first's."""
    found: dict[str, set[str]] = {}
    for said, id_ in frame.iter_rows():
        found.setdefault(said, set()).add(id_)
    return found


def _global_ids(local: dict[str, set[str]], resolution: Resolution) -> dict[str, set[str]]:
    """Printed name -> the entities that go by it."""
    return {text: {resolution.global_id[one] for one in ids} for text, ids in local.items()}


def _meant(as_read: Frames, identities: Identities, steps: Steps) -> dict[str, pl.DataFrame]:
    """The tables with the entities that local ids mean; those of articles and entities are made otherwise."""
    everywhere, places = mapping_of(identities.global_id), identities.places
    names = [name for name in AS_READ if name not in ("articles", "entities")]
    tables = {
        name: steps.answer(f"{name} resolved", resolved, as_read[name], as_read["events"], name, everywhere, places)
        for name in names
    }
    tables["mentions"] = with_added_mentions(tables["mentions"], identities)
    tables["event_actors"] = steps.answer("roles", _with_one_role, tables["event_actors"])
    return tables


def _with_one_role(actors: pl.DataFrame) -> pl.DataFrame:
    """An actor has one role in an event, also where two of the article's entities turned out to be one."""
    ordered = actors.sort("event_id", "role", "position", maintain_order=True)
    return ordered.unique(["event_id", "entity_id"], keep="first", maintain_order=True)


def _entities(
    identities: Identities, mentions: pl.DataFrame, articles: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The entities with their counts, and the names they go by."""
    entities = frame_of(identities.entities.values(), "entities")
    ranked, aliases = counted(entities.lazy(), mentions.lazy(), articles.lazy())
    return ranked.collect(), aliases.collect()
