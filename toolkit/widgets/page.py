"""The reader as a page that needs no kernel and no script: what a saved notebook shows."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from toolkit.widgets.spans import Mark

STYLE = Path(__file__).parent / "static" / "reader.css"


def page(title: str, about: str, legend: Iterable[tuple[int, str]], lines: Iterable[Sequence[str | Mark]]) -> str:
    """The article as HTML, every character of it escaped; in the order and classes that the widget draws."""
    keys = "".join(f'<span class="tk-key tk-tone-{tone}">{escape(word)}</span> ' for tone, word in legend)
    body = "".join(f"<p>{_drawn(line)}</p>" for line in lines)
    style = STYLE.read_text(encoding="utf-8")
    return (
        f'<style>{style}</style><article class="tk-reader"><header><h3>{escape(title)}</h3>'
        f'<p class="tk-about">{escape(about)}</p><p class="tk-legend">{keys}</p></header>'
        f'<div class="tk-text">{body}</div></article>'
    )


def _drawn(pieces: Sequence[str | Mark]) -> str:
    return "".join(escape(piece) if isinstance(piece, str) else _marked(piece) for piece in pieces)


def _marked(mark: Mark) -> str:
    span = mark.span
    return f'<mark class="tk-tone-{span.tone}" title="{escape(span.label)}">{_drawn(mark.inside)}</mark>'
