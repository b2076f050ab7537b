"""A sentence as items: numbers by shape, words by the vocabulary of time, everything else opaque."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from spacy.tokens import Doc, Span, Token

from toolkit.extract.dates.calendar import day_of
from toolkit.extract.dates.cascade import OTHER, Item
from toolkit.extract.dates.checks import CHECKS, checked
from toolkit.extract.dates.moments import Interval, Moment
from toolkit.extract.dates.words import WORD, numeral, vocabulary
from toolkit.extract.roles import roles_of
from toolkit.extract.tokens import tokens_of

# Most words are long ones: they are tried first, and no shape with letters begins with three.
_LEXEME = re.compile(
    r"(?P<long>[^\W\d_]{3,})"
    r"|(?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2}(?![\d/-]))"
    r"|(?P<iso_month>(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d/-]))"
    r"|(?P<numeric>\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?![\d/-]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<decade>(?:\d{3}|['’‘]?\d)0['’]?s\b)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<code>(?:[Qq][1-4]|H[12]|FY\d{4}(?:[/-]\d{2})?|FY\d{2})\b)"
    r"|(?P<meridiem>[ap]\.m\b\.?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)
LONGEST_NUMBER = 12
_MARKS = {
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "~": "dash",
    "/": "slash",
    ".": "dot",
    "(": "open",
    ")": "close",
    "+": "plus",
}
# Digits as years, dates, times, decades, ordinals and quarters are written; other numbers name no time.
_DATED = re.compile(r"\d{4}|\d[:/.-]\d|\d['’]?s\b|\d(?:st|nd|rd|th)\b|['’‘]\d0|[QqH][1-4]|FY\d|[ap]\.m")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"[\w$£€¥#.,:]")
# Without one of these a run of items names no time.
_ANCHORS = frozenset(
    {
        "iso", "iso_month", "years", "numeric", "clock", "decade", "decade_word", "year",
        "quarter_code", "half_code", "fiscal_code",
        "month", "weekday", "weekdays", "weekday_short", "unit", "units", "units_short", "season", "part", "parts",
        "instant", "today", "tonight", "frequency", "reference", "holiday", "meridiem", "oclock",
        "ordinal", "fiscal", "past", "overnight", "zone",
    }
)  # fmt: skip


def items_of(sentence: Span) -> list[Item]:
    """The sentence's items with offsets in the document; none when no word in it can be a time.

    Only runs of tokens that can name a time are cut to items; what parts them is one opaque item.
    """
    runs = _runs(sentence)
    if not runs:
        return []
    printed = tokens_of(sentence.doc).printed(sentence.start, sentence.end)
    items = list(chain.from_iterable(_items_of_runs(printed, runs, offset=sentence.start_char)))
    return [
        checked(items, at, _token_at(item.start, sentence)) if item.kind in CHECKS else item
        for at, item in enumerate(items)
    ]


def _token_at(start: int, sentence: Span) -> Token | None:
    """The token that begins at the character."""
    starts = tokens_of(sentence.doc).start
    at = bisect_left(starts, start, sentence.start, sentence.end)
    return sentence.doc[at] if at < sentence.end and starts[at] == start else None


def _items_of_runs(text: str, runs: list[tuple[int, int, int]], *, offset: int) -> Iterator[list[Item]]:
    """The items of each run that holds an anchor, closed off from what stands beside it."""
    for start, end, role in runs:
        if role == _ANCHOR or _DATED.search(text, start - offset, end - offset):
            run = _merged(_raw(text, start - offset, end - offset, offset=offset))
            if not _ANCHORS.isdisjoint([item.kind for item in run]):
                yield [_opaque(start)] * (start > offset) + run + [_opaque(end)] * (end < offset + len(text))


def _opaque(at: int) -> Item:
    return Item(OTHER, at, at, "")


# What a token can do in an expression of time. No expression reaches across nearly all words, those of the first
# role; *the* and *of* stand inside; digits may be dates; *Monday*, *week* and *ago* make a time of the others.
_NONE, _INSIDE, _FIGURES, _ANCHOR = range(4)
_RUN = re.compile(rb"[^\x00]+")  # of roles other than the first


def _runs(sentence: Span) -> list[tuple[int, int, int]]:
    """Start, end and strongest role of the tokens that stand together and that one expression can hold."""
    tokens = tokens_of(sentence.doc)
    return [
        (tokens.start[run.start()], tokens.end[run.end() - 1], strongest)
        for run in _RUN.finditer(_roles(sentence.doc), sentence.start, sentence.end)
        if (strongest := max(run[0])) >= _FIGURES
    ]


@lru_cache(maxsize=1)
def _roles(doc: Doc) -> bytes:
    """The role of each token, a byte each."""
    return bytes(roles_of(tokens_of(doc).text, _role))


def _role(token: str) -> int:
    """The strongest role of the token's words."""
    words = WORD.findall(token.casefold())
    if not _anchoring_words().isdisjoint(words):
        return _ANCHOR
    if _DIGIT.search(token):
        return _FIGURES
    return _NONE if words and _inner_words().isdisjoint(words) else _INSIDE


@cache
def _anchoring_words() -> frozenset[str]:
    """The longest words of all entries that can anchor a time, and the numerals that years are spelt with."""
    entries = [(entry, word) for found in vocabulary().values() for entry, word in found.items()]
    anchors = {max(entry, key=len) for entry, word in entries if word.kind in _ANCHORS}
    return frozenset(anchors | {"nineteen", "twenty", "thousand", "d"})  # spaCy cuts "Wed" to "We" and "d"


