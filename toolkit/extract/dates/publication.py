"""The publication day, from the text alone.

News names days near its own: a weekday with day and month and no year. What is told in the past tense is not after
publication, what is announced is not before it, and the year is one that the article names and on which the weekday
falls. A dateline says the day outright. Where that is not enough there is no answer; the clock is never asked.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc, Span

from toolkit.extract.dates.calendar import day_of
from toolkit.extract.dates.grammar import expressions
from toolkit.extract.dates.lexemes import items_of
from toolkit.extract.dates.moments import Interval, Moment, covered
from toolkit.extract.dates.tense import Tense, tense_at

# A line that is only a date, or a date before the dash that opens a report: `LIMA, Nov. 14, 2024 (Agency) -`.
DATELINE_WITHIN = 600
_BLANK = re.compile(r"[\s,.;:|()–—-]*")
_OPENING = re.compile(r"\s*(?:\([^()\n]{1,40}\))?\s*[-–—]")
_PLACE = re.compile(r"[A-Z][\w .,'’-]{0,40}[,(]\s*")


class Said(NamedTuple):
    """A date that the article names, and the tense of its verb."""

    moment: Moment
    tense: Tense | None
    start: int
    end: int


class Inferred(NamedTuple):
    """The publication day that a text allows, and why."""

    day: date
    reason: str


def inferred_publication(doc: Doc) -> Inferred | None:
    """The day that tense and context allow: the latest day told as past, provided that nothing contradicts it.

    Returns:
        None when the evidence is thin: no dateline, and no weekday with day and month whose year the article names;
        or when the days told as past and those announced do not fit together.
    """
    said = list(_dates_said(doc))
    dateline = next((one for one in said if _is_dateline(one, doc.text)), None)
    if dateline and (day := _day(dateline.moment)):
        return Inferred(day, f"the dateline says {_printed(dateline, doc)}")
    years = {one.moment.year for one in said if one.moment.year}
    days = [(day, one) for one in said if (day := _near_day(one.moment, years))]
    told = {day: one for day, one in days if one.tense == "past"}
    announced = {day: one for day, one in days if one.tense == "future"}
    if not told or any(day < max(told) for day in announced):
        return None
    latest = max(told)
    if any(_is_later(one, latest) for one in said):
        return None
    return Inferred(latest, _reason(told[latest], announced, doc))


def _reason(told: Said, announced: Mapping[date, Said], doc: Doc) -> str:
    """*"Thursday, November 14" is the latest day told as past, "Friday, November 15" is still to come*."""
    past = f"{_printed(told, doc)} is the latest day told as past"
    if not announced:
        return past
    following = min(announced)
    return f"{past}, {_printed(announced[following], doc)} is still to come; {following} is possible too"


def _printed(said: Said, doc: Doc) -> str:
    return f"“{' '.join(doc.text[said.start : said.end].split())}”"


def _dates_said(doc: Doc) -> Iterator[Said]:
    for sentence in doc.sents:
        for item in expressions(items_of(sentence)):
            value = item.value.first if isinstance(item.value, Interval) else item.value
            if isinstance(value, Moment) and (value.year or value.day):
                yield Said(value, _tense(sentence, item.start, item.end), item.start, item.end)


def _tense(sentence: Span, start: int, end: int) -> Tense | None:
    span = sentence.doc.char_span(start, end, alignment_mode="expand")
    return tense_at(span.root) if span else None


def _is_dateline(said: Said, text: str) -> bool:
    """Whether a full date near the top stands alone in its line or opens the report."""
    if said.start > DATELINE_WITHIN or not _day(said.moment):
        return False
    line_start, line_end = text.rfind("\n", 0, said.start) + 1, text.find("\n", said.end)
    before, after = text[line_start : said.start], text[said.end : line_end if line_end >= 0 else len(text)]
    alone = _BLANK.fullmatch(before) and _BLANK.fullmatch(after)
    return bool(alone or (_OPENING.match(after) and (not before or _PLACE.fullmatch(before))))


def _day(moment: Moment) -> date | None:
    days = covered(moment._replace(weekday=None))
    return days[0] if moment.day and days else None


def _near_day(moment: Moment, years: set[int]) -> date | None:
    """A weekday with day and month, in the one year that the article names and the weekday allows."""
    if not (moment.weekday and moment.day and moment.month):
        return None
    named = {moment.year} if moment.year else years
    fitting = [
        day for year in named if (day := day_of(year, moment.month, moment.day)) and day.isoweekday() == moment.weekday
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_later(said: Said, day: date) -> bool:
    """Whether something told as past, or named without a verb that looks ahead, lies after the day."""
    if not said.moment.year or said.tense == "future":
        return False
    days = covered(said.moment._replace(weekday=None))
    return days is not None and days[0] > day
