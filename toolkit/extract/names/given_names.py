"""Given names (`given_names.csv`), which tell persons from places and bodies."""

from functools import cache

from toolkit.lexicons import rows


@cache
def given_names() -> frozenset[str]:
    """Every listed given name."""
    return frozenset(row["text"] for row in rows("given_names"))
