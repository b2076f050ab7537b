"""What a saved corpus keeps of its derivation, so that its first correction costs no more than the later ones."""

import json
from collections.abc import Mapping

import polars as pl

from toolkit.corpus.build import Frames
from toolkit.corpus.deriving import articles_given, names_printed
from toolkit.corpus.frames import frame_of, records_of
from toolkit.corpus.steps import Steps
from toolkit.ledger import Apart
from toolkit.resolve import Resolution

RESOLUTION = ("ids", "entities", "apart")


def resolution_frames(steps: Steps) -> Mapping[str, pl.DataFrame]:
    """What resolution found, as frames to be saved; nothing where it was not asked."""
    if (last := steps.last("resolution")) is None:
        return {}
    (*_, apart), resolution = last
    return steps.answer("resolution as frames", _as_frames, resolution, apart)


def _as_frames(resolution: Resolution, apart: tuple[Apart, ...]) -> Mapping[str, pl.DataFrame]:
    ids = resolution.global_id
    sides = [json.dumps([sorted(side) for side in pair]) for pair in apart]
    return {
        "ids": pl.DataFrame({"local": list(ids), "meant": list(ids.values())}, schema=dict.fromkeys(_IDS, pl.String)),
        "entities": frame_of(resolution.entities.values(), "entities"),
        "apart": pl.DataFrame({"sides": sides}, schema={"sides": pl.String}),
    }


_IDS = ("local", "meant")


def recalled(as_read: Frames, tables: Frames, resolution: Frames) -> Steps:
    """The steps of the derivation that made these tables.

    Args:
        as_read: what the articles say on their own.
        tables: the corpus, as derived from that under some ledger.
        resolution: what resolution found, as `resolution_frames` gave it; it is asked again without.
    """
    steps = Steps()
    steps.recall("duplicates", tables["articles"], articles_given(as_read))
    unclustered = tables["events"].with_columns(cluster_id=pl.lit(None, pl.String))
    steps.recall("clusters", tables["events"], unclustered, tables["event_actors"])
    for name, frame in tables.items():
        steps.recall(f"{name} checked", name, frame, name)
    if resolution:
        _recall_resolution(steps, as_read, resolution)
    return steps


def _recall_resolution(steps: Steps, as_read: Frames, frames: Frames) -> None:
    entities = {entity.entity_id: entity for entity in records_of(frames["entities"], "entities")}
    found = Resolution(dict(frames["ids"].iter_rows()), entities)
    sides = (json.loads(said) for said in frames["apart"]["sides"])
    apart = tuple((frozenset(one), frozenset(other)) for one, other in sides)
    named = steps.answer("names", names_printed, as_read["mentions"])
    published = as_read["articles"].select("article_id", "published")
    steps.recall("resolution", found, as_read["entities"], named, published, apart)
