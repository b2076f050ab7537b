"""Amounts and ranges in a sentence: number, unit and hedge, before anything is known of what they measure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from toolkit.extract.statistics.amounts import (
    NOWHERE,
    Amount,
    Setting,
    amount_at,
    begins_amount,
    may_open_amount,
    runs_on,
    with_smaller_unit,
)
from toolkit.extract.statistics.lexemes import Lexeme, lexemes, phrases
from toolkit.extract.statistics.numbers import Number, number_at, ordinal_at
from toolkit.extract.statistics.units import COUNT, MONEY, Unit
from toolkit.extract.statistics.wordlists import word_set

RATIOS = ("fraction", "multiple", "verb")
SCORE = "score"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the text. `low` and `high` are its ends where it is a range, else both None."""

    start: int
    end: int
    value: float
    unit: str
    dimension: str
    kind: str  # how it is written: figures, words, fraction, multiple, verb (doubled), time (third time) or score
    low: float | None = None
    high: float | None = None
    parts: tuple["Quantity", ...] = ()  # the two ends of a range, as figures of their own
    opener: str = ""  # the word before it: from, between
    hedge: str = ""
    bound: str = ""  # about, lower or upper
    foreign: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts things and has no unit of its own."""
        return self.unit == COUNT


def quantities(text: str, *, offset: int = 0, setting: Setting = NOWHERE) -> Iterator[Quantity]:
    """The quantities of a text in order, without overlaps; names with numbers (*A380*, *COVID-19*) are left out."""
    pieces = lexemes(text, offset=offset)
    done = 0
    for at in [at for at, piece in enumerate(pieces) if may_open_amount(piece.text)]:
        if at < done or not begins_amount(pieces, at):
            continue
        if found := _nth_time(pieces, at) or _quantity_at(pieces, at, setting):
            quantity, end = found
            quantity = _of_earthquake(quantity, pieces[max(0, at - 5) : at], pieces[end : end + 3])
            hedge = _hedge_before(pieces, at, after=done) or _hedge_at(pieces, end, "after")
            yield replace(quantity, hedge=hedge.text, bound=hedge.bound) if hedge else quantity
            done = end
        elif pieces[at].is_figure or _starts_name(pieces, at):
            done = _after_cluster(pieces, at)


def _quantity_at(pieces: Sequence[Lexeme], at: int, setting: Setting) -> tuple[Quantity, int] | None:
    first = amount_at(pieces, at, setting)
    if first is None:
        return None
    if ratio := _one_in(pieces, first):
        return ratio
    if second := _other_end(pieces, first, setting):
        return _range(pieces, first, second)
    if multiple := _times(pieces, first):
        return multiple
    if runs_on(pieces, first):
        return None
    first = with_smaller_unit(pieces, first, setting)
    return _single(pieces, first), first.end


def _of_earthquake(quantity: Quantity, before: Sequence[Lexeme], behind: Sequence[Lexeme]) -> Quantity:
    """*magnitude 7.1*: a unit before its number; *7.1 on the Richter scale*, *a quake measuring 7.1*."""
    if not quantity.is_count or not 0 < quantity.value < _STRONGEST:
        return quantity
    scaled = [piece.lower for piece in behind] in (["on", "the", "richter"], ["on", "the", "moment"])
    measured = quantity.opener in ("measuring", "measured") and any(one.lower.endswith(_QUAKES) for one in before)
    is_magnitude = quantity.opener == "magnitude" or scaled or measured
    return replace(quantity, unit="magnitude", dimension="magnitude") if is_magnitude else quantity


_QUAKES = ("quake", "tremor", "aftershock")
_STRONGEST = 10  # no earthquake had that magnitude


def _nth_time(pieces: Sequence[Lexeme], at: int) -> tuple[Quantity, int] | None:
    """*for the third time*, *a 12th time*: how often something has happened."""
    nth = ordinal_at(pieces, at)
    if nth is None or nth.value <= _MERE_ORDER or nth.end >= len(pieces) or pieces[nth.end].lower != "time":
        return None
    return Quantity(pieces[at].start, pieces[nth.end - 1].end, nth.value, "ordinal", "ordinal", "time"), nth.end


_MERE_ORDER = 2  # the first and the second time only order


def _starts_name(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether digits are glued to the word: *MH17*, *F-16*."""
    if at + 1 == len(pieces) or not pieces[at + 1].glued or not pieces[at].is_word:
        return False
    after = pieces[at + 1 : at + 3]
    return after[0].is_figure or (after[0].text == "-" and len(after) > 1 and after[1].glued and after[1].is_figure)


