"""Copies of articles."""

from collections.abc import Sequence

from toolkit.records import Article


def duplicate_of(articles: Sequence[Article]) -> dict[str, str]:
    return {}
