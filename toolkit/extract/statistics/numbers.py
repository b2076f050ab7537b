"""Numbers as printed: digits with separators, words, multipliers, fractions."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from toolkit import lexicons
from toolkit.extract.roles import places_with
from toolkit.extract.statistics.lexemes import Lexeme
from toolkit.extract.statistics.wordlists import word_set
from toolkit.extract.tokens import tokens_of
from toolkit.extract.tree import words_at

_SPACES = re.compile("[\u00a0\u2009\u202f]")
_ENGLISH = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?")  # also 12,34,567.89
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
_CONTINENTAL = re.compile(r"[0-9]{1,3}\.[0-9]{3}(?:,[0-9]+|(?:\.[0-9]{3})+(?:,[0-9]+)?)")


_LONGEST = 30  # digits and separators; longer runs are codes


class Number(NamedTuple):
    """A number, the place after it, and how it was written."""

    value: float
    end: int
    kind: str = "figures"  # figures, words, fraction or multiple
    foreign: bool = False  # written with a decimal comma
    scale: float = 1.0  # the multiplier behind it: million, crore, ...


class Word(NamedTuple):
    """An entry of the number lexicon."""

    kind: str
    value: float


@cache
def number_words() -> dict[str, Word]:
    """The cardinal words, multipliers and fractions by word."""
    return {row["word"]: Word(row["kind"], float(row["value"])) for row in lexicons.rows("number_words")}


_DIGIT = re.compile("[0-9]")
_WORD = re.compile(r"[^\W\d_]+|[¼-¾⅐-⅞]")


def number_tokens(sentence: Span) -> list[Token]:
    """The tokens of the sentence with figures or number words; most sentences have none and are spared the rest."""
    return words_at(sentence, _numbers(sentence.doc))


@lru_cache(maxsize=1)
def _numbers(doc: Doc) -> list[int]:
    """Where they stand in the text."""
    return list(places_with(tokens_of(doc).text, _is_number))


def _is_number(token: str) -> bool:
    return _DIGIT.search(token) is not None or not number_words().keys().isdisjoint(_WORD.findall(token.lower()))


def written(text: str) -> tuple[float, bool] | None:
    """The value of digits with separators, and whether they are of a locale with decimal commas.

    *1,5* is one and a half: a comma before one or two digits cannot part thousands. *10.4.1* is no number.
    """
    text = _SPACES.sub("", text)
    if len(text) > _LONGEST:
        return None
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", "")), False
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", ".")), True
    if _CONTINENTAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")), True
    return None


def number_at(pieces: Sequence[Lexeme], at: int, *, money: bool = False) -> Number | None:
    """The longest number that begins at the piece; `money` lets *m*, *b* and *k* stand for multipliers."""
    number = _figures(pieces, at) or _spelt(pieces, at)
    return number and _scaled(pieces, number, money=money)


def _word(pieces: Sequence[Lexeme], at: int) -> Word:
    """The number word at the place; an empty one where there is none."""
    word = number_words().get(pieces[at].text.lower()) if at < len(pieces) else None
    return word or Word("", 0.0)


def _text(pieces: Sequence[Lexeme], at: int) -> str:
    return pieces[at].lower if at < len(pieces) else ""


def _figures(pieces: Sequence[Lexeme], at: int) -> Number | None:
    """Digits, with a fraction behind them: *10*, *10 1/2*, *2½*, *1/4*."""
    if not pieces[at].is_figure:
        return None
    reading = written(pieces[at].text)
    if reading is None:
        return None
    value, foreign = reading
    if fraction := _slashed(pieces, at):
        return Number(fraction, at + 3, "fraction")
    if grouped := _spaced(pieces, at):
        return grouped
    if at + 1 < len(pieces) and (fraction := _slashed(pieces, at + 1)):
        return Number(value + fraction, at + 4)
    if _word(pieces, at + 1).kind == "sign":
        return Number(value + _word(pieces, at + 1).value, at + 2)
    return Number(value, at + 1, foreign=foreign)


def _slashed(pieces: Sequence[Lexeme], at: int) -> float | None:
    """*3/4*; not a date, a season or a ratio above one."""
    three = [piece.text for piece in pieces[at : at + 4]]
    if len(three) < 3 or three[1] != "/" or not (three[0].isdecimal() and three[2].isdecimal()):
        return None
    if three[3:] == ["/"] or three[0].startswith("0") or not 0 < int(three[0]) < int(three[2]) <= 100:
        return None
    return int(three[0]) / int(three[2])


def _spaced(pieces: Sequence[Lexeme], at: int) -> Number | None:
    """*10 000*: thousands parted by spaces."""
    end = at + 1
    while end < len(pieces) and not pieces[end].glued and re.fullmatch("[0-9]{3}", pieces[end].text):
        end += 1
    if end == at + 1 or not re.fullmatch("[1-9][0-9]{0,2}", pieces[at].text):
        return None
    return Number(float("".join(piece.text for piece in pieces[at:end])), end)


def _spelt(pieces: Sequence[Lexeme], at: int) -> Number | None:
    """A number in words: *twenty-five*, *a hundred and two*, *two-thirds*, *half a million*, *twice*."""
    article = _text(pieces, at) in ("a", "an")
    first = at + article
    word = _word(pieces, first)
    if word.kind == "sign" or (word.kind in ("multiple", "verb") and not article):
        return Number(word.value, first + 1, "fraction" if word.kind == "sign" else word.kind)
    if word.kind == "part":
        return _part(pieces, first, value=1.0, article=article)
    if word.kind == "scale" and (article or word.value == 12):
        return _sum_of_words(pieces, first, start=1.0)
    if word.kind not in ("unit", "tens") or article:
        return None
    number = _sum_of_words(pieces, first)
    after = number.end + (_text(pieces, number.end) == "-")
    return _part(pieces, after, value=number.value, article=False) or number


def ordinal_at(pieces: Sequence[Lexeme], at: int) -> Number | None:
    """*third*, *eleventh*, *21st*."""
    word = _word(pieces, at)
    if word.kind == "part" and _text(pieces, at).endswith(("rd", "th")):
        return Number(round(1 / word.value), at + 1)
    if word.kind == "ordinal":
        return Number(word.value, at + 1)
    if pieces[at].is_figure and _text(pieces, at + 1) in ("st", "nd", "rd", "th") and pieces[at].text.isdecimal():
        return Number(float(pieces[at].text), at + 2) if len(pieces[at].text) <= 3 else None
    return None


def _part(pieces: Sequence[Lexeme], at: int, *, value: float, article: bool) -> Number | None:
    """*half of*, *a third of*, *two-thirds*, *half a million*. A bare *third* or *quarter* is an order or a time."""
    word, name = _word(pieces, at), _text(pieces, at)
    bare = value == 1.0 and not article and _text(pieces, at - 1) not in ("-", "one")
    if word.kind != "part" or (bare and name != "half"):
        return None
    if article and name != "half" and not _closes(pieces, at + 1):
        return None
    return Number(round(value * word.value, 9), at + 1, "fraction")


def _closes(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a fraction can end here: *a third of*, *by a quarter.*, not *a third man*."""
    following = _text(pieces, at)
    return following in word_set("after_fraction") or not following[:1].isalnum() or _word(pieces, at).kind == "scale"