def _after_cluster(pieces: Sequence[Lexeme], at: int) -> int:
    """The place after everything that is glued to the piece."""
    at += 1
    while at < len(pieces) and pieces[at].glued and pieces[at].text not in '()[]“”",;—':
        at += 1
    return at


_DASHES = ("-", "–", "—", "−")


def _other_end(pieces: Sequence[Lexeme], first: Amount, setting: Setting) -> Amount | None:
    """The upper end of a range: *3-4%*, *$3 to $4 billion*, *between 10 and 15*, *8- to 16-metre*."""
    at = first.end
    if at + 2 < len(pieces) and pieces[at].text == "-" and pieces[at + 1].lower == "to":
        at += 1
    link = pieces[at].lower if at < len(pieces) else ""
    if link not in (*_DASHES, "to", "through") and not (
        link == "and" and _word_before(pieces, first.first) == "between"
    ):
        return None
    if at + 1 >= len(pieces) or (link in _DASHES and pieces[at].glued != pieces[at + 1].glued):
        return None
    second = amount_at(pieces, at + 1, setting)
    return second if second and _match(first, second) and not _ends_a_date(pieces, first, second) else None


def _ends_a_date(pieces: Sequence[Lexeme], first: Amount, second: Amount) -> bool:
    """*fell in 2023 to $43 billion*: the year and the figure behind it are no range, *2000 to 3000 euros* are."""
    if first.unit or not second.unit or not _is_year(pieces, first.number):
        return False
    alike = second.number.scale == 1 and first.value / 3 < second.value < 3 * first.value
    return not (alike and pieces[second.first].is_figure)


def _match(first: Amount, second: Amount) -> bool:
    """Whether both are of one kind; the lower end may leave its unit to the upper one, and dollars to the sign."""
    if first.number.kind in RATIOS or second.number.kind in RATIOS:
        return False
    if first.unit is None or second.unit is None:
        return second.unit is not None or first.unit is None or first.unit.dimension == MONEY
    return first.unit.name == second.unit.name


def _range(pieces: Sequence[Lexeme], first: Amount, second: Amount) -> tuple[Quantity, int] | None:
    """Both ends as one quantity. *3-1* and *777-200* are no ranges."""
    unit = second.unit or first.unit
    low = first.value
    if first.unit is None and unit:
        low *= unit.factor
    if first.number.scale == 1 and low < second.value / second.number.scale:
        low *= second.number.scale
    high = second.value * (unit.factor if unit and second.unit is None else 1.0)
    dashed = pieces[first.end].text in _DASHES
    if runs_on(pieces, second) or (low >= high and dashed and (unit is None or low > high > 0)):
        return None
    ends = _single(pieces, first, unit=unit), _single(pieces, second, unit=unit)
    parts = replace(ends[0], value=round(low, 9)), replace(ends[1], value=round(high, 9))
    low, high = min(low, high), max(low, high)
    middle = round((low + high) / 2, 9)
    whole = replace(ends[0], end=ends[1].end, value=middle, low=low, high=high, parts=parts)
    return whole, second.end


