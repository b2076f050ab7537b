"""The steps of a derivation, each answered again only where it is asked something else than before.

A correction changes little: after a rename, resolution, duplicates, clusters and conflicts are derived from what they
were derived from before. Every step is a pure function, so that the answer to equal inputs is the answer; nothing is
guessed about what a correction touches.
"""

from collections.abc import Callable
from typing import Any

import polars as pl


class Steps:
    """The last inputs and answer of every step by name; one derivation hands it to the next."""

    def __init__(self) -> None:
        """No step has been asked yet."""
        self._last: dict[str, tuple[tuple[Any, ...], Any]] = {}

    def answer[Answer](self, name: str, step: Callable[..., Answer], *inputs: Any) -> Answer:
        """What the step makes of the inputs; neither they nor the answer may be changed afterwards."""
        if not self.knows(name, *inputs):
            self._last[name] = inputs, step(*inputs)
        answer: Answer = self._last[name][1]
        return answer

    def knows(self, name: str, *inputs: Any) -> bool:
        """Whether the step was last asked just this."""
        if name not in self._last:
            return False
        before = self._last[name][0]
        return len(before) == len(inputs) and all(map(_same, before, inputs))

    def last(self, name: str) -> tuple[tuple[Any, ...], Any] | None:
        """The inputs and the answer of the last time; nothing where the step was not asked."""
        return self._last.get(name)

    def recall(self, name: str, answer: Any, *inputs: Any) -> None:
        """Take an answer that is known from elsewhere, as from a saved corpus."""
        self._last[name] = inputs, answer


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if isinstance(one, pl.DataFrame) and isinstance(other, pl.DataFrame):
        return one.schema == other.schema and one.equals(other)
    return type(one) is type(other) and bool(one == other)
