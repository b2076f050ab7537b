"""A sentence with where it stands, ready to be pasted into a report."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.corpus import Corpus


def sentence_of(corpus: Corpus, table: str, row: str) -> dict[Any, Any] | None:
    """The sentence that holds the row of that key; None where the corpus has no such row."""
    rows = corpus.table(table)
    found = rows[rows[rows.columns[0]] == row]
    if found.empty:
        return None
    sentences = corpus.sentences
    return dict(sentences[sentences["sentence_id"] == found["sentence_id"].iloc[0]].iloc[0])


def cited(article: Mapping[Any, Any], sentence: Mapping[Any, Any]) -> str:
    """The sentence in quotation marks, title, outlet, day and paragraph; what is not stated is said to be so."""
    return f"“{' '.join(sentence['text'].split())}” ({whence(article, sentence)})"


def whence(article: Mapping[Any, Any], sentence: Mapping[Any, Any]) -> str:
    """Title, outlet, day and paragraph."""
    day = article["published"]
    source = [
        _stated(article["title"], "without a title"),
        _stated(article["source"], "outlet not stated"),
        "day not known" if pd.isna(day) else f"{day.day} {day:%b %Y}",
        f"paragraph {sentence['paragraph'] + 1}",
    ]
    return ", ".join(source)


def _stated(cell: Any, otherwise: str) -> str:
    return otherwise if pd.isna(cell) or not cell else str(cell)
