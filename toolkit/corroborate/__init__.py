"""Reports compared with reports: the same real event, and figures that cannot both be true."""

from collections.abc import Sequence

from toolkit.corroborate.conflicts import find_conflicts
from toolkit.records import Actor, Event

__all__ = ["cluster_events", "find_conflicts"]


def cluster_events(events: Sequence[Event], actors: Sequence[Actor]) -> dict[str, str]:
    return {}
