"""Checks of random rows: whether each was right, in a readable CSV file beside the corpus, one row each."""

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pandas as pd

from toolkit.errors import WorkbenchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One row that was checked: what it was when it was checked, and the answer."""

    table: str
    row: str  # the row's key
    kind: str  # its event type, unit, or type
    rule: str
    answer: str  # right or wrong
    article_id: str = ""
    text: str = ""
    who: str = ""
    when: str = ""


COLUMNS = tuple(field.name for field in fields(Check))
_ANSWERS = ("right", "wrong")


def read_checks(path: Path) -> list[Check]:
    """The checks in order, the last answer of every row; none where there is no file.

    Raises:
        WorkbenchError: the file is no CSV with the columns of a check, or an answer is neither right nor wrong.
    """
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = [{name: row.get(name) or "" for name in COLUMNS} for row in csv.DictReader(handle)]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise WorkbenchError(
            f"the checks in {str(path)!r} cannot be read: {problem}; correct the file or delete it"
        ) from problem
    if wrong := next((row for row in rows if row["answer"] not in _ANSWERS), None):
        raise WorkbenchError(f"{path} has the answer {wrong['answer']!r}; allowed are {', '.join(_ANSWERS)}")
    last = {(row["table"], row["row"]): row for row in rows}
    return [Check(**row) for row in last.values()]


def write_checks(path: Path, checks: Iterable[Check]) -> None:
    """Replace the file by these checks, at once."""
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(check) for check in checks)
    fresh.replace(path)


def checks_frame(checks: Iterable[Check]) -> pd.DataFrame:
    """The checks as a frame, with `right` as yes or no."""
    frame = pd.DataFrame([asdict(check) for check in checks], columns=list(COLUMNS), dtype="str")
    return frame.assign(right=frame["answer"] == "right")
