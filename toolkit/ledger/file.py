"""The corrections file: read row by row, written one row at a time, never rewritten behind the analyst's back."""

import csv
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from filelock import FileLock

from toolkit.errors import LedgerError
from toolkit.ledger.actions import fault

COLUMNS = ("action", "target", "value", "scope", "reason", "who", "when")


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the file: what is done to what; `line` is where it stands once it is written."""

    action: str
    target: str
    value: str = ""
    scope: str = ""
    line: int = 0

    def __str__(self) -> str:
        """The correction in words."""
        return f"{self.action} {self.target}{f' → {self.value}' if self.value else ''}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The corrections of one file in order, and the rows that could not be read, each with the reason."""

    path: str | None = None
    corrections: tuple[Correction, ...] = ()
    faults: tuple[tuple[Correction, str], ...] = ()


def read_ledger(path: str | Path | None) -> Ledger:
    """The corrections of a file; a malformed row is reported with its line number and skipped.

    Raises:
        LedgerError: there is no such file, it is not UTF-8, or it has no action and target columns.
    """
    if path is None:
        return Ledger()
    written = [(line, row, fault(row)) for line, row in _rows(Path(path))]
    good = tuple(_correction(line, row) for line, row, wrong in written if not wrong)
    bad = tuple((_correction(line, row), wrong) for line, row, wrong in written if wrong)
    return Ledger(str(path), good, bad)


def _correction(line: int, row: dict[str, str]) -> Correction:
    scope = "" if row["scope"] == "everywhere" else row["scope"]
    return Correction(row["action"], row["target"], row["value"], scope, line)


def add_corrections(path: str | Path, corrections: Iterable[Correction], *, reason: str = "") -> None:
    """Write corrections into the file, which is made where it is missing: all of them, or none.

    Raises:
        LedgerError: one is not sound, or the file cannot be written.
    """
    who, when = getuser(), datetime.now(tz=UTC).isoformat(timespec="seconds")
    cells = ((one.action, one.target, one.value, one.scope) for one in corrections)
    told = [dict(zip(COLUMNS, (*four, " ".join(reason.split()), who, when), strict=True)) for four in cells]
    if wrong := next(filter(None, map(fault, told)), None):
        raise LedgerError(wrong)
    try:
        with FileLock(f"{path}.lock"):
            _append(Path(path), told)
    except (OSError, UnicodeDecodeError) as problem:
        raise LedgerError(f"the corrections file {str(path)!r} cannot be written: {problem}") from problem


def take_back(path: str | Path, line: int) -> bool:
    """Delete the row that ends on that line, and leave every other character as it is; whether there was one.

    Raises:
        LedgerError: the file cannot be read or written.
    """
    try:
        with FileLock(f"{path}.lock"):
            return _without(Path(path), line)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise LedgerError(f"the corrections file {str(path)!r} cannot be changed: {problem}") from problem


def _without(path: Path, line: int) -> bool:
    """Put a file without the row in the place of this one, at once; a row can fill several lines."""
    with path.open(encoding="utf-8", newline="") as handle:
        lines = handle.readlines()
    reader = csv.reader(lines)
    ends = [reader.line_num for _ in reader]
    if line not in ends[1:]:
        return False
    first = ends[ends.index(line) - 1]
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as handle:
        handle.writelines([*lines[:first], *lines[line:]])
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(path)
    return True


def _append(path: Path, rows: list[dict[str, str]]) -> None:
    """The rows behind the last one, in the file's own columns; an editor may have left it without its line end."""
    written = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    columns = next(csv.reader(written.splitlines()), list(COLUMNS))
    if lacking := [name for name in ("action", "target", "value", "scope") if name not in columns]:
        raise LedgerError(f"{path} lacks the columns {', '.join(lacking)}; a corrections file has {', '.join(COLUMNS)}")
    with path.open("a", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns, restval="", extrasaction="ignore", lineterminator="\n")
        if not written:
            writer.writeheader()
        elif not written.endswith("\n"):
            handle.write("\n")
        writer.writerows(rows)
        handle.flush()
        os.fsync(handle.fileno())


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows with their line numbers; a cell that is not there is empty, cells beyond the columns are left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            columns = list(reader.fieldnames or ())
            found = [(reader.line_num, {name: (row.get(name) or "").strip() for name in COLUMNS}) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise LedgerError(f"the corrections file {str(path)!r} cannot be read: {problem}. Give UTF-8 CSV.") from problem
    if not {"action", "target"} <= set(columns):
        raise LedgerError(f"{path} has the columns {columns}; a corrections file has {', '.join(COLUMNS)}")
    return found
