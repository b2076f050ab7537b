"""Figures that disagree: both sentences side by side, and whether they measure the same, as the analyst says."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets
import traitlets

from toolkit.corpus import Corpus, anchor_of
from toolkit.errors import ToolkitError
from toolkit.ledger import Correction
from toolkit.widgets.button import button
from toolkit.widgets.citation import whence
from toolkit.widgets.filters import said
from toolkit.widgets.reader import Reader
from toolkit.workbench import Workbench

_SHOWN = 10
_KINDS = {"contradiction": "Contradiction", "possible": "Perhaps a contradiction"}
_CARD = {
    "border": "1px solid var(--jp-border-color2, #ccc)",
    "padding": "0.4rem 0.9rem",
    "margin": "0.3rem 0",
    "max_width": "76rem",
}
_SIDES = ("statistic_id", "other_id")
_MARK = "background: #f7dcc4; color: inherit; padding: 0.05em 0.15em; border-bottom: 2px solid #d55e00"


class Disagreements(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A card for every pair of figures that cannot, or may not, both be true. Its value is `corpus`."""

    corpus = traitlets.Instance(Corpus)

    def __init__(self, corpus: Corpus, workbench: Workbench | None) -> None:
        """The pairs of the corpus; with a workbench, of the selection in use, and answers are kept."""
        self._workbench = workbench
        self._said, self._cards = ipywidgets.HTML(), ipywidgets.VBox()
        self._undo = button("Undo", "take the last answer back", self.undo)
        self._last: Correction | None = None
        self._more = button("Show all", "every pair", self._show_all)
        self.reader = Reader()
        self.reader.layout.display = "none"
        self._shown = _SHOWN
        line = ipywidgets.HBox([self._said, self._undo])
        super().__init__([line, self._cards, self._more, self.reader])
        self.add_class("tk-disagreements")
        self._undo.layout.display = "none"
        self.set_trait("corpus", corpus)
        self.observe(self._draw, "corpus")
        self._draw()

    def answer(self, pair: Mapping[Any, Any], *, same: bool) -> None:
        """Whether both figures of the pair measure the same; kept in the ledger."""
        if self._workbench is None:
            return
        one, other = (str(anchor_of(self.corpus, "statistics", pair[side])) for side in _SIDES)
        try:
            verdict = Correction("same_measure" if same else "not_same_measure", one, other)
            self.corpus = self._workbench.correct(verdict, known=self.corpus)
        except ToolkitError as problem:
            self._said.value = said(str(problem))
            return
        answered = "the same measure: a contradiction" if same else "not the same measure: no contradiction"
        self._said.value = said(f"Kept: {answered}.")
        self._last, self._undo.layout.display = verdict, None

    def undo(self) -> None:
        """Take the last answer back."""
        if self._workbench is None or self._last is None:
            return
        try:
            self.corpus = self._workbench.undo(self._last, known=self.corpus)
            self._said.value = said("Taken back.")
        except ToolkitError as problem:
            self._said.value = said(str(problem))
        self._last, self._undo.layout.display = None, "none"

    def read(self, figure: Mapping[Any, Any]) -> None:
        """Show the article at the figure's sentence."""
        self.reader.show(self.corpus, figure["article_id"], table="statistics", focus=figure["statistic_id"])
        self.reader.layout.display = None

    def _pairs(self) -> list[dict[Any, Any]]:
        """Contradictions before possible ones."""
        part = self.corpus if self._workbench is None else self.corpus.select(self._workbench.selection())
        return part.conflicts.sort_values("kind", kind="stable").to_dict("records")

    def _none(self) -> str:
        """That there is no pair, and among what: filters set in another notebook hold here too."""
        among = "" if self._workbench is None else f" Looked at: {self._workbench.selection().words()}"
        return said(f"No two figures contradict each other.{among}")

    def _draw(self, _: Any = None) -> None:
        pairs = self._pairs()
        self._told = _told(self.corpus, pairs)
        self._cards.children = [self._card(pair) for pair in pairs[: self._shown]] or [ipywidgets.HTML(self._none())]
        self._more.description = f"Show all {len(pairs):,}"
        self._more.layout.display = None if len(pairs) > self._shown else "none"

    def _show_all(self) -> None:
        self._shown = len(self.corpus.conflicts)
        self._draw()

    def _card(self, pair: dict[Any, Any]) -> ipywidgets.Widget:
        sides = [self._side(self._told[pair[side]]) for side in _SIDES]
        both = ipywidgets.Box(sides, layout=ipywidgets.Layout(flex_flow="row wrap"))
        return ipywidgets.VBox([ipywidgets.HTML(_head(pair)), both, *self._question(pair)], layout=dict(_CARD))

    def _side(self, figure: dict[Any, Any]) -> ipywidgets.Widget:
        read = button("Read the article", "the article at this sentence, below", lambda: self.read(figure))
        layout = ipywidgets.Layout(flex="1 1 24rem", min_width="0", margin="0 1rem 0 0", align_items="flex-start")
        return ipywidgets.VBox([ipywidgets.HTML(_sentence(figure)), read], layout=layout)

    def _question(self, pair: dict[Any, Any]) -> list[ipywidgets.Widget]:
        """The question and its two answers; none without a workbench that keeps them."""
        if self._workbench is None:
            return []
        same = button("The same measure", "they contradict each other", lambda: self.answer(pair, same=True))
        other = button("Not the same", "both can be true; the pair goes", lambda: self.answer(pair, same=False))
        return [ipywidgets.HBox([ipywidgets.HTML("Do both measure the same?&nbsp;"), same, other])]

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live cards, and beside them their words for notebooks without a kernel."""
        live: Any = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        return bundle and (bundle | {"text/html": self.html()}, metadata)

    def html(self) -> str:
        """The cards as a page without script."""
        cards = [
            _head(pair) + "".join(f"<p>{_sentence(self._told[pair[side]])}</p>" for side in _SIDES)
            for pair in self._pairs()[: self._shown]
        ]
        return "".join(cards) or self._none()


def disagreements(corpus: Corpus, workbench: Workbench | None = None) -> Disagreements:
    """A card for every pair of figures that cannot, or may not, both be true: the reason, and both with citation.

    Args:
        corpus: whose figures.
        workbench: where the answers are written; its selection in use chooses the pairs. Without one, nothing is asked.
    """
    return Disagreements(corpus, workbench)


def _told(corpus: Corpus, pairs: list[dict[Any, Any]]) -> dict[str, dict[Any, Any]]:
    """The figures of the pairs by id, each with its sentence and the article that it stands in."""
    paired = {pair[side] for pair in pairs for side in _SIDES}
    sentences = {row["sentence_id"]: row for row in corpus.sentences.to_dict("records")}
    articles = {row["article_id"]: row for row in corpus.articles.to_dict("records")}
    rows = corpus.statistics
    return {
        row["statistic_id"]: {**row, "sentence": sentences[row["sentence_id"]], "article": articles[row["article_id"]]}
        for row in rows[rows["statistic_id"].isin(paired)].to_dict("records")
    }


def _head(pair: Mapping[Any, Any]) -> str:
    kind = _KINDS.get(pair["kind"], pair["kind"])
    return f'<div class="tk-words"><b>{escape(kind)}.</b> {escape(pair["reason"])}</div>'


def _sentence(figure: Mapping[Any, Any]) -> str:
    """The figure as printed, its sentence with the figure marked, and where it stands."""
    sentence = figure["sentence"]
    start, end = figure["start"] - sentence["start"], figure["end"] - sentence["start"]
    before, words, after = (escape(sentence["text"][slice(*at)]) for at in ((0, start), (start, end), (end, None)))
    return (
        f'<div class="tk-words" style="white-space: normal; line-height: 1.5"><b>{escape(figure["text"])}</b><br>'
        f'“{before}<mark style="{_MARK}">{words}</mark>{after}”<br>'
        f"<small>{escape(whence(figure['article'], sentence))}</small></div>"
    )