def _single(pieces: Sequence[Lexeme], amount: Amount, *, unit: Unit | None = None) -> Quantity:
    unit = amount.unit or unit
    start = amount.first
    if pieces[start].lower == "a" and amount.number.value in (12, 20):
        start += 1  # the span of "a dozen" is "dozen", as that of "a score" is "score"
    name = unit.name if unit else "ratio" if amount.number.kind in RATIOS else COUNT
    return Quantity(
        start=pieces[start].start,
        end=pieces[amount.end - 1].end,
        value=round(amount.value, 9),
        unit=name,
        dimension=unit.dimension if unit else name,
        kind=amount.number.kind,
        opener=_word_before(pieces, amount.first),
        foreign=amount.number.foreign,
    )


def _word_before(pieces: Sequence[Lexeme], at: int) -> str:
    return pieces[at - 1].lower if at else ""


def _times(pieces: Sequence[Lexeme], first: Amount) -> tuple[Quantity, int] | None:
    """*four times faster*, *three times as many*, *twice the size*; *four times a week* is no multiple."""
    words = [piece.lower for piece in pieces[first.end : first.end + 2]]
    if first.unit or len(words) < 2 or words[0] != "times":
        return None
    if words[1] not in word_set("comparing") and not (words[1].endswith("er") and len(words[1]) > 4):
        return None
    times = first._replace(end=first.end + 1, number=first.number._replace(kind="multiple"))
    return _single(pieces, times), times.end


def _one_in(pieces: Sequence[Lexeme], first: Amount) -> tuple[Quantity, int] | None:
    """*one in five*, *two out of three*, *9 out of 10*: a share written as two counts."""
    words = [piece.lower for piece in pieces[first.end : first.end + 2]]
    skip = 2 if words == ["out", "of"] else 1 if words[:1] == ["in"] and first.number.value < 10 else 0
    if not skip or first.unit or first.end + skip >= len(pieces):
        return None
    whole = number_at(pieces, first.end + skip)
    if whole is not None and skip == 1 and first.number.value > 1 and whole.value not in (3, 4, 5, 10, 100):
        return None
    if whole is None or not 1 < whole.value <= 1_000_000 or first.value >= whole.value or _is_year(pieces, whole):
        return None
    value = round(first.value / whole.value, 9)
    start, end, opener = pieces[first.first].start, pieces[whole.end - 1].end, _word_before(pieces, first.first)
    return Quantity(start, end, value, "ratio", "ratio", "fraction", opener=opener), whole.end


def _is_year(pieces: Sequence[Lexeme], number: Number) -> bool:
    return 1000 <= number.value <= 2100 and pieces[number.end - 1].text.isdecimal()


class _Hedge(NamedTuple):
    text: str
    bound: str


def _hedge_before(pieces: Sequence[Lexeme], at: int, *, after: int) -> _Hedge | None:
    """The hedge that ends at the figure, or at articles and the like before it; it begins no earlier than `after`."""
    while at > after:
        ends_one = pieces[at - 1].lower in _ends_of_hedges()
        for start in range(max(after, at - _LONGEST_HEDGE), at) if ends_one else ():
            if hedge := _hedge_at(pieces, start, "before", end=at):
                return hedge
        at -= 1
        if pieces[at].lower not in word_set("transparent"):
            return None
    return None


_LONGEST_HEDGE = 5


@cache
def _ends_of_hedges() -> frozenset[str]:
    """The last words of all hedges; most words before a figure are none."""
    return frozenset(words[-1] for entries in phrases("hedges", "phrase").values() for words, _ in entries)


def _hedge_at(pieces: Sequence[Lexeme], at: int, side: str, *, end: int = 0) -> _Hedge | None:
    """The longest hedge that begins at the piece, stands on that side of its figure, and ends where it must."""
    first = pieces[at].lower if at < len(pieces) else ""
    for words, entry in phrases("hedges", "phrase").get(first, ()):
        last = at + len(words)
        fits = (end or last) == last and entry["side"] == side
        if fits and words == tuple([piece.lower for piece in pieces[at:last]]):
            return _Hedge(entry["phrase"], entry["kind"])
    return None
