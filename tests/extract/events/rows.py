"""A reading's events as plain rows, for tests to compare."""

from typing import Any

from toolkit.extract import Reading

ROLES = ("source", "target")


def told(reading: Reading) -> list[tuple[Any, ...]]:
    """(trigger, type, sources, targets, status) of every event, entities by name."""
    sides: dict[tuple[str, str], list[str]] = {(e.event_id, role): [] for e in reading.events for role in ROLES}
    for actor in reading.actors:
        sides[actor.event_id, actor.role].append(reading.entities[actor.entity_id].name)
    return [
        (e.trigger, e.event_type, sides[e.event_id, "source"], sides[e.event_id, "target"], e.status)
        for e in reading.events
    ]
