"""Tables as files that other programs read: one CSV or Parquet file a table."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pandas as pd

from toolkit.errors import CorpusError
from toolkit.schema import TABLES

Format = Literal["csv", "parquet"]


def write_tables(tables: Iterable[tuple[str, pd.DataFrame]], folder: str | Path, *, format: Format = "csv") -> None:  # noqa: A002 - the command line calls it so
    """Write `<folder>/<table>.<format>` for every table, raw: offsets and numbers exactly as they are.

    CSV is UTF-8 with a header; a missing cell is empty, booleans are True and False, dates ISO 8601.

    Raises:
        CorpusError: the folder or a file in it cannot be written.
    """
    with writing(folder):
        for name, frame in tables:
            path = Path(folder) / f"{name}.{format}"
            if format == "csv":
                frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
            else:
                frame.to_parquet(path, index=False)


@contextmanager
def writing(folder: str | Path) -> Iterator[None]:
    """Make the folder where it is missing, and let what is written inside fail in words.

    Raises:
        CorpusError: the folder or a file in it cannot be written.
    """
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        yield
    except OSError as problem:
        raise CorpusError(
            f"{str(folder)!r} cannot be written: {problem}; name a folder that you may write to"
        ) from problem


def read_tables(folder: str | Path) -> dict[str, pd.DataFrame]:
    """The tables that `write_tables` wrote, with the dtypes of their schema.

    Raises:
        CorpusError: a table has no file, or its cells are not of the column's kind.
    """
    return {name: _read_table(Path(folder), name) for name in TABLES}


def _read_table(folder: Path, name: str) -> pd.DataFrame:
    dtypes = {column.name: column.dtype for column in TABLES[name].columns}
    try:
        if (path := folder / f"{name}.parquet").is_file():
            frame = pd.read_parquet(path)
        else:
            frame = pd.read_csv(folder / f"{name}.csv", dtype="str", keep_default_na=False, na_values=[""])
            frame = frame.replace({"True": True, "False": False}) if "bool" in dtypes.values() else frame
        return frame.astype({column: dtype for column, dtype in dtypes.items() if column in frame})
    except (OSError, ValueError, TypeError) as problem:
        raise CorpusError(f"table {name} cannot be read from {str(folder)!r}: {problem}") from problem