@cache
def _inner_words() -> frozenset[str]:
    """The words and marks of all entries, and those that join spelt-out numbers."""
    return frozenset({word for found in vocabulary().values() for entry in found for word in entry} | {"and", *_MARKS})


def _raw(text: str, start: int, end: int, *, offset: int) -> list[Item]:
    """The shapes between two places of the text; a word's value is the word itself in lower case."""
    found: list[Item] = []
    while start and text[start].isalpha() and text[start - 1].isalpha():
        start -= 1  # the tokeniser cut a word
    for match in _LEXEME.finditer(text, start):
        at, shape, raw = match.start(), match.lastgroup or OTHER, match.group()
        if at >= end:
            break
        glued = at > 0 and raw[0].isdigit() and _GLUED.match(text[at - 1]) is not None
        kind, value = (OTHER, raw) if glued else _SHAPES[shape](raw)
        found.append(Item(kind, offset + at, offset + match.end(), value))
    return found


_NO_WORD = "\0"


def _merged(items: list[Item]) -> list[Item]:
    """Words and marks looked up in the vocabulary, longest entry first, and number words put together."""
    words = [item.value if item.kind in {"word", "mark"} else _NO_WORD for item in items]
    merged, at = [], 0
    while at < len(items):
        item, width = (items[at], 1) if words[at] == _NO_WORD else _entry(items, words, at)
        merged.append(item)
        at += width
    return merged


def _entry(items: list[Item], words: list[str], at: int) -> tuple[Item, int]:
    item, entries = items[at], vocabulary().get(words[at])
    if entries is None:
        return item._replace(kind=_MARKS.get(item.value, OTHER)), 1
    for entry, word in entries.items():
        if tuple(words[at : at + len(entry)]) == entry and word.kind != "numeral":
            return Item(word.kind, item.start, items[at + len(entry) - 1].end, word.value), len(entry)
    if spelled := numeral(words, at):
        value, width = spelled
        last = items[at + width - 1]
        return _tens_ordinal(items, at, Item(_number_kind(value, spelled=True), item.start, last.end, value), width)
    return item._replace(kind=_MARKS.get(item.value, OTHER)), 1


def _tens_ordinal(items: list[Item], at: int, number: Item, width: int) -> tuple[Item, int]:
    """*twenty-third*, where the ordinal ends a number in words."""
    rest = [item.value for item in items[at + width : at + width + 2]]
    skip = 1 if rest and rest[0] == "-" else 0
    last = rest[skip] if len(rest) > skip else None
    word = vocabulary().get(last, {}).get((last,)) if isinstance(last, str) else None
    if number.value in {20, 30} and word and word.kind == "ordinal" and int(word.value) < 10:
        end = items[at + width + skip].end
        return Item("ordinal", number.start, end, int(number.value) + int(word.value)), width + skip + 1
    return number, width


def _number_kind(value: float, *, spelled: bool = False) -> str:
    if value == int(value) and 1 <= value <= 31:
        return "small"
    return "year" if spelled and 1900 <= value < 2100 else "number"


def _number(raw: str) -> tuple[str, Any]:
    if len(raw) > LONGEST_NUMBER:
        return OTHER, raw
    value = float(raw.replace(",", ""))
    if raw.isdigit() and len(raw) == 4 and 1000 <= value < 2200:
        return "year", int(value)
    if raw.isdigit() and len(raw) <= 2 and 1 <= value <= 31:
        return "small", int(value)
    return "number", value


def _iso(raw: str) -> tuple[str, Moment | str]:
    year, month, day = map(int, re.split(r"[-/]", raw))
    return ("iso", Moment(year=year, month=month, day=day)) if day_of(year, month, day) else (OTHER, raw)


def _iso_month(raw: str) -> tuple[str, Moment | Interval]:
    """*2015-03*; *2011-12* is a season or a budget year."""
    year, month = int(raw[:4]), int(raw[5:])
    if month == (year + 1) % 100:
        return "years", Interval(Moment(year=year), Moment(year=year + 1))
    return "iso_month", Moment(year=year, month=month)


def _decade(raw: str) -> tuple[str, str]:
    digits = re.sub(r"\D", "", raw)
    return "decade", digits[:3] if len(digits) == 4 else f"19{digits[0]}"


def _code(raw: str) -> tuple[str, int]:
    number = int(re.split(r"[/-]", raw)[0].lstrip("QqHFY"))
    if raw.startswith("FY"):
        return "fiscal_code", number if number > 99 else 2000 + number
    return ("quarter_code" if raw[0] in "Qq" else "half_code"), number


_SHAPES: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": _iso,
    "iso_month": _iso_month,
    "numeric": lambda raw: ("numeric", raw),
    "clock": lambda raw: ("clock", raw),
    "decade": _decade,
    "ordinal": lambda raw: ("ordinal", int(raw[:-2])) if int(raw[:-2]) >= 1 else (OTHER, raw),
    "number": _number,
    "code": _code,
    "meridiem": lambda raw: ("meridiem", f"{raw[0]}m"),
    "long": lambda raw: ("word", raw.casefold()),
    "word": lambda raw: ("word", raw.casefold()),
    "mark": lambda raw: ("mark", "'" if raw in "’‘" else raw),
}
