"""The outlets: where they are at home, who owns them, how far they are to be trusted; and which of them to look at."""

from typing import Any

import ipywidgets
import pandas as pd
import traitlets

from toolkit.corpus import Corpus
from toolkit.lexicons import rows
from toolkit.widgets.button import button
from toolkit.widgets.filters import said
from toolkit.widgets.paged import PagedTable
from toolkit.workbench import RELIABILITY, Outlet, Workbench

_LEVELS = [("not rated", ""), *((f"{letter}: {words}", letter) for letter, words in RELIABILITY.items())]


class Outlets(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """One row an outlet, and a line that rates the one chosen. Its value is `chosen`, the outlet's name."""

    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, workbench: Workbench) -> None:
        """The outlets of the corpus; what is said of them is kept in the workbench."""
        self._corpus, self._workbench = corpus, workbench
        self.country = ipywidgets.Combobox(
            placeholder="country", options=[row["name"] for row in rows("countries")], continuous_update=False
        )
        self.state = ipywidgets.Dropdown(
            options=[("state-owned?", ""), ("state-owned", "yes"), ("not state-owned", "no")], layout={"width": "11rem"}
        )
        self.reliability = ipywidgets.Dropdown(options=_LEVELS, layout={"width": "14rem"})
        self.note = ipywidgets.Text(placeholder="note", continuous_update=False)
        save = button("Rate", "keep this of the outlet chosen", self.rate, style="primary")
        self.least = ipywidgets.Dropdown(options=_LEVELS[1:-1], value="B", layout={"width": "14rem"})
        self.private = ipywidgets.Checkbox(description="without state-owned ones", indent=False)
        use = button("Look at these only", "sets the filter of outlets in all notebooks", self.choose)
        self._said = ipywidgets.HTML()
        self.table = PagedTable(pd.DataFrame({"name": []}), key="name")
        lines = [
            [self.country, self.state, self.reliability, self.note, save],
            [ipywidgets.HTML("At least&nbsp;"), self.least, self.private, use],
        ]
        boxes = [ipywidgets.Box(line, layout=ipywidgets.Layout(flex_flow="row wrap")) for line in lines]
        super().__init__([boxes[0], self.table, boxes[1], self._said])
        traitlets.link((self.table, "chosen"), (self, "chosen"))
        self.observe(self._show, "chosen")
        self._draw()

    def rate(self) -> None:
        """Keep what is said of the outlet chosen."""
        if self.chosen is None:
            return
        self._workbench.rate(
            Outlet(
                name=self.chosen,
                country=self.country.value.strip(),
                state_owned=self.state.value,
                reliability=self.reliability.value,
                note=self.note.value.strip(),
            )
        )
        self._said.value = said(f"{self.chosen}: kept. Briefings name it with every citation.")
        self._draw()

    def choose(self) -> None:
        """Set the selection in use to the outlets that are reliable enough; those not rated are left out."""
        rated = self._workbench.outlets()
        wanted = [name for name in self._names() if self._is_wanted(rated.get(name, Outlet(name=name)))]
        if not wanted:
            self._said.value = said("No outlet is rated so; rate some first.")
            return
        self._workbench.choose(self._workbench.selection().replace(sources=tuple(wanted)))
        self._said.value = said(
            f"The filter of outlets is now: {', '.join(wanted)}. Other notebooks use it when they run."
        )

    def _is_wanted(self, outlet: Outlet) -> bool:
        reliable = bool(outlet.reliability) and outlet.reliability <= self.least.value
        return reliable and not (self.private.value and outlet.state_owned == "yes")

    def _names(self) -> list[str]:
        return sorted(set(self._corpus.articles["source"].dropna()))

    def _draw(self) -> None:
        rated, counts = self._workbench.outlets(), self._corpus.articles["source"].value_counts()
        told = [rated.get(name, Outlet(name=name)) for name in self._names()]
        frame = pd.DataFrame(
            {
                "outlet": [one.name for one in told],
                "articles": [int(counts[one.name]) for one in told],
                "country": [one.country or "not stated" for one in told],
                "state-owned": [one.state_owned or "not stated" for one in told],
                "reliability": [_level(one.reliability) for one in told],
                "note": [one.note or None for one in told],
                "name": [one.name for one in told],
            }
        )
        before = self.chosen
        self.table.show(frame, key="name", label="outlets")
        self.table.chosen = before if before in set(frame["name"]) else next(iter(frame["name"]), None)

    def _show(self, _: Any = None) -> None:
        """Put what is known of the outlet chosen into the line."""
        if self.chosen is None:
            return
        outlet = self._workbench.outlets().get(self.chosen, Outlet(name=self.chosen))
        self.country.value, self.note.value = outlet.country, outlet.note
        self.state.value, self.reliability.value = outlet.state_owned, outlet.reliability


def _level(letter: str) -> str:
    return f"{letter}: {RELIABILITY[letter]}" if letter else "not rated"


def outlets(corpus: Corpus, workbench: Workbench) -> Outlets:
    """The outlets of the corpus: country, state-owned, reliability from A to F; filters and briefings use it.

    Args:
        corpus: whose outlets.
        workbench: where the ratings are kept, in `outlets.csv`.
    """
    return Outlets(corpus, workbench)
