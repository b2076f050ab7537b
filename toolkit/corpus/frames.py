"""Records to Polars frames, and Polars frames to the pandas frames that people see."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

import pandas as pd
import polars as pl

from toolkit.records import Article
from toolkit.schema import RECORDS, TABLES, Table, table

_POLARS = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, date: pl.Date}


def polars_schema(wanted: Table) -> dict[str, Any]:
    """Column name -> Polars dtype, in the table's order."""
    return {column.name: _POLARS[column.kind] for column in wanted.columns}


def frame_of(records: Iterable[object], name: str) -> pl.DataFrame:
    """The records of one table as a frame with the table's columns and dtypes."""
    schema = polars_schema(table(name))
    values = attrgetter(*schema)
    return pl.DataFrame([values(record) for record in records], schema=schema, orient="row")


def records_of(frame: pl.DataFrame, name: str) -> Iterator[Any]:
    """The frame's rows as records of their table."""
    record = RECORDS[name]
    return (record(**row) for row in frame.iter_rows(named=True))


def empty(name: str) -> pl.DataFrame:
    """The table without rows."""
    return pl.DataFrame(schema=polars_schema(table(name)))


def to_pandas(frame: pl.DataFrame, name: str) -> pd.DataFrame:
    """The pandas frame that people see: text, dates and numbers in pandas' own dtypes, missing as NaN or NaT."""
    dtypes = {column.name: column.dtype for column in table(name).columns}
    return frame.to_pandas().astype(dtypes)


def from_pandas(frame: pd.DataFrame, name: str) -> pl.DataFrame:
    """A pandas frame of this table, as Polars; columns that it lacks are empty, foreign ones are left out."""
    schema = polars_schema(table(name))
    known = frame.reindex(columns=list(schema))
    return pl.from_pandas(known.astype(object).where(known.notna(), None), schema_overrides=schema)


def articles_of(frame: pd.DataFrame) -> list[Article]:
    """The rows of an articles frame as records, missing cells as None."""
    rows = frame.reindex(columns=TABLES["articles"].names).astype(object)
    return [Article(**_plain(row)) for row in rows.where(rows.notna(), None).to_dict("records")]


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Cells as plain Python values: timestamps become days, numpy integers ints, absent cells their defaults."""
    known = {str(name): cell for name, cell in row.items() if cell is not None}
    days = {name: cell.date() for name, cell in known.items() if isinstance(cell, pd.Timestamp)}
    return known | days | {"n_words": int(known.get("n_words", 0))}
