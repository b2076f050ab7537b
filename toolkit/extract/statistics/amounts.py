"""One number with its unit, and what glued letters and signs make of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from toolkit.extract.statistics.lexemes import Entry, Lexeme, phrases, singular
from toolkit.extract.statistics.numbers import Number, number_at, number_words
from toolkit.extract.statistics.units import BEFORE, MONEY, Unit, currency_at, unit_at
from toolkit.extract.statistics.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentence around the figures tells of them: its countries, and where its verbs begin."""

    countries: frozenset[str] = frozenset()
    verbs: frozenset[int] = frozenset()


NOWHERE = Setting()


class Amount(NamedTuple):
    """One number with its unit; `first` and `end` are places among the pieces."""

    first: int
    end: int
    value: float
    number: Number
    unit: Unit | None


def amount_at(pieces: Sequence[Lexeme], at: int, setting: Setting) -> Amount | None:
    """A number with the unit before or after it."""
    if _is_glued_to_name(pieces, at):
        return None
    negative = _is_minus(pieces, at)
    first = at + negative
    before = None
    if first < len(pieces) and not pieces[first].is_figure:
        before = currency_at(pieces, first, before=True, countries=setting.countries)
    start = before.end if before else first
    if before and start < len(pieces) and _is_minus(pieces, start, glued=True):
        negative, start = True, start + 1
    number = number_at(pieces, start, money=before is not None) if start < len(pieces) else None
    if number is None:
        return None
    if before is None and _letter_follows(pieces, number.end) and (scaled := _letter_scaled(pieces, start, setting)):
        number, unit = scaled
    else:
        unit = _unit_after(pieces, number, setting, before=before)
    end = unit.end if unit else number.end
    value = number.value * (unit.factor if unit else 1.0)
    return Amount(at, end, -value if negative else value, number, unit)


@lru_cache(maxsize=1 << 16)
def may_open_amount(word: str) -> bool:
    """Whether a number, or a currency before one, can begin with the word or sign; most cannot."""
    lower = word.lower()
    return "0" <= word[0] <= "9" or lower in _openers() or singular(lower) in _openers()


def begins_amount(pieces: Sequence[Lexeme], at: int) -> bool:
    """What the piece behind an article or a minus sign shows: *a dozen*, *A$*, *-5*, not *a man*."""
    if at + 1 == len(pieces):
        return True
    following = pieces[at + 1]
    match pieces[at].lower:
        case "a" | "an":
            return following.text == "$" or following.lower in number_words()
        case "-" | "−":
            return following.is_figure
    return True


@cache
def _openers() -> frozenset[str]:
    """The words that number words, and currencies that stand before their number, begin with."""
    currencies = {first.lower() for first, entries in phrases("currencies", "form").items() if _may_precede(entries)}
    return frozenset(["a", "an", "minus", "-", "−", *number_words(), *currencies])


def _may_precede(entries: Sequence[tuple[tuple[str, ...], Entry]]) -> bool:
    return any(entry["position"] in BEFORE for _, entry in entries)


def _letter_follows(pieces: Sequence[Lexeme], at: int) -> bool:
    return at < len(pieces) and pieces[at].glued and len(pieces[at].text) == 1 and pieces[at].is_word


def _letter_scaled(pieces: Sequence[Lexeme], start: int, setting: Setting) -> tuple[Number, Unit | None] | None:
    """*15m euros*, *110m tonnes*, *39m cases*: before a unit or a plural, *m* is a million and no metre."""
    number = number_at(pieces, start, money=True)
    if number is None or number.scale == 1 or len(pieces[number.end - 1].text) > 1 or number.end >= len(pieces):
        return None
    unit = currency_at(pieces, number.end, before=False, countries=setting.countries) or unit_at(pieces, number.end)
    word = pieces[number.end].text
    counts = word.islower() and len(word) > 3 and (word in word_set("uncounted") or singular(word) != word)
    return (number, unit) if unit or (counts and word not in word_set("race")) else None


