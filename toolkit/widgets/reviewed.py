"""A table and, beside it, the article at the sentence that the chosen row was read from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import ipywidgets
import pandas as pd
import traitlets

from toolkit.corpus import Corpus
from toolkit.widgets.paged import PagedTable
from toolkit.widgets.reader import Reader
from toolkit.widgets.tables import articles_read


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table shows of a corpus, and where its rows stand in the articles.

    Attributes:
        label: what the rows are, in the plural.
        frame: the rows of a corpus in plain words, each with its key.
        key: the column of the keys.
        table: whose rows are marked in the article; for `articles`, the names in the one chosen.
        technical: columns that are shown on demand.
        order: for columns in words, the column that they are sorted by.
        marked: the key in `table` of the row to show for a chosen key.
    """

    label: str
    frame: Callable[[Corpus], pd.DataFrame]
    key: str
    table: str
    technical: Sequence[str] = ()
    order: Mapping[str, str] = field(default_factory=dict)
    marked: Callable[[Corpus, str], str | None] = lambda _, key: key


class ReviewedReader(ipywidgets.Box):  # type: ignore[misc]  # ipywidgets has no types
    """A `PagedTable` and a `Reader` joined: a row or a mark chosen in one is shown in the other.

    Its value is `chosen`, the key of the row.
    """

    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, rows: Rows) -> None:
        """The rows of the corpus, the first of them chosen."""
        self.table = PagedTable(pd.DataFrame({"key": []}), key="key")
        self.reader = Reader()
        self.table.layout = ipywidgets.Layout(flex="3 1 440px", min_width="0")
        self.reader.layout = ipywidgets.Layout(flex="2 1 320px", min_width="0")
        super().__init__([self.table, self.reader], layout=ipywidgets.Layout(flex_flow="row wrap", min_width="0"))
        self.add_class("tk-reviewed")
        self.show(corpus, rows)
        traitlets.link((self.table, "chosen"), (self, "chosen"))
        self.observe(self._read, "chosen")
        self.reader.observe(self._clicked, "clicked")

    def show(self, corpus: Corpus, rows: Rows) -> None:
        """Put other rows, or those of another corpus, into the same view; a row that is still there stays chosen."""
        frame, before = rows.frame(corpus), self.chosen
        self._corpus, self._rows, self._there = corpus, rows, set(frame[rows.key])
        self.table.show(frame, key=rows.key, label=rows.label, technical=rows.technical, order=rows.order)
        self.chosen = before if before in self._there else next(iter(frame[rows.key]), None)
        self.table.chosen = self.chosen
        self._read()

    def __contains__(self, key: str) -> bool:
        """Whether the table has the row."""
        return key in self._there

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live view, and beside it the first page and the article for notebooks without a kernel."""
        live = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        return bundle and (bundle | {"text/html": self.table.html() + self.reader.html}, metadata)

    def _read(self, _: Any = None) -> None:
        """Show the article of the chosen row; nothing where there is no row, or none in an article."""
        if self.chosen and self._rows.table == "articles":
            self.reader.show(self._corpus, self.chosen)
            return
        marked = self.chosen and self._rows.marked(self._corpus, self.chosen)
        rows = self._corpus.table(self._rows.table)
        row = rows[rows[rows.columns[0]] == marked]
        self.reader.layout.display = "none" if row.empty else None
        if not row.empty:
            self.reader.show(self._corpus, row["article_id"].iloc[0], table=self._rows.table, focus=marked)

    def _clicked(self, change: Any) -> None:
        """A mark was clicked: choose its row, where the table has it."""
        if change["new"] in self._there:
            self.chosen = change["new"]


ARTICLES = Rows(
    "articles",
    lambda corpus: articles_read(corpus).assign(article_id=corpus.articles["article_id"]),
    "article_id",
    "articles",
)


def articles_beside(corpus: Corpus) -> ReviewedReader:
    """The articles of the corpus, and beside them the one chosen, with its names marked."""
    return ReviewedReader(corpus, ARTICLES)
