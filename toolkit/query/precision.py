"""How often the machine is right: random rows for the analyst to check, and what her answers say of all rows."""

from collections.abc import Collection, Mapping
from math import sqrt

import pandas as pd

from toolkit.corpus import Corpus
from toolkit.errors import SchemaError

# What tells the rows of a table apart by kind.
KINDS: Mapping[str, str] = {
    "events": "event_type",
    "statistics": "unit",
    "quotes": "kind",
    "mentions": "type",
    "dates": "type",
}
_95_PERCENT = 1.959964


def sampled(
    corpus: Corpus, table: str, *, number: int = 50, seed: int = 1, without: Collection[str] = ()
) -> pd.DataFrame:
    """Random rows of a table, every row as likely as any other; those of copies and of the analyst are left out.

    Args:
        corpus: whose rows.
        table: `events`, `statistics`, `quotes`, `mentions` or `dates`.
        number: how many at the most.
        seed: equal seeds give equal rows.
        without: keys of rows that have been checked already.

    Raises:
        SchemaError: rows of that table are not checked.
    """
    if table not in KINDS:
        raise SchemaError(f"rows of {table!r} are not checked one by one; choose from {', '.join(KINDS)}")
    rows, articles = corpus.table(table), corpus.articles
    originals = articles.loc[articles["duplicate_of"].isna(), "article_id"]
    open_ = rows["article_id"].isin(originals) & (rows["rule"] != "analyst") & ~rows.iloc[:, 0].isin(list(without))
    found = rows[open_].sort_values(rows.columns[0])
    return found.sample(min(number, len(found)), random_state=seed).reset_index(drop=True)


def precision(checks: pd.DataFrame, by: str = "table") -> pd.DataFrame:
    """Which share of the rows checked is right, with the interval that holds the share of all rows with 95%.

    What the machine missed is not in it: this is precision, not recall.

    Args:
        checks: one row a check, with the columns `table`, `kind`, `rule` and `right`.
        by: `table`, `kind` or `rule`.

    Returns:
        The columns table, kind or rule (where asked for), checked, right, precision, low, high; most checked first.
    """
    keys = ["table"] if by == "table" else ["table", by]
    counted = checks.groupby(keys)["right"].agg(checked="size", right="sum").reset_index()
    ends = [wilson(right, checked) for right, checked in zip(counted["right"], counted["checked"], strict=True)]
    counted["precision"] = counted["right"] / counted["checked"]
    counted["low"], counted["high"] = [low for low, _ in ends], [high for _, high in ends]
    return counted.sort_values(["checked", *keys], ascending=[False, *(True for _ in keys)]).reset_index(drop=True)


def wilson(right: int, checked: int) -> tuple[float, float]:
    """The ends of the 95% score interval of a share (Wilson 1927), which holds for few and for one-sided answers too.

    Raises:
        ValueError: nothing was checked, or more is right than was checked.
    """
    if not 0 <= right <= checked or not checked:
        raise ValueError(f"{right} right of {checked} checked is no share")
    share, square = right / checked, _95_PERCENT**2
    centre = share + square / (2 * checked)
    half = _95_PERCENT * sqrt(share * (1 - share) / checked + square / (4 * checked**2))
    whole = 1 + square / checked
    return max(0.0, (centre - half) / whole), min(1.0, (centre + half) / whole)
