"""Who did what to whom: triggers from the lexicon, actors from the grammar, status, dates and places of each event."""

from collections.abc import Iterator

from spacy.tokens import Span

from toolkit.extract.events import clauses
from toolkit.extract.events.arguments import Participants, participants
from toolkit.extract.events.choice import chosen, is_separate
from toolkit.extract.events.codes import plover_code, quad
from toolkit.extract.events.kinds import is_of_kind, once
from toolkit.extract.events.promises import committed
from toolkit.extract.events.reporter import reporter
from toolkit.extract.events.retold import retold
from toolkit.extract.events.status import status_of
from toolkit.extract.events.triggers import Trigger, triggers_in
from toolkit.extract.events.when import When, lies_ahead, when
from toolkit.extract.events.where import where
from toolkit.extract.reading import Reading, Referent
from toolkit.records import Actor, ActorRole, Confidence, Event, Status

__all__ = ["events_in", "retold"]

_CONFIDENCE: dict[str, Confidence] = {
    "verb_object": "high",
    "light_verb": "high",
    "happening": "medium",
    "verb": "medium",
    "call": "medium",
    "speech": "low",
    "noun": "low",
}

_UNDONE = {"hypothetical", "negated"}


def events_in(sentence: Span, reading: Reading) -> Iterator[tuple[Event, list[Actor]]]:
    """The events that a sentence tells, in order, each with its actors.

    Needs the reading's mentions, entities and dates. Types are those of PLOVER and this project's additions.
    """
    told = [committed(trigger, participants(trigger, reading), reading) for trigger in triggers_in(sentence)]
    fit = [(trigger, sides) for trigger, sides in told if is_of_kind(trigger, sides, reading)]
    for trigger, sides in once(chosen(fit)):
        status = "planned" if lies_ahead(trigger, reading) else trigger.entry.status or status_of(trigger)
        if _is_unfounded(trigger, sides, status):
            continue
        for part in _occasions(trigger, sides):
            for days in when(trigger, part, status, reading):
                event = _event(trigger, part, _status_then(status, days, reading), days, reading)
                yield event, list(_actors(event.event_id, part, reading))


def _status_then(status: Status, days: When, reading: Reading) -> Status:
    """The status by the day: what is told as done is planned if its day is yet to come (*when she visits in May*)."""
    published = reading.article.published
    ahead = published is not None and days.start_date is not None and days.start_date > published
    return "planned" if ahead and status == "occurred" and days.date_how == "explicit" else status


def _is_unfounded(trigger: Trigger, sides: Participants, status: Status) -> bool:
    """Whether it is a wish or a denial of nobody, or a storm that is yet to come."""
    if trigger.entry.event_type == "DISASTER":
        return status not in {"occurred", "ongoing"}
    return status in _UNDONE and bool(sides.targets) and not sides.sources


def _occasions(trigger: Trigger, sides: Participants) -> Iterator[Participants]:
    """The sides of each event: meetings held separately with two people are two events."""
    words = (trigger.token, trigger.clause, *clauses.objects(trigger.clause))
    separate = trigger.entry.event_type == "CONSULT" and any(map(is_separate, words))
    if separate and len(sides.targets) > 1:
        yield from (Participants(sides.sources, (target,)) for target in sides.targets)
    else:
        yield sides


def _event(trigger: Trigger, sides: Participants, status: Status, days: When, reading: Reading) -> Event:
    token, entry = trigger.word, trigger.entry
    start, end = token.idx, token.idx + len(token)
    code = plover_code(entry.event_type, status)
    whole = reading.sentence_at(start)
    return Event(
        **reading.evidence(whole.start, whole.end),
        event_id=reading.key("event", start, end, entry.event_type, *_ids(sides), days.start_date),
        trigger=token.text,
        trigger_start=start,
        trigger_end=end,
        event_type=entry.event_type,
        mode=entry.mode,
        plover_code=code,
        quad=quad(code),
        status=status,
        location_id=where(trigger, sides, days, reading),
        start_date=days.start_date,
        end_date=days.end_date,
        date_precision=days.date_precision,
        date_how=days.date_how,
        reported_by=reporter(trigger, reading),
        rule=trigger.rule,
        confidence=_CONFIDENCE[trigger.rule],
    )


def _ids(sides: Participants) -> tuple[list[str], list[str]]:
    return [found.entity_id for found in sides.sources], [found.entity_id for found in sides.targets]


def _actors(event_id: str, sides: Participants, reading: Reading) -> Iterator[Actor]:
    roles: tuple[tuple[ActorRole, tuple[Referent, ...]], ...] = (("source", sides.sources), ("target", sides.targets))
    for role, found in roles:
        for position, referent in enumerate(found):
            entity = reading.entities[referent.entity_id]
            yield Actor(
                event_id=event_id,
                entity_id=referent.entity_id,
                role=role,
                iso3=entity.iso3,
                position=position,
                how=referent.how,
            )
