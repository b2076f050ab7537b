"""Every table's columns, dtypes, keys and meaning, and the checks that hold a table to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from datetime import date
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import pandas as pd

from toolkit import records
from toolkit.errors import SchemaError

DTYPES = {str: "str", int: "int64", float: "float64", bool: "bool", date: "datetime64[s]"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, whether it may be empty, and which table's key it refers to."""

    name: str
    kind: type
    meaning: str
    required: bool
    allowed: tuple[str, ...]
    key: bool
    refers: str

    @property
    def dtype(self) -> str:
        """The pandas dtype."""
        return DTYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in the order in which they are written, its key first."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    @property
    def key(self) -> list[str]:
        """The columns that identify a row; none for warnings."""
        return [column.name for column in self.columns if column.key]

    @property
    def has_evidence(self) -> bool:
        """Whether every row is a span of its article's text."""
        return {"article_id", "start", "end", "text"} <= set(self.names)


def _column(item: "Field[object]", hint: object) -> Column:
    """The column that a record's field declares."""
    union = get_origin(hint) in (Union, UnionType)
    options = [part for part in get_args(hint) if part is not type(None)] if union else [hint]
    allowed = tuple(value for part in options if get_origin(part) is Literal for value in get_args(part))
    kind = str if allowed else next(part for part in options if isinstance(part, type))
    return Column(name=item.name, kind=kind, required=not union, allowed=allowed, **item.metadata)


def _table(name: str, record: type) -> Table:
    hints = get_type_hints(record)
    columns = [_column(item, hints[item.name]) for item in fields(record)]
    columns.sort(key=lambda column: not column.key)
    return Table(name, (record.__doc__ or "").splitlines()[0], tuple(columns))


RECORDS: dict[str, type] = {
    "articles": records.Article,
    "sentences": records.Sentence,
    "mentions": records.Mention,
    "entities": records.Entity,
    "aliases": records.Alias,
    "events": records.Event,
    "event_actors": records.Actor,
    "statistics": records.Statistic,
    "conflicts": records.Conflict,
    "quotes": records.Quote,
    "dates": records.Date,
    "warnings": records.Warning,
}
TABLES: dict[str, Table] = {name: _table(name, record) for name, record in RECORDS.items()}


def table(name: str) -> Table:
    """The table of that name.

    Raises:
        SchemaError: there is no such table.
    """
    if name not in TABLES:
        raise SchemaError(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")
    return TABLES[name]


def check(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame itself, once its columns, dtypes, required cells, values and keys are those of the table.

    Raises:
        SchemaError: with every fault found, one a line.
    """
    if faults := list(_faults(frame, table(name))):
        raise SchemaError(f"table {name} breaks its contract:\n" + "\n".join(f"  {fault}" for fault in faults))
    return frame


def _faults(frame: pd.DataFrame, wanted: Table) -> Iterator[str]:
    if list(frame.columns) != wanted.names:
        yield f"columns are {list(frame.columns)}, should be {wanted.names}"
        return
    for column in wanted.columns:
        yield from _column_faults(frame[column.name], column)
    if wanted.key and frame.duplicated(wanted.key).any():
        twice = frame.loc[frame.duplicated(wanted.key), wanted.key].iloc[0].to_list()
        yield f"key {wanted.key} is not unique, for example {twice}"


def _column_faults(cells: pd.Series, column: Column) -> Iterator[str]:
    if str(cells.dtype) != column.dtype:
        yield f"{column.name} is {cells.dtype}, should be {column.dtype}"
    if column.required and cells.isna().any():
        yield f"{column.name} is empty in {int(cells.isna().sum())} rows, it is required"
    if column.allowed and (strange := set(cells.dropna().unique()) - set(column.allowed)):
        yield f"{column.name} holds {sorted(strange)}, allowed are {', '.join(column.allowed)}"


def problems(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Every fault of a whole corpus, in words: contracts, references between tables, and evidence in the text."""
    found: list[str] = []
    for name, frame in tables.items():
        found += [f"{name}: {fault}" for fault in _faults(frame, table(name))]
    if not found:
        found += _dangling(tables)
        found += _misquoted(tables)
    return found


def _dangling(tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """References to rows that do not exist."""
    for name, frame in tables.items():
        for column in table(name).columns:
            target = tables.get(column.refers)
            if target is None:
                continue
            lost = set(frame[column.name].dropna()) - set(target[table(column.refers).key[0]])
            if lost:
                yield f"{name}.{column.name}: {len(lost)} values are not in {column.refers}, for example {min(lost)}"


def _misquoted(tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Rows whose text is not what stands at their offsets."""
    texts = dict(zip(tables["articles"]["article_id"], tables["articles"]["text"], strict=True))
    for name, frame in tables.items():
        if name == "articles" or not table(name).has_evidence:
            continue
        yield from _misquotes(
            name, zip(frame["article_id"], frame["start"], frame["end"], frame["text"], strict=True), texts
        )
        if name == "events":
            triggers = zip(
                frame["article_id"], frame["trigger_start"], frame["trigger_end"], frame["trigger"], strict=True
            )
            yield from _misquotes("events.trigger", triggers, texts)


def _misquotes(name: str, spans: Iterable[tuple[str, int, int, str]], texts: Mapping[str, str]) -> Iterator[str]:
    wrong = [(a, start, end, said) for a, start, end, said in spans if texts[a][start:end] != said or start >= end]
    if wrong:
        article, start, end, said = wrong[0]
        place = f"{start}:{end} of {article}"
        yield f"{name}: {len(wrong)} rows are not what the text says, for example {said!r} at {place}"
