"""Charts for briefings: frames of a corpus to Altair charts, one theme, each with its sources."""

import sys

# Altair imports jsonschema, which compiles a grammar of internationalised addresses for seconds where it finds one.
# Charts have no such addresses: while altair is imported, the grammar is named as absent.
_GRAMMAR = "rfc3987_syntax"
sys.modules.setdefault(_GRAMMAR, None)  # type: ignore[arg-type]

from toolkit.charts.evidence import marks_of
from toolkit.charts.figures import figures, profile
from toolkit.charts.frame import enable, sources_line
from toolkit.charts.links import matrix, network
from toolkit.charts.rankings import ranking
from toolkit.charts.timeline import counts, timeline
from toolkit.charts.where import where

if sys.modules[_GRAMMAR] is None:
    del sys.modules[_GRAMMAR]

__all__ = [
    "counts",
    "enable",
    "figures",
    "marks_of",
    "matrix",
    "network",
    "profile",
    "ranking",
    "sources_line",
    "timeline",
    "where",
]
