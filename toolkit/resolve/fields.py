"""What someone is known for: sport and public life are two, so that namesakes of one country are told apart."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from toolkit.lexicons import rows
from toolkit.resolve.apart import Node
from toolkit.resolve.likeness import words_of

# Branches of `offices.csv` that hardly anyone changes between.
_SPORT = "sport"
_PUBLIC = frozenset({"government", "parliament", "party", "military", "court", "diplomacy", "academia"})


def field_of(role: str | None) -> str | None:
    """`sport` or `public`; nothing for a role that may be of either, or is not known."""
    words = words_of(role or "")
    for at in range(len(words)):
        if branch := _branches().get(words[at:]):
            return _SPORT if branch == _SPORT else "public" if branch in _PUBLIC else None
    return None


def by_field(nodes: Iterable[Node]) -> list[list[Node]]:
    """The bearers of a name, those of one field together; all together where there is one field at the most.

    Who might be of either of two is of neither.
    """
    fields: dict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        fields[field_of(node[1].role)].append(node)
    unknown = fields.pop(None, [])
    if len(fields) < 2:
        return [[*unknown, *(node for group in fields.values() for node in group)]]
    return [*fields.values(), *([node] for node in unknown)]


def are_of_two_fields(one: str | None, other: str | None) -> bool:
    """Whether the roles are of two fields."""
    return None not in (fields := {field_of(one), field_of(other)}) and len(fields) == 2


@cache
def _branches() -> dict[tuple[str, ...], str]:
    return {words_of(row["text"]): row["branch"] for row in rows("offices")}
