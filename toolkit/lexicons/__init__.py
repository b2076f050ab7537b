"""Linguistic and world knowledge, as CSV files that an analyst can read and extend. README.md describes each."""

import csv
import hashlib
from functools import cache
from importlib.resources import files
from io import StringIO


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The entries of `<name>.csv`, every cell a string, empty where nothing is known."""
    return tuple(csv.DictReader(StringIO(files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8"))))


@cache
def version() -> str:
    """A short hash of every lexicon, so that a corpus can say which ones made it."""
    digest = hashlib.sha256()
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".csv"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
