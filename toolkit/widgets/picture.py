"""A chart as a picture in the page: it needs no script library and no network; a click on a mark gives its rows."""

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from toolkit.charts.evidence import ROWS, mark_of, marks_of

_STATIC = Path(__file__).parent / "static"
_PIXELS_PER_INCH = 144
_CSS_PIXELS_PER_INCH = 72
# Columns that the picture adds to a chart's data: the mark's name, and what it says when pointed at.
_MARK, _SAYS = "mark", "says"


class ChartPicture(anywidget.AnyWidget):
    """A drawn chart. Its value is `clicked`, the mark clicked last; `marks` says which rows it stands for."""

    _esm = _STATIC / "picture.js"
    _css = _STATIC / "picture.css"

    svg = traitlets.Unicode(help="the drawing; every mark links to its name").tag(sync=True)
    words = traitlets.Unicode(help="what the drawing shows, for those who hear it").tag(sync=True)
    clicked = traitlets.Unicode(default_value=None, allow_none=True, help="the mark clicked last")

    def __init__(self, **traits: Any) -> None:
        """A place for a chart, empty until one is shown."""
        super().__init__(**traits)
        self.marks: Mapping[str, tuple[str, list[str]]] = {}
        self.on_msg(lambda _, mark, __: self.click(str(mark)))

    def show(self, chart: Any, words: str) -> None:
        """Draw another chart into the same place; nothing for None.

        Args:
            chart: an Altair chart of `toolkit.charts`, whose data say which rows every mark stands for.
            words: what it shows.
        """
        spec = {} if chart is None else chart.to_dict(format="vega-lite")
        self.marks = marks_of(spec)
        with self.hold_sync():
            self.svg = _drawing(spec) if spec else ""
            self.words = words

    def click(self, mark: str) -> None:
        """A mark was clicked, perhaps once more."""
        self.clicked = None
        self.clicked = mark


def _drawing(spec: dict[str, Any]) -> str:
    """The specification as SVG, its marks linked to their names."""
    import vl_convert  # noqa: PLC0415 - half a second that tables alone need not wait for

    _link(spec, spec.get("datasets", {}), data=[])
    return str(vl_convert.vegalite_to_svg(spec))


def _link(part: Any, shared: Mapping[str, Any], *, data: list[Any]) -> None:
    """Link all marks of a specification, in place, that say something of rows of a table."""
    if isinstance(part, list):
        for inner in part:
            _link(inner, shared, data=data)
    if not isinstance(part, dict):
        return
    if "data" in part:
        data = part["data"].get("values") or shared.get(part["data"].get("name"), [])
    encoding = part.get("encoding", {})
    if "tooltip" in encoding and data and all(row.get(ROWS) for row in data):
        for row in data:
            row[_MARK], row[_SAYS] = mark_of(row[ROWS]), _says(row, encoding["tooltip"])
        encoding["href"] = {"field": _MARK, "type": "nominal"}
        encoding["description"] = {"field": _SAYS, "type": "nominal"}
    for inside in ("layer", "hconcat", "vconcat"):
        _link(part.get(inside), shared, data=data)


def _says(row: Mapping[str, Any], tips: list[dict[str, Any]] | dict[str, Any]) -> str:
    """What the mark says when it is pointed at, or heard; nothing of what is not known."""
    told = ((tip.get("title", tip["field"]), _said(row.get(tip["field"]))) for tip in _listed(tips))
    return "; ".join(f"{title}: {words}" for title, words in told if words)


def _listed(tips: list[dict[str, Any]] | dict[str, Any]) -> list[dict[str, Any]]:
    return tips if isinstance(tips, list) else [tips]


def _said(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float | int):
        return f"{cell:,.10g}"
    return "" if cell is None else str(cell).removesuffix("T00:00:00+00:00")


def picture(chart: Any, words: str) -> str:
    """The chart as an HTML image, sharp on dense screens and never wider than its place, described by the words."""
    drawn = BytesIO()
    chart.save(drawn, format="png", ppi=_PIXELS_PER_INCH)
    # A PNG's width stands in its bytes 16 to 20.
    width = int.from_bytes(drawn.getvalue()[16:20], "big") * _CSS_PIXELS_PER_INCH // _PIXELS_PER_INCH
    data = b64encode(drawn.getvalue()).decode("ascii")
    style = f"width: {width}px; max-width: 100%; height: auto"
    return f'<img src="data:image/png;base64,{data}" alt="{escape(words)}" style="{style}">'
