"""One line of controls under a table: what is wrong with the row chosen, and what is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import ipywidgets
import traitlets

from toolkit.corpus import Corpus, anchor_at, anchor_of
from toolkit.errors import ToolkitError
from toolkit.ledger import KIND_OF, Correction
from toolkit.ledger.values import ALLOWED
from toolkit.widgets.button import button
from toolkit.widgets.filters import said
from toolkit.widgets.reader import Reader
from toolkit.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Field:
    """What of a row can be set: the action, words before its value, and how a value is written."""

    action: str
    example: str
    prefix: str = ""
    named: bool = False


_DAY = "2024-11-14, 2024-11, or 2024-11-14/2024-11-16"
FIELDS: Mapping[str, Mapping[str, Field]] = {
    "events": {
        "date": Field("set_date", f"{_DAY}; empty for none"),
        "status": Field("set_status", "occurred"),
        "type": Field("set_type", "CONSULT"),
        "who did it": Field("set_actor", "a name", "source: ", named=True),
        "with or to whom": Field("set_actor", "a name", "target: ", named=True),
        "where": Field("set_place", "a name; empty for not stated", named=True),
        "said by": Field("set_reported_by", "a name; empty for nobody named", named=True),
    },
    "statistics": {
        "value": Field("set_value", "the number in digits, and its unit if that is wrong: 3200000000 USD"),
        "measure": Field("set_measure", "what is measured, such as inflation"),
        "share of": Field("set_base", "the whole that it is a share of, such as global GDP; empty for no share"),
        "subject": Field("set_subject", "whose figure it is: a name, or words; empty for not stated", named=True),
        "as of": Field("set_date", _DAY),
        "said by": Field("set_reported_by", "a name; empty for nobody named", named=True),
    },
    "quotes": {
        "speaker": Field("set_speaker", "a name; empty for nobody known", named=True),
        "status": Field("set_status", "said"),
    },
    "dates": {"day": Field("set_date", _DAY), "type": Field("set_type", "DATE")},
    "articles": {
        "published": Field("set_published", "2024-11-14"),
        "source": Field("set_source", "the outlet"),
        "title": Field("set_title", "the title"),
    },
}
_MISSED = {
    "events": "type: CONSULT; status: occurred; source: NAME; target: NAME; date: 2024-11-14",
    "statistics": "value: 50 percent; measure: inflation; subject: NAME",
    "quotes": "speaker: NAME; kind: direct",
    "dates": "type: DATE; date: 2024-11-14",
}
_SHORT = 80
_WIDE = {"flex": "1 1 9rem", "max_width": "22rem"}


class CorrectionLine(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Right, drop, set, or add what was missed; every press is a row of the ledger, and can be taken back.

    Its value is `corpus`, under the corrections made so far. `table` and `chosen` say which row is meant.
    """

    corpus = traitlets.Instance(Corpus)
    table = traitlets.Unicode("events")
    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, workbench: Workbench, reader: Reader) -> None:
        """The controls; added rows take the words selected in the reader as their evidence."""
        self._workbench, self._reader = workbench, reader
        self._what = ipywidgets.Dropdown(layout={"width": "8rem"})
        self._value = ipywidgets.Combobox(ensure_option=False, continuous_update=False, layout=_WIDE)
        self._value.add_class("tk-set")
        self._words = ipywidgets.HTML()
        self._right = button("Right (a)", "checked, and right as it is", lambda: self.act("accept"))
        self._drop = button("Drop (x)", "it is wrong; leave it out", lambda: self.act("drop_row"))
        self._set = button("Set", "the chosen row has this value", self.set_value)
        self._add = button("Add", "select words in the article, and type what they tell", self.add)
        self._undo = button("Undo", "take the last correction made here back", self.undo)
        self._last: Correction | None = None
        self._undo.layout.display = "none"
        buttons = [self._right, self._drop, self._what, self._value, self._set, self._add, self._undo]
        super().__init__([ipywidgets.Box(buttons, layout=ipywidgets.Layout(flex_flow="row wrap")), self._words])
        self.add_class("tk-correcting")
        self.set_trait("corpus", corpus)
        self.observe(self._offer, "table")
        self._what.observe(self._expect, "value")
        self._offer()

    def act(self, action: str, value: str = "") -> None:
        """Correct the chosen row."""
        if self.chosen is None:
            return
        target = self.chosen if self.table == "articles" else str(anchor_of(self.corpus, self.table, self.chosen))
        self._correct(Correction(action, target, value))

    def set_value(self) -> None:
        """Set what is chosen to the value typed."""
        field, typed = FIELDS[self.table][self._what.value], self._value.value.strip()
        names = [name.strip() for name in typed.split(";")] if field.prefix else [typed]
        self.act(field.action, "; ".join(f"{field.prefix}{self._id(name) if field.named else name}" for name in names))

    def add(self) -> None:
        """Add a row on the words selected in the article; its fields are what is typed."""
        span = self._reader.selection()
        if span is None or self._reader.article_id is None:
            self._words.value = said(f"Select the words in the article first, and type: {_MISSED[self.table]}")
            return
        at = anchor_at(self.corpus, self._reader.article_id, span=span, kind=KIND_OF[self.table])
        self._correct(Correction("add_row", str(at), self._value.value.strip()))

    def undo(self) -> None:
        """Take back what was corrected here last."""
        if self._last is None:
            return
        try:
            self.corpus = self._workbench.undo(self._last, known=self.corpus)
            self._words.value = said(f"Taken back: {in_short(self._last)}.")
        except ToolkitError as problem:
            self._words.value = said(str(problem))
        self._last, self._undo.layout.display = None, "none"

    def pressed(self, key: str, row: str) -> None:
        """A key on a row of the table: a, it is right; x, drop it; e, the cursor goes where the value is typed."""
        if self.table not in _MISSED:
            return
        self.chosen = row
        {"a": lambda: self.act("accept"), "x": lambda: self.act("drop_row"), "e": lambda: None}[key]()

    def _id(self, name: str) -> str:
        """The id of the entity, where one alone has the name; the ledger says what is wrong otherwise."""
        entities = self.corpus.entities
        found = entities[entities["name"] == name]["entity_id"]
        return str(found.iloc[0]) if len(found) == 1 else name

    def _correct(self, correction: Correction) -> None:
        try:
            fresh = self._workbench.correct(correction, known=self.corpus)
        except ToolkitError as problem:
            self._words.value = said(str(problem))
            return
        outcome = fresh.corrections.report().iloc[-1]
        self.corpus = fresh
        self._last, self._undo.layout.display = correction, None
        done = outcome["outcome"] == "applied"
        self._words.value = said(f"{in_short(correction)}: kept." if done else str(outcome["reason"]))

    def _offer(self, _: Any = None) -> None:
        """The fields of the table's rows; names and articles are neither accepted nor dropped here."""
        fields = FIELDS.get(self.table, {})
        self.layout.display = None if fields else "none"
        self._what.options = list(fields)
        self._what.value = next(iter(fields), None)
        for offered in (self._right, self._drop, self._add):
            offered.layout.display = None if self.table in _MISSED else "none"
        self._expect()

    def _expect(self, _: Any = None) -> None:
        """Say how the value is written, and offer those that there are."""
        field = FIELDS.get(self.table, {}).get(self._what.value)
        if field is None:
            return
        kind = KIND_OF.get(self.table, "")
        self._value.placeholder, self._value.value = field.example, ""
        allowed = ALLOWED.get((kind, self._what.value), ())
        self._value.options = list(dict.fromkeys(self.corpus.entities["name"])) if field.named else allowed


def in_short(correction: Correction, names: Mapping[str, str] | None = None) -> str:
    """The correction in a few words: of an anchor its quoted words, of an entity its name."""
    names = names or {}
    target, value, scope = (
        shorten(names.get(cell, cell.split(' in "')[0]), _SHORT, placeholder=" …")
        for cell in (correction.target, correction.value, correction.scope)
    )
    return f"{correction.action}: {target}{f' → {value}' if value else ''}{f' ({scope})' if scope else ''}"
