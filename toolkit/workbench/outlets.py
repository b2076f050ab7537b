"""What the analyst says of outlets: country, whether the state owns it, how reliable it is; a readable CSV file."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from toolkit.errors import WorkbenchError

# The letters of the grading of sources that services share (NATO AJP-2.1, Admiralty system).
RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
STATE_OWNED = ("", "yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet as the analyst rates it; what she has not said is empty."""

    name: str
    country: str = ""
    state_owned: str = ""
    reliability: str = ""
    note: str = ""

    def words(self) -> str:
        """*state-owned, China, reliability C*; nothing where nothing is known."""
        told = [
            "state-owned" if self.state_owned == "yes" else "",
            self.country,
            f"reliability {self.reliability}" if self.reliability else "",
        ]
        return ", ".join(filter(None, told))


COLUMNS = tuple(field.name for field in fields(Outlet))


def read_outlets(path: Path) -> dict[str, Outlet]:
    """The outlets by name; none where there is no file.

    Raises:
        WorkbenchError: the file is no CSV with names, or a cell is not one of those allowed.
    """
    if not path.exists():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = [{name: (row.get(name) or "").strip() for name in COLUMNS} for row in csv.DictReader(handle)]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise WorkbenchError(
            f"the outlets in {str(path)!r} cannot be read: {problem}; correct the file or delete it"
        ) from problem
    for row in rows:
        _check(path, row)
    return {row["name"]: Outlet(**row) for row in rows}


def _check(path: Path, row: Mapping[str, str]) -> None:
    for column, allowed in (("state_owned", STATE_OWNED), ("reliability", ("", *RELIABILITY))):
        if row[column] not in allowed:
            said = ", ".join(filter(None, allowed))
            raise WorkbenchError(f"{path}: the {column} of {row['name']!r} is {row[column]!r}; allowed are {said}")


def write_outlets(path: Path, outlets: Iterable[Outlet]) -> None:
    """Replace the file by these outlets, at once."""
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(outlet) for outlet in outlets)
    fresh.replace(path)
