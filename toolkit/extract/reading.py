"""What has been read of one article so far: the context that every extractor gets, and in the end its rows."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.tokens import Doc, Span, Token

from toolkit.extract.tokens import Tokens, tokens_of
from toolkit.records import (
    Actor,
    ActorHow,
    Article,
    Date,
    Entity,
    Event,
    Mention,
    Quote,
    Sentence,
    Statistic,
    Warning,
    key,
)


@dataclass(frozen=True, slots=True)
class Referent:
    """One entity that a phrase denotes, and how that was found."""

    entity_id: str
    how: ActorHow = "syntax"


@dataclass(frozen=True)
class Reading:
    """One article being read. Stages append their rows in order; a stage reads what earlier ones left.

    `entities` holds the article's own entities by their local id, and `members` the members of a group entity
    (*the three countries*). Resolution across articles comes later and replaces local ids.
    """

    article: Article
    doc: Doc
    sentences: list[Sentence]
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dates: list[Date] = field(default_factory=list)
    statistics: list[Statistic] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character, or the one before it."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens as plain lists."""
        return tokens_of(self.doc)

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the characters touch: the first, and the one after the last."""
        tokens = self.tokens
        return max(0, bisect_right(tokens.start, start) - 1), bisect_left(tokens.start, end)

    def span(self, start: int, end: int) -> Span:
        """The tokens that the characters touch.

        Raises:
            ValueError: the text has no such characters.
        """
        if not 0 <= start < end <= len(self.article.text):
            raise ValueError(f"no tokens stand at {start}:{end} of {self.article.article_id}")
        first, last = self.bounds(start, end)
        return Span(self.doc, first, last)  # a slice of the document costs several times as much

    def evidence(self, start: int, end: int) -> dict[str, Any]:
        """The evidence columns of a row on these characters: article, sentence, offsets and text."""
        return {
            "article_id": self.article.article_id,
            "sentence_id": self.sentence_at(start).sentence_id,
            "start": start,
            "end": end,
            "text": self.article.text[start:end],
        }

    def key(self, kind: str, *parts: object) -> str:
        """A stable key of a row of this article."""
        return key(kind, self.article.article_id, *parts)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie within the characters, in order of the text."""
        return [mention for mention in self.mentions if start <= mention.start and mention.end <= end]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def mention_of_token(self) -> dict[int, Mention]:
        """Token index -> the outermost mention whose head it is. To be asked once mentions are complete."""
        headed: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda mention: mention.end - mention.start):
            headed[self.tokens.root(*self.bounds(mention.start, mention.end))] = mention
        return headed


def phrase(token: Token) -> Span:
    """The noun phrase of a head, from its leftmost to its rightmost descendant, clauses included."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]
