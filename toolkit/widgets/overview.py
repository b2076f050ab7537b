"""How much was read, and how much of it the tables hold, as tiles and bars that need no script."""

from html import escape

from IPython.display import HTML

from toolkit.corpus import Corpus
from toolkit.query import unused

_TILE = "flex: 1 1 5.5rem; padding: 0.5rem 0.8rem; border: 1px solid var(--jp-border-color2, #ccc); border-radius: 6px"
_NUMBER = "font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums"
_ROW = "display: flex; flex-wrap: wrap; gap: 0.6rem; margin: 0.3rem 0"
_TRACK = "flex: 1 1 12rem; height: 0.8rem; background: var(--jp-layout-color3, #e0e0e0); border-radius: 3px"
_READ_FROM = {
    "mentions": "name someone or something",
    "events": "tell an event",
    "quotes": "hold a quotation",
    "statistics": "hold a figure",
    "dates": "hold a date",
}


def tiles(corpus: Corpus) -> HTML:
    """Articles, words, sentences and warnings, and what was read from them, as large numbers."""
    events = corpus.events
    counts = {
        "articles": len(corpus.articles),
        "words": int(corpus.articles["n_words"].sum()),
        "sentences": len(corpus.sentences),
        "names": len(corpus.entities),
        "events": events["cluster_id"].fillna(events["event_id"]).nunique(),
        "figures": len(corpus.statistics),
        "quotations": len(corpus.quotes),
        "warnings": len(corpus.warnings),
    }
    return _html(f'<div style="{_ROW}">{"".join(_tile(name, count) for name, count in counts.items())}</div>')


def coverage(corpus: Corpus) -> HTML:
    """Which share of the sentences each table was read from, and which share none was."""
    total = max(1, len(corpus.sentences))
    shares = {words: corpus.table(name)["sentence_id"].nunique() / total for name, words in _READ_FROM.items()}
    shares["say nothing that a table holds"] = len(unused(corpus)) / total
    return _html("".join(_bar(words, share) for words, share in shares.items()))


def _tile(name: str, count: int) -> str:
    return f'<div style="{_TILE}"><div style="{_NUMBER}">{count:,}</div>{escape(name)}</div>'


def _bar(words: str, share: float) -> str:
    filled = f"width: {share:.0%}; height: 100%; background: var(--jp-brand-color1, #0072b2); border-radius: 3px"
    label = f'<span style="flex: 0 0 17rem">{share:.0%} of the sentences {escape(words)}</span>'
    bar = f'<div style="{_TRACK}"><div style="{filled}"></div></div>'
    return f'<div style="{_ROW}; align-items: center">{label}{bar}</div>'


def _html(body: str) -> HTML:
    return HTML(body)  # type: ignore[no-untyped-call]  # IPython has no types
