"""Article entities to entities across articles."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.records import Entity


@dataclass(frozen=True)
class Resolution:
    global_id: dict[str, str]
    entities: dict[str, Entity]


def resolve(entities: Iterable[tuple[str, Entity]]) -> Resolution:
    merged = {entity.entity_id: entity for _, entity in entities}
    return Resolution({id_: id_ for id_ in merged}, merged)
