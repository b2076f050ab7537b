"""Reports compared with reports: the same real event, and figures that cannot both be true."""

from collections.abc import Sequence

from toolkit.records import Actor, Conflict, Event, Statistic


def find_conflicts(statistics: Sequence[Statistic]) -> list[Conflict]:
    return []


def cluster_events(events: Sequence[Event], actors: Sequence[Actor]) -> dict[str, str]:
    return {}
