"""When and where an event was: from its clause, then its sentence, then what was told just before."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from toolkit.extract.events import grammar
from toolkit.extract.events.arguments import Participants
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.names import referents
from toolkit.extract.reading import Reading
from toolkit.records import Date, DateHow, DatePrecision, Event, Sentence, Status

_PLACES = {"COUNTRY", "CITY", "REGION", "SITE"}
# The longest span, in days, that still counts as each precision.
_WIDTHS: tuple[tuple[int, DatePrecision], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (92, "quarter"),
    (366, "year"),
)

# How many rows of the tables are looked back over; a sentence seldom tells more.
_BACK = 20


@dataclass(frozen=True, slots=True)
class When:
    """The days that an event can have been on, and how they were found."""

    start_date: date | None = None
    end_date: date | None = None
    date_precision: DatePrecision = "none"
    date_how: DateHow = "none"


def when(trigger: Trigger, sides: Participants, status: Status, reading: Reading) -> When:
    """The dates of the event that a trigger tells."""
    sentence = reading.sentence_at(trigger.token.idx)
    dated = list(_dates_of(sentence, reading))
    for row in dated:
        if _governs(trigger, _head(row, reading)):
            return _dated(row.start_date, row.end_date, "explicit")
    if above := next((row for row in dated if _shares(trigger, _head(row, reading))), None):
        return _dated(above.start_date, above.end_date, "inherited")
    return _told_before(sides, status, sentence, reading)


def where(trigger: Trigger, reading: Reading) -> str | None:
    """The place that *in* or *at* names beside the trigger or its object."""
    near = dict.fromkeys([trigger.token, trigger.clause, *grammar.objects(trigger.clause)])
    for noun in (noun for token in near for noun in grammar.complements(token, "in", "at")):
        for found in referents(noun, reading):
            if reading.entities[found.entity_id].type in _PLACES:
                return found.entity_id
    return None


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


def _governs(trigger: Trigger, head: Token) -> bool:
    """Whether the date stands in the trigger's own clause."""
    return next(_anchors(head), None) in _own_words(trigger)


def _shares(trigger: Trigger, head: Token) -> bool:
    """Whether the date stands in the clause that governs the trigger's."""
    anchor = next(_anchors(head), None)
    return anchor is not None and anchor in set(_clause_chain(trigger.clause))


def _own_words(trigger: Trigger) -> set[Token]:
    clause = trigger.clause
    raised = {clause.head} if clause.dep_ == "xcomp" else set()
    return {trigger.token, clause, *raised, *(child for child in clause.children if child.dep_ == "xcomp")}


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
    for event in _just_told(sentence, reading):
        acting = {actor.entity_id for actor in reading.actors[-_BACK:] if actor.event_id == event.event_id}
        if event.start_date and event.status == status and sources & acting:
            return When(event.start_date, event.end_date, event.date_precision, "inherited")
    return When()


def _just_told(sentence: Sentence, reading: Reading) -> Iterator[Event]:
    """The events of the sentence before, the last one first."""
    for event in reversed(reading.events[-_BACK:]):
        if sentence.position - reading.sentence_at(event.trigger_start).position == 1:
            yield event
