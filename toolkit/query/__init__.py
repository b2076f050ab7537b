"""The one filter, and pure questions asked of a corpus."""

from toolkit.query.origin import ORIGINS, SAMPLE_MARK, is_sample, origin
from toolkit.query.questions import (
    compare,
    disagreements,
    due,
    halves,
    happened,
    named,
    not_counted,
    planned,
    reviewed,
    single_source,
    unused,
)
from toolkit.query.selection import Selection

__all__ = [
    "ORIGINS",
    "SAMPLE_MARK",
    "Selection",
    "compare",
    "disagreements",
    "due",
    "halves",
    "happened",
    "is_sample",
    "named",
    "not_counted",
    "origin",
    "planned",
    "reviewed",
    "single_source",
    "unused",
]
