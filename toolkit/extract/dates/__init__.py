"""TIMEX3 expressions, anchored to the publication day by tense and discourse.

The way of a sentence: `lexemes` gives items, `grammar` joins them to expressions and their meanings, `anchor` places
a meaning in the calendar, `timex` writes it as TIMEX3.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, takewhile, zip_longest

from spacy.tokens import Span

from toolkit.extract.dates.anchor import Context
from toolkit.extract.dates.cascade import Item
from toolkit.extract.dates.grammar import expressions
from toolkit.extract.dates.lexemes import items_of
from toolkit.extract.dates.moments import Moment
from toolkit.extract.dates.numeric import is_day_first, numeric_date
from toolkit.extract.dates.points import ACCOUNTS
from toolkit.extract.dates.publication import Inferred, inferred_publication
from toolkit.extract.dates.tense import Tense, is_of_noun, tense_at
from toolkit.extract.dates.timex import Timex, moment_of, timex
from toolkit.extract.reading import Reading
from toolkit.records import Date, Warning

__all__ = ["Inferred", "dates_in", "inferred_publication"]


def dates_in(sentence: Span, reading: Reading) -> Iterator[Date]:
    """The time expressions of a sentence, outermost spans only, in order.

    Relative expressions count from `reading.article.published`; without it they have underspecified values and no
    days. A weekday that contradicts its date, and a date in figures that can be read two ways, are warnings.
    """
    found: list[Date] = []
    cut = _with_halves(items_of(sentence), sentence)
    items = expressions(list(_with_numeric_dates(cut, reading)))
    for item in _with_years(items, reading):
        result = timex(item.value, _context(item, reading, found))
        if result.mismatch:
            _warn(
                reading,
                "weekday_mismatch",
                f"{_text(item, reading)!r}: that day is not such a weekday; the date was kept",
            )
        found.append(_row(item, result, reading))
    yield from found


def _with_halves(items: list[Item], sentence: Span) -> list[Item]:
    """*the first half* is one of a year where the sentence speaks of money or shares."""
    if not any(item.kind == "half" for item in items):
        return items
    accounts = any(token.ent_type_ in ("MONEY", "PERCENT") or token.lemma_.lower() in _ACCOUNTS for token in sentence)
    return [item._replace(value=ACCOUNTS) if accounts and item.kind == "half" else item for item in items]


_ACCOUNTS = ("profit", "revenue", "earnings", "sales", "turnover", "export", "import", "gdp", "economy", "earn")


def _with_numeric_dates(items: list[Item], reading: Reading) -> Iterator[Item]:
    """Dates in figures, read in the order of the outlet's country."""
    for item in items:
        if item.kind == "numeric":
            moment = numeric_date(item.value, day_first=is_day_first(reading.article))
            if moment and not moment.day:
                _warn(
                    reading,
                    "ambiguous_date",
                    f"{item.value!r} may begin with the day or the month; only the year was taken",
                )
            yield item._replace(kind="date" if moment else "other", value=moment or item.value, rule="numeric_date")
        else:
            yield item


def _with_years(items: Sequence[Item], reading: Reading) -> Iterator[Item]:
    """The items, where a holiday takes the year said behind it: *Ramadan in 2023*, *the Easter holidays last year*."""
    for item, after in zip_longest(items, items[1:]):
        year = _year_said(after, reading) if after and _is_open_holiday(item.value) else None
        links = year is not None and _TO_YEAR.fullmatch(reading.article.text, item.end, after.start)
        yield item._replace(value=item.value._replace(year=year)) if links else item


_TO_YEAR = re.compile(r"(?: holidays?| festival| celebrations?| truce| weekend)?(?: in| of)? ")


def _is_open_holiday(value: object) -> bool:
    return isinstance(value, Moment) and bool(value.holiday) and value.year is None and value.side is None


def _year_said(item: Item, reading: Reading) -> int | None:
    value = item.value
    if not isinstance(value, Moment) or value.grain != "year":
        return None
    published = reading.article.published
    if published and value.shift and value.shift.base == "publication":
        return published.year + value.shift.count
    return value.year


def _context(item: Item, reading: Reading, found: Sequence[Date]) -> Context:
    return Context(
        published=reading.article.published,
        tense=lambda: _tense(item, reading),
        spoken_of=lambda: _spoken_of(item, reading, found),
        again=lambda weekday: _named_before(weekday, item, reading, found),
        years=lambda: {int(row.value[:4]) for row in reading.dates if row.value and row.value[:4].isdigit()},
    )


def _tense(item: Item, reading: Reading) -> Tense | None:
    """The tense around the expression; headlines tell in the present what has happened (*exports jump in October*)."""
    root, is_headline = reading.span(item.start, item.end).root, reading.sentence_at(item.start).is_headline
    if _is_period_of_accounts(item.value) and is_of_noun(root):
        return None
    tense = tense_at(root, appoints=not is_headline)
    return "past" if tense == "present" and is_headline else tense


def _is_period_of_accounts(value: object) -> bool:
    return isinstance(value, Moment) and bool(value.quarter or value.half)


def _named_before(weekday: int, item: Item, reading: Reading, found: Sequence[Date]) -> date | None:
    """The day that the weekday meant earlier in the article, unless the tense speaks against it."""
    rows = (row for row in chain(reversed(found), reversed(reading.dates)) if row.how == "weekday by tense")
    day = next((row.start_date for row in rows if row.start_date and row.start_date.isoweekday() == weekday), None)
    published, when = reading.article.published, reading.span(item.start, item.end).root
    if day is None or published is None or when.dep_ in ("dobj", "attr") or when.head.lemma_ in _MEANS:
        return day
    tense = _tense(item, reading)
    return None if (tense == "past" and day > published) or (tense == "future" and day < published) else day


_MEANS = ("mean", "intend", "prefer", "choose")  # the day is what they speak of, not when they do: he meant Monday


def _spoken_of(item: Item, reading: Reading, found: Sequence[Date]) -> Moment | None:
    """The last date that the paragraph named before this expression; of *the quarter ended 30 June* the quarter."""
    paragraph = reading.sentence_at(item.start).paragraph
    rows = chain(reversed(found), reversed(reading.dates))
    near = takewhile(lambda row: reading.sentence_at(row.start).paragraph == paragraph, rows)
    dated = (row for row in near if row.start_date and row.value and row.type in {"DATE", "TIME"})
    last, whole = next(dated, None), next(dated, None)
    if last and whole and reading.article.text[whole.end : last.start].strip() in _ENDS:
        last = whole
    return moment_of(last.value) if last and last.value else None


_ENDS = ("ended", "ending", "that ended", "which ended", "ended on", "ending on")


def _row(item: Item, result: Timex, reading: Reading) -> Date:
    first, last = result.days or (None, None)
    return Date(
        date_id=reading.key("date", item.start, item.end),
        **reading.evidence(item.start, item.end),
        rule=item.rule,
        confidence=result.confidence,
        type=result.type,
        value=result.value,
        mod=result.mod,
        start_date=first,
        end_date=last,
        how=result.how,
    )


def _warn(reading: Reading, code: str, message: str) -> None:
    article = reading.article
    reading.warnings.append(
        Warning(article_id=article.article_id, path=article.path, stage="dates", code=code, message=message)
    )


def _text(item: Item, reading: Reading) -> str:
    return reading.article.text[item.start : item.end]
