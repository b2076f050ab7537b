"""What became of the analyst's corrections, as a frame that people read."""

from dataclasses import dataclass

import pandas as pd
import polars as pl

from toolkit.ledger import Outcomes

_SCHEMA = dict.fromkeys(("line", "outcome", "action", "target", "value", "scope", "reason"), pl.String) | {
    "line": pl.Int64()
}


def outcomes_frame(outcomes: Outcomes) -> pl.DataFrame:
    """One row a correction, in the order of the file."""
    told = sorted(outcomes.of.values(), key=lambda outcome: outcome.correction.line)
    rows = [(one.correction, one.state, one.said) for one in told]
    cells = [(c.line, state, c.action, c.target, c.value, c.scope, said) for c, state, said in rows]
    return pl.DataFrame(cells, schema=_SCHEMA, orient="row")


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections that a corpus is under."""

    outcomes: pl.DataFrame

    def report(self) -> pd.DataFrame:
        """One row a correction: line, outcome (applied, unmatched, conflicting, malformed), its cells, and why not."""
        return self.outcomes.to_pandas()
