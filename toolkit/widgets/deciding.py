"""Review of names: what needs a decision on the left, the sentence on the right, corrections below with undo."""

from collections.abc import Callable
from html import escape
from typing import Any, get_args

import ipywidgets
import pandas as pd
import traitlets

from toolkit.corpus import Corpus
from toolkit.errors import ToolkitError
from toolkit.ledger import Correction
from toolkit.records import MentionType
from toolkit.widgets.filters import said
from toolkit.widgets.mainviews import first_mention
from toolkit.widgets.refresh import RefreshBar
from toolkit.widgets.reviewed import ReviewedReader, Rows
from toolkit.workbench import Workbench


def queue(corpus: Corpus) -> pd.DataFrame:
    """The names with a suggestion first, then the others, each group by its mentions."""
    entities = corpus.entities
    ranked = entities.assign(without=entities["suggested_name"].isna())
    ranked = ranked.sort_values(["without", "n_mentions"], ascending=[True, False], kind="stable")
    columns = ["name", "suggested_name", "suggestion_reason", "type", "role", "n_mentions", "entity_id"]
    return ranked[columns].rename(columns={"suggested_name": "suggestion", "suggestion_reason": "because"})


_QUEUE = Rows("names", queue, "entity_id", "mentions", marked=first_mention)
_SMALL = {"width": "auto"}


class Decisions(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The queue of names and what can be done with the chosen one; every decision goes into the ledger.

    Its values are `corpus`, under the corrections made so far, and `chosen`, an entity id.
    """

    corpus = traitlets.Instance(Corpus)
    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, workbench: Workbench) -> None:
        """A review of the names in the corpus that the workbench keeps."""
        self._workbench = workbench
        self.queue = ReviewedReader(corpus, _QUEUE)
        self.bar = RefreshBar(workbench, lambda fresh: self.set_trait("corpus", fresh))
        self._about, self._said = ipywidgets.HTML(), ipywidgets.HTML()
        self._ledger = ipywidgets.VBox()
        self._value = ipywidgets.Combobox(placeholder="new name, or the name to merge into", ensure_option=False)
        self._type = ipywidgets.Dropdown(options=get_args(MentionType), layout={"width": "9rem"})
        self._accept = self._button("Accept suggestion", "call it by the suggested name", self._accepted, "primary")
        self._reject = self._button("Right as printed", "nothing is to be suggested", lambda: self.act("reject", ""))
        actions = ipywidgets.Box(self._actions(), layout=ipywidgets.Layout(flex_flow="row wrap"))
        super().__init__([self.bar, self._about, actions, self._said, self.queue, self._ledger])
        self.add_class("tk-decisions")
        self.set_trait("corpus", corpus)
        traitlets.link((self.queue, "chosen"), (self, "chosen"))
        self.observe(self._redraw, "corpus")
        self.observe(self._describe, "chosen")
        self._redraw()

    def _actions(self) -> list[ipywidgets.Widget]:
        """The buttons, each beside what it needs."""
        rename = self._button("Rename", "call it by the name typed", lambda: self.act("rename", self._value.value))
        merge = self._button("Merge into", "it is the same as the name typed", self._merged)
        retype = self._button("Change type", "it is of the type chosen", lambda: self.act("retype", self._type.value))
        drop = self._button("Drop", "it is no name; its rows are left out", lambda: self.act("drop", ""), "danger")
        country = self._button("Set country", "it is of the country typed, by its code such as JPN", self._of_country)
        return [self._accept, self._reject, self._value, rename, merge, country, self._type, retype, drop]

    def _button(self, words: str, tooltip: str, press: Callable[[], None], style: str = "") -> ipywidgets.Button:
        made = ipywidgets.Button(description=words, tooltip=tooltip, button_style=style, layout=_SMALL)
        made.on_click(lambda _: press())
        return made

    def _accepted(self) -> None:
        self.act("accept", self._row()["suggestion"])

    def _of_country(self) -> None:
        self.act("set_country", self._value.value.upper())

    def _merged(self) -> None:
        """Merge by id where one entity alone has the name; the ledger says what is wrong otherwise."""
        entities = self.corpus.entities
        found = entities[entities["name"] == self._value.value]["entity_id"]
        self.act("merge", found.iloc[0] if len(found) == 1 else self._value.value)

    def act(self, action: str, value: str) -> None:
        """Write the correction and show the corpus under it, at the next name in the queue."""
        if self.chosen is None:
            return
        name, following = self._row()["name"], self._following()
        try:
            fresh = self._workbench.correct(Correction(action, self.chosen, value.strip()))
        except ToolkitError as problem:
            self._said.value = said(str(problem))
            return
        self._take(fresh)
        self.queue.chosen = following if following in set(fresh.entities["entity_id"]) else self.chosen
        self._said.value = said(f"{action}: {name}{f' → {value}' if value else ''}. It can be undone below.")

    def undo(self, line: int) -> None:
        """Take the correction on that line of the ledger back."""
        try:
            self._take(self._workbench.undo(line))
        except ToolkitError as problem:
            self._said.value = said(str(problem))
            return
        self._said.value = said("The correction was taken back.")

    def _take(self, fresh: Corpus) -> None:
        """The corpus under this notebook's own correction, which the bar need not tell of."""
        self.corpus = fresh
        self.bar.seen()

    def _row(self) -> dict[Any, Any]:
        rows = queue(self.corpus)
        return dict(rows[rows["entity_id"] == self.chosen].iloc[0])

    def _following(self) -> str | None:
        ids = list(queue(self.corpus)["entity_id"])
        at = ids.index(self.chosen) + 1
        return ids[at] if at < len(ids) else None

    def _redraw(self, _: Any = None) -> None:
        self.queue.show(self.corpus, _QUEUE)
        self._value.options = list(dict.fromkeys(self.corpus.entities["name"]))
        self._ledger.children = [ipywidgets.HTML("<b>Corrections</b>"), *self._corrections()]
        self._describe()

    def _corrections(self) -> list[ipywidgets.Widget]:
        """The ledger, the last first, each with its undo."""
        made = list(reversed(self._workbench.corrections()))
        return [self._correction(one) for one in made] or [ipywidgets.Label("none yet")]

    def _correction(self, correction: Any) -> ipywidgets.Widget:
        words = f"{correction.action}: {correction.target}{f' → {correction.value}' if correction.value else ''}"
        undo = self._button("Undo", "take this correction back", lambda: self.undo(correction.line))
        return ipywidgets.HBox([undo, ipywidgets.Label(words)])

    def _describe(self, _: Any = None) -> None:
        """Say who is chosen and what is suggested; without a suggestion there is none to accept."""
        if self.chosen is None:
            self._about.value = said("no names in this corpus")
            return
        row = self._row()
        has_one = not pd.isna(row["suggestion"])
        self._accept.disabled = self._reject.disabled = not has_one
        self._accept.tooltip = "call it by the suggested name" if has_one else "nothing is suggested for this name"
        advice = f" Suggested: <b>{escape(row['suggestion'])}</b> ({escape(row['because'])})." if has_one else ""
        self._about.value = f'<div class="tk-words"><b>{escape(row["name"])}</b>.{advice}</div>'
        self._type.value = row["type"]
        self._value.value = ""


def decide(corpus: Corpus, workbench: Workbench) -> Decisions:
    """Review the names of the corpus in use: accept or reject a suggestion, rename, merge, retype, drop, undo.

    Args:
        corpus: the corpus that the workbench keeps.
        workbench: where the corrections are written; every one re-derives its corpus without parsing.
    """
    return Decisions(corpus, workbench)
