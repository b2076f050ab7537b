"""What the sentence around a word must show before the word counts as a time: *May* may be a name or a verb."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from toolkit.extract.dates.cascade import OTHER, Item

_OTHER_WORDS = {"may", "march", "mar"}
_NAMES = {"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT"}
_FIGURES = {"MONEY", "QUANTITY", "PERCENT"}
_YEAR_BESIDE = {"month", "small", "ordinal", "quarter_code", "half_code"}
_YEAR_SIGNALS = {"in", "since", "by", "from", "between", "to", "dash"}


def checked(items: Sequence[Item], at: int, token: Token | None) -> Item:
    """The item, or an opaque one (a number, for a year) where the sentence shows that it is no time here."""
    item = items[at]
    check = CHECKS.get(item.kind)
    if check is None or token is None or check(items, at, token):
        return item
    return item._replace(kind="number" if item.kind == "year" else OTHER)


def _kind(items: Sequence[Item], at: int) -> str:
    return items[at].kind if 0 <= at < len(items) else OTHER


def _is_month(items: Sequence[Item], at: int, token: Token) -> bool:
    """A name, *May* or *Jan*, is no month beside a person; *may* and *march* are none without a date's company."""
    before, after = _kind(items, at - 1), _kind(items, at + 1)
    beside = before in {"ordinal", "small", "of"} or after in {"small", "ordinal", "year"}
    beside = beside or (after == "of" and _kind(items, at + 2) == "year")
    if token.lower_ in _OTHER_WORDS and not token.text[0].isupper():
        return before in {"ordinal", "of", "in", "since", "small"} or after in {"ordinal", "year"}
    if len(token) <= 4 and not beside and (token.text.islower() or token.text.isupper()):
        return before == "in" and token.text.islower()
    if token.tag_ in {"MD", "VB", "VBP"} and token.lower_ in _OTHER_WORDS:
        return beside
    surname = before == OTHER and token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).head == token
    return beside or not (surname or token.ent_type_ in _NAMES)


def _is_holiday(items: Sequence[Item], at: int, token: Token) -> bool:
    """A holiday of several words, behind a preposition or before a year is one, whatever is recognised as its name."""
    item, before = items[at], token.nbor(-1) if token.i else token
    if item.end - item.start > len(token) and token.ent_type_ != "WORK_OF_ART":
        return True
    return before.pos_ == "ADP" or _kind(items, at + 1) == "year" or _is_no_name(items, at, token)


def _is_no_name(_items: Sequence[Item], _at: int, token: Token) -> bool:
    """*Sunday* and *Christmas* may be words of a newspaper's, a film's or a person's name."""
    return token.ent_type_ not in _NAMES


def _is_frequency(_items: Sequence[Item], _at: int, token: Token) -> bool:
    """*daily*; not *The Daily Star* nor *China Daily*, which are names of papers."""
    if not token.text[0].isupper():
        return True
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    before = token.nbor(-1) if token.i else token
    return not (after != token and after.is_title) and not (before.pos_ == "PROPN" and before.is_title)


def _is_no_title(_items: Sequence[Item], _at: int, token: Token) -> bool:
    """*Midnight Express* and *Monday Morning Blues* are titles: no time has a capital and a name behind it."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return not (
        token.text[0].isupper() and after != token and after.is_title and after.pos_ in ("PROPN", "NOUN", "ADJ")
    )


def _is_capitalised(_items: Sequence[Item], _at: int, token: Token) -> bool:
    return token.text[0].isupper()


def _is_year(items: Sequence[Item], at: int, token: Token) -> bool:
    """Four digits may count things (*2000 people*, *2000 miles*) or end a number with dashes (*555-1212*)."""
    said = _kind(items, at - 1) == "in" and _kind(items, at + 1) == "to"  # fell in 2023 to $43 billion
    if _kind(items, at + 1) in {"units", "units_short"} or (token.ent_type_ in _FIGURES and not said):
        return False
    if _kind(items, at - 1) == "dash" and _kind(items, at - 2) in {"small", "number"}:
        return False
    if token.ent_type_ == "DATE" or _kind(items, at - 1) in _YEAR_BESIDE or _kind(items, at + 1) in _YEAR_BESIDE:
        return True
    counts = token.dep_ == "nummod" and token.head.tag_ in {"NNS", "NNPS"} and token.head.i > token.i
    modern = 1900 <= items[at].value < 2100
    return not counts and (modern or _kind(items, at - 1) in _YEAR_SIGNALS)


def _is_noun(_items: Sequence[Item], _at: int, token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}


def _is_no_verb(_items: Sequence[Item], _at: int, token: Token) -> bool:
    """*last week*; not *will last a week*."""
    return token.pos_ not in {"VERB", "AUX"}


CHECKS: dict[str, Callable[[Sequence[Item], int, Token], bool]] = {
    "month": _is_month,
    "weekday": _is_no_name,
    "holiday": _is_holiday,
    "weekday_short": _is_capitalised,
    "year": _is_year,
    "season": _is_noun,
    "frequency": _is_frequency,
    "last": _is_no_verb,
    "instant": _is_no_title,
    "part": _is_no_title,
}
