"""The corpus: tables built from articles, saved, loaded, added to."""

from toolkit.corpus.anchoring import anchor_at, anchor_of
from toolkit.corpus.articles import intake_warnings, read_articles
from toolkit.corpus.corpus import Corpus, build_corpus, load_corpus
from toolkit.corpus.readable import event_label, said_days
from toolkit.corpus.tablefiles import read_tables, write_tables

__all__ = [
    "Corpus",
    "anchor_at",
    "anchor_of",
    "build_corpus",
    "event_label",
    "intake_warnings",
    "load_corpus",
    "read_articles",
    "read_tables",
    "said_days",
    "write_tables",
]
