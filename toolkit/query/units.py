"""Figures in one unit, so that they can stand on one axis; what cannot be converted keeps an axis of its own."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pandas as pd

from toolkit.corpus import Corpus

# (currency, year) -> how many of the target currency one unit of it was worth then, as the analyst states it.
type Rates = Mapping[tuple[str, int], float]
_MONEY = re.compile(r"[A-Z]{3}")
_PLAIN = {"percent", "percentage_point", "basis_point", "count", "ordinal", "ratio", "point", "degree"}
# Where the library's word of that name is another unit than the one that news means.
_ALSO = {"barrel": "oil_barrel", "part_per_million": "ppm", "part_per_billion": "ppb"}
_POWERS = {"square": "** 2", "cubic": "** 3"}
_VALUES = ("value", "value_low", "value_high", "change_from")


def alike(corpus: Corpus, *, rates: Rates | None = None, into: str = "USD") -> pd.DataFrame:
    """The statistics with a measure and a value, in one unit for each measure as far as that is right.

    Lengths, weights, volumes, energies and the like of one measure are converted to the unit that most of its figures
    have. Money is converted only at the analyst's rates; without one it stays in its currency and year, since neither
    exchange nor inflation can be guessed.

    Args:
        corpus: whose statistics.
        rates: (currency, year) -> worth in `into`; nothing is converted without.
        into: the currency that the rates lead to.

    Returns:
        The columns of `statistics`, their values converted, and `axis`: what may stand together (*kilometre*,
        *USD of 2024*), and `converted_from`: the unit as printed, where another is shown.
    """
    told = corpus.statistics.dropna(subset=["measure", "value"]).reset_index(drop=True)
    published = told.merge(corpus.articles[["article_id", "published"]], on="article_id", how="left")["published"]
    years = told["as_of_end"].fillna(published).dt.year
    rows = [_row(row, year, rates or {}, into) for row, year in zip(told.to_dict("records"), years, strict=True)]
    commonest = _commonest(row for row in rows if row["axis"] is None)
    shown = pd.DataFrame([_on_axis(row, commonest) for row in rows], columns=[*told.columns, "axis", "converted_from"])
    return shown.astype({**dict(told.dtypes), "axis": "str", "converted_from": "str"})


def factor(unit: str, into: str) -> float | None:
    """How many of the one unit make one of the other; nothing where they are not of one dimension.

    A unit that the library does not know is converted into itself only.
    """
    if unit == into:
        return 1.0
    one, other = _known(unit), _known(into)
    if one is None or other is None or one.dimensionality != other.dimensionality:
        return None
    return float((1 * one).to(other).magnitude)


def _row(row: dict[Any, Any], year: float, rates: Rates, into: str) -> dict[Any, Any]:
    """The row with its axis, where that does not depend on the others; money at the analyst's rate."""
    unit, known = row["unit"], {**row, "axis": None, "converted_from": None}
    if not _MONEY.fullmatch(unit):
        return known | {"axis": unit if unit in _PLAIN else None}
    when = None if pd.isna(year) else int(year)
    rate = rates.get((unit, when)) if when is not None else None
    if rate is not None:
        return _times(known, rate) | {"unit": into, "axis": into, "converted_from": unit}
    if rates and unit == into:
        return known | {"axis": into}
    return known | {"axis": f"{unit} of {when}" if when is not None else f"{unit}, year not known"}


def _times(row: dict[Any, Any], rate: float) -> dict[Any, Any]:
    return row | {name: None if row[name] is None else row[name] * rate for name in _VALUES}


def _commonest(rows: Iterable[dict[Any, Any]]) -> dict[tuple[str, str], str]:
    """Measure and dimension -> the unit that most of its figures have; of equally common ones the first by name."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        counts.setdefault((row["measure"], _dimension(row["unit"])), Counter())[row["unit"]] += 1
    return {key: min(count, key=lambda unit: (-count[unit], unit)) for key, count in counts.items()}


def _on_axis(row: dict[Any, Any], commonest: Mapping[tuple[str, str], str]) -> dict[Any, Any]:
    """The row in the unit of its axis."""
    if row["axis"] is not None:
        return row
    unit = row["unit"]
    into = commonest[row["measure"], _dimension(unit)]
    rate = factor(unit, into)
    if unit == into or rate is None:
        return row | {"axis": unit}
    return _times(row, rate) | {"unit": into, "axis": into, "converted_from": unit}


def _dimension(unit: str) -> str:
    known = _known(unit)
    return unit if known is None else str(known.dimensionality)


@cache
def _known(unit: str) -> Any:
    """The library's unit; temperatures have none, since they are not multiples of each other."""
    if unit in _PLAIN or unit.startswith("degree") or unit == "kelvin":
        return None
    words = _ALSO.get(unit) or " / ".join(_spelt(part) for part in unit.split("_per_"))
    try:
        return _registry().Unit(words)
    except (AttributeError, ValueError):  # the library's word for a name that it does not define
        return None


def _spelt(part: str) -> str:
    """A unit's name as the library writes it: *square_kilometre* is *kilometre ** 2*."""
    power, _, rest = part.partition("_")
    return f"{rest} {_POWERS[power]}" if power in _POWERS else part


@cache
def _registry() -> Any:
    """The library's units; read when the first figure is converted, which takes a second."""
    import pint  # noqa: PLC0415 - a second that most sessions need not wait for

    return pint.UnitRegistry()
