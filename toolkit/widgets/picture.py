"""A chart as a picture in the page: it needs no script library and no network; a click on a mark gives its row."""

from base64 import b64encode
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import anywidget
import traitlets

_STATIC = Path(__file__).parent / "static"
_PIXELS_PER_INCH = 144
_CSS_PIXELS_PER_INCH = 72


class ChartPicture(anywidget.AnyWidget):
    """A drawn chart. Its value is `clicked`, the key of the row that the mark clicked last stands for."""

    _esm = _STATIC / "picture.js"
    _css = _STATIC / "picture.css"

    svg = traitlets.Unicode(help="the drawing; every mark links to the key of its row").tag(sync=True)
    words = traitlets.Unicode(help="what the drawing shows, for those who hear it").tag(sync=True)
    clicked = traitlets.Unicode(default_value=None, allow_none=True).tag(sync=True)

    def show(self, chart: Any, words: str, *, key: str) -> None:
        """Draw another chart into the same place; nothing for None.

        Args:
            chart: an Altair chart whose data have the key column.
            words: what it shows.
            key: the column of the keys.
        """
        with self.hold_sync():
            self.svg = "" if chart is None else _drawing(chart, key)
            self.words = words


def _drawing(chart: Any, key: str) -> str:
    """The chart as SVG, its marks linked to the keys of their rows."""
    import vl_convert  # noqa: PLC0415 - half a second that tables alone need not wait for

    spec = chart.to_dict(format="vega-lite")
    keyed = {name for name, rows in spec.get("datasets", {}).items() if all(row.get(key) for row in rows)}
    _link(spec, key, keyed, data=None)
    return str(vl_convert.vegalite_to_svg(spec))


def _link(part: Any, key: str, keyed: set[str], *, data: str | None) -> None:
    """Link all marks of a specification, in place, that say something of a row that has the key."""
    if isinstance(part, list):
        for inner in part:
            _link(inner, key, keyed, data=data)
    if not isinstance(part, dict):
        return
    data = part.get("data", {}).get("name", data)
    if data in keyed and "tooltip" in part.get("encoding", {}):
        part["encoding"]["href"] = {"field": key, "type": "nominal"}
    for inside in ("layer", "hconcat", "vconcat"):
        _link(part.get(inside), key, keyed, data=data)


def picture(chart: Any, words: str) -> str:
    """The chart as an HTML image, sharp on dense screens and never wider than its place, described by the words."""
    drawn = BytesIO()
    chart.save(drawn, format="png", ppi=_PIXELS_PER_INCH)
    # A PNG's width stands in its bytes 16 to 20.
    width = int.from_bytes(drawn.getvalue()[16:20], "big") * _CSS_PIXELS_PER_INCH // _PIXELS_PER_INCH
    data = b64encode(drawn.getvalue()).decode("ascii")
    style = f"width: {width}px; max-width: 100%; height: auto"
    return f'<img src="data:image/png;base64,{data}" alt="{escape(words)}" style="{style}">'
