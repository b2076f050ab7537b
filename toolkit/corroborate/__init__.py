"""Reports compared with reports: the same real event, and figures that cannot both be true."""

from toolkit.corroborate.clusters import cluster_events
from toolkit.corroborate.conflicts import find_conflicts

__all__ = ["cluster_events", "find_conflicts"]
