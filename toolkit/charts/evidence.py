"""What leads from a mark to its sentences: the rows of a table that it stands for, kept in the chart's own data."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from toolkit.records import key

# The column of a chart's data that says it: *events 5c0f… 77ab…*, the table and the keys of its rows.
ROWS = "rows"


def rows_of(table: str, keys: Iterable[Iterable[str]]) -> list[str]:
    """The cells of the column, one for each mark: the table, and the keys of the rows that the mark stands for."""
    return [" ".join((table, *dict.fromkeys(mine))) for mine in keys]


def rows_by(frame: pd.DataFrame, by: str | list[str], table: str) -> pd.Series:
    """The cell of every group of rows, the table's own with its key first; by the values that they are grouped by."""
    grouped = frame.groupby(by, sort=False)[frame.columns[0]]
    return grouped.agg(lambda keys: rows_of(table, [keys])[0])


def marks_of(spec: Mapping[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """Mark -> the table and the keys of the rows that it stands for, of a chart's specification.

    A mark that stands for one row is named by the row's key.
    """
    cells = {row[ROWS] for row in _data(spec) if row.get(ROWS)}
    return {mark_of(cell): (cell.split()[0], cell.split()[1:]) for cell in cells}


def mark_of(cell: str) -> str:
    """The name of the mark that stands for these rows."""
    keys = cell.split()[1:]
    return keys[0] if len(keys) == 1 else key("mark", cell)


def _data(spec: Any) -> Iterator[dict[str, Any]]:
    """The rows of all data in a specification, shared or in their place."""
    if isinstance(spec, list):
        for part in spec:
            yield from _data(part)
    elif isinstance(spec, dict):
        for name, part in spec.items():
            if name in ("datasets", "values"):
                yield from _rows(part)
            else:
                yield from _data(part)


def _rows(data: Any) -> Iterator[dict[str, Any]]:
    sets = data.values() if isinstance(data, dict) else [data]
    yield from (row for rows in sets if isinstance(rows, list) for row in rows if isinstance(row, dict))
