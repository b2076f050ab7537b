"""Amounts and ranges in a sentence: number, unit and hedge, before anything is known of what they measure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.extract.statistics.lexemes import Lexeme, entries_at, lexemes, phrases, singular
from toolkit.extract.statistics.numbers import Number, number_at, number_words
from toolkit.extract.statistics.units import COUNT, MONEY, Unit, currency_at, unit_at
from toolkit.extract.statistics.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentence around the figures tells of them: its countries, and where its verbs begin."""

    countries: frozenset[str] = frozenset()
    verbs: frozenset[int] = frozenset()


class Amount(NamedTuple):
    """One number with its unit; `first` and `end` are places among the pieces."""

    first: int
    end: int
    value: float
    number: Number
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the text. `low` and `high` are its ends where it is a range, else both None."""

    start: int
    end: int
    value: float
    unit: str
    dimension: str
    kind: str  # how the number is written: figures, words, fraction or multiple
    low: float | None = None
    high: float | None = None
    parts: tuple["Quantity", ...] = ()  # the two ends of a range, as figures of their own
    opener: str = ""  # the word before a range: from, between
    hedge: str = ""
    bound: str = ""  # about, lower or upper
    foreign: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts things and has no unit of its own."""
        return self.unit == COUNT


def quantities(text: str, *, offset: int = 0, setting: Setting = Setting()) -> Iterator[Quantity]:
    """The quantities of a text in order, without overlaps; names with numbers (*A380*, *COVID-19*) are left out."""
    pieces = lexemes(text, offset=offset)
    if not any(piece.is_figure or piece.lower in number_words() for piece in pieces):
        return
    at, hedge = 0, _Hedge("", "", -1)
    while at < len(pieces):
        if found := _quantity_at(pieces, at, setting):
            quantity, end = found
            quantity = replace(quantity, opener=pieces[at - 1].lower if at else "")
            yield _hedged(quantity, pieces, end, hedge if hedge.end == at else None)
            at = end
        elif pieces[at].is_figure or _starts_name(pieces, at):
            at = _after_cluster(pieces, at)
        elif ahead := _hedge_at(pieces, at, "before"):
            hedge, at = ahead, ahead.end
        else:
            at += 1
            if hedge.end == at - 1 and pieces[at - 1].lower in word_set("transparent"):
                hedge = hedge._replace(end=at)


def _quantity_at(pieces: Sequence[Lexeme], at: int, setting: Setting) -> tuple[Quantity, int] | None:
    first = _amount_at(pieces, at, setting)
    if first is None:
        return None
    if ratio := _one_in(pieces, first):
        return ratio
    if second := _other_end(pieces, first, setting):
        return _range(pieces, first, second)
    if multiple := _times(pieces, first):
        return multiple
    if _runs_on(pieces, first):
        return None
    first = _with_smaller_unit(pieces, first, setting)
    return _single(pieces, first), first.end


def _amount_at(pieces: Sequence[Lexeme], at: int, setting: Setting) -> Amount | None:
    """A number with the unit before or after it."""
    if _is_glued_to_name(pieces, at):
        return None
    negative = _is_minus(pieces, at)
    first = at + negative
    before = currency_at(pieces, first, before=True, countries=setting.countries) if first < len(pieces) else None
    start = before.end if before else first
    if before and start < len(pieces) and _is_minus(pieces, start, glued=True):
        negative, start = True, start + 1
    number = number_at(pieces, start, money=before is not None) if start < len(pieces) else None
    if number is None:
        return None
    if before is None and (scaled := _letter_scaled(pieces, start, setting)):
        number, unit = scaled
    else:
        unit = _unit_after(pieces, number, setting, before=before)
    end = unit.end if unit else number.end
    value = number.value * (unit.factor if unit else 1.0)
    return Amount(at, end, -value if negative else value, number, unit)


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
    if after and pieces[at].lower in ("pound", "pounds") and _is_weight(pieces, number, after.end, setting):
        after = None
    return after or unit_at(pieces, at)


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


