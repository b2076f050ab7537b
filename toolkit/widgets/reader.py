"""The reader: an article with the rows of a table highlighted, each a click away."""

from collections import Counter
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import pandas as pd
import traitlets

from toolkit.corpus import Corpus
from toolkit.errors import CorpusError, SchemaError
from toolkit.widgets.marks import LAYERS, Layer, Mark, Node, marks_of, paragraphs

_STATIC = Path(__file__).with_name("static")


class Reader(anywidget.AnyWidget):
    """One article with its rows highlighted, table by table.

    `clicked` is the key of the row last clicked; setting `focus` to a row's key scrolls to it; `table` is the table
    shown. The article is part of the widget, so that a notebook shows it without a kernel, and plain HTML stands in
    where widgets do not run.
    """

    _esm = _STATIC / "reader.js"
    _css = _STATIC / "reader.css"

    heading = traitlets.Unicode().tag(sync=True)
    byline = traitlets.Unicode().tag(sync=True)
    layers = traitlets.Dict().tag(sync=True)
    table = traitlets.Unicode().tag(sync=True)
    focus = traitlets.Unicode().tag(sync=True)
    clicked = traitlets.Unicode().tag(sync=True)

    def __repr__(self) -> str:
        """Short, since a notebook stores it."""
        return f"Reader({self.heading!r}, table={self.table!r})"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget, with plain HTML beside it for places that cannot run it."""
        bundle: Any = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle
        return {**data, "text/html": self.html()}, metadata

    def html(self) -> str:
        """The article as static HTML, the chosen table highlighted; everything from the article is escaped."""
        layer = self.layers[self.table]
        style = _STATIC.joinpath("reader.css").read_text(encoding="utf-8")
        lines = "".join(f"<p>{_line(nodes, layer['marks'])}</p>" for nodes in layer["paragraphs"])
        return (
            f'<style>{style}</style><div class="tk-reader">'
            f'<div class="tk-heading">{escape(self.heading)}</div><div class="tk-byline">{escape(self.byline)}</div>'
            f'<div class="tk-legend">{_legend(layer["families"])}</div><div class="tk-text">{lines}</div></div>'
        )


def reader(corpus: Corpus, article_id: str | None = None, *, table: str = "mentions") -> Reader:
    """The reader of one article, the first of the corpus unless an id is given.

    Raises:
        CorpusError: the corpus has no such article.
        SchemaError: rows of that table are not marked in the text.
    """
    if table not in LAYERS:
        raise SchemaError(f"table {table!r} is not marked in the text; choose one of {', '.join(LAYERS)}")
    article = _article(corpus, article_id)
    layers = {
        name: _drawn(article["text"], marks_of(corpus, name, article["article_id"]), layer)
        for name, layer in LAYERS.items()
    }
    return Reader(heading=_heading(article), byline=_byline(article), layers=layers, table=table)


def _article(corpus: Corpus, article_id: str | None) -> dict[str, Any]:
    articles = corpus.articles
    if article_id is not None:
        articles = articles[articles["article_id"] == article_id]
    if articles.empty:
        raise CorpusError(f"there is no article {article_id or ''} in this corpus of {len(corpus.articles)} articles")
    first = articles.iloc[0]
    return {str(name): None if pd.isna(cell) else cell for name, cell in first.items()}


def _heading(article: dict[str, Any]) -> str:
    return str(article["title"] or article["path"] or article["article_id"])


def _byline(article: dict[str, Any]) -> str:
    """Outlet, day of publication and how it is known; what is not stated is said."""
    published = article["published"]
    day = f"{published:%Y-%m-%d} ({article['published_how']})" if published else "day of publication unknown"
    return f"{article['source'] or 'outlet not stated'} · {day} · {article['n_words']:,} words"


def _drawn(text: str, marks: list[Mark], layer: Layer) -> dict[str, Any]:
    """What the front end draws of one table: marks with their colours, the legend, and the text as a tree."""
    counts = Counter(mark.family for mark in marks)
    hues = {family: hue for hue, family in enumerate(layer.families)}
    return {
        "marks": [{**asdict(mark), "hue": hues[mark.family]} for mark in marks],
        "families": [{"name": name, "count": counts[name], "hue": hues[name]} for name in hues if counts[name]],
        "paragraphs": paragraphs(text, marks),
    }


def _legend(known: list[dict[str, Any]]) -> str:
    return "".join(
        f'<span class="tk-chip tk-hue-{family["hue"]}">{escape(family["name"])} {family["count"]}</span>'
        for family in known
    )


def _line(nodes: list[Node], marks: list[dict[str, Any]]) -> str:
    return "".join(escape(node) if isinstance(node, str) else _marked(node, marks) for node in nodes)


def _marked(node: tuple[int, list[Node]], marks: list[dict[str, Any]]) -> str:
    number, inside = node
    mark = marks[number]
    return f'<mark class="tk-hue-{mark["hue"]}" title="{escape(mark["tip"])}">{_line(inside, marks)}</mark>'
