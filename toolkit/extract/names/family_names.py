"""Family names (`family_names.csv`): which names that nobody lists are rather persons' than bodies' or places'."""

from functools import cache, lru_cache

from toolkit.lexicons import rows

# Before an ending stands at least this much of a name.
_STEM = 2


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(row["text"] for row in rows("family_names") if row["kind"] == kind)


@lru_cache(maxsize=10_000)
def is_family_name(word: str) -> bool:
    """Whether persons are commonly called so, or the ending is that of family names: *Turner*, *Petrenko*."""
    if word in _listed("name"):
        return True
    return word.istitle() and any(word.endswith(end) for end in _listed("ending") if len(word) > len(end) + _STEM)
