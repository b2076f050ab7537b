"""A chart whose marks lead to their sentences: the rows that a mark stands for, and the article at each of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import ipywidgets
import traitlets

from toolkit.corpus import Corpus
from toolkit.widgets.filters import said
from toolkit.widgets.mainviews import ROWS_OF
from toolkit.widgets.picture import ChartPicture, picture
from toolkit.widgets.reviewed import ReviewedReader, Rows

_HINT = (
    "Click a mark, or go to one with Tab and press Enter: what it stands for is listed here, each row with its article."
)


def standing_behind(table: str, keys: Sequence[str]) -> Rows:
    """The rows of a table that have these keys, in plain words."""
    rows, wanted = ROWS_OF[table], set(keys)

    def chosen(corpus: Corpus) -> Any:
        frame = rows.frame(corpus)
        return frame[frame[rows.key].isin(wanted)].reset_index(drop=True)

    return replace(rows, frame=chosen)


def in_words(rows: Rows, keys: Sequence[str]) -> str:
    """What the mark clicked stands for: *3 reports of events stand behind this mark.*; an event can have several."""
    one, several = (
        ("report of an event", "reports of events") if rows.table == "events" else (rows.label[:-1], rows.label)
    )
    return f"1 {one} stands behind this mark." if len(keys) == 1 else f"{len(keys):,} {several} stand behind this mark."


class TracedChart(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A chart and, under it, the rows behind the mark clicked last beside their article. Its value is `chosen`."""

    chosen = traitlets.Unicode(default_value=None, allow_none=True, help="key of the row that is read")

    def __init__(self, chart: Any, corpus: Corpus, words: str) -> None:
        """The chart of the corpus, before a mark is clicked."""
        self._chart, self._corpus, self._words = chart, corpus, words
        self.picture = ChartPicture()
        self.picture.show(chart, words)
        self._note = ipywidgets.HTML(said(_HINT))
        self.behind = ReviewedReader(corpus, standing_behind("events", ()))
        self.behind.layout.display = "none"
        super().__init__([self.picture, self._note, self.behind])
        traitlets.dlink((self.behind, "chosen"), (self, "chosen"))
        self.picture.observe(self._clicked, "clicked")

    def _clicked(self, change: Any) -> None:
        """List what the mark stands for; the first row is read."""
        if change["new"] not in self.picture.marks:
            return
        table, keys = self.picture.marks[change["new"]]
        rows = standing_behind(table, keys)
        self._note.value = said(in_words(rows, keys))
        self.behind.show(self._corpus, rows)
        self.behind.layout.display = None

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live chart, and beside it its picture for notebooks without a kernel."""
        live: Any = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        return bundle and (bundle | {"text/html": picture(self._chart, self._words)}, metadata)


def traced(chart: Any, corpus: Corpus, words: str = "chart") -> TracedChart:
    """A chart of `toolkit.charts` whose marks lead to their sentences, by mouse and keyboard.

    Args:
        chart: the chart.
        corpus: the corpus that it was drawn from.
        words: what it shows, for those who hear it.
    """
    return TracedChart(chart, corpus, words)
