"""Names of companies without what only says of which legal form they are: *Acme Ltd*, *Acme Limited*, *Acme*."""

from functools import cache

from toolkit.lexicons import rows
from toolkit.resolve.likeness import words_of


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without legal forms at the end and without *and*, which *&* stands for; never fewer than one."""
    kept = tuple(word for word in words if word != "and") or words
    longest = next((length for length in _lengths() if kept[-length:] in _forms() and length < len(kept)), 0)
    return without_legal_form(kept[:-longest]) if longest else kept


@cache
def _forms() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(row["suffix"]) for row in rows("company_suffixes"))


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in _forms()}, reverse=True))
