"""A chart as a picture in the page: it needs no script and no network, and stays when the notebook is saved."""

from base64 import b64encode
from html import escape
from io import BytesIO
from typing import Any

_PIXELS_PER_INCH = 144
_CSS_PIXELS_PER_INCH = 72


def picture(chart: Any, words: str) -> str:
    """The chart as an HTML image, sharp on dense screens and never wider than its place, described by the words."""
    drawn = BytesIO()
    chart.save(drawn, format="png", ppi=_PIXELS_PER_INCH)
    # A PNG's width stands in its bytes 16 to 20.
    width = int.from_bytes(drawn.getvalue()[16:20], "big") * _CSS_PIXELS_PER_INCH // _PIXELS_PER_INCH
    data = b64encode(drawn.getvalue()).decode("ascii")
    style = f"width: {width}px; max-width: 100%; height: auto"
    return f'<img src="data:image/png;base64,{data}" alt="{escape(words)}" style="{style}">'
