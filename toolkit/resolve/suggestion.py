"""A likely canonical name for a printed one, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The name, the reason in words, and an ordering of how likely it is, from 0 to 1."""

    name: str
    reason: str
    score: float
