"""CSV and TSV: a header, then one article a row."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from toolkit.ingest.encoding import read_text, shown
from toolkit.ingest.raw import COLUMNS, Raw, raw_article, unread
from toolkit.records import Warning

LONGEST_CELL = 2**31 - 1


def delimited_articles(path: Path) -> Iterator[Raw | Warning]:
    """The articles of a CSV or TSV file; a broken row is a warning, the rows after it are read."""
    text = yield from read_text(path)
    if text is None:
        return
    csv.field_size_limit(LONGEST_CELL)  # the library's own limit of 131,072 characters is less than a long report
    rows = _rows(text, "\t" if path.suffix.lower() == ".tsv" else _delimiter(text))
    header = next(rows, [])
    if isinstance(header, csv.Error) or not _has_text(header):
        reason = f"the header has no text column: {header!s:.80}; name one of {', '.join(COLUMNS['text'])}"
        yield unread(shown(path), "no_text_column", reason)
        return
    for number, cells in enumerate(rows, start=1):
        yield from _row_article(cells, header, f"{shown(path)}#{number}", number)


def _rows(text: str, delimiter: str) -> Iterator[list[str] | csv.Error]:
    """Every row that is not blank, or the error in its place."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield problem
        else:
            if any(cell.strip() for cell in cells):
                yield cells


def _row_article(cells: list[str] | csv.Error, header: list[str], path: str, number: int) -> Iterator[Raw | Warning]:
    if isinstance(cells, csv.Error):
        reason = f"row {number} is broken: {cells}; double the quotation marks inside quoted cells and close them all"
        yield unread(path, "bad_row", reason)
    elif len(cells) > len(header):
        reason = f"row {number} has {len(cells)} cells, the header {len(header)}; put cells with a delimiter in quotes"
        yield unread(path, "bad_row", reason)
    else:
        yield from raw_article(dict(zip(header, cells, strict=False)), path)


def _delimiter(text: str) -> str:
    """The character that separates the header's names."""
    header = text.lstrip().split("\n", 1)[0]
    return max(",;\t|", key=header.count)


def _has_text(header: list[str]) -> bool:
    return any(name.strip().lower().replace(" ", "_") in COLUMNS["text"] for name in header)
