"""A figure with its hedge, on the side on which English has it: *about 40%*, *60 percent or more*."""

from functools import cache

from toolkit.lexicons import rows


def with_hedge(printed: str, hedge: str | None) -> str:
    """The figure as printed with its hedge before or behind it; as it stands where there is none."""
    if not hedge:
        return printed
    return f"{printed} {hedge}" if hedge in _behind() else f"{hedge} {printed}"


@cache
def _behind() -> frozenset[str]:
    """The hedges that only stand behind a figure."""
    before = {row["phrase"] for row in rows("hedges") if row["side"] == "before"}
    return frozenset({row["phrase"] for row in rows("hedges")} - before)
