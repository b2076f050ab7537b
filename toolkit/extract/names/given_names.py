"""Given names (`given_names.csv`), which tell persons from places and bodies, and often he from she."""

from functools import cache

from toolkit.lexicons import rows


@cache
def given_names() -> frozenset[str]:
    """Every listed given name."""
    return frozenset(row["text"] for row in rows("given_names"))


@cache
def gendered_names() -> dict[str, str]:
    """Given name -> the pronoun of nearly all who bear it."""
    return {row["text"]: row["third"] for row in rows("given_names") if row["third"]}
