"""The one filter, and pure questions asked of a corpus."""

from toolkit.query.origin import ORIGINS, SAMPLE_MARK, is_sample, origin
from toolkit.query.precision import KINDS, precision, sampled, wilson
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
from toolkit.query.units import Rates, alike, factor

__all__ = [
    "KINDS",
    "ORIGINS",
    "SAMPLE_MARK",
    "Rates",
    "Selection",
    "alike",
    "compare",
    "disagreements",
    "due",
    "factor",
    "halves",
    "happened",
    "is_sample",
    "named",
    "not_counted",
    "origin",
    "planned",
    "precision",
    "reviewed",
    "sampled",
    "single_source",
    "unused",
    "wilson",
]
