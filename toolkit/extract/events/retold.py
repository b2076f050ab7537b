"""The day of an event that the article tells twice, once with the day and once without."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from toolkit.extract.events.disasters import disaster_of
from toolkit.records import Actor, Event, Sentence

_GATHERING = "gathering"
# Types under which the same gathering is told.
_GATHERINGS = {"CONSULT", "HOST"}
_ANYWHERE = {*_GATHERINGS, "DISASTER"}
_HAPPENING = {"occurred", "ongoing"}
_DATED = {"explicit", "inherited"}
Act = tuple[str, bool, frozenset[str]]


def retold(events: Sequence[Event], actors: Iterable[Actor], sentences: Iterable[Sentence]) -> list[Event]:
    """The events of one article, those without a day of their own dated by the other telling, where there is one.

    Gatherings and disasters are told again anywhere, other acts in the headline. Both tellings have the same parties,
    a disaster the same place, and both or
    neither have happened; where others give several days, none is taken.
    """
    parties = _parties(actors)
    headlines = {sentence.sentence_id for sentence in sentences if sentence.is_headline}
    told: dict[Act, list[Event]] = defaultdict(list)
    for event in events:
        if event.date_how in _DATED and (event.event_id in parties or _is_placed(event)):
            told[_act(event, parties)].append(event)
    return [
        _dated_like(event, told.get(_act(event, parties), ()))
        if event.date_how not in _DATED and (event.event_type in _ANYWHERE or event.sentence_id in headlines)
        else event
        for event in events
    ]


def _parties(actors: Iterable[Actor]) -> Mapping[str, frozenset[str]]:
    """Event -> its parties, a country for those who act for it; one country alone tells too little."""
    found: dict[str, set[str]] = defaultdict(set)
    countries = set()
    for actor in actors:
        found[actor.event_id].add(actor.iso3 or actor.entity_id)
        countries.add(actor.iso3)
    return {event: frozenset(of) for event, of in found.items() if len(of) > 1 or not of <= countries}


def _is_placed(event: Event) -> bool:
    """Whether it is a disaster whose place is known, which stands for its parties."""
    return event.event_type == "DISASTER" and event.location_id is not None


def _act(event: Event, parties: Mapping[str, frozenset[str]]) -> Act:
    if event.event_type == "DISASTER":
        return disaster_of(event.trigger.removesuffix("s")), True, frozenset(filter(None, [event.location_id]))
    kind = _GATHERING if event.event_type in _GATHERINGS else event.event_type
    return kind, event.status in _HAPPENING, parties.get(event.event_id, frozenset())


def _dated_like(event: Event, tellings: Iterable[Event]) -> Event:
    days = {(other.start_date, other.end_date, other.date_precision) for other in tellings}
    if len(days) != 1:
        return event
    start, end, precision = next(iter(days))
    return replace(event, start_date=start, end_date=end, date_precision=precision, date_how="inherited")
