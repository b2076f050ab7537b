"""Rows of the tables in words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.corpus import event_label
from toolkit.lexicons.hedging import with_hedge


def word(cell: Any) -> str:
    """A cell in words; nothing where nothing is known."""
    return "" if cell is None or pd.isna(cell) else str(cell)


def whom(row: Mapping[Any, Any]) -> str:
    """With or to whom; nothing where somebody met at a place, and only the place is told, as of a visit."""
    is_visit = row["to_whom"] == row["where"] and row["did_what"] == event_label("CONSULT", row["status"])
    return "" if is_visit else word(row["to_whom"])


def told(row: Mapping[Any, Any]) -> str:
    """An event: *14 Nov 2024: Antony Blinken met or talked, with or to Takeshi Iwaya, in Lima*."""
    when, who = word(row["when"]), word(row["who"])
    others, where = whom(row), word(row["where"])
    parts = [
        f"{when}: " if when else "",
        f"{who or 'not stated who'}: {row['did_what']}",
        f", with or to {others}" if others else "",
        f", in {where}" if where else "",
    ]
    return "".join(parts)


def measured(row: Mapping[Any, Any]) -> str:
    """What a figure measures, with what it is a share of where the measure does not name that."""
    measure, base = word(row["measure"]), word(row["base"])
    return f"{measure} (of {base})".strip() if base and base.lower() not in measure.lower() else measure


def figure(row: Mapping[Any, Any]) -> str:
    """The figure as printed, with its hedge and direction: *about 40%*, *12% (rise)*."""
    direction = word(row["direction"])
    return with_hedge(row["printed"], word(row["approx"])) + (f" ({direction})" if direction else "")
