"""A sentence as items: numbers by shape, words by the vocabulary of time, everything else opaque."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from spacy.tokens import Span

from toolkit.extract.dates.calendar import day_of
from toolkit.extract.dates.cascade import OTHER, Item
from toolkit.extract.dates.checks import CHECKS, checked
from toolkit.extract.dates.moments import Moment
from toolkit.extract.dates.words import numeral, vocabulary

# Nearly all words are long ones: they are tried first, and no shape with letters begins with three.
_LEXEME = re.compile(
    r"(?P<long>[^\W\d_]{3,})"
    r"|(?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2}(?![\d/-]))"
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
_MARKS = {",": "comma", "-": "dash", "–": "dash", "~": "dash", "/": "slash", ".": "dot", "(": "open"}
# Digits as years, dates, times, decades, ordinals and quarters are written; other numbers name no time.
_DATED = re.compile(r"\d{4}|\d[:/.-]\d|\d['’]?s\b|\d(?:st|nd|rd|th)\b|['’‘]\d0|[QqH][1-4]|FY\d|[ap]\.m")
_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"[\w$£€¥#.,:]")
# Without one of these a sentence names no time.
_ANCHORS = frozenset(
    {
        "iso", "numeric", "clock", "decade", "decade_word", "year", "quarter_code", "half_code", "fiscal_code",
        "month", "weekday", "weekdays", "weekday_short", "unit", "units", "units_short", "season", "part", "parts",
        "instant", "today", "tonight", "frequency", "reference", "holiday", "meridiem", "oclock",
        "ordinal", "fiscal",
    }
)  # fmt: skip


def items_of(sentence: Span) -> list[Item]:
    """The sentence's items with offsets in the document; none when no word in it can be a time."""
    text = sentence.text
    if not _may_name_time(text):
        return []
    items = _merged(list(_raw(text, sentence.start_char)))
    if not any(item.kind in _ANCHORS for item in items):
        return []
    if not any(item.kind in CHECKS for item in items):
        return items
    tokens = {token.idx: token for token in sentence}
    return [
        checked(items, at, tokens.get(item.start)) if item.kind in CHECKS else item for at, item in enumerate(items)
    ]


def _may_name_time(text: str) -> bool:
    """A quick look that spares most sentences the rest: digits like a date's, or a word that can anchor a time."""
    return _DATED.search(text) is not None or not _anchoring_words().isdisjoint(_WORD.findall(text.lower()))


@cache
def _anchoring_words() -> frozenset[str]:
    """The longest words of all entries that can anchor a time, and the numerals that years are spelt with."""
    entries = [(entry, word) for found in vocabulary().values() for entry, word in found.items()]
    anchors = {max(entry, key=len) for entry, word in entries if word.kind in _ANCHORS}
    return frozenset(anchors | {"nineteen", "twenty", "thousand"})


def _raw(text: str, offset: int) -> Sequence[Item]:
    """The shapes; a word's value is the word itself in lower case. Words without a part in any time are one item."""
    found: list[Item] = []
    known, after_opaque = _known_words(), False
    for match in _LEXEME.finditer(text):
        shape, raw, start = match.lastgroup or OTHER, match.group(), match.start()
        opaque = shape == "long" and raw.casefold() not in known
        if opaque and after_opaque:
            continue
        after_opaque = opaque
        if opaque:
            found.append(Item(OTHER, offset + start, offset + match.end(), raw))
            continue
        glued = start > 0 and raw[0].isdigit() and _GLUED.match(text[start - 1]) is not None
        kind, value = (OTHER, raw) if glued else _SHAPES[shape](raw)
        found.append(Item(kind, offset + start, offset + match.end(), value))
    return found


@cache
def _known_words() -> frozenset[str]:
    """The words of all entries, and those that join spelt-out numbers."""
    return frozenset({word for found in vocabulary().values() for entry in found for word in entry} | {"and"})


def _merged(items: list[Item]) -> list[Item]:
    """Words and marks looked up in the vocabulary, longest entry first, and number words put together."""
    words = [item.value if item.kind in {"word", "mark"} else "\0" for item in items]
    merged, at, known = [], 0, vocabulary()
    while at < len(items):
        plain = items[at].kind == OTHER or (items[at].kind == "word" and words[at] not in known)
        item, width = (items[at]._replace(kind=OTHER), 1) if plain else _entry(items, words, at)
        merged.append(item)
        at += width
    return merged


def _entry(items: list[Item], words: list[str], at: int) -> tuple[Item, int]:
    item = items[at]
    for entry, word in vocabulary().get(words[at], {}).items():
        if tuple(words[at : at + len(entry)]) == entry and word.kind != "numeral":
            return Item(word.kind, item.start, items[at + len(entry) - 1].end, word.value), len(entry)
    if words[at] != "\0" and (spelled := numeral(words, at)):
        value, width = spelled
        last = items[at + width - 1]
        return _tens_ordinal(items, at, Item(_number_kind(value, spelled=True), item.start, last.end, value), width)
    kind = _MARKS.get(item.value, OTHER) if item.kind in {"word", "mark"} else item.kind
    return item._replace(kind=kind), 1


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
