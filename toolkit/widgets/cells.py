"""Cells as people read them, and a page of them without script."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.widgets.tables import said

STYLE = Path(__file__).parent / "static" / "table.css"
# A column is as wide as nearly all of its cells; longer ones are broken into lines.
_LOOKED_AT, _NEARLY_ALL = 500, 0.8
_NARROWEST, _SHORT, _WIDEST = 4, 12, 12
_SENTENCE, _SENTENCE_WIDTH = 60, 24  # sentences get more


def texts(cells: pd.Series) -> list[str]:
    """The cells in words; nothing where nothing is known."""
    return ["" if missing else said(cell) for cell, missing in zip(cells, cells.isna(), strict=True)]


def searchable(frame: pd.DataFrame) -> pd.Series:
    """The words of every row in one string, without case."""
    joined = map("\n".join, zip(*(texts(frame[name]) for name in frame.columns), strict=True))
    return pd.Series([words.casefold() for words in joined], index=frame.index, dtype="str")


def is_numeric(cells: pd.Series) -> bool:
    """Whether the cells are numbers, which stand on the right."""
    return pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells)


def column_width(heading: str, cells: pd.Series) -> int:
    """How many characters wide the column is drawn."""
    lengths = pd.Series([len(text) for text in texts(cells.dropna().head(_LOOKED_AT))] or [0])
    longest = int(lengths.max())
    usual = max(len(heading) + 2, longest if longest <= _SHORT else int(lengths.quantile(_NEARLY_ALL)))
    return min(max(usual, _NARROWEST), _SENTENCE_WIDTH if usual > _SENTENCE else _WIDEST)


def page_of_table(
    label: str, columns: Iterable[Mapping[str, Any]], rows: Sequence[tuple[str, Sequence[str]]], *, total: int
) -> str:
    """The rows as HTML, every character of them escaped; in the classes that the widget draws."""
    headings = "".join(f"<th>{escape(column['heading'])}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for _, cells in rows)
    style = STYLE.read_text(encoding="utf-8")
    return (
        f'<style>{style}</style><div class="tk-table"><p class="tk-count">{len(rows):,} of {total:,} '
        f'{escape(label)}; run the notebook to see the others</p><div class="tk-scroll">'
        f"<table><thead><tr>{headings}</tr></thead><tbody>{body}</tbody></table></div></div>"
    )
