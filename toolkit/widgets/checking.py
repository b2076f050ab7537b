"""Check random rows: right or wrong, one after the other, and how far the tables can be trusted by that."""

from datetime import UTC, datetime
from getpass import getuser
from typing import Any

import ipywidgets
import pandas as pd
import traitlets

from toolkit.corpus import Corpus
from toolkit.query import KINDS, precision, sampled
from toolkit.widgets.button import button
from toolkit.widgets.filters import said
from toolkit.widgets.paged import PagedTable
from toolkit.widgets.reviewed import ReviewedReader
from toolkit.widgets.traced import standing_behind
from toolkit.workbench import Check, Workbench, checks_frame

_WORDS = {"events": "events", "statistics": "figures", "quotes": "quotations", "mentions": "names", "dates": "dates"}
_HINT = "Is what the row says what the sentence says? a: right, x: wrong, j and k: next and previous, u: take back."


class RandomCheck(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Random rows beside their article, two answers, and the share that is right. Its value is `chosen`, a row."""

    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, workbench: Workbench, number: int) -> None:
        """Rows of the corpus; the answers are kept in the workbench."""
        self._corpus, self._workbench, self._number = corpus, workbench, number
        self.table = ipywidgets.Dropdown(
            options=[(words, name) for name, words in _WORDS.items()], layout={"width": "9rem"}
        )
        draw = button(f"Check {number} random rows", "rows that were not checked before", self.draw, style="primary")
        self._right = button("Right (a)", "the sentence says so", lambda: self.answer("right"))
        self._wrong = button("Wrong (x)", "it does not", lambda: self.answer("wrong"))
        self._by = ipywidgets.ToggleButtons(options=["table", "kind", "rule"])
        self._by.style.button_width = "auto"
        self._said = ipywidgets.HTML(said(_HINT))
        self.rows = ReviewedReader(corpus, standing_behind("events", ()))
        self.result = PagedTable(pd.DataFrame({"row": []}), key="row")
        self._open: list[str] = []
        line = ipywidgets.Box(
            [self.table, draw, self._right, self._wrong], layout=ipywidgets.Layout(flex_flow="row wrap")
        )
        self._counted = ipywidgets.VBox([ipywidgets.HBox([ipywidgets.HTML("Right, by&nbsp;"), self._by]), self.result])
        super().__init__([line, self._said, self.rows, self._counted])
        traitlets.link((self.rows, "chosen"), (self, "chosen"))
        self.rows.table.on_key("axu", self.pressed)
        self._by.observe(self._count, "value")
        self.rows.layout.display = "none"
        self._count()

    def draw(self) -> None:
        """Draw rows of the table chosen that were not checked before."""
        done = {check.row for check in self._workbench.checks() if check.table == self.table.value}
        self._drawn = sampled(self._corpus, self.table.value, number=self._number, seed=len(done), without=done)
        self._open = list(self._drawn.iloc[:, 0])
        self.rows.show(self._corpus, standing_behind(self.table.value, self._open))
        self.rows.layout.display = None if self._open else "none"
        none = "Every row of this table has been checked, or there is none."
        self._said.value = said(f"{len(self._open)} rows to check. {_HINT}" if self._open else none)

    def answer(self, word: str) -> None:
        """Keep the answer for the chosen row, and go on to the next that is open."""
        if self.chosen is None or self.chosen not in self.rows:
            return
        answered, following = self.chosen, self.rows.table.after(self.chosen)
        self._workbench.check(self._check(answered, word))
        self._open = [key for key in self._open if key != answered]
        self.rows.chosen = following or next(iter(self._open), answered)
        self._said.value = said(f"{word.capitalize()}. {len(self._open)} rows are open.")
        self._count()

    def take_back(self) -> None:
        """Take the last answer back."""
        if made := self._workbench.checks():
            self._workbench.uncheck(made[-1])
            self._open = [made[-1].row, *self._open]
            if made[-1].row in self.rows:
                self.rows.chosen = made[-1].row
            self._said.value = said("The last answer was taken back.")
            self._count()

    def pressed(self, key: str, row: str) -> None:
        """A key on a row: a, it is right; x, it is wrong; u, the last answer is taken back."""
        self.rows.chosen = row
        {"a": lambda: self.answer("right"), "x": lambda: self.answer("wrong"), "u": self.take_back}[key]()

    def _check(self, key: str, answer: str) -> Check:
        row = self._drawn[self._drawn.iloc[:, 0] == key].iloc[0]
        kind = row[KINDS[self.table.value]]
        return Check(
            table=self.table.value,
            row=key,
            kind="" if pd.isna(kind) else str(kind),
            rule=row["rule"],
            answer=answer,
            article_id=row["article_id"],
            text=row["text"],
            who=getuser(),
            when=datetime.now(tz=UTC).isoformat(timespec="seconds"),
        )

    def _count(self, _: Any = None) -> None:
        """What all answers so far say of the tables, as whole percentages."""
        found = precision(checks_frame(self._workbench.checks()), self._by.value)
        shares = {name: (100 * found[name]).round() for name in ("precision", "low", "high")}
        told = found.assign(**shares).rename(columns={"precision": "% right", "low": "at least %", "high": "at most %"})
        told["table"] = told["table"].map(_WORDS)
        self.result.show(told.assign(row=told.index.astype("str")), key="row", label="shares")
        self._counted.layout.display = None if len(told) else "none"


def check_random_rows(corpus: Corpus, workbench: Workbench, *, number: int = 50) -> RandomCheck:
    """Check random rows of a table; the share that is right stands below with its 95% interval, by kind and rule.

    Args:
        corpus: whose rows.
        workbench: where the answers are kept, in `checks.csv`.
        number: how many rows at a time.
    """
    return RandomCheck(corpus, workbench, number)
