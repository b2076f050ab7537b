"""Figures that disagree, both sentences side by side."""

from collections.abc import Iterator
from html import escape
from typing import Any

from IPython.display import HTML

from toolkit.corpus import Corpus
from toolkit.widgets.citation import cited

_CARD = (
    "border: 1px solid var(--jp-border-color2, #ccc); border-left: 4px solid #d55e00; border-radius: 6px; "
    "padding: 0.6rem 0.9rem; margin: 0.5rem 0; max-width: 70rem"
)
_SIDES = "display: flex; flex-wrap: wrap; gap: 1.5rem; margin-top: 0.4rem"
_SIDE = "flex: 1 1 20rem"
_KINDS = {"contradiction": "Contradiction", "possible": "Perhaps a contradiction"}


def disagreements(corpus: Corpus) -> HTML:
    """A card for every pair of figures that cannot, or may not, both be true: the reason, and both with citation."""
    sides = {key: _side(figure) for key, figure in _figures(corpus)}
    cards = [_card(pair, sides[pair["statistic_id"]], sides[pair["other_id"]]) for pair in _pairs(corpus)]
    body = "".join(cards) or "<p>No two figures of this selection contradict each other.</p>"
    return HTML(body)  # type: ignore[no-untyped-call]  # IPython has no types


def _figures(corpus: Corpus) -> Iterator[tuple[str, dict[Any, Any]]]:
    """The figures that are part of a pair, by id: as printed, and their sentence with its citation."""
    paired = set(corpus.conflicts["statistic_id"]) | set(corpus.conflicts["other_id"])
    sentences = {row["sentence_id"]: row for row in corpus.sentences.to_dict("records")}
    articles = {row["article_id"]: row for row in corpus.articles.to_dict("records")}
    figures = corpus.statistics
    for figure in figures[figures["statistic_id"].isin(paired)].to_dict("records"):
        words = cited(articles[figure["article_id"]], sentences[figure["sentence_id"]])
        yield figure["statistic_id"], {"printed": figure["text"], "cited": words}


def _side(figure: dict[Any, Any]) -> str:
    return f'<div style="{_SIDE}"><b>{escape(figure["printed"])}</b><br>{escape(figure["cited"])}</div>'


def _pairs(corpus: Corpus) -> list[dict[Any, Any]]:
    """Contradictions before possible ones."""
    return corpus.conflicts.sort_values("kind", kind="stable").to_dict("records")


def _card(pair: dict[Any, Any], one: str, other: str) -> str:
    head = f"<b>{_KINDS.get(pair['kind'], pair['kind'])}.</b> {escape(pair['reason'])}"
    return f'<div style="{_CARD}">{head}<div style="{_SIDES}">{one}{other}</div></div>'
