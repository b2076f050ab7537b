"""Charts for briefings: frames of a corpus to Altair charts, one theme, each with its sources."""

from toolkit.charts.figures import figures, profile
from toolkit.charts.frame import enable, sources_line
from toolkit.charts.links import matrix, network
from toolkit.charts.rankings import ranking
from toolkit.charts.timeline import counts, timeline
from toolkit.charts.where import where

__all__ = [
    "counts",
    "enable",
    "figures",
    "matrix",
    "network",
    "profile",
    "ranking",
    "sources_line",
    "timeline",
    "where",
]
