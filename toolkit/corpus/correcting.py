"""Corrections on frames: local ids to corrected entities, added mentions, patched rows."""

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from toolkit.corpus.frames import frame_of, records_of
from toolkit.ledger import (
    KEY_OF,
    Anchor,
    Correction,
    Identities,
    Ledger,
    Naming,
    Rows,
    anchors_of,
    patched,
    read_anchor,
)
from toolkit.ledger.anchors import KINDS
from toolkit.records import Actor
from toolkit.schema import TABLES

Frames = Mapping[str, pl.DataFrame]
# From the narrowest place to the widest: the first that the analyst spoke of decides.
_PLACES = ("mention_id", "sentence_id", "article_id")
_NOTHING = ""


def looked_up(frame: pl.DataFrame, column: str, mapping: pl.DataFrame) -> pl.Expr:
    """The mapping's `to` for every cell that is its `of`, empty where it has none.

    Joined: Polars' own replacement takes fifty times as long on large mappings.
    """
    found = frame.select(of=column).join(mapping, on="of", how="left", maintain_order="left")
    return pl.lit(found["to"]).alias(column)


def mapping_of(known: Mapping[str, str]) -> pl.DataFrame:
    """A mapping as the frame that `looked_up` wants."""
    return pl.DataFrame({"of": list(known), "to": list(known.values())}, schema={"of": pl.String, "to": pl.String})


Places = Mapping[tuple[str, str], str | None]


def resolved(
    frame: pl.DataFrame, events: pl.DataFrame, name: str, everywhere: pl.DataFrame, places: Places
) -> pl.DataFrame:
    """The table with global entity ids; rows that dropped entities leave without a referent are left out.

    Args:
        frame: the table as it was read, with local ids.
        events: the events as they were read, which say where their actors stand.
        name: the table.
        everywhere: the mapping from local to global ids, as a frame.
        places: what local ids mean in a mention, a sentence or an article instead.
    """
    wanted = TABLES[name]
    referring = [column for column in wanted.columns if column.refers == "entities"]
    if places and name == "event_actors":
        where = events.select("event_id", "sentence_id", "article_id")
        frame = frame.join(where, on="event_id", how="left", maintain_order="left")
    meant = [
        pl.coalesce(*_meaning_here(column.name, frame.columns, places), looked_up(frame, column.name, everywhere))
        .replace(_NOTHING, None)
        .alias(column.name)
        for column in referring
    ]
    return frame.with_columns(meant).drop_nulls([c.name for c in referring if c.required]).select(wanted.names)


def _meaning_here(column: str, columns: Iterable[str], places: Places) -> Iterator[pl.Expr]:
    """What the cell's local id means in its mention, else its sentence, else its article, where the analyst said so."""
    if not places:
        return
    here = {f"{place} {local}": id_ or _NOTHING for (place, local), id_ in places.items()}
    for place in _PLACES:
        if place in columns:
            key = pl.concat_str(place, column, separator=" ")
            yield key.replace_strict(here, default=None, return_dtype=pl.String)


def with_added_mentions(mentions: pl.DataFrame, identities: Identities) -> pl.DataFrame:
    """The mentions and those that the analyst added, which take the place of what stood on the same words."""
    if not identities.added:
        return mentions
    added = frame_of(identities.added, "mentions").unique("mention_id", keep="last", maintain_order=True)
    others = mentions.join(added, on=["article_id", "start", "end"], how="anti")
    return _in_order(pl.concat([others, added]), mentions["article_id"])


Verdicts = Mapping[frozenset[str], bool]


def patched_rows(tables: Frames, ledger: Ledger, naming: Naming) -> tuple[dict[str, pl.DataFrame], Verdicts]:
    """The tables with every correction of rows applied, and which figures measure the same, as the analyst says.

    Only the articles that a correction is about are looked at.
    """
    anchors = (anchor for correction, anchor in anchors_of(ledger) for anchor in _both(correction, anchor))
    articles = {place[0] for anchor in anchors if (place := naming.told.place(anchor))}
    about = {kind: _of(tables[KINDS[kind]], articles) for kind in KEY_OF}
    rows = Rows(
        of={kind: {getattr(one, KEY_OF[kind]): one for one in records_of(about[kind], KINDS[kind])} for kind in KEY_OF},
        actors=_actors(tables["event_actors"], about["event"]),
        told=naming.told,
        entity=naming.one,
        country=lambda id_: naming.identities.entities[id_].iso3,
        name=lambda id_: naming.identities.entities[id_].name,
    )
    patched(rows, ledger, naming.identities.outcomes)
    return {**tables, **(_replaced(tables, rows, articles) if articles else {})}, rows.verdicts


def _both(correction: Correction, anchor: Anchor) -> Iterator[Anchor]:
    """The row's anchor and, of a correction of two rows, the other's."""
    yield anchor
    if other := read_anchor(correction.value):
        yield other


def judged(conflicts: pl.DataFrame, verdicts: Verdicts) -> pl.DataFrame:
    """The conflicts without pairs that measure different things, as the analyst says; the others' doubt removed."""
    if not verdicts:
        return conflicts
    pairs = [frozenset(pair) for pair in conflicts.select("statistic_id", "other_id").iter_rows()]
    said = pl.Series("said", [verdicts.get(pair) for pair in pairs], dtype=pl.Boolean)
    same = pl.col("said").fill_null(value=False)
    certain = conflicts.with_columns(said).filter(pl.col("said").fill_null(value=True))
    return certain.with_columns(
        kind=pl.when(same).then(pl.lit("contradiction")).otherwise("kind"),
        reason=pl.when(same).then(pl.format("{} (the same measure, says the analyst)", "reason")).otherwise("reason"),
    ).drop("said")


def _of(frame: pl.DataFrame, articles: Iterable[str]) -> pl.DataFrame:
    return frame.filter(pl.col("article_id").is_in(list(articles)))


def _actors(actors: pl.DataFrame, events: pl.DataFrame) -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = {}
    for actor in records_of(actors.join(events, on="event_id", how="semi"), "event_actors"):
        found.setdefault(actor.event_id, []).append(actor)
    return found


def _replaced(tables: Frames, rows: Rows, articles: Iterable[str]) -> dict[str, pl.DataFrame]:
    """The tables with these articles' rows as they are now."""
    fresh: dict[str, pl.DataFrame] = {}
    for kind, records in rows.of.items():
        name = KINDS[kind]
        others = tables[name].filter(~pl.col("article_id").is_in(list(articles)))
        both = pl.concat([others, frame_of(records.values(), name)])
        fresh[name] = _in_order(both, tables["articles"]["article_id"])
    events = _of(tables["events"], articles)
    others = tables["event_actors"].join(events, on="event_id", how="anti")
    mine = frame_of((actor for some in rows.actors.values() for actor in some), "event_actors")
    return fresh | {"event_actors": pl.concat([others, mine])}


def _in_order(frame: pl.DataFrame, articles: pl.Series) -> pl.DataFrame:
    """The rows article by article in this order, within one as they were."""
    rank = {id_: place for place, id_ in enumerate(articles.unique(maintain_order=True))}
    place = pl.col("article_id").replace_strict(rank, return_dtype=pl.Int64, default=len(rank))
    return frame.sort(place, maintain_order=True)
