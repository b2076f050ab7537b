"""What the article has told just before: the events of the sentence before, and who acted in them."""

from collections.abc import Iterator

from toolkit.extract.reading import Reading
from toolkit.records import Event, Sentence

# How many rows of the tables are looked back over; a sentence seldom tells more.
_BACK = 20


def acting(event: Event, reading: Reading) -> set[str]:
    """Those who acted in the event, by entity."""
    told = (actor for actor in reading.actors[-_BACK:] if actor.event_id == event.event_id)
    return {actor.entity_id for actor in told if actor.role == "source"}


def just_told(sentence: Sentence, reading: Reading) -> Iterator[Event]:
    """The events of the sentence before, the last one first."""
    for event in reversed(reading.events[-_BACK:]):
        if sentence.position - reading.sentence_at(event.trigger_start).position == 1:
            yield event
