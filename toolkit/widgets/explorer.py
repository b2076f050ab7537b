"""The explorer: what to look at on the left, what is there on the right, and the article beside the row chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import ipywidgets
import traitlets

from toolkit import charts
from toolkit.corpus import Corpus
from toolkit.errors import InputError, SelectionError
from toolkit.query import Selection
from toolkit.widgets.button import button
from toolkit.widgets.correcting import CorrectionLine
from toolkit.widgets.filters import Filters, said
from toolkit.widgets.finding import status
from toolkit.widgets.mainviews import VIEWS
from toolkit.widgets.picture import ChartPicture, picture
from toolkit.widgets.pins import pinned, set_pins
from toolkit.widgets.refresh import RefreshBar
from toolkit.widgets.reviewed import ReviewedReader, Rows
from toolkit.widgets.traced import in_words, standing_behind
from toolkit.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Preset:
    """The view that an explorer opens with, and the chart above it."""

    view: str
    chart: str


PRESETS: Mapping[str, Preset] = {
    "timeline": Preset("Events", "timeline"),
    "figures": Preset("Figures", "figures"),
    "links": Preset("Who", "network"),
}
# A tall chart is scrolled in its place, so that the table and the article stay on the first screen.
_CHART = {"width": "100%", "max_height": "25rem", "overflow": "auto", "flex": "0 0 auto"}
# The chart above each view, where no preset asks for another one.
_CHARTS = {"Events": "timeline", "Figures": "figures", "Who": "ranking"}
_TABLES = {rows.table: name for name, rows in VIEWS.items()} | {"entities": "Who"}


class Explorer(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Filters, a chart, a table and the reader over one corpus. `selection`, `corpus` and `chosen` are its values."""

    corpus = traitlets.Instance(Corpus)
    selection = traitlets.Instance(Selection, args=())
    view = traitlets.Enum(list(VIEWS), default_value="Events")
    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, selection: Selection, *, preset: Preset, workbench: Workbench | None) -> None:
        """An explorer of the corpus; with a workbench, the selection and the pins are those of all notebooks."""
        self._workbench, self._preset = workbench, preset
        self.filters = Filters(corpus, selection)
        self.part = corpus.select(selection)
        self.reviewed = ReviewedReader(self.part, VIEWS[preset.view])
        self._views = ipywidgets.ToggleButtons(options=list(VIEWS), value=preset.view)
        self._views.style.button_width = "auto"
        self._status, self.chart = ipywidgets.HTML(), ChartPicture(layout=_CHART)
        main = ipywidgets.VBox(
            [self._views, self._status, self.chart, self._narrowing(), *self._correcting(corpus), self.reviewed],
            layout=ipywidgets.Layout(flex="1 1 480px", min_width="0"),
        )
        # Where there is no room side by side, what is found stands above the filters.
        both = ipywidgets.Box(
            [self.filters, main], layout=ipywidgets.Layout(flex_flow="row wrap-reverse", min_width="0")
        )
        super().__init__([*self._bars(), both])
        self.set_trait("corpus", corpus)
        self.view = preset.view
        self._link(selection)
        self._draw()

    def _bars(self) -> list[ipywidgets.Widget]:
        """The bar that says what other notebooks have corrected; none without a workbench."""
        if self._workbench is None:
            return []
        self._bar = RefreshBar(self._workbench, lambda corpus: self.set_trait("corpus", corpus))
        return [self._bar]

    def _narrowing(self) -> ipywidgets.Widget:
        """The line that says which mark the table is narrowed to, with the way back; hidden where it is not."""
        self._narrowed = ipywidgets.HTML()
        back = button("Show all", "the whole table again", self._widen)
        self._line = ipywidgets.HBox([self._narrowed, back], layout=ipywidgets.Layout(display="none"))
        return self._line

    def _correcting(self, corpus: Corpus) -> list[ipywidgets.Widget]:
        """The controls that correct the row chosen; none without a workbench that keeps corrections."""
        if self._workbench is None:
            return []
        self.line = CorrectionLine(corpus, self._workbench, self.reviewed.reader)
        self.reviewed.table.on_key("aex", self.line.pressed, fields={"e": ".tk-set input"})
        self.line.observe(lambda change: self._corrected(change["new"]), "corpus")
        return [self.line]

    def _corrected(self, corpus: Corpus) -> None:
        """The corpus under this notebook's own correction, which the bar need not tell of."""
        self.corpus = corpus
        self._bar.seen()

    def _link(self, selection: Selection) -> None:
        """Join the values of the parts to those of the whole, and hear of their changes."""
        self.selection = selection
        traitlets.link((self, "selection"), (self.filters, "selection"))
        traitlets.link((self, "view"), (self._views, "value"))
        traitlets.link((self.reviewed, "chosen"), (self, "chosen"))
        if self._workbench is not None:
            self.reviewed.table.starred = pinned(self._workbench)
            traitlets.dlink((self, "chosen"), (self.line, "chosen"))
            traitlets.dlink((self, "corpus"), (self.line, "corpus"))
        self.observe(self._select, ["selection", "corpus"])
        self.observe(self._draw, "view")
        self.reviewed.table.observe(self._pin, "starred")
        self.chart.observe(self._clicked, "clicked")

    def _select(self, change: Any) -> None:
        """Recompute the part that is looked at."""
        try:
            self.part = self.corpus.select(self.selection)
        except SelectionError as problem:
            self._status.value = said(str(problem))
            return
        if self._workbench is not None and change["name"] == "selection":
            self._workbench.choose(self.selection)
        self._draw()

    def _draw(self, _: Any = None) -> None:
        """Show the view: the table at once, then its chart."""
        self._status.value = said(status(self.part))
        self._widen()
        chart, words = self._drawn()
        self.chart.show(chart, words)

    def _drawn(self) -> tuple[Any, str]:
        """The view's chart, where it has one, and what it shows."""
        name = self._preset.chart if self.view == self._preset.view else _CHARTS.get(self.view)
        draw: Callable[..., Any] | None = getattr(charts, name, None) if name else None
        words = f"{name}. {status(self.part)}. {self.selection.words()}"
        return (None if draw is None else draw(self.corpus, self.selection)), words

    def _clicked(self, change: Any) -> None:
        """A mark of the chart was clicked: choose its row in the table, or list the rows that it stands for."""
        if change["new"] not in self.chart.marks:
            return
        table, keys = self.chart.marks[change["new"]]
        if len(keys) == 1 and keys[0] in self.reviewed:
            self.chosen = keys[0]
            return
        rows = standing_behind(table, keys)
        self._narrowed.value = said(in_words(rows, keys))
        self._show(rows, narrowed=True)

    def _widen(self) -> None:
        """The whole table of the view."""
        self._show(VIEWS[self.view], narrowed=False)

    def _show(self, rows: Rows, *, narrowed: bool) -> None:
        """Put rows into the table; the pins and the corrections are about them."""
        self._rows = rows
        self._line.layout.display = None if narrowed else "none"
        if self._workbench is not None:
            self.line.table = rows.table
            self.reviewed.table.stars = "none" if rows is VIEWS["Who"] else "pin"
        self.reviewed.show(self.part, rows)

    def _pin(self, change: Any) -> None:
        if self._workbench is not None:
            set_pins(self._workbench, self.part, self._rows.table, change["old"], change["new"])

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live explorer, and beside it the chart, first page and article for notebooks without a kernel."""
        live = super()._repr_mimebundle_(**kwargs)
        chart, words = self._drawn()
        drawn = "" if chart is None else picture(chart, words)
        parts = (self._status.value, drawn, self.reviewed.table.html(), self.reviewed.reader.html)
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        return bundle and (bundle | {"text/html": "".join(parts)}, metadata)


def explore(
    corpus: Corpus,
    selection: Selection | None = None,
    *,
    table: str = "events",
    preset: str | None = None,
    workbench: Workbench | None = None,
) -> Explorer:
    """Look around in a corpus: filters, charts, tables and the sentences that they were read from.

    Args:
        corpus: what to look at.
        selection: where to begin; with a workbench, the selection in use unless given.
        table: which table to begin with: `events`, `statistics`, `quotes`, `entities` or `dates`.
        preset: `timeline`, `figures` or `links`, the notebooks of that name; stands before `table`.
        workbench: where the selection and the pins are kept for other notebooks; nothing is kept unless given.

    Raises:
        InputError: there is no such table or preset.
        SelectionError: the selection asks for an entity that the corpus does not have.
    """
    if preset is not None and preset not in PRESETS:
        raise InputError(f"there is no preset {preset!r}; choose from {', '.join(PRESETS)}")
    if table not in _TABLES:
        raise InputError(f"the explorer has no table {table!r}; choose from {', '.join(_TABLES)}")
    opened = PRESETS[preset] if preset else Preset(_TABLES[table], _CHARTS.get(_TABLES[table], ""))
    chosen = selection or (workbench.selection() if workbench else Selection())
    return Explorer(corpus, chosen, preset=opened, workbench=workbench)