def _is_minus(pieces: Sequence[Lexeme], at: int, *, glued: bool = False) -> bool:
    """A sign before digits, not the hyphen of *F-16* or the dash of a range."""
    if at + 1 >= len(pieces) or not (pieces[at + 1].is_figure or pieces[at].lower == "minus"):
        return False
    return pieces[at].lower == "minus" or (
        pieces[at].text in "-−" and pieces[at + 1].glued and pieces[at].glued == glued
    )


def _unit_after(pieces: Sequence[Lexeme], number: Number, setting: Setting, *, before: Unit | None) -> Unit | None:
    """The unit behind the number, a hyphen allowed between; a currency before it wins and takes its echo along."""
    at = number.end
    at += at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].glued
    after = currency_at(pieces, at, before=False, countries=setting.countries)
    if after and pieces[at].start in setting.verbs:
        after = None
    if before:
        echo = after and after.name in (before.name, "USD") and after.factor == 1.0 and pieces[after.end - 1].is_word
        return before._replace(end=after.end if after and echo else number.end)
    if number.kind == "fraction" and after is None and (part := _part_of_point(pieces, number.end)):
        return part
    if after and pieces[at].lower in ("pound", "pounds") and _is_weight(pieces, number, after.end, setting):
        after = None
    return after or unit_at(pieces, at)


def _part_of_point(pieces: Sequence[Lexeme], at: int) -> Unit | None:
    """The unit of *a quarter of a percentage point*, *half a point*, *a tenth of one percent*."""
    at += at < len(pieces) and pieces[at].lower == "of"
    unit = unit_at(pieces, at + 1) if at + 1 < len(pieces) and pieces[at].lower in ("a", "one") else None
    return unit if unit and unit.name in ("percentage_point", "percent", "point") else None


def _is_weight(pieces: Sequence[Lexeme], number: Number, end: int, setting: Setting) -> bool:
    """Whether *pounds* weigh: *25 pounds*, *10,000 pounds of explosives*; millions, and British ones, are money."""
    following = pieces[end].lower if end < len(pieces) else ""
    return following == "of" or (number.scale == 1 and "GBR" not in setting.countries and number.value < 1000)


def _is_glued_to_name(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a word or sign runs into the place: *A380*, *COVID-19*, *08:30*, *v10.4*, *#5*."""
    if not pieces[at].glued or at == 0:
        return False
    before = pieces[at - 1]
    if before.text in "([{\"'“‘—–,;~<>≈|" or (before.text in "-/" and not before.glued):
        return False
    return before.text != "-" or at < 2 or not pieces[at - 2].is_figure


def runs_on(pieces: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether something glued to the amount makes it a name or a compound: *737s*, *7e7*, *15-member*, *08:30*."""
    after = pieces[amount.end : amount.end + 2]
    if not after or not after[0].glued:
        return False
    if after[0].is_word or after[0].is_figure:
        return True
    if amount.unit is not None and amount.unit.dimension != "time":
        return False
    return after[0].text in "-:/×*^_@+=" and len(after) > 1 and after[1].glued


_SMALLER = {("foot", "inch"): 1 / 12}


def with_smaller_unit(pieces: Sequence[Lexeme], first: Amount, setting: Setting) -> Amount:
    """*5 feet 2 inches* and *3 dollars and 50 cents* as one amount."""
    at = first.end + (first.end < len(pieces) and pieces[first.end].lower == "and")
    second = amount_at(pieces, at, setting) if first.unit and at < len(pieces) else None
    if first.unit is None or second is None or second.unit is None or second.first == second.unit.end:
        return first
    factor = _SMALLER.get((first.unit.name, second.unit.name), 0.0)
    if first.unit.dimension == MONEY and second.unit.name == first.unit.name and second.unit.factor < first.unit.factor:
        factor = 1.0
    return first._replace(end=second.end, value=first.value + second.value * factor) if factor else first
