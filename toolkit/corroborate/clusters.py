"""Which events are the same real event, told twice: in one article, or by several."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice

from toolkit.records import Actor, Event, key

# Types under which the same act is told: a hosted summit is a meeting, a signed deal is an agreement.
_FAMILIES: Mapping[str, str] = {
    "CONSULT": "meeting",
    "HOST": "meeting",
    "AGREE": "accord",
    "COOPERATE": "accord",
    "CONCEDE": "yield",
    "RETREAT": "yield",
    "ELECT": "power",
    "OFFICE": "power",
}
# Whether it has happened, as far as it matters: what was planned may have happened since, what was denied has not.
_DENIED = "negated"
# Families of what is done together, whoever is named first.
_WITHOUT_SIDES = {"meeting", "accord", "SUPPORT"}
# Acts whose victims are told in many ways.
_OF_CROWDS = {"ASSAULT", "PROTEST"}
# News is of the day on which it is printed, or of the day before.
_NEWS = timedelta(days=1)
# An event wider than this many days is too vague to be the same as another.
_WIDEST = 31
# With how many later tellings of the same actor and type each is compared.
_NEIGHBOURS = 30


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of an event, reduced to what is compared."""

    event: Event
    actors: frozenset[str]
    sources: frozenset[str]
    start: date
    end: date


def cluster_events(events: Sequence[Event], actors: Sequence[Actor]) -> dict[str, str]:
    """The cluster of every event: one key for all tellings of the same real event.

    Tellings are joined when they are of one type family, their dates overlap, they share all actors of the
    smaller side (by entity or by country), none acts in one upon whom it suffers from in the other, and they name no
    two different places. Attacks and protests of the same side in the same town are joined whoever suffered them,
    disasters of one kind at one place. An event without dates or actors, or with dates wider than a month, stands
    alone, unless the very sentence is printed again. The order of the rows does not matter.
    """
    leader = {event.event_id: event.event_id for event in events}
    involved, acting = _involved(actors), _involved(actor for actor in actors if actor.role == "source")
    alike = chain.from_iterable(map(_same, _comparable(events, involved, acting).values()))
    for first, second in chain(alike, _reprinted(events, involved)):
        one, two = sorted((_root(leader, first), _root(leader, second)))
        leader[two] = one
    return {event_id: key("cluster", _root(leader, event_id)) for event_id in leader}


def _reprinted(events: Iterable[Event], involved: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Pairs told by the same word of the same sentence, printed again in the article or in another."""
    first: dict[tuple[object, ...], str] = {}
    for event in events:
        at = event.trigger_start - event.start
        days = (event.start_date, event.end_date)
        told = (event.text, at, event.event_type, event.status, *days, involved[event.event_id])
        if (earlier := first.setdefault(told, event.event_id)) != event.event_id:
            yield earlier, event.event_id


def _comparable(
    events: Iterable[Event], involved: Mapping[str, frozenset[str]], acting: Mapping[str, frozenset[str]]
) -> dict[tuple[str, bool, str], list[_Told]]:
    """The tellings by type family, denial and one actor or place: only these can be the same event."""
    groups: dict[tuple[str, bool, str], list[_Told]] = defaultdict(list)
    for event in events:
        start, end = event.start_date, event.end_date
        if start is None or end is None or (end - start).days >= _WIDEST:
            continue
        earliest = start - _NEWS if event.date_how == "publication" else start
        disaster = event.event_type == "DISASTER"
        who = frozenset(filter(None, [event.location_id])) if disaster else involved[event.event_id]
        told = _Told(event, who, acting[event.event_id], earliest, end)
        for actor in who:
            groups[_family(event), event.status == _DENIED, actor].append(told)
    return groups


def _family(event: Event) -> str:
    """What kind of act it is; of disasters, which."""
    if event.event_type == "DISASTER":
        return event.trigger.lower().removesuffix("s").replace("earthquake", "quake")
    return _FAMILIES.get(event.event_type, event.event_type)


def _involved(actors: Iterable[Actor]) -> defaultdict[str, frozenset[str]]:
    """Event -> its actors, a country standing for everybody who acts for it."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for actor in actors:
        found[actor.event_id] |= {actor.iso3 or actor.entity_id}
    return found


def _same(tellings: list[_Told]) -> Iterator[tuple[str, str]]:
    """Pairs that tell the same event. Each is compared with the few that follow it in time, so cost stays linear."""
    ordered = sorted(tellings, key=lambda told: (told.start, told.end, told.event.event_id))
    for position, one in enumerate(ordered):
        for two in islice(ordered, position + 1, position + 1 + _NEIGHBOURS):
            if two.start <= one.end and _same_actors(one, two) and _same_place(one.event, two.event):
                yield one.event.event_id, two.event.event_id


def _same_actors(one: _Told, two: _Told) -> bool:
    """Whether everybody in the shorter list is in the longer; a single shared actor is enough only between singles."""
    if _are_crossed(one, two):
        return False
    shared = len(one.actors & two.actors)
    fewest, most = sorted((len(one.actors), len(two.actors)))
    return (shared == fewest and (fewest > 1 or most == 1)) or _is_one_attack(one, two)


def _are_crossed(one: _Told, two: _Told) -> bool:
    """Whether those who act in one are acted upon in the other (*A blamed B*, *B blamed A*); meetings have no sides."""
    if _family(one.event) in _WITHOUT_SIDES or not (one.sources and two.sources):
        return False
    return one.sources.isdisjoint(two.sources)


def _is_one_attack(one: _Told, two: _Told) -> bool:
    """Whether both are of the same side in the same town; one tells of the dead, the other of the wounded."""
    place = one.event.location_id
    same_place = place is not None and place == two.event.location_id and not place.startswith("country:")
    same_side = bool(one.sources) and one.sources == two.sources
    return one.event.event_type in _OF_CROWDS and same_place and same_side


def _same_place(one: Event, two: Event) -> bool:
    return one.location_id is None or two.location_id is None or one.location_id == two.location_id


def _root(leader: dict[str, str], event_id: str) -> str:
    """The first event of the cluster; paths are halved on the way, so that long chains stay cheap."""
    while leader[event_id] != event_id:
        leader[event_id] = leader[leader[event_id]]
        event_id = leader[event_id]
    return event_id
