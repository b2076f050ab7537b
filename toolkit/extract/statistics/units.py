"""Units and currencies behind or before a number, by symbol, code, word and context."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from toolkit.extract.statistics.lexemes import Entry, Lexeme, entries_at, phrases

MONEY = "money"
TIME = "time"
SHARE = "share"
COUNT = "count"
BEFORE, AFTER = ("before", "both"), ("after", "both")  # where a currency can stand


class Unit(NamedTuple):
    """A unit, what one of it is in that unit (a cent is 0.01 USD), and the place after it."""

    name: str
    dimension: str
    end: int
    factor: float = 1.0


def currency_at(pieces: Sequence[Lexeme], at: int, *, before: bool, countries: AbstractSet[str]) -> Unit | None:
    """The currency written at the piece, before or after its number.

    Args:
        pieces: the sentence.
        at: the place to look at.
        before: whether the currency stands before its number.
        countries: ISO 3166 alpha-3 codes of the countries in the sentence. A name that several currencies share
            (*$*, *peso*, *pound*) means the one of a country named there, else the one most often meant.
    """
    entries, end = entries_at(phrases("currencies", "form"), pieces, at)
    if not before and entries and len(pieces[at].text) == 1 and pieces[at].is_word and not pieces[at].glued:
        return None  # 75p is money
    sides = BEFORE if before else AFTER
    entries = [entry for entry in entries if entry["position"] in sides]
    if not entries:
        return None
    chosen = _in_context(entries, countries)
    return Unit(chosen["currency"], MONEY, end, float(chosen["factor"]))


def _in_context(entries: Sequence[Entry], countries: AbstractSet[str]) -> Entry:
    """The entry of a country that is named; with the United States named too, the default."""
    near = [entry for entry in entries if entry["context"] in countries]
    if len({entry["currency"] for entry in near}) == 1 and "USA" not in countries:
        return near[0]
    return next((entry for entry in entries if not entry["context"]), entries[0])


def unit_at(pieces: Sequence[Lexeme], at: int) -> Unit | None:
    """The percentage, index or physical unit written at the piece."""
    entries, end = entries_at(phrases("units", "form"), pieces, at)
    if not entries or _runs_on(pieces, end) or _closes_quotation(pieces, at):
        return None
    if pieces[at].lower == "in" and not pieces[at].glued:
        return None  # 4in is a length, 4 in the preposition
    unit = Unit(entries[0]["unit"], entries[0]["dimension"], end)
    return _per(pieces, unit)


def _runs_on(pieces: Sequence[Lexeme], end: int) -> bool:
    """Whether the unit is only the beginning of something else: *30m2012*, *5G4*."""
    return end < len(pieces) and pieces[end].glued and (pieces[end].is_word or pieces[end].is_figure)


def _closes_quotation(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a mark for inches ends a quotation that was opened with the same mark."""
    return pieces[at].text == '"' and sum(piece.text == '"' for piece in pieces[max(0, at - 100) : at]) % 2 == 1


_RATES = {"length", "data", "volume", "mass"}


def _per(pieces: Sequence[Lexeme], unit: Unit) -> Unit:
    """The unit with its time: *50 metres per second* is one unit, *500,000 barrels a day* is barrels."""
    link = pieces[unit.end].lower if unit.end < len(pieces) else ""
    if link not in ("per", "/") or unit.dimension not in _RATES:
        return unit
    entries, end = entries_at(phrases("units", "form"), pieces, unit.end + 1)
    if not entries or entries[0]["dimension"] != TIME:
        return unit
    dimension = "speed" if unit.dimension in ("length", "data") else "flow"
    return Unit(f"{unit.name}_per_{entries[0]['unit']}", dimension, end)
