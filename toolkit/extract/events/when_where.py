"""When and where an event was: from its clause, then its sentence, then what was told just before."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from spacy.tokens import Token

from toolkit.extract.events import grammar
from toolkit.extract.events.arguments import Participants, is_scene
from toolkit.extract.events.kinds import disaster_of
from toolkit.extract.events.lexicon import noun_entries
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.names import referents
from toolkit.extract.reading import Reading, Referent
from toolkit.extract.tree import children
from toolkit.records import Date, DateHow, DatePrecision, Event, Sentence, Status

# Prepositions whose date is not that of the event.
_BESIDE_IT = {"after", "before", "until"}
# What one meets on beside a gathering.
_MARGINS = {"sideline", "margin", "fringe", "edge"}
# What has not happened yet.
_AHEAD = {"planned", "hypothetical"}
_PLACES = {"COUNTRY", "CITY", "REGION", "SITE"}
_SPOTS = {"CITY", "SITE"}
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
    return verb.tag_ in {"VBZ", "VBP"} or grammar.is_headline_verb(verb)


def where(trigger: Trigger, sides: Participants, days: When, reading: Reading) -> str | None:
    """The place that *in* or *at* names beside the trigger or its object; for meetings, that of the occasion."""
    near = dict.fromkeys([trigger.token, trigger.clause, *grammar.objects(trigger.clause)])
    for noun in chain(_places_beside(near), _before_noun(near, reading), _deeper(trigger)):
        for found in referents(noun, reading):
            if reading.entities[found.entity_id].type in _PLACES:
                return found.entity_id
    if trigger.entry.event_type in {"CONSULT", "ASSAULT"} and (aimed := _place_among(sides.targets, reading)):
        return aimed
    if trigger.entry.event_type == "DISASTER":
        return _struck(trigger.token, reading) or _of_disaster(trigger, reading)
    if trigger.entry.event_type != "CONSULT":
        return None
    return _of_occasion(near, reading) or _of_visit(trigger, sides, days, reading)


def _places_beside(near: Iterable[Token]) -> Iterator[Token]:
    for noun in (noun for token in near for noun in grammar.complements(token, "in", "at")):
        yield from grammar.with_names(noun)


def _before_noun(near: Iterable[Token], reading: Reading) -> Iterator[Token]:
    """The city before the noun of attack that is told of or in which it was done (*killed in Goma clashes*)."""
    for token in near:
        for noun in (token, *grammar.complements(token, "in", "during", "after")):
            yield from (word for word in children(noun) if is_scene(word, reading))


def _deeper(trigger: Trigger) -> Iterator[Token]:
    """Where the parser hangs the place on a person met (*met with the envoy in Oslo*); whence somebody is deported."""
    clause = trigger.clause
    if trigger.entry.event_type == "CONSULT":
        people = chain(grammar.objects(clause), grammar.complements(clause, "with"))
        yield from (place for one in people if one.ent_type_ == "PERSON" for place in grammar.complements(one, "in"))
    if trigger.entry.mode == "deport":
        yield from grammar.complements(clause, "from")


def _place_among(targets: Iterable[Referent], reading: Reading) -> str | None:
    """The city or site that is visited or attacked; a country is too wide to be where."""
    kinds = ((found.entity_id, reading.entities[found.entity_id].type) for found in targets)
    return next((entity_id for entity_id, kind in kinds if kind in _SPOTS), None)


def _struck(disaster: Token, reading: Reading) -> str | None:
    """The place that the disaster's verb has as its object (*the quake rocked Peru's highlands*)."""
    struck = grammar.objects(disaster.head) if disaster.dep_ == "nsubj" else ()
    found = (one for noun in struck for one in _named_in(noun, reading))
    return next((one.entity_id for one in found if reading.entities[one.entity_id].type in _PLACES), None)


def _of_disaster(trigger: Trigger, reading: Reading) -> str | None:
    """Where the article has said before that the same disaster was; None where it told of several places."""
    kind = disaster_of(trigger.token.lemma_)
    told = (event for event in reading.events if event.event_type == "DISASTER" and event.location_id)
    places = {event.location_id for event in told if disaster_of(event.trigger.removesuffix("s")) == kind}
    return places.pop() if len(places) == 1 else None


def _of_occasion(near: Iterable[Token], reading: Reading) -> str | None:
    """The place where the article says that the summit is held at which they met (*on the sidelines of the summit*)."""
    named = {found.entity_id for token in near for noun in _occasions(token) for found in _named_in(noun, reading)}
    for event in reversed(reading.events):
        if event.mode == "multilateral" and event.location_id:
            actors = (actor.entity_id for actor in reading.actors if actor.event_id == event.event_id)
            if not named.isdisjoint(actors):
                return event.location_id
    return None


def _occasions(token: Token) -> Iterator[Token]:
    """The gatherings that the token's phrases name, on their margins or in them."""
    for noun in grammar.complements(token, "on", "at", "during"):
        inner = grammar.complements(noun, "of") if noun.lemma_ in _MARGINS else (noun,)
        yield from (one for one in inner if one.lemma_.lower() in noun_entries())


def _named_in(noun: Token, reading: Reading) -> Iterator[Referent]:
    for word in (noun, *grammar.modifiers(noun, "compound", "nmod", "poss", "amod")):
        yield from referents(word, reading)


def _of_visit(trigger: Trigger, sides: Participants, days: When, reading: Reading) -> str | None:
    """The place that a participant has just come to on the same day (*arrived in Oslo. He met ...*)."""
    sources = {found.entity_id for found in sides.sources}
    for event in _just_told(reading.sentence_at(trigger.token.idx), reading):
        same_day = event.date_precision == "day" and event.start_date == days.start_date
        if event.mode == "visit" and event.location_id and same_day and sources & _acting(event, reading):
            return event.location_id
    return None


def _acting(event: Event, reading: Reading) -> set[str]:
    return {actor.entity_id for actor in reading.actors[-_BACK:] if actor.event_id == event.event_id}


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
        return any(noun.is_ancestor(head) for noun in grammar.objects(trigger.clause))
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
    for event in _just_told(sentence, reading):
        if event.start_date and event.status == status and sources & _acting(event, reading):
            return When(event.start_date, event.end_date, event.date_precision, "inherited")
    return When()


def _just_told(sentence: Sentence, reading: Reading) -> Iterator[Event]:
    """The events of the sentence before, the last one first."""
    for event in reversed(reading.events[-_BACK:]):
        if sentence.position - reading.sentence_at(event.trigger_start).position == 1:
            yield event
