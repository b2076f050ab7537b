"""A corpus on disk: Parquet tables in a snapshot folder, and `corpus.json`, which names the snapshot that counts.

A save writes a new snapshot beside the old one and then replaces `corpus.json`, which is atomic: whoever reads sees
the old corpus or the new one, never half of one. Other files in the folder (corrections, selections) are left alone.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import uuid4

import polars as pl
from filelock import FileLock

from toolkit.corpus.build import AS_READ
from toolkit.corpus.recalling import RESOLUTION
from toolkit.corpus.steps import Steps
from toolkit.corpus.tablefiles import writing
from toolkit.errors import CorpusError
from toolkit.records import key
from toolkit.schema import TABLES

FORMAT = 2
_INDEX = "corpus.json"
_OUTCOMES = "outcomes.parquet"
_AS_READ, _RESOLUTION = "as_read", "resolution"
ARTICLES_DIGEST = "as_read/articles.parquet digest"
_KEPT = 50  # snapshots beside the one that counts; what they share is on the disk once


@dataclass(frozen=True, slots=True)
class Stored:
    """What a corpus holds: its tables and as-read rows, lazily, what made it, and what became of corrections.

    `resolution` is what names meant before any correction, where that is kept.
    """

    tables: Mapping[str, pl.LazyFrame]
    as_read: Mapping[str, pl.LazyFrame]
    made: Mapping[str, str]
    outcomes: pl.DataFrame
    resolution: Mapping[str, pl.DataFrame] = field(default_factory=dict)


def save(folder: Path, stored: Stored, steps: Steps) -> None:
    """Write a snapshot and make it the corpus of the folder; the folder is made where it is missing.

    Tables that are in the snapshot before it are not written again but shared with it.

    Raises:
        CorpusError: the folder cannot be written.
    """
    with writing(folder), FileLock(folder / ".lock"):
        before = _index(folder) or {}
        snapshot = folder / f"snapshot-{uuid4().hex[:12]}"
        (snapshot / _AS_READ).mkdir(parents=True)
        (snapshot / _RESOLUTION).mkdir()
        digests = {path: steps.answer(f"{path} digest", digest, frame) for path, frame in _files(stored)}
        same = {path for path, known in before.get("digests", {}).items() if digests.get(path) == known}
        for path, frame in _files(stored):
            _write(frame, snapshot / path, known=folder / before["snapshot"] / path if path in same else None)
        stored.outcomes.write_parquet(snapshot / _OUTCOMES)
        index = folder / f"{_INDEX}.new"
        told = {"format": FORMAT, "snapshot": snapshot.name, "made": dict(stored.made), "digests": digests}
        index.write_text(json.dumps(told, indent=2), encoding="utf-8")
        index.replace(folder / _INDEX)
        _forget(folder, keep=snapshot)


def digest(frame: pl.DataFrame) -> str:
    """What tells frames of other rows apart; of this version of Polars, since the hash of a row is."""
    rows = frame.hash_rows(seed=1).to_numpy().tobytes() if frame.width else b""
    return key(pl.__version__, frame.schema, blake2b(rows, digest_size=16).hexdigest())


def holds(folder: Path, articles: str, made: Mapping[str, str]) -> bool:
    """Whether the folder's corpus has the articles of that digest, as the same programs read them."""
    index = _index(folder) or {}
    programs = {name: version for name, version in index.get("made", {}).items() if name != "corrections"}
    same = programs.items() <= made.items()
    return same and index.get("digests", {}).get(f"{_AS_READ}/articles.parquet") == articles


def _index(folder: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if found.get("format") == FORMAT else None


def _files(stored: Stored) -> Iterator[tuple[str, pl.DataFrame]]:
    """Every file of a snapshot and what stands in it."""
    yield from ((f"{name}.parquet", frame.collect()) for name, frame in stored.tables.items())
    yield from ((f"{_AS_READ}/{name}.parquet", frame.collect()) for name, frame in stored.as_read.items())
    yield from ((f"{_RESOLUTION}/{name}.parquet", frame) for name, frame in stored.resolution.items())


def _write(frame: pl.DataFrame, path: Path, *, known: Path | None) -> None:
    """Write the frame, or share the file that has it already, where the disk can."""
    if known is not None:
        with suppress(OSError):
            os.link(known, path)
            return
    frame.write_parquet(path)


def _forget(folder: Path, *, keep: Path) -> None:
    """Remove all snapshots but the one that counts and the newest before it, which others may still be reading."""
    others = sorted((old for old in folder.glob("snapshot-*") if old != keep), key=lambda old: old.stat().st_mtime)
    for old in others[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


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
    frames = _scan(snapshot, TABLES), _scan(snapshot / _AS_READ, AS_READ)
    return Stored(*frames, made, pl.read_parquet(snapshot / _OUTCOMES), _resolution(snapshot / _RESOLUTION))


def _resolution(folder: Path) -> dict[str, pl.DataFrame]:
    """What names meant before any correction; nothing where that was not kept."""
    paths = {path.stem: path for path in sorted(folder.glob("*.parquet"))}
    return {name: pl.read_parquet(path) for name, path in paths.items()} if set(paths) == set(RESOLUTION) else {}


def _scan(folder: Path, names: Mapping[str, object] | tuple[str, ...]) -> dict[str, pl.LazyFrame]:
    missing = [name for name in names if not (folder / f"{name}.parquet").is_file()]
    if missing:
        raise CorpusError(f"{str(folder)!r} lacks {', '.join(missing)}; the save was damaged, build the corpus again.")
    return {name: pl.scan_parquet(folder / f"{name}.parquet") for name in names}
