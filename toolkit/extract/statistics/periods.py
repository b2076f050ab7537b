"""The period that a figure describes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from spacy.tokens import Span, Token

from toolkit.extract.dates.calendar import moved
from toolkit.extract.reading import Reading
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.clauses import SUBJECTS
from toolkit.extract.statistics.measure_words import is_measure
from toolkit.extract.statistics.places import Place, verb_above
from toolkit.extract.statistics.wordlists import word_set
from toolkit.records import Date, Statistic

_DEEPEST = 10
_REPEATS = ("year", "month", "quarter", "week", "same", "period")  # up 5% on the week, over the same period last year
_PRESENT = ("VBP", "VBZ")


class Period(NamedTuple):
    """First and last day."""

    start: date | None = None
    end: date | None = None


def period_of(place: Place, dates: Sequence[Date], reading: Reading) -> Period:
    """The days that the figure describes: the nearest date of its clause, or publication for a present state."""
    published = reading.article.published
    dated = [row for row in dates if row.type != "SET" and row.start_date and row.end_date]
    dated = [row for row in dated if _describes(reading.span(row.start, row.end), place)]
    if dated:
        nearest = min(dated, key=lambda row: abs(row.start - place.anchor.idx))
        if nearest.text.lower() in _YEAR_BACK and (before := _told_before(nearest, reading)):
            return before
        since = _is_since(reading.span(nearest.start, nearest.end).root, place)
        return Period(nearest.start_date, published if since and published else nearest.end_date)
    if published and _is_present(place):
        return Period(published, published)
    return Period()


_YEAR_BACK = ("a year ago", "one year ago", "a year earlier", "a year before")
_LONGEST = 200  # days: a month, a quarter or a half, not a year
_SHORTEST = 25
_NEAR = 1  # paragraphs back; news is written in paragraphs of one sentence


def _told_before(row: Date, reading: Reading) -> Period | None:
    """The months told of before, a year back: *earned $9 million in the quarter. A year ago it was $7 million*."""
    for before in reversed(reading.dates):
        if before.start >= row.start or not (before.start_date and before.end_date):
            continue
        if _paragraphs_between(before.start, row.start, reading) > _NEAR:
            return None
        if _is_of_months(before.start_date, before.end_date):
            days = (moved(day, "year", -1) for day in (before.start_date, before.end_date))
            return Period(*days)
    return None


def _paragraphs_between(first: int, second: int, reading: Reading) -> int:
    return reading.sentence_at(second).paragraph - reading.sentence_at(first).paragraph


def _is_of_months(start: date, end: date) -> bool:
    return _SHORTEST <= (end - start).days <= _LONGEST


def period_gone_on(place: Place, subject_id: str | None, dates: Sequence[Date], reading: Reading) -> Period:
    """The months of the figure before, for one of the same account without a time: *Revenue rose 3%* behind a profit.

    Args:
        place: the figure's place.
        subject_id: whose figure it is.
        dates: the dates of its sentence; any longer than a day is another time.
        reading: the article.
    """
    tells_on = place.verb is not None and place.verb.tag_ == "VBD" and place.verb.lemma_ not in word_set("saying")
    is_timed = any(row.end_date != row.start_date or row.type == "DURATION" for row in dates if row.type != "SET")
    if not tells_on or is_timed or place.link == "from":
        return Period()
    rows = (row for row in reading.statistics[-_FIGURES_BACK:] if row.subject_id == subject_id)
    near = [row for row in rows if _paragraphs_between(row.start, place.anchor.idx, reading) <= _NEAR]
    return next((period for row in reversed(near) if (period := _months_of(row, near))), Period())


def _months_of(row: Statistic, beside: Sequence[Statistic]) -> Period | None:
    """The months of a figure, unless it is an old level, which another one is compared with."""
    start, end = row.as_of_start, row.as_of_end
    if start is None or end is None or not _is_of_months(start, end):
        return None
    a_year_on = moved(start, "year", 1)
    is_old = any(row.value == other.change_from or other.as_of_start == a_year_on for other in beside)
    return None if is_old else Period(start, end)


_FIGURES_BACK = 8


def _is_since(date: Token, place: Place) -> bool:
    """*has fallen since May* lasts till now; *has fallen since May, when it stood at 5%* is of May."""
    then = place.verb is not None and place.verb.tag_ == "VBD" and place.verb != verb_above(date)
    return date.head.lower_ == "since" and not then


def _describes(date: Span, place: Place) -> bool:
    """Whether the figure is of that time, and not only compared with it: *up 3% from 2022*, *on the year before*."""
    before = next(iter(words_before(date[0], 1)), None)
    word = before.lower_ if before is not None else ""
    if _is_of_superlative(date.root) or _is_compared(date, place):
        return False
    follows = before is not None and before.i >= place.figure.stop
    if follows and (_is_behind_old_level(date, place) or (word == "of" and not _is_around(before, place))):
        return False
    return _dates_clause(date.root, place)


def _is_compared(date: Span, place: Place) -> bool:
    """*up 3% from 2022*, *3% over the same month last year*, *compared to May*, *rose 3 points from May to 9%*."""
    words = [token.lower_ for token in words_before(date[0], 2)]
    if not words:
        return False
    verb = verb_above(date.root)
    is_behind_verb = verb is not None and verb.i < date.start  # of the clause before: sales rose 3% over ..., and ...
    if date.start < place.figure.start and not (is_behind_verb and any(token.lower_ == "same" for token in date)):
        return words[-1] == "from" and place.link == "to"
    if words[-1] == "same" or any(token.lower_ == "than" for token in place.anchor.doc[place.figure.stop : date.start]):
        return True
    on_year = words[-1] in ("on", "over", "to", "with") and any(token.lower_ in _REPEATS for token in date)
    return on_year or not word_set("compares").isdisjoint((words[-1], " ".join(words)))


def _is_behind_old_level(date: Span, place: Place) -> bool:
    """Whether the time is that of the figure that this one is compared with: *12%, down from 31% in 2019*."""
    between = list(place.anchor.doc[place.figure.stop : date.start])
    compares = word_set("compares") | {"compared"}
    compared = next((at for at, token in enumerate(between) if token.lower_ in compares), None)
    return compared is not None and any(token.like_num or token.text[0].isdigit() for token in between[compared:])


def _is_around(preposition: Token | None, place: Place) -> bool:
    """Whether it belongs to a noun of the figure: *exports of 2021*, not *6%, more than the level of 2021*."""
    if preposition is None or preposition.head.lower_ == "as":  # as of 30 September
        return preposition is not None
    return preposition.head in (place.noun, place.part, place.anchor, place.verb)


def _is_of_superlative(date: Token) -> bool:
    """*the largest fleet in ten years*, *the lowest since 2009*, *for the first time in a decade*."""
    above = date.head.head if date.head.pos_ in ("ADP", "SCONJ") else date.head
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in (above, *above.children))


def _dates_clause(date: Token, place: Place) -> bool:
    """Whether the date belongs to the figure's clause, or to one above or below it that does not report it.

    *Exports rose 3% in May, the bank said on Friday*: in May; *it has 30 jets and bought six in May*: 30, not in May.
    """
    verb = verb_above(date)
    if verb is None or place.verb is None or date.head == place.noun:
        return True
    if verb == place.verb:
        return not _is_day_of_report(date, place)
    if verb.lemma_ in word_set("saying"):
        return False
    if verb.is_ancestor(place.verb):
        if _is_of_noun(date) and any(child.dep_ in SUBJECTS for child in place.verb.children):
            return False
        return not _is_aside(place.verb, verb, date) and (date.i < verb.i or not _is_coordinated(place.verb, verb))
    return place.verb.is_ancestor(verb) and not _is_clause_apart(verb, place)


def _is_of_noun(date: Token) -> bool:
    """*The cut in 2005 earnings came after it had a target of $3*: the earnings are of 2005, not the target."""
    return date.head.pos_ == "NOUN" and date.head.i > date.i and date.head.ent_type_ not in ("DATE", "TIME")


def _is_day_of_report(date: Token, place: Place) -> bool:
    """*reported a loss of $2 million on Friday*: accounts are of a longer time."""
    reports = place.verb is not None and place.verb.lemma_ in word_set("saying")
    return reports and place.noun is not None and is_measure(place.noun) and date.lemma_.lower() in _DAYS


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")


def _is_aside(verb: Token, first: Token, date: Token) -> bool:
    """Whether a relative clause parts the verb from the one above: *a quake that killed 20 people struck in May*.

    A date of its noun is its own: *a riot on Monday in which 15 guards were hurt*.
    """
    owner = date.head.head if date.head.pos_ == "ADP" else date.head
    of_noun = owner.pos_ in ("NOUN", "PROPN")
    clauses = (one for one in _up_to(verb, first) if one.dep_ == "relcl")
    return not all(one.head.is_ancestor(date) or (of_noun and owner.is_ancestor(one)) for one in clauses)


def _is_clause_apart(verb: Token, place: Place) -> bool:
    """Whether the clause below tells something else: *raised output by 3%, having sold two plants in May*.

    One that describes the figure's noun does not: *a claim for $3 million filed in May was rejected*.
    """
    below = _up_to(verb, place.verb) if place.verb is not None else ()
    apart = (one for one in below if one.dep_ in ("relcl", "acl", "advcl", "conj"))
    return any(one.head not in (place.noun, place.part, place.anchor) for one in apart)


def _up_to(verb: Token, first: Token) -> Iterator[Token]:
    """The verb and those above it, below the first one."""
    for _ in range(_DEEPEST):
        if verb in (verb.head, first):
            return
        yield verb
        verb = verb.head


def _is_coordinated(verb: Token, first: Token) -> bool:
    """Whether the verb is joined to the first one by *and*, so that what follows the first is not its own."""
    return any(one.dep_ == "conj" and one.pos_ in ("VERB", "AUX") for one in _up_to(verb, first))


def _is_present(place: Place) -> bool:
    """Whether the clause that holds the figure tells a present state, or what has come about by now."""
    verb, seen = place.verb, 0
    while verb is not None and seen < _DEEPEST:
        if verb.tag_ in _PRESENT and verb.lemma_ not in word_set("saying"):
            return not any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
        if any(child.dep_ == "aux" and child.lemma_ == "have" and child.tag_ in _PRESENT for child in verb.children):
            return True
        if verb.tag_ in ("VBD", "MD") or verb.head == verb:
            return False
        verb, seen = verb.head, seen + 1
    return False
