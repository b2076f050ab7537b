"""An article's mentions by the tokens they stand on, for the steps that link them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from toolkit.extract.reading import Reading
from toolkit.records import Mention


@dataclass(frozen=True, slots=True)
class Index:
    """Mentions by syntactic head, by last token, and by every token; of several the outermost.

    `bounds` holds the first token of each mention by its id, and the one after its last; `heads` its head.
    """

    by_head: dict[int, Mention] = field(default_factory=dict)
    by_last: dict[int, Mention] = field(default_factory=dict)
    by_token: dict[int, Mention] = field(default_factory=dict)
    bounds: dict[str, tuple[int, int]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, mentions: Iterable[Mention]) -> "Index":
        """The index of these mentions."""
        index, tokens = cls(), reading.tokens
        for mention in sorted(mentions, key=lambda mention: mention.end - mention.start):
            start, end = index.bounds[mention.mention_id] = reading.bounds(mention.start, mention.end)
            head = index.heads[mention.mention_id] = tokens.root(start, end)
            index.by_head[head] = index.by_last[end - 1] = mention
            for at in range(start, end):
                index.by_token[at] = mention
        return index
