"""Figures that cannot both be true: one subject, measure and period, values that rounding does not explain."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from toolkit import lexicons
from toolkit.lexicons.hedging import with_hedge
from toolkit.records import Conflict, Statistic, key

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[0-9][0-9.,]*")
_LEFT_OUT = frozenset(["of", "the", "a", "an", "its", "their", "all", "share", "number", "total", "s"])
_WORLD = "world"  # the only qualifier that may go without saying: shares of GDP and of global economic output
_WORLDWIDE = dict.fromkeys(["global", "worldwide", "international"], _WORLD)
_LONGEST_PHRASE = 3
_SETTLED = 7  # days after which a count may be another one; a convention
_ABOUT = 0.1  # a hedge such as "about" allows a tenth of the value; a convention, stated in the manual


@dataclass(frozen=True, slots=True)
class _Kind:
    """What must agree before two figures are compared: subject, unit, comparable measure, period."""

    subject: str
    unit: str
    share: bool
    measures: frozenset[str]
    direction: str | None
    start: date | None
    end: date | None


def find_conflicts(
    statistics: Sequence[Statistic], published: Mapping[str, date | None] | None = None
) -> list[Conflict]:
    """Pairs of figures that contradict each other, or may.

    A contradiction has the same words for what is measured. Measures that are only close (GDP and economic output)
    give a `possible` conflict, as do figures that different parties report, forecasts, and two counts in one article,
    which may count different things. Changes are compared between articles, and in one article between the
    parties that report them: it may tell of several.
    Every odd value is set against the one given most often, so that conflicts stay in proportion to the figures.

    Args:
        statistics: the figures.
        published: the days of their articles; figures for a time that was not over by then are forecasts.
    """
    foretold = {row.statistic_id for row in statistics if _is_forecast(row, published or {})}
    groups: dict[_Kind, dict[frozenset[str], list[Statistic]]] = {}
    days = published or {}
    new_levels = {(row.article_id, row.change_from): row for row in statistics if row.change_from is not None}
    for row in statistics:
        is_result = row.rule == "score"  # a team has as many as it plays matches
        if row.value is None or not row.measure or not _is_somebody(row) or is_result:
            continue
        new = new_levels.get((row.article_id, row.value))
        if new is None or row.as_of_start not in (None, new.as_of_start):  # else the old level of another
            kind, qualifiers = _signature(row, days.get(row.article_id))
            groups.setdefault(kind, {}).setdefault(qualifiers, []).append(row)
    rows = {row.statistic_id: row for row in statistics}
    found = (conflict for kind, group in groups.items() for conflict in _conflicts_of(kind, group, foretold))
    kept = (one for one in found if not _is_grown(rows[one.statistic_id], rows[one.other_id], days))
    return sorted(kept, key=lambda conflict: conflict.conflict_id)


def _is_grown(one: Statistic, other: Statistic, published: Mapping[str, date | None]) -> bool:
    """Whether both count the same dead, injured or missing, and the later report has more of them: tolls grow."""
    words = _WORD.findall((one.measure or "").lower())
    told = [published.get(row.article_id) or row.as_of_end for row in (one, other)]
    if _growing().isdisjoint(words) or None in told or one.value is None or other.value is None:
        return False
    first, second = told[0] or date.min, told[1] or date.min
    return first != second and (first < second) == (one.value < other.value)


@cache
def _growing() -> frozenset[str]:
    """Words for what is counted on from day to day: *deaths*, *injured*, *cases*."""
    return frozenset(row["word"] for row in lexicons.rows("figure_words") if row["kind"] == "growing")


def _is_forecast(row: Statistic, published: Mapping[str, date | None]) -> bool:
    """Whether its time lies ahead; a change over a time that is not over yet is foretold too."""
    day = published.get(row.article_id)
    if day is None or row.as_of_start is None or row.as_of_end is None:
        return False
    return row.as_of_start > day or (row.as_of_end > day and row.direction is not None)


def _is_somebody(row: Statistic) -> bool:
    """Whether the subject is a name; *people* of one sentence are not those of another."""
    return (row.subject or "").rpartition(" ")[-1][:1].isupper()


def _signature(row: Statistic, published: date | None) -> tuple[_Kind, frozenset[str]]:
    """The comparable measures in the words for what is measured, and the words that narrow them."""
    measures, qualifiers = _comparable(row.base or row.measure or "")
    subject = row.subject_id or (row.subject or "").lower()
    kind = _Kind(subject, row.unit, row.base is not None, measures, row.direction, *_period(row, published))
    return kind, qualifiers


def _period(row: Statistic, published: date | None) -> tuple[date | None, date | None]:
    """The time that a figure is compared for: what held on the days of two articles is compared within the year."""
    if published and row.as_of_start == row.as_of_end == published:
        return date(published.year, 1, 1), date(published.year, 12, 31)
    return row.as_of_start, row.as_of_end


@cache
def _groups() -> dict[str, str]:
    """Words and phrases for measures by what they are comparable with."""
    return {row["word"].lower(): row["group"] for row in lexicons.rows("measures") if row["kind"] != "verb"}


@cache
def _comparable(text: str) -> tuple[frozenset[str], frozenset[str]]:
    words = [_WORLDWIDE.get(word, word) for word in _WORD.findall(text.lower()) if word not in _LEFT_OUT]
    measures: set[str] = set()
    qualifiers: set[str] = set()
    while words:
        length, group = next(_known(words), (1, ""))
        (measures if group else qualifiers).add(group or words[0])
        words = words[length:]
    if not measures:
        return frozenset(qualifiers), frozenset()
    return frozenset(measures), frozenset(qualifiers)


def _known(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        if group := _groups().get(phrase) or _groups().get(phrase.removesuffix("s")):
            yield length, group


def _conflicts_of(
    kind: _Kind, group: dict[frozenset[str], list[Statistic]], foretold: AbstractSet[str]
) -> Iterator[Conflict]:
    """Within each wording the values that differ; between wordings the values given most often."""
    usual = {qualifiers: _most_given(rows) for qualifiers, rows in group.items()}
    for qualifiers, rows in group.items():
        for row in _one_a_value(rows):
            if _differ(usual[qualifiers], row):
                yield from _same_words(kind, usual[qualifiers], row, foretold)
    for one, other in combinations(sorted(usual, key=len)[:10], 2):
        if kind.share and other - one == {_WORLD} and one < other and _differ(usual[one], usual[other]):
            yield _possible(usual[one], usual[other])


def _most_given(rows: Sequence[Statistic]) -> Statistic:
    (value, _), *_ = Counter(row.value for row in rows).most_common(1)
    return next(row for row in rows if row.value == value)


def _one_a_value(rows: Iterable[Statistic]) -> Iterable[Statistic]:
    return {row.value: row for row in reversed(list(rows))}.values()


def _same_words(kind: _Kind, one: Statistic, other: Statistic, foretold: AbstractSet[str]) -> Iterator[Conflict]:
    """Contradictions; in one article counts and sums are often of different things, and only possible conflicts."""
    same_words = (one.measure or "").lower() == (other.measure or "").lower()
    apart = one.article_id != other.article_id
    by_two = bool(one.reported_by and other.reported_by and one.reported_by != other.reported_by)
    if kind.direction and not apart and not by_two:
        return
    if not same_words:
        if kind.share:
            yield _possible(one, other)
    elif by_two:
        yield _explained(one, other, "by two parties; each may count in its own way")
    elif apart and {one.statistic_id, other.statistic_id} <= foretold:
        yield _explained(one, other, "before it was over; forecasts may differ, and are revised")
    elif _days_between(one, other) > _SETTLED and not kind.share:
        yield _explained(one, other, "weeks apart; it may have changed in between")
    elif kind.share or apart:
        yield _contradiction(one, other)
    elif one.sentence_id != other.sentence_id:
        yield _possible(one, other)


def _days_between(one: Statistic, other: Statistic) -> int:
    """The days between two states that each held on one day, as those of the day of publication do; else 0."""
    days = [row.as_of_start for row in (one, other) if row.as_of_start and row.as_of_start == row.as_of_end]
    return abs((days[0] - days[1]).days) if len(days) == 2 else 0


def _contradiction(one: Statistic, other: Statistic) -> Conflict:
    return _conflict(
        one, other, "contradiction",
        f"{one.subject}: {one.measure} is given as {_shown(one)} and as {_shown(other)} for the same period; "
        "rounding and hedges do not explain the difference.",
    )  # fmt: skip


def _possible(one: Statistic, other: Statistic) -> Conflict:
    return _conflict(
        one, other, "possible",
        f"{one.subject}: {_shown(one)} is given as {one.measure} and {_shown(other)} as {other.measure}; "
        "the measures may be the same, the values are not.",
    )  # fmt: skip


def _explained(one: Statistic, other: Statistic, why: str) -> Conflict:
    return _conflict(
        one, other, "possible",
        f"{one.subject}: {one.measure} is given as {_shown(one)} and as {_shown(other)} for the same period, {why}.",
    )  # fmt: skip


def _conflict(one: Statistic, other: Statistic, kind: str, reason: str) -> Conflict:
    first, second = sorted((one.statistic_id, other.statistic_id))
    return Conflict(
        conflict_id=key("conflict", first, second),
        statistic_id=first,
        other_id=second,
        kind="contradiction" if kind == "contradiction" else "possible",
        reason=reason,
    )


def _shown(row: Statistic) -> str:
    return with_hedge(row.text, row.approx)


def _differ(one: Statistic, other: Statistic) -> bool:
    """Whether no value fits both figures as printed."""
    low, high = _interval(one)
    other_low, other_high = _interval(other)
    return high < other_low or other_high < low


def _interval(row: Statistic) -> tuple[float, float]:
    """The values that the printed figure allows: half a unit of its last digit, a tenth when hedged, open ends."""
    value = row.value or 0.0
    slack = abs(value) * _ABOUT if row.approx else _half_unit(row.text, value)
    low = float("-inf") if row.value_low is None and row.value_high is not None else (row.value_low or value) - slack
    high = float("inf") if row.value_high is None and row.value_low is not None else (row.value_high or value) + slack
    return low, high


def _half_unit(text: str, value: float) -> float:
    """Half a unit of the last printed digit: 0.05 for 3.2%, 50 million for $1.2 billion; nothing for words."""
    printed = _FIGURES.search(text)
    if printed is None:
        return 0.0
    digits = printed.group().replace(",", "").rstrip(".")
    whole, _, decimals = digits.partition(".")
    number = float(f"{whole}.{decimals or 0}") if "." not in decimals else 0.0
    scale = abs(value) / number if number else 0.0
    return 0.5 * scale * 0.1 ** len(decimals)
