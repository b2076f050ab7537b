"""Copies of articles, so that counts mean independent reports.

A wire text runs in many outlets, cut or touched up. An article is a copy when nearly everything it says stands, in the
same words, in an earlier one; an update that adds much is its own report.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from itertools import islice
from zlib import crc32

from toolkit.records import Article

# Runs of four words: one changed word costs four of them, and unrelated reports of one event share few.
RUN = 4
# The share of its runs that a copy has in common with its original.
COPIED = 0.75
# Shorter texts are copies only when they are equal: so few words agree by chance.
FEWEST_WORDS = 30
# One run in eight, chosen by its own hash and so alike in every article, is looked up; all of them then decide.
SAMPLED = 8
# How many earlier articles that share sampled runs are compared.
CANDIDATES = 3
_WORD = re.compile(r"\w+")


def duplicate_of(articles: Sequence[Article]) -> dict[str, str]:
    """The article_id of every copy, with the article_id of its original.

    The original is the earliest published, then the one with the smallest article_id, and is itself no copy; the order
    of `articles` does not matter. Time and memory grow linearly with the number of words (method: resemblance of
    shingle samples, Broder 1997).
    """
    ordered = sorted(articles, key=lambda article: (article.published or date.max, article.article_id))
    original: dict[int, int] = {}  # positions in `ordered`: copy -> original
    equal: dict[bytes, int] = {}  # a text -> the first that has it
    holder: dict[int, int] = {}  # a sampled run -> the first that has it
    for position, article in enumerate(ordered):
        first = equal.setdefault(_digest(article.text), position)
        if first != position:
            original[position] = original.get(first, first)
            continue
        runs = _runs(article.text)
        sampled = [run for run in runs if run % SAMPLED == 0]
        held = Counter(original.get(holder[run], holder[run]) for run in sampled if run in holder)
        if (found := _best(_candidates(held, len(sampled)), runs, ordered)) is not None:
            original[position] = found
        for run in sampled:
            holder.setdefault(run, position)
    return {ordered[copy].article_id: ordered[first].article_id for copy, first in original.items()}


def _candidates(held: Counter[int], n_sampled: int) -> list[int]:
    """The articles that hold most of the sampled runs; a copy's original has its part even when others share them."""
    return [at for at, shared in held.most_common(CANDIDATES) if shared >= n_sampled * COPIED / CANDIDATES]


def _best(candidates: list[int], runs: set[int], ordered: list[Article]) -> int | None:
    """The position of the candidate that holds most of the runs; None when none holds enough."""
    shares = {at: len(runs & _runs(ordered[at].text)) / len(runs) for at in candidates}
    best = min(candidates, key=lambda at: (-shares[at], at), default=None)
    return best if best is not None and shares[best] >= COPIED else None


def _digest(text: str) -> bytes:
    """The text's visible characters, without regard to case, in 16 bytes."""
    return blake2b("".join(text.split()).casefold().encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _runs(text: str) -> set[int]:
    """A number for every run of four words; none for a short text."""
    words = _WORD.findall(text.casefold())
    if len(words) < FEWEST_WORDS:
        return set()
    following = (islice(words, start, None) for start in range(RUN))
    return {crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in zip(*following, strict=False)}
