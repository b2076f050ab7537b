"""What the articles say before any correction: where anchors and scopes find their words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import polars as pl

from toolkit.ledger.anchors import Anchor, place_of


class Named(NamedTuple):
    """One mention: where it stands, and the article's own entity that it means."""

    mention_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    level: str
    local: str


@dataclass(frozen=True)
class Told:
    """The articles and their mentions as they were read; asked only by corrections that have an anchor or a scope."""

    articles: pl.DataFrame
    sentences: pl.DataFrame
    mentions: pl.DataFrame
    _of_article: dict[str, list[Named]] = field(default_factory=dict, repr=False)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Article id -> text."""
        return dict(self.articles.select("article_id", "text").iter_rows())

    def mentions_of(self, article_id: str) -> list[Named]:
        """The mentions of one article, in order."""
        if article_id not in self._of_article:
            mine = self._mentions.filter(pl.col("article_id") == article_id)
            self._of_article[article_id] = [Named(*row) for row in mine.iter_rows()]
        return self._of_article[article_id]

    @cached_property
    def _mentions(self) -> pl.DataFrame:
        columns = ("mention_id", "article_id", "sentence_id", "start", "end", "text", "level", "entity_id")
        return self.mentions.select(columns)

    def sentence_at(self, article_id: str, offset: int) -> tuple[int, int, str] | None:
        """Start, end and id of the sentence that holds the character, or of the one before it."""
        mine = self.sentences.filter(pl.col("article_id") == article_id, pl.col("start") <= offset)
        last = mine.sort("start").select("start", "end", "sentence_id").tail(1).rows()
        return last[0] if last else None

    def place(self, anchor: Anchor) -> tuple[str, int] | None:
        """The article and the offset that an anchor means; nothing where no article says so.

        An article that was read again under another id is known by the sentence, where only one article has it.
        """
        article_id = anchor.article_id if anchor.article_id in self.texts else self._saying(anchor.sentence)
        start = None if article_id is None else place_of(anchor, self.texts[article_id])
        return None if article_id is None or start is None else (article_id, start)

    def mention(self, anchor: Anchor) -> Named | None:
        """The mention that stands exactly where the anchor says."""
        return next(iter(self._standing(anchor)), None)

    def printed(self, text: str) -> list[Named]:
        """All mentions printed so."""
        return [Named(*row) for row in self._mentions.filter(pl.col("text") == text).iter_rows()]

    def _standing(self, anchor: Anchor) -> Iterator[Named]:
        if place := self.place(anchor):
            article_id, start = place
            span = (start, start + len(anchor.quoted))
            yield from (one for one in self.mentions_of(article_id) if (one.start, one.end) == span)

    def _saying(self, sentence: str) -> str | None:
        saying = [article_id for article_id, text in self.texts.items() if sentence in text]
        return saying[0] if len(saying) == 1 else None
