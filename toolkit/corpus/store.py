"""A corpus on disk: Parquet tables in a snapshot folder, and `corpus.json`, which names the snapshot that counts.

A save writes a new snapshot beside the old one and then replaces `corpus.json`, which is atomic: whoever reads sees
the old corpus or the new one, never half of one. Other files in the folder (corrections, selections) are left alone.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import polars as pl
from filelock import FileLock

from toolkit.corpus.build import AS_READ
from toolkit.corpus.tablefiles import writing
from toolkit.errors import CorpusError
from toolkit.schema import TABLES

FORMAT = 2
_INDEX = "corpus.json"
_OUTCOMES = "outcomes.parquet"
_KEPT = 5  # snapshots beside the one that counts


@dataclass(frozen=True, slots=True)
class Stored:
    """What a corpus holds: its tables and as-read rows, lazily, what made it, and what became of corrections."""

    tables: Mapping[str, pl.LazyFrame]
    as_read: Mapping[str, pl.LazyFrame]
    made: Mapping[str, str]
    outcomes: pl.DataFrame


def save(folder: Path, stored: Stored) -> None:
    """Write a snapshot and make it the corpus of the folder; the folder is made where it is missing.

    Raises:
        CorpusError: the folder cannot be written.
    """
    with writing(folder), FileLock(folder / ".lock"):
        snapshot = folder / f"snapshot-{uuid4().hex[:12]}"
        _write(stored.tables, snapshot)
        _write(stored.as_read, snapshot / "as_read")
        stored.outcomes.write_parquet(snapshot / _OUTCOMES)
        index = folder / f"{_INDEX}.new"
        index.write_text(
            json.dumps({"format": FORMAT, "snapshot": snapshot.name, "made": dict(stored.made)}, indent=2),
            encoding="utf-8",
        )
        index.replace(folder / _INDEX)
        _forget(folder, keep=snapshot)


def _forget(folder: Path, *, keep: Path) -> None:
    """Remove all snapshots but the one that counts and the newest before it, which others may still be reading."""
    others = sorted((old for old in folder.glob("snapshot-*") if old != keep), key=lambda old: old.stat().st_mtime)
    for old in others[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _write(frames: Mapping[str, pl.LazyFrame], folder: Path) -> None:
    folder.mkdir()
    for name, frame in frames.items():
        frame.collect().write_parquet(folder / f"{name}.parquet")


def load(folder: Path) -> Stored:
    """The corpus saved in the folder.

    Raises:
        CorpusError: there is none, it was written by another format version, or a table is missing.
    """
    try:
        index = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
        snapshot, made = folder / index["snapshot"], index["made"]
    except (OSError, ValueError, KeyError) as problem:
        raise CorpusError(
            f"there is no saved corpus in {str(folder)!r}: {problem}. Save one with corpus.save({str(folder)!r})."
        ) from problem
    if index.get("format") != FORMAT:
        raise CorpusError(
            f"{str(folder)!r} has format {index.get('format')!r}, this version reads {FORMAT}; build the corpus again."
        )
    frames = _scan(snapshot, TABLES), _scan(snapshot / "as_read", AS_READ)
    return Stored(*frames, made, pl.read_parquet(snapshot / _OUTCOMES))


def _scan(folder: Path, names: Mapping[str, object] | tuple[str, ...]) -> dict[str, pl.LazyFrame]:
    missing = [name for name in names if not (folder / f"{name}.parquet").is_file()]
    if missing:
        raise CorpusError(f"{str(folder)!r} lacks {', '.join(missing)}; the save was damaged, build the corpus again.")
    return {name: pl.scan_parquet(folder / f"{name}.parquet") for name in names}
