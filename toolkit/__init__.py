"""Analyst notebook toolkit: news articles to tables of entities, events, statistics, quotations and dates.

Every row points to its evidence: `articles.text[start:end]` is what the row says it read.
"""

import logging

from toolkit.corpus import Corpus, build_corpus, load_corpus, read_articles
from toolkit.errors import ToolkitError
from toolkit.language import load_language
from toolkit.query import Selection

__all__ = ["Corpus", "Selection", "ToolkitError", "build_corpus", "load_corpus", "load_language", "read_articles"]

logging.getLogger(__name__).addHandler(logging.NullHandler())
