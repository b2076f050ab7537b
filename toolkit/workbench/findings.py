"""Pins: what the analyst has chosen for the briefing, one row each in a readable CSV file."""

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pandas as pd

from toolkit.errors import WorkbenchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One pinned row or chart: where it stands in the corpus, its evidence, and what the analyst says of it."""

    kind: str  # events, statistics, quotes, mentions or chart
    row: str  # the row's key, or the chart's name
    headline: str = ""
    note: str = ""
    article_id: str = ""
    evidence: str = ""
    start: str = ""
    end: str = ""


COLUMNS = tuple(field.name for field in fields(Finding))


def read_findings(path: Path) -> list[Finding]:
    """The pins in the order of the briefing; none where there is no file.

    Raises:
        WorkbenchError: the file is no CSV with the columns of a finding.
    """
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            missing = {"kind", "row"} - set(reader.fieldnames or ())
            rows = [{name: row.get(name) or "" for name in COLUMNS} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise WorkbenchError(
            f"the pins in {str(path)!r} cannot be read: {problem}; correct the file or delete it"
        ) from problem
    if missing:
        raise WorkbenchError(f"{path} has no column {sorted(missing)}; pins have {', '.join(COLUMNS)}")
    return [Finding(**row) for row in rows]


def write_findings(path: Path, findings: Iterable[Finding]) -> None:
    """Replace the file by these pins, at once."""
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(finding) for finding in findings)
    fresh.replace(path)


def frame_of(findings: Iterable[Finding]) -> pd.DataFrame:
    """The pins as a frame, in their order."""
    return pd.DataFrame([asdict(finding) for finding in findings], columns=list(COLUMNS), dtype="str")
