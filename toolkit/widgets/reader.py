"""The reader: an article with the rows of one table highlighted where they were read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anywidget
import pandas as pd
import traitlets

from toolkit.corpus import Corpus
from toolkit.errors import InputError
from toolkit.widgets.citation import cited, sentence_of
from toolkit.widgets.page import page
from toolkit.widgets.spans import Mark, Span, line_starts, lines
from toolkit.widgets.views import SENTENCE_TONE, legend, spans_of

_STATIC = Path(__file__).parent / "static"


class Reader(anywidget.AnyWidget):
    """A view of one article. Its value is `clicked`; setting `focus` scrolls to a row's mark.

    The text goes to the browser as nested pieces and is drawn as text, never as markup: news text is not trusted.
    """

    _esm = _STATIC / "reader.js"
    _css = _STATIC / "reader.css"

    title = traitlets.Unicode().tag(sync=True)
    about = traitlets.Unicode().tag(sync=True)
    legend: traitlets.List[Any] = traitlets.List().tag(sync=True)
    lines: traitlets.List[Any] = traitlets.List().tag(sync=True)
    clicked = traitlets.Unicode(default_value=None, allow_none=True, help="key of the row last clicked")
    focus = traitlets.Unicode(default_value=None, allow_none=True, help="key of the row to scroll to").tag(sync=True)

    selected: traitlets.List[int] = traitlets.List(
        traitlets.Int(), help="line and code point of the first and behind the last selected character"
    ).tag(sync=True)

    citation = traitlets.Unicode(help="what the copy button copies; no button without it").tag(sync=True)

    html = traitlets.Unicode(help="the same article as a page without script")
    article_id = traitlets.Unicode(default_value=None, allow_none=True, help="the article that is shown")
    text = traitlets.Unicode(help="its text")

    def __init__(self, **traits: Any) -> None:
        """An empty view."""
        super().__init__(**traits)
        self.on_msg(lambda _, row, __: self.click(str(row)))

    def click(self, row: str) -> None:
        """The mark of that row was clicked, perhaps once more."""
        self.clicked = None
        self.clicked = row

    def show(
        self, corpus: Corpus, article_id: str | None = None, *, table: str = "mentions", focus: str | None = None
    ) -> None:
        """Put another article, or the rows of another table, into the same view.

        Args:
            corpus: where the article is.
            article_id: which one; the first unless given.
            table: whose rows are highlighted, as in `reader`.
            focus: key of the row to scroll to; its sentence is highlighted, and can be copied with its citation.

        Raises:
            InputError: the corpus has no such article.
            SchemaError: rows of that table are not marked in a text.
        """
        article = _article(corpus, article_id)
        sentence = None if focus is None else sentence_of(corpus, table, focus)
        with self.hold_sync():
            for name, value in _contents(corpus, article, table, sentence).items():
                self.set_trait(name, value)
            self.citation = "" if sentence is None else cited(article, sentence)
            self.focus = focus

    def selection(self) -> tuple[int, int] | None:
        """The selected words as offsets in the article's text, white space at the ends left out; None without any."""
        starts = line_starts(self.text)
        if len(self.selected) != 4 or max(self.selected[0], self.selected[2]) >= len(starts):
            return None
        first, last = (starts[line] + at for line, at in (self.selected[:2], self.selected[2:]))
        words = self.text[first:last]
        start = first + len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def __repr__(self) -> str:
        """The title alone; a widget does not print its text."""
        return f"Reader({self.title!r})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live view, and beside it the page, for wherever the notebook is shown without its kernel."""
        live = super()._repr_mimebundle_(**kwargs)
        return live and (live[0] | {"text/html": self.html}, live[1])


def reader(corpus: Corpus, article_id: str | None = None, *, table: str = "mentions") -> Reader:
    """An article of the corpus with its mentions highlighted, or its events, quotes, statistics or dates.

    Args:
        corpus: where the article is.
        article_id: which one; the first unless given.
        table: whose rows are highlighted: `mentions`, `events` (their triggers), `quotes`, `statistics` or `dates`.

    Raises:
        InputError: the corpus has no such article.
        SchemaError: rows of that table are not marked in a text.
    """
    made = Reader()
    made.show(corpus, article_id, table=table)
    return made


def _contents(
    corpus: Corpus, article: dict[Any, Any], table: str, sentence: Mapping[Any, Any] | None
) -> dict[str, Any]:
    """What the view shows, by the names of its traits."""
    spans = spans_of(corpus, article["article_id"], table)
    keys = legend(table, spans)
    if sentence is not None:
        spans.append(Span(sentence["start"], sentence["end"], sentence["sentence_id"], SENTENCE_TONE, "the sentence"))
    drawn = lines(article["text"], spans)
    title, about = _said(article["title"]) or "Without a title", _about(article)
    return {
        "article_id": article["article_id"],
        "text": article["text"],
        "selected": [],
        "title": title,
        "about": about,
        "legend": [list(key) for key in keys],
        "lines": [[_sent(piece) for piece in line] for line in drawn],
        "html": page(title, about, keys, drawn),
    }


def _article(corpus: Corpus, article_id: str | None) -> dict[Any, Any]:
    articles = corpus.articles
    chosen = articles if article_id is None else articles[articles["article_id"] == article_id]
    if chosen.empty:
        wanted = "article" if article_id is None else f"article {article_id!r}"
        raise InputError(
            f"the corpus has no {wanted}; its {len(articles)} are in corpus.articles, what failed in warnings"
        )
    return dict(chosen.iloc[0])


def _about(article: dict[Any, Any]) -> str:
    """Outlet, day and length, in words."""
    outlet = _said(article["source"]) or "outlet not stated"
    day = article["published"]
    published = "day not known" if pd.isna(day) else f"{day.day} {day:%b %Y} ({article['published_how']})"
    return f"{outlet} · {published} · {article['n_words']:,} words"


def _said(cell: Any) -> str:
    return "" if pd.isna(cell) else str(cell)


def _sent(piece: str | Mark) -> Any:
    """A piece as the browser gets it: text as it is, a mark as its row, tone, label and what is inside."""
    if isinstance(piece, str):
        return piece
    inside = [_sent(inner) for inner in piece.inside]
    return {"row": piece.span.row, "tone": piece.span.tone, "label": piece.span.label, "inside": inside}
