"""Numbered evidence: every claim points to a sentence, and every sentence is looked up in its article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from toolkit.corpus import Corpus
from toolkit.workbench import Outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One sentence that claims rest on.

    Attributes:
        number: as printed in the briefing.
        sentence_id: its key in the corpus.
        text: the sentence, verbatim.
        title: of its article.
        outlet: or *outlet not stated*.
        day: of publication, with *(inferred)* where it is.
        paragraph: counted from 1.
        found: whether the article's text holds the sentence where it is said to stand.
    """

    number: int
    sentence_id: str
    text: str
    title: str
    outlet: str
    day: str
    paragraph: int
    found: bool


@dataclass(slots=True)
class Citations:
    """The sentences of a corpus, numbered as they are first cited; their outlets as the analyst rates them."""

    corpus: Corpus
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    cited: dict[str, Citation] = field(default_factory=dict)
    _sentences: Mapping[str, Mapping[Any, Any]] = field(init=False)
    _articles: Mapping[str, Mapping[Any, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self._sentences = {row["sentence_id"]: row for row in self.corpus.sentences.to_dict("records")}
        self._articles = {row["article_id"]: row for row in self.corpus.articles.to_dict("records")}

    def number(self, sentence_id: str) -> int:
        """The number of the sentence, a new one where it is cited for the first time."""
        if sentence_id not in self.cited:
            self.cited[sentence_id] = self._citation(sentence_id)
        return self.cited[sentence_id].number

    def holding(self, article_id: str, start: int) -> str | None:
        """The key of the sentence of the article that holds the offset."""
        inside = (
            row
            for row in self._sentences.values()
            if row["article_id"] == article_id and row["start"] <= start < row["end"]
        )
        return next((row["sentence_id"] for row in inside), None)

    def frame(self) -> pd.DataFrame:
        """One row a citation: number, sentence, title, outlet, day, paragraph, found."""
        columns = ["number", "text", "title", "outlet", "day", "paragraph", "found"]
        rows = [[getattr(one, name) for name in columns] for one in self.cited.values()]
        return pd.DataFrame(rows, columns=columns)

    def _citation(self, sentence_id: str) -> Citation:
        sentence = self._sentences[sentence_id]
        article = self._articles[sentence["article_id"]]
        return Citation(
            number=len(self.cited) + 1,
            sentence_id=sentence_id,
            text=sentence["text"],
            title=_stated(article["title"], "without a title"),
            outlet=rated(_stated(article["source"], "outlet not stated"), self.outlets),
            day=_day(article),
            paragraph=sentence["paragraph"] + 1,
            found=article["text"][sentence["start"] : sentence["end"]] == sentence["text"],
        )


def rated(outlet: str, outlets: Mapping[str, Outlet]) -> str:
    """The outlet with what the analyst says of it: *Northgate Ledger (state-owned, reliability C)*."""
    words = outlets[outlet].words() if outlet in outlets else ""
    return f"{outlet} ({words})" if words else outlet


def _day(article: Mapping[Any, Any]) -> str:
    day = article["published"]
    if pd.isna(day):
        return "day not known"
    return f"{day.day} {day:%b %Y}{' (inferred)' if article['published_how'] == 'inferred' else ''}"


def _stated(cell: Any, otherwise: str) -> str:
    return otherwise if pd.isna(cell) or not cell else str(cell)
