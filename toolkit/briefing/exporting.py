"""One chart or table to one file that opens anywhere, without a network."""

import json
import re
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import vl_convert

from toolkit.errors import BriefingError

TABLES = (".csv", ".html", ".json")
CHARTS = (".png", ".svg", ".pdf", ".html", ".json")
# Two pixels to the point: sharp on a slide.
_PIXELS_PER_INCH = 144
# What spreadsheets take for a formula when a cell begins with it, also behind white space (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Text that is a number and nothing else cannot run: -5, +1,200 or -0.3%.
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*%?")
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ margin: 2rem; color: #222; background: #fff; font: 14px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; }}
table {{ border-collapse: collapse; }}
th, td {{ padding: .35rem .8rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; }}
</style></head><body>
{table}
</body></html>
"""


def export(what: Any, path: str | Path) -> Path:
    """Write a chart or a table; the ending of the path says as what.

    Text cells of tables that a spreadsheet would run as a formula get an apostrophe in front; numbers stay numbers.

    Args:
        what: a chart of `toolkit.charts`, or any frame.
        path: charts end in `.png`, `.svg`, `.pdf`, `.html` or `.json`, tables in `.csv`, `.html` or `.json`.

    Raises:
        BriefingError: it is neither, the ending is none of these, or the file cannot be written.
    """
    path = Path(path)
    if isinstance(what, pd.DataFrame):
        return written(path, _table(what, _ending(path, "table", TABLES), title=path.stem))
    if not hasattr(what, "to_dict"):
        raise BriefingError(f"a {type(what).__name__} cannot be exported; give a chart of toolkit.charts or a frame")
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
    """The frame with headings and text cells that no spreadsheet runs, and days without a time of day."""
    headings = [_safe_cell(heading) for heading in frame.columns]
    return frame.apply(_safe_column).set_axis(headings, axis="columns") if headings else frame


def _safe_column(cells: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(cells):
        return pd.Series(cells.dt.date, dtype="object")
    if pd.api.types.is_numeric_dtype(cells):
        return cells
    return cells.map(_safe_cell)


def _safe_cell(cell: Any) -> Any:
    if not isinstance(cell, str) or not _FORMULA.match(cell) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"


def _table(frame: pd.DataFrame, suffix: str, *, title: str) -> bytes:
    if suffix == ".csv":
        # With a byte order mark: spreadsheets would read UTF-8 as the code page of the machine without it.
        return safe(frame).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
    if suffix == ".json":
        return str(frame.to_json(orient="records", date_format="iso", force_ascii=False, indent=2)).encode()
    table = frame.to_html(index=False, na_rep="", escape=True, border=0)
    return _PAGE.format(title=escape(title), table=table).encode()