def _starts_name(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether digits are glued to the word: *MH17*, *F-16*."""
    after = pieces[at + 1 : at + 3]
    if not pieces[at].is_word or not after or not after[0].glued:
        return False
    return after[0].is_figure or (after[0].text == "-" and len(after) > 1 and after[1].glued and after[1].is_figure)


def _after_cluster(pieces: Sequence[Lexeme], at: int) -> int:
    """The place after everything that is glued to the piece."""
    at += 1
    while at < len(pieces) and pieces[at].glued and pieces[at].text not in '()[]“”",;—':
        at += 1
    return at


def _runs_on(pieces: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether something glued to the amount makes it a name or a compound: *737s*, *7e7*, *15-member*, *08:30*."""
    after = pieces[amount.end : amount.end + 2]
    if not after or not after[0].glued:
        return False
    if after[0].is_word or after[0].is_figure:
        return True
    if amount.unit is not None and amount.unit.dimension != "time":
        return False
    return after[0].text in "-:/×*^_@+=" and len(after) > 1 and after[1].glued


_DASHES = ("-", "–", "—", "−")


def _other_end(pieces: Sequence[Lexeme], first: Amount, setting: Setting) -> Amount | None:
    """The upper end of a range: *3-4%*, *$3 to $4 billion*, *between 10 and 15*, *8- to 16-metre*."""
    at = first.end
    if at + 2 < len(pieces) and pieces[at].text == "-" and pieces[at + 1].lower == "to":
        at += 1
    link = pieces[at].lower if at < len(pieces) else ""
    opener = pieces[first.first - 1].lower if first.first else ""
    if link not in (*_DASHES, "to") and not (link == "and" and opener == "between"):
        return None
    if at + 1 >= len(pieces) or (link in _DASHES and pieces[at].glued != pieces[at + 1].glued):
        return None
    second = _amount_at(pieces, at + 1, setting)
    return second if second and _match(first, second) else None


def _match(first: Amount, second: Amount) -> bool:
    """Whether both are of one kind; the lower end may leave its unit to the upper one, and dollars to the sign."""
    if first.number.kind in ("fraction", "multiple") or second.number.kind in ("fraction", "multiple"):
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
    if _runs_on(pieces, second) or (low >= high and dashed and (unit is None or low > high > 0)):
        return None
    ends = _single(pieces, first, unit=unit), _single(pieces, second, unit=unit)
    parts = replace(ends[0], value=low), replace(ends[1], value=high)
    low, high = min(low, high), max(low, high)
    middle = round((low + high) / 2, 9)
    whole = replace(ends[0], end=ends[1].end, value=middle, low=low, high=high, parts=parts)
    return whole, second.end


def _single(pieces: Sequence[Lexeme], amount: Amount, *, unit: Unit | None = None) -> Quantity:
    unit = amount.unit or unit
    start = amount.first
    if pieces[start].lower == "a" and amount.number.value in (12, 20):
        start += 1  # the span of "a dozen" is "dozen", as that of "a score" is "score"
    name = unit.name if unit else "ratio" if amount.number.kind in ("fraction", "multiple") else COUNT
    return Quantity(
        start=pieces[start].start,
        end=pieces[amount.end - 1].end,
        value=round(amount.value, 9),
        unit=name,
        dimension=unit.dimension if unit else name,
        kind=amount.number.kind,
        foreign=amount.number.foreign,
    )


_SMALLER = {("foot", "inch"): 1 / 12}


def _with_smaller_unit(pieces: Sequence[Lexeme], first: Amount, setting: Setting) -> Amount:
    """*5 feet 2 inches* and *3 dollars and 50 cents* as one amount."""
    at = first.end + (first.end < len(pieces) and pieces[first.end].lower == "and")
    second = _amount_at(pieces, at, setting) if first.unit and at < len(pieces) else None
    if first.unit is None or second is None or second.unit is None or second.first == second.unit.end:
        return first
    factor = _SMALLER.get((first.unit.name, second.unit.name), 0.0)
    if first.unit.dimension == MONEY and second.unit.name == first.unit.name and second.unit.factor < first.unit.factor:
        factor = 1.0
    return first._replace(end=second.end, value=first.value + second.value * factor) if factor else first


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
    span = Quantity(pieces[first.first].start, pieces[whole.end - 1].end, value, "ratio", "ratio", "fraction")
    return span, whole.end


def _is_year(pieces: Sequence[Lexeme], number: Number) -> bool:
    return 1000 <= number.value <= 2100 and pieces[number.end - 1].text.isdecimal()


class _Hedge(NamedTuple):
    text: str
    bound: str
    end: int


def _hedge_at(pieces: Sequence[Lexeme], at: int, side: str) -> _Hedge | None:
    entries, end = entries_at(phrases("hedges", "phrase"), pieces, at)
    chosen = next((entry for entry in entries if entry["side"] == side), None)
    return _Hedge(chosen["phrase"], chosen["kind"], end) if chosen else None


def _hedged(quantity: Quantity, pieces: Sequence[Lexeme], end: int, before: _Hedge | None) -> Quantity:
    """The quantity with the hedge that stands before or right after it."""
    hedge = before or (_hedge_at(pieces, end, "after") if end < len(pieces) else None)
    return replace(quantity, hedge=hedge.text, bound=hedge.bound) if hedge else quantity
