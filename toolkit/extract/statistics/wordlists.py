"""Sets of words that the rules on figures ask for, from the lexicon `figure_words`."""

from functools import cache

from toolkit import lexicons


@cache
def word_set(kind: str) -> frozenset[str]:
    """The words of one kind: `definite` determiners, `saying` verbs, nouns that are `numbered`, ..."""
    return frozenset(row["word"] for row in lexicons.rows("figure_words") if row["kind"] == kind)