def _sum_of_words(pieces: Sequence[Lexeme], at: int, *, start: float = 0.0) -> Number:
    """Units, tens, hundreds and larger groups added up; *and* only between a larger and a smaller part."""
    total, current, end, lowest = 0.0, start, at, float("inf")
    while True:
        link = _link(pieces, end) if end > at else 0
        word = _word(pieces, end + link)
        if word.kind == "scale" and (word.value < 1000 or not link) and current and word.value not in (12, 20):
            current, lowest = current * word.value, word.value
            if word.value >= 1000:
                total, current = total + current, 0.0
        elif word.kind == "scale" and word.value in (12, 20) and current and not link:
            return Number(total + current * word.value, end + 1, "words")
        elif word.kind in ("unit", "tens") and word.value < lowest and (not link or lowest < float("inf")):
            current, lowest = current + word.value, 10 if word.kind == "tens" else 1
        else:
            return Number(total + current, end, "words")
        end += link + 1


def _link(pieces: Sequence[Lexeme], at: int) -> int:
    """How many pieces join the parts of a number in words: a hyphen inside *twenty-five*, *and* after hundreds."""
    return int(_text(pieces, at) in ("-", "and") and _word(pieces, at + 1).kind in ("unit", "tens"))


def _times(value: float, scale: float) -> float:
    """The product as a person writes it: 16.4 million is 16400000, not 16399999.999999998."""
    return value if scale == 1 else float(Decimal(str(value)) * Decimal(scale))


_GROUPS = (1e3, 1e6, 1e9, 1e12)


def _scaled(pieces: Sequence[Lexeme], number: Number, *, money: bool) -> Number:
    """The number times the multipliers behind it: *1.5 million*, *35 lakh*, *$15m*, *two and a half million*."""
    value, end, scale = number.value, number.end, 1.0
    if [piece.lower for piece in pieces[end : end + 3]] == ["and", "a", "half"]:
        value, end = value + (value / 2 if value in _GROUPS else 0.5), end + 3
    end += number.kind == "fraction" and _text(pieces, end) == "a" and _word(pieces, end + 1).kind == "scale"
    end += _is_hyphen_to_scale(pieces, end)
    while (word := _word_as_printed(pieces, end)).kind == "scale" or (
        word.kind == "money_scale" and money and pieces[end].glued
    ):
        scale, end = scale * word.value, end + 1
    kind = "words" if scale > 1 else number.kind
    return number._replace(value=_times(value, scale), end=end, scale=scale, kind=kind)


def _is_hyphen_to_scale(pieces: Sequence[Lexeme], at: int) -> bool:
    """The hyphen of *a 50-billion-euro package*."""
    glued = _text(pieces, at) == "-" and at + 1 < len(pieces) and pieces[at].glued and pieces[at + 1].glued
    return glued and len(pieces[at + 1].text) > 1 and _word_as_printed(pieces, at + 1).kind == "scale"


def _word_as_printed(pieces: Sequence[Lexeme], at: int) -> Word:
    """Multipliers of one letter keep their case in the lexicon; the others do not."""
    text = pieces[at].text if at < len(pieces) else ""
    return number_words().get(text if len(text) == 1 else text.lower(), Word("", 0.0))
