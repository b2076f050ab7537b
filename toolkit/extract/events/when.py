"""When an event was: from its clause, then its sentence, then what was told just before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from toolkit.extract.events import clauses
from toolkit.extract.events.arguments import Participants
from toolkit.extract.events.before import acting, just_told
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.reading import Reading
from toolkit.extract.tree import children
from toolkit.records import Date, DateHow, DatePrecision, Sentence, Status

# Prepositions whose date is not that of the event.
_BESIDE_IT = {"after", "before", "until"}
# What has not happened yet.
_AHEAD = {"planned", "hypothetical"}
# The longest span, in days, that still counts as each precision.
_WIDTHS: tuple[tuple[int, DatePrecision], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (92, "quarter"),
    (366, "year"),
)


@dataclass(frozen=True, slots=True)
class When:
    """The days that an event can have been on, and how they were found."""

    start_date: date | None = None
    end_date: date | None = None
    date_precision: DatePrecision = "none"
    date_how: DateHow = "none"


def when(trigger: Trigger, sides: Participants, status: Status, reading: Reading) -> list[When]:
    """The dates of the events that a trigger tells: of one, or of several (*met in May and in June 2023*)."""
    sentence = reading.sentence_at(trigger.token.idx)
    dated = list(_dates_of(sentence, reading))
    hanging = [row for row in dated if _stands_behind(row, trigger.token, reading)]
    own = hanging or [row for row in dated if _governs(trigger, _head(row, reading))]
    if own:
        together = [row for row in own[1:] if _is_joined(_head(row, reading), _head(own[0], reading))]
        return [_dated(start, end, "explicit") for start, end in _spells([own[0], *together])]
    above = next((row for row in dated if _shares(trigger, _head(row, reading))), None)
    if above and not (status in _AHEAD and _is_past(above, reading)):
        return [_dated(above.start_date, above.end_date, "inherited")]
    if sentence.is_headline and _is_present(trigger) and status != "planned":
        return [_dated(reading.article.published, None, "publication")]
    return [_told_before(sides, status, sentence, reading)]


def _stands_behind(row: Date, noun: Token, reading: Reading) -> bool:
    """Whether the date hangs on the event's noun right before it (*an earthquake a week ago*)."""
    return noun.pos_ == "NOUN" and reading.span(row.start, row.end).start == noun.i + 1


def lies_ahead(trigger: Trigger, reading: Reading) -> bool:
    """Whether it is what today's news comes before (*Ahead of the summit, she arrived on Thursday*)."""
    if trigger.rule != "noun" or not _is_beside(trigger.token):
        return False
    sentence, published = reading.sentence_at(trigger.token.idx), reading.article.published
    return any(row.start_date == published for row in _dates_of(sentence, reading))


def _is_beside(noun: Token) -> bool:
    """Whether the time of the clause is before the noun's (*before the summit*, *ahead of the summit*)."""
    above = noun.head.head if noun.head.lower_ == "of" else noun.head
    return noun.dep_ == "pobj" and above.lower_ in {"before", "ahead"}


def _is_past(row: Date, reading: Reading) -> bool:
    end, published = row.end_date or row.start_date, reading.article.published
    return end is not None and published is not None and end < published


def _is_present(trigger: Trigger) -> bool:
    """Whether its verb, or the one above it, is in the present, in which headlines tell what has just happened."""
    verb = trigger.clause
    return verb.tag_ in {"VBZ", "VBP"} or clauses.is_headline_verb(verb)


def _dates_of(sentence: Sentence, reading: Reading) -> Iterator[Date]:
    """The rows of `dates` that stand in the sentence and have a day to begin with."""
    first = bisect_left(reading.dates, sentence.start, key=lambda row: row.start)
    for row in reading.dates[first:]:
        if row.start >= sentence.end:
            return
        if row.start_date and row.type in {"DATE", "TIME"}:
            yield row


def _head(row: Date, reading: Reading) -> Token:
    return reading.span(row.start, row.end).root


def _spells(rows: Sequence[Date]) -> list[tuple[date | None, date | None]]:
    """The days of dates that are said together; days that follow each other are one spell (*Friday and Saturday*)."""
    spells: list[tuple[date | None, date | None]] = []
    for row in rows:
        end = spells[-1][1] if spells else None
        if end and row.start_date and row.start_date - end == timedelta(days=1):
            spells[-1] = (spells[-1][0], row.end_date)
        else:
            spells.append((row.start_date, row.end_date))
    return spells


def _governs(trigger: Trigger, head: Token) -> bool:
    """Whether the date stands in the trigger's own clause; where that has no verb, beside its object."""
    if head.dep_ == "pobj" and head.head.lower_ in _BESIDE_IT:
        return False
    anchor = next(_anchors(head), None)
    if anchor is None:
        return any(noun.is_ancestor(head) for noun in clauses.objects(trigger.clause))
    return anchor in _own_words(trigger)


def _is_joined(head: Token, first: Token) -> bool:
    """Whether the date is coordinated with the first, alone or in its own phrase."""
    top = head.head if head.dep_ == "pobj" else head
    other = first.head if first.dep_ == "pobj" else first
    return (top.dep_ == "conj" and other.is_ancestor(top)) or (head.dep_ == "conj" and first.is_ancestor(head))


def _shares(trigger: Trigger, head: Token) -> bool:
    """Whether the date stands in the clause that governs the trigger's."""
    anchor = next(_anchors(head), None)
    return anchor is not None and not _is_beside(trigger.clause) and anchor in set(_clause_chain(trigger.clause))


def _own_words(trigger: Trigger) -> set[Token]:
    clause = trigger.clause
    raised = {clause.head} if clause.dep_ == "xcomp" else set()
    return {trigger.token, clause, *raised, *(child for child in children(clause) if child.dep_ == "xcomp")}


def _anchors(head: Token) -> Iterator[Token]:
    """The verbs above the date, nearest first, and before them a noun that it modifies directly."""
    if head.head.pos_ == "NOUN" and head.dep_ in {"compound", "nmod", "poss", "amod", "npadvmod"}:
        yield head.head
    yield from (token for token in head.ancestors if token.pos_ in {"VERB", "AUX"})


def _clause_chain(clause: Token) -> Iterator[Token]:
    """The words above the clause up to a verb of saying, whose time is its own."""
    token = clause
    while token.head != token and token.dep_ not in {"ccomp", "relcl", "parataxis"}:
        token = token.head
        yield token


def _dated(start: date | None, end: date | None, how: DateHow) -> When:
    if start is None:
        return When()
    end = end or start
    width = (end - start).days + 1
    precision: DatePrecision = next((name for most, name in _WIDTHS if width <= most), "none")
    return When(start, end, precision, how)


def _told_before(sides: Participants, status: Status, sentence: Sentence, reading: Reading) -> When:
    """The date of an event of the sentence before, where they share a source and both or neither have happened."""
    sources = {referent.entity_id for referent in sides.sources}
    for event in just_told(sentence, reading):
        if event.start_date and event.status == status and sources & acting(event, reading):
            return When(event.start_date, event.end_date, event.date_precision, "inherited")
    return When()
