"""JSON Lines: one article a line, an object with at least a `text`."""

import json
from collections.abc import Iterator
from pathlib import Path

from toolkit.ingest.encoding import read_text, shown
from toolkit.ingest.raw import Raw, raw_article, unread
from toolkit.records import Warning


def json_line_articles(path: Path) -> Iterator[Raw | Warning]:
    """The articles of a JSONL file; a broken line is a warning and costs no other line."""
    text = yield from read_text(path)
    # Only line feeds separate lines: other line separators may stand inside a JSON string.
    for number, line in enumerate((text or "").split("\n"), start=1):
        if line.strip():
            yield from _line_article(line, f"{shown(path)}#{number}", number)


def _line_article(line: str, path: str, number: int) -> Iterator[Raw | Warning]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        fault = str(problem).split(": line 1", 1)[0]  # the library counts lines within the line
        reason = f"line {number} is not JSON, {fault}: {line[:40]!r}; one object a line is allowed, correct the line"
        yield unread(path, "bad_line", reason)
        return
    if isinstance(row, dict):
        yield from raw_article(row, path)
    else:
        reason = f"line {number} is a JSON {type(row).__name__}: {line[:40]!r}; only an object with a 'text' is allowed"
        yield unread(path, "bad_line", reason)
