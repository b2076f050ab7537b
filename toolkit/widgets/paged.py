"""A table of any length, read page by page from the kernel, whose value is the row that was chosen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import pandas as pd
import traitlets

from toolkit.widgets.cells import column_width, is_numeric, page_of_table, searchable, texts
from toolkit.widgets.tables import heading

_STATIC = Path(__file__).parent / "static"
PAGE_ROWS = 20


class PagedTable(anywidget.AnyWidget):
    """Twenty rows at a time of a frame: sorted by a heading, searched by words, one chosen, any number starred.

    The browser gets the page that it shows and nothing else, as text: news is not trusted.
    """

    _esm = _STATIC / "table.js"
    _css = _STATIC / "table.css"

    label = traitlets.Unicode(help="what the rows are, for those who hear the table").tag(sync=True)
    columns: traitlets.List[Any] = traitlets.List(help="name, heading, width in characters, numeric").tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List(help="key and cells of every row of the page").tag(sync=True)
    page = traitlets.Int(0).tag(sync=True)
    pages = traitlets.Int(1).tag(sync=True)
    found = traitlets.Int(0, help="rows that the search finds").tag(sync=True)
    total = traitlets.Int(0, help="rows that there are").tag(sync=True)
    sort = traitlets.Unicode(help="name of the column sorted by; the frame's order unless given").tag(sync=True)
    descending = traitlets.Bool(default_value=False).tag(sync=True)
    search = traitlets.Unicode().tag(sync=True)
    technical = traitlets.Bool(default_value=False, help="whether ids and rules are shown").tag(sync=True)
    has_technical = traitlets.Bool(default_value=False).tag(sync=True)
    chosen = traitlets.Unicode(default_value=None, allow_none=True, help="key of the row chosen").tag(sync=True)
    starred: traitlets.List[str] = traitlets.List(traitlets.Unicode(), help="keys of the pinned rows").tag(sync=True)
    heard: traitlets.List[str] = traitlets.List(traitlets.Unicode(), help="keys that Python hears of").tag(sync=True)
    fields: "traitlets.Dict[str, str]" = traitlets.Dict(help="which field a key leads to, as CSS").tag(sync=True)
    stars = traitlets.Enum(["none", "pin", "tick"], "none", help="what a star means, if there are any").tag(sync=True)

    def __init__(self, frame: pd.DataFrame, *, key: str, label: str = "rows", **shown: Any) -> None:
        """A table of the frame; for the arguments see `show`."""
        super().__init__()
        self._frame = pd.DataFrame()
        self.show(frame, key=key, label=label, **shown)
        self.observe(self._to_first_page, ["sort", "descending", "search"])
        self.observe(self._draw, ["page", "technical"])
        self.observe(self._turn, "chosen")

    def show(
        self,
        frame: pd.DataFrame,
        *,
        key: str,
        label: str,
        technical: Sequence[str] = (),
        order: Mapping[str, str] | None = None,
    ) -> None:
        """Put other rows into the same table; of the same kind, they are sorted and searched as those before.

        Args:
            frame: the rows, in the order that they have until a heading is clicked.
            key: the column whose value is the row's key; technical.
            label: what the rows are, in the plural.
            technical: further columns that are shown on demand.
            order: for columns in words, the column that they are sorted by, as days for `when`.
        """
        same = (self.label, list(self._frame.columns)) == (label, list(frame.columns))
        self._frame, self._key, self._order = frame.reset_index(drop=True), key, dict(order or {})
        self._technical = {key, *technical, *self._order.values()} & set(frame.columns)
        self._words: pd.Series | None = None
        with self.hold_sync():
            self.set_trait("label", label)
            self.total, self.has_technical = len(frame), bool(self._technical)
            if not same:
                self.sort, self.descending, self.search = "", False, ""
            self.chosen = None
            self._to_first_page()

    def after(self, key: str | None) -> str | None:
        """The key of the row behind that one, as they are sorted and searched now; none behind the last."""
        keys = list(self._ordered[self._key])
        at = keys.index(key) + 1 if key in keys else len(keys)
        return str(keys[at]) if at < len(keys) else None

    def on_key(
        self, keys: Iterable[str], press: Callable[[str, str], None], *, fields: Mapping[str, str] | None = None
    ) -> None:
        """Call with the key, one of these, and the row on which it was pressed.

        Args:
            keys: the keys.
            press: what is called.
            fields: CSS selectors of the fields that some of the keys lead to.
        """
        self.heard, self.fields = list(keys), dict(fields or {})
        self.on_msg(lambda _, message, __: press(message["key"], message["row"]) if "key" in message else None)

    def html(self) -> str:
        """The page as it stands, without script."""
        return page_of_table(self.label, self.columns, self.rows, total=self.total)

    def __repr__(self) -> str:
        """The size alone; a widget does not print its rows."""
        return f"PagedTable({self.total} {self.label})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live table, and beside it its first page, for wherever the notebook is shown without its kernel."""
        live = super()._repr_mimebundle_(**kwargs)
        return live and (live[0] | {"text/html": self.html()}, live[1])

    def _turn(self, _: Any = None) -> None:
        """Show the page that the chosen row is on."""
        keys = [] if self.chosen is None else list(self._ordered[self._key])
        if self.chosen in keys:
            self.page = keys.index(self.chosen) // PAGE_ROWS

    def _to_first_page(self, _: Any = None) -> None:
        self._ordered = self._sorted(self._matching())
        if self.page:
            self.page = 0  # which draws
        else:
            self._draw()

    def _matching(self) -> pd.DataFrame:
        """The rows that hold every word searched for."""
        wanted = self.search.casefold().split()
        if not wanted:
            return self._frame
        if self._words is None:
            self._words = searchable(self._frame)
        found = self._words
        for word in wanted:
            found = found[found.str.contains(word, regex=False)]
        return self._frame.loc[found.index]

    def _sorted(self, rows: pd.DataFrame) -> pd.DataFrame:
        if self.sort not in rows.columns:
            return rows
        cells = rows[self._order.get(self.sort, self.sort)]
        if pd.api.types.is_string_dtype(cells):
            cells = cells.str.casefold()
        return rows.loc[cells.sort_values(ascending=not self.descending, kind="stable", na_position="last").index]

    def _draw(self, _: Any = None) -> None:
        """Send the page; the columns are those that hold anything."""
        names = [name for name in self._frame.columns if self._is_shown(name)]
        first = self.page * PAGE_ROWS
        page = self._ordered.iloc[first : first + PAGE_ROWS]
        cells = zip(*(texts(page[name]) for name in names), strict=True)
        with self.hold_sync():
            self.found = len(self._ordered)
            self.pages = max(1, -(-self.found // PAGE_ROWS))
            self.columns = [self._column(name) for name in names]
            self.rows = [[str(key), list(row)] for key, row in zip(page[self._key], cells, strict=True)]

    def _is_shown(self, name: str) -> bool:
        """Technical columns on demand; no column in which nothing stands, so that the others have room."""
        if name in self._technical:
            return self.technical
        return self._frame.empty or bool(self._frame[name].notna().any())

    def _column(self, name: str) -> dict[str, Any]:
        cells = self._frame[name]
        return {
            "name": name,
            "heading": heading(name),
            "width": column_width(heading(name), cells),
            "numeric": is_numeric(cells),
        }


def listed(frame: pd.DataFrame, label: str = "rows", *, key: str = "", technical: Sequence[str] = ()) -> PagedTable:
    """A frame of any length as a table that is sorted by its headings, searched by words and paged.

    Args:
        frame: what to show.
        label: what the rows are, in the plural.
        key: the column whose value is the row's key; the rows are numbered without one.
        technical: columns that are shown on demand.
    """
    keyed = frame if key else frame.assign(row=range(1, len(frame) + 1))
    return PagedTable(keyed, key=key or "row", label=label, technical=technical)
