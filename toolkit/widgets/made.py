"""The corrections made: the last first, each with what became of it and its undo."""

from collections.abc import Callable
from html import escape

import ipywidgets

from toolkit.corpus import Corpus
from toolkit.errors import ToolkitError
from toolkit.ledger import Correction
from toolkit.widgets.button import button
from toolkit.widgets.correcting import in_short
from toolkit.widgets.filters import said
from toolkit.workbench import Workbench

_SHOWN = 20


class Corrections(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The ledger as a list; those that are not in effect say why."""

    def __init__(self, workbench: Workbench, undone: Callable[[Corpus], None]) -> None:
        """The corrections of the workbench; `undone` gets the corpus once one was taken back."""
        self._workbench, self._undone = workbench, undone
        self._corpus: Corpus | None = None
        self.listed: list[Correction] = []
        super().__init__()

    def show(self, corpus: Corpus) -> None:
        """The ledger under which the corpus stands."""
        self._corpus = corpus
        report = corpus.corrections.report().set_index("line")
        reasons = {line: row["reason"] for line, row in report.iterrows() if row["outcome"] != "applied"}
        names = dict(zip(corpus.entities["entity_id"], corpus.entities["name"], strict=True))
        self.listed = list(reversed(self._workbench.corrections()))
        rows = [self._row(one, names, reasons.get(one.line, "")) for one in self.listed[:_SHOWN]]
        number = len(self.listed)
        more = f" The last {_SHOWN} of {number:,}; all are in corrections.csv." if number > _SHOWN else ""
        head = ipywidgets.HTML(f"<b>Corrections</b>{more}")
        self.children = [head, *(rows or [ipywidgets.Label("none yet")])]

    def undo(self, correction: Correction) -> None:
        """Take the correction back."""
        try:
            fresh = self._workbench.undo(correction, known=self._corpus)
        except ToolkitError as problem:
            self.children = [*self.children, ipywidgets.HTML(said(str(problem)))]
            return
        self._undone(fresh)

    def _row(self, correction: Correction, names: dict[str, str], reason: str) -> ipywidgets.Widget:
        undo = button("Undo", "take this correction back", lambda: self.undo(correction))
        why = f" <i>not in effect: {escape(reason)}</i>" if reason else ""
        return ipywidgets.HBox([undo, ipywidgets.HTML(f"{escape(in_short(correction, names))}{why}")])
