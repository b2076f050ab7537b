"""One chart or table to one file that opens anywhere, without a network."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import vl_convert

from toolkit.errors import BriefingError

TABLES = (".csv", ".html", ".json")
CHARTS = (".png", ".svg", ".pdf", ".html", ".json")
# Two pixels to the point: sharp on a slide.
_PIXELS_PER_INCH = 144
# What spreadsheets take for a formula when a cell begins with it (OWASP, CSV injection).
_FORMULA = re.compile(r"^[=+\-@\t\r]")


def export(what: Any, path: str | Path) -> Path:
    """Write a chart or a table; the ending of the path says as what.

    Text cells of tables that a spreadsheet would run as a formula get an apostrophe in front; numbers stay numbers.

    Args:
        what: a chart of `toolkit.charts`, or any frame.
        path: charts end in `.png`, `.svg`, `.pdf`, `.html` or `.json`, tables in `.csv`, `.html` or `.json`.

    Raises:
        BriefingError: the ending is none of these, or the file cannot be written.
    """
    path = Path(path)
    if isinstance(what, pd.DataFrame):
        return written(path, _table(what, _ending(path, "table", TABLES)))
    return written(path, drawn_as(_ending(path, "chart", CHARTS), what.to_dict()))


def _ending(path: Path, kind: str, allowed: tuple[str, ...]) -> str:
    suffix = path.suffix.lower()
    if suffix not in allowed:
        raise BriefingError(f"a {kind} cannot be written as {suffix or path.name!r}; end it in {', '.join(allowed)}")
    return suffix


def written(path: Path, content: bytes) -> Path:
    """The path, with the content in it.

    Raises:
        BriefingError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        raise BriefingError(f"{path} cannot be written: {problem.strerror}; choose another folder") from problem
    return path


def drawn_as(suffix: str, spec: dict[str, Any]) -> bytes:
    """The chart of a Vega-Lite specification as the content of a file with that ending."""
    if suffix == ".json":
        return json.dumps(spec, ensure_ascii=False, indent=2).encode()
    if suffix == ".png":
        return bytes(vl_convert.vegalite_to_png(spec, ppi=_PIXELS_PER_INCH))
    if suffix == ".pdf":
        return bytes(vl_convert.vegalite_to_pdf(spec))
    text = vl_convert.vegalite_to_html(spec, bundle=True) if suffix == ".html" else vl_convert.vegalite_to_svg(spec)
    return str(text).encode()


def safe(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with text cells that no spreadsheet runs, and days without a time of day."""
    return frame.apply(_safe_column)


def _safe_column(cells: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(cells):
        return pd.Series(cells.dt.date, dtype="object")
    if pd.api.types.is_numeric_dtype(cells):
        return cells
    return cells.map(_safe_cell)


def _safe_cell(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _table(frame: pd.DataFrame, suffix: str) -> bytes:
    if suffix == ".csv":
        # With a byte order mark: spreadsheets would read UTF-8 as the code page of the machine without it.
        return safe(frame).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
    if suffix == ".json":
        return str(frame.to_json(orient="records", date_format="iso", force_ascii=False, indent=2)).encode()
    return frame.to_html(index=False, na_rep="", escape=True, border=0).encode()
