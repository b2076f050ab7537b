"""Analyst notebook toolkit: news articles to tables of entities, events, statistics, quotations and dates.

Every row points to its evidence: `articles.text[start:end]` is what the row says it read.
"""

import logging
from importlib import import_module
from typing import Any

from toolkit.corpus import Corpus, build_corpus, load_corpus, read_articles
from toolkit.errors import ToolkitError
from toolkit.language import load_language
from toolkit.query import Selection

# Loaded when asked for: drawing and widgets take a second that tables alone should not wait for.
_LATER = {
    "brief": ("toolkit.briefing", "brief"),
    "charts": ("toolkit.charts", ""),
    "explore": ("toolkit.widgets", "explore"),
    "export": ("toolkit.briefing", "export"),
}

__all__ = [
    "Corpus",
    "Selection",
    "ToolkitError",
    "brief",
    "build_corpus",
    "charts",
    "explore",
    "export",
    "load_corpus",
    "load_language",
    "read_articles",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """The public names that are loaded when they are first asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LATER[name]
    found = import_module(module)
    return getattr(found, attribute) if attribute else found
