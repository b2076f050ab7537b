"""The anchor of a row: what a correction of it is written with."""

from typing import Any

from toolkit.corpus.corpus import Corpus
from toolkit.errors import CorpusError
from toolkit.ledger import KIND_OF, Anchor, Place, anchored
from toolkit.schema import table


def anchor_of(corpus: Corpus, name: str, key: str) -> Anchor:
    """The anchor of one row of mentions, events, statistics, quotes or dates.

    Args:
        corpus: the corpus that has the row.
        name: the table.
        key: the row's key.

    Raises:
        CorpusError: rows of the table have no anchor, or it has no such row.
    """
    if name not in KIND_OF:
        raise CorpusError(f"rows of {name!r} have no anchor; those of {', '.join(KIND_OF)} do")
    rows = corpus.table(name)
    found = rows[rows[table(name).key[0]] == key]
    if found.empty:
        raise CorpusError(f"{name} has no row {key!r}")
    row = found.iloc[0]
    start, end = ("trigger_start", "trigger_end") if name == "events" else ("start", "end")
    return anchor_at(corpus, row["article_id"], span=(int(row[start]), int(row[end])), kind=KIND_OF[name], key=key)


def anchor_at(corpus: Corpus, article_id: str, *, span: tuple[int, int], kind: str, key: str = "") -> Anchor:
    """The anchor of words of an article, given by their offsets: where a mention or a row is to be added."""
    articles, sentences = corpus.articles, corpus.sentences
    text = str(articles.loc[articles["article_id"] == article_id, "text"].iloc[0])
    mine = sentences[(sentences["article_id"] == article_id) & (sentences["start"] <= span[0])]
    sentence = _ends(mine.iloc[-1]) if len(mine) else (0, len(text))
    return anchored(kind, Place(article_id, span, sentence), text=text, key=key)


def _ends(sentence: Any) -> tuple[int, int]:
    return int(sentence["start"]), int(sentence["end"])
