"""What became of every correction: applied, unmatched, conflicting with another, or malformed."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from toolkit.ledger.file import Correction, Ledger
from toolkit.records import Warning

State = Literal["applied", "unmatched", "conflicting", "malformed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One correction and what became of it, with the reason where it is not in effect."""

    correction: Correction
    state: State
    said: str = ""


@dataclass(slots=True)
class Outcomes:
    """The outcomes so far, by line; a later correction of the same thing overrules an earlier one."""

    of: dict[int, Outcome] = field(default_factory=dict)
    _settled: dict[Hashable, Correction] = field(default_factory=dict)

    def applied(self, correction: Correction, *, about: Hashable) -> None:
        """The correction is in effect; an earlier one that said another thing about the same is not any more."""
        earlier = self._settled.get(about)
        if earlier and (earlier.action, earlier.value) != (correction.action, correction.value):
            self.note(earlier, "conflicting", f"overruled by line {correction.line}, {correction}")
        self._settled[about] = correction
        self.note(correction, "applied")

    def note(self, correction: Correction, state: State, said: str = "") -> None:
        """Record what became of a correction."""
        self.of[correction.line] = Outcome(correction, state, said)


def warnings_of(outcomes: Iterable[Outcome], ledger: Ledger) -> Iterator[Warning]:
    """A warning for every correction that is not in effect; its line says where to look."""
    for outcome in outcomes:
        if outcome.state != "applied":
            yield Warning(
                path=ledger.path,
                stage="corrections",
                code=f"{outcome.state}_correction",
                message=f"line {outcome.correction.line}: {outcome.said}",
            )
