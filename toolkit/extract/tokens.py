"""The tokens of a document as plain lists: what nearly every rule asks of them, taken from spaCy once.

Asking a spaCy `Token` for its text, tag or head costs far more than the rules themselves do.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, compress, count
from operator import add
from typing import Any

from spacy.strings import StringStore
from spacy.tokens import Doc

_COLUMNS: list[int | str] = [
    "ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "IDX", "LENGTH", "SPACY", "SENT_START", "HEAD"
]  # fmt: skip


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes, which spaCy itself keeps for as long."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        text = self[key] = self._store[key]
        return text


@dataclass(frozen=True, eq=False)
class Tokens:
    """A document's tokens, one list an attribute, by token index.

    Attributes:
        source: the text that the offsets count in.
        text: each token as printed; `lower`, `lemma`, `pos`, `tag` and `dep` as spaCy has them.
        start: offset of the first character.
        end: offset after the last character.
        spaced: whether a space follows.
        opens: whether it begins a sentence.
        entity: the model's label of the name that it is part of, empty outside names.
        head: index of the syntactic head; a sentence's root is its own.
    """

    source: str
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    start: list[int]
    end: list[int]
    spaced: list[bool]
    opens: list[bool]
    entity: list[str]
    head: list[int]

    def __len__(self) -> int:
        return len(self.text)

    def printed(self, first: int, last: int) -> str:
        """The text of tokens [first, last), without the space behind it; empty where there are none."""
        first = max(first, 0)
        last = min(last, len(self.text))
        return self.source[self.start[first] : self.end[last - 1]] if first < last else ""

    def exactly(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens whose first character and last are those of the characters [start, end), where such exist."""
        first, last = bisect_left(self.start, start), bisect_left(self.end, end)
        fits = last < len(self.end) and self.end[last] == end and self.start[first] == start
        return (first, last + 1) if fits else None

    def word(self, at: int) -> str:
        """The token as printed; empty outside the document."""
        return self.text[at] if 0 <= at < len(self.text) else ""

    def lower_word(self, at: int) -> str:
        """The token in lower case; empty outside the document."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def root(self, first: int, last: int) -> int:
        """The token of [first, last) that stands highest in the parse, marks left out: the head of the phrase."""
        if last - first < 2:
            return first
        outside = [at for at in range(first, last) if not first <= self.head[at] < last or self.head[at] == at]
        words = [at for at in outside if self.dep[at] != "punct"] or outside
        return words[0] if len(words) == 1 else min(words, key=self._depth, default=first)

    def sentence(self, at: int) -> tuple[int, int]:
        """The first token of the sentence that holds the token, and the one after its last."""
        after = bisect_right(self._openings, at)
        return self._openings[after - 1], self._openings[after]

    @cached_property
    def _openings(self) -> list[int]:
        """The first token of each sentence, and the end of the document."""
        return [0, *(at for at in compress(count(), self.opens) if at), len(self)]

    @cached_property
    def lower_lemma(self) -> list[str]:
        """Each token's lemma in lower case."""
        return list(map(str.lower, self.lemma))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas that occur, in lower case."""
        return frozenset(self.lower_lemma)

    @cached_property
    def children(self) -> list[tuple[int, ...]]:
        """The syntactic dependents of each token, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, head in enumerate(self.head):
            if head != at:
                found[head].append(at)
        return [tuple(found[at]) if at in found else () for at in range(len(self))]

    def ancestors(self, at: int) -> Iterator[int]:
        """The heads above the token, the nearest first."""
        while self.head[at] != at:
            at = self.head[at]
            yield at

    def first_conjunct(self, at: int) -> int:
        """The first of the tokens that the token is coordinated with, or itself."""
        while self.dep[at] == "conj" and self.head[at] != at:
            at = self.head[at]
        return at

    def conjuncts(self, at: int) -> list[int]:
        """The tokens that are coordinated with the token, itself left out."""
        found = [self.first_conjunct(at)]
        for one in found:
            found += [child for child in self.children[one] if child > one and self.dep[child] == "conj"]
        found.remove(at)
        return found

    def left_edge(self, at: int) -> int:
        """The leftmost token below this one, or itself."""
        while (below := self.children[at]) and below[0] < at:
            at = below[0]
        return at

    def right_edge(self, at: int) -> int:
        """The rightmost token below this one, or itself."""
        while (below := self.children[at]) and below[-1] > at:
            at = below[-1]
        return at

    def _depth(self, at: int) -> int:
        """How many steps the token is below the root of its sentence."""
        return sum(1 for _ in self.ancestors(at))


def places_of(column: Sequence[str], wanted: Container[str]) -> Iterator[int]:
    """The tokens that have one of these values in the column, in order; rules that few words need begin here."""
    return compress(count(), map(wanted.__contains__, column))


@lru_cache(maxsize=1)
def tokens_of(doc: Doc) -> Tokens:
    """The document's tokens; taken once, since the stages ask one after the other."""
    columns: Any = doc.to_array(_COLUMNS).reshape(-1, len(_COLUMNS)).T
    strings = _strings(doc.vocab.strings)
    text, lemma, pos, tag, dep, entity = (list(map(strings.__getitem__, column.tolist())) for column in columns[:6])
    start, length, spaced, opens, head = columns[6:]
    is_spaced = (spaced == 1).tolist()
    return Tokens(
        source="".join(chain.from_iterable(zip(text, map(("", " ").__getitem__, is_spaced), strict=True))),
        text=text,
        lower=list(map(str.lower, text)),
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        entity=entity,
        start=start.tolist(),
        end=(start + length).tolist(),
        spaced=is_spaced,
        opens=(opens == 1).tolist(),
        # Signed, since a head can stand before its dependent.
        head=list(map(add, count(), head.astype("int64").tolist())),
    )


@lru_cache(maxsize=2)
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)
