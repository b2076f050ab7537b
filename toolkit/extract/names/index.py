"""An article's mentions by the tokens they stand on, for the steps that link them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Span

from toolkit.extract.reading import Reading
from toolkit.records import Mention


@dataclass(frozen=True, slots=True)
class Index:
    """Mentions by syntactic head, by last token, and by every token; of several the outermost."""

    by_head: dict[int, Mention] = field(default_factory=dict)
    by_last: dict[int, Mention] = field(default_factory=dict)
    by_token: dict[int, Mention] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, mentions: Iterable[Mention]) -> "Index":
        """The index of these mentions."""
        index = cls()
        for mention in sorted(mentions, key=lambda mention: mention.end - mention.start):
            index.add(mention, reading.span(mention.start, mention.end))
        return index

    def add(self, mention: Mention, span: Span) -> None:
        """Take in one more mention, which is no smaller than those it lies around."""
        self.spans[mention.mention_id] = span
        self.by_head[span.root.i] = mention
        self.by_last[span.end - 1] = mention
        self.by_token.update(dict.fromkeys(range(span.start, span.end), mention))
