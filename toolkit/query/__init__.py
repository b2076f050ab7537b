"""The one filter, and pure questions asked of a corpus."""

from toolkit.query.origin import ORIGINS, SAMPLE_MARK, is_sample, origin
from toolkit.query.selection import Selection

__all__ = ["ORIGINS", "SAMPLE_MARK", "Selection", "is_sample", "origin"]
