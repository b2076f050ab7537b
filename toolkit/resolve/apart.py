"""Entities that the analyst says are not the same: what resolution joined on other evidence is taken apart again."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from toolkit.records import Entity

Node = tuple[str, Entity]
# The article-local ids on either side of one statement that two are not the same.
Apart = tuple[frozenset[str], frozenset[str]]


def taken_apart(
    clusters: Iterable[list[Node]], apart: Sequence[Apart], *, evidence: Callable[[Iterable[Node]], set[str]]
) -> Iterator[list[Node]]:
    """The clusters, none of which holds both sides of a pair.

    Args:
        clusters: article id and entity of those that were found to be one.
        apart: the pairs; without any, the clusters come back as they are.
        evidence: what speaks for nodes being one; the others of a cluster go with the side that they share more with.
    """
    for cluster in clusters:
        parts = [cluster]
        for pair in apart:
            parts = [part for one in parts for part in _parted(one, pair, evidence)]
        yield from parts


def _parted(cluster: list[Node], pair: Apart, evidence: Callable[[Iterable[Node]], set[str]]) -> list[list[Node]]:
    sides = [[node for node in cluster if node[1].entity_id in side] for side in pair]
    if not all(sides) or pair[0] & pair[1]:
        return [cluster]
    known = [evidence(side) for side in sides]
    for node in cluster:
        if not any(node in side for side in sides):
            shared = [len(evidence([node]) & mine) for mine in known]
            sides[shared[1] > shared[0]].append(node)
    return sides
