"""Stars in a table as pins of the workbench."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from toolkit.corpus import Corpus
from toolkit.workbench import Finding, Workbench


def pinned(workbench: Workbench) -> list[str]:
    """The keys of the rows that are pinned."""
    return [finding.row for finding in workbench.findings()]


def set_pins(workbench: Workbench, corpus: Corpus, table: str, before: Iterable[str], after: Iterable[str]) -> None:
    """Pin the rows that were starred since, with their evidence, and take back the others."""
    was, now = set(before), set(after)
    for finding in workbench.findings():
        if finding.row in was - now:
            workbench.unpin(finding)
    rows = corpus.table(table)
    for row in rows[rows[rows.columns[0]].isin(now - was)].to_dict("records"):
        workbench.pin(_finding(table, row))


def _finding(table: str, row: Mapping[Hashable, Any]) -> Finding:
    key = next(iter(row.values()))
    place = {name: str(row[name]) for name in ("article_id", "start", "end")}
    return Finding(kind=table, row=str(key), evidence=str(row["text"]), **place)
