"""The rows that corrections are about, and how an anchor finds one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.ledger.anchors import KINDS, Anchor
from toolkit.ledger.naming import Unmatched
from toolkit.ledger.told import Told
from toolkit.records import Actor

KEY_OF = {"event": "event_id", "statistic": "statistic_id", "quote": "quote_id", "date": "date_id"}


@dataclass
class Rows:
    """The rows of the articles that corrections are about, and what names of entities are looked up in.

    Attributes:
        of: kind of row -> key -> record.
        actors: event id -> its actors.
        told: the articles as read.
        entity: the id of the one entity that a name or id means; it raises Unmatched.
        country: entity id -> ISO 3166 alpha-3 code of the country that it acts for.
        name: entity id -> its name.
        verdicts: two statistics -> whether they measure the same, as the analyst says.
    """

    of: dict[str, dict[str, Any]]
    actors: dict[str, list[Actor]]
    told: Told
    entity: Callable[[str], str]
    country: Callable[[str], str | None]
    name: Callable[[str], str]
    verdicts: dict[frozenset[str], bool] = field(default_factory=dict)
    standing: dict[tuple[str, str, int], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note where every row stands: kind, article, offset -> keys."""
        for kind, records in self.of.items():
            for key, record in records.items():
                self.standing.setdefault((kind, record.article_id, start_of(record)), []).append(key)

    def found(self, anchor: Anchor) -> str:
        """The key of the row that the anchor means.

        Raises:
            Unmatched: none stands there, or several do and the anchor has the key of none.
        """
        place = self.told.place(anchor)
        keys = self.standing.get((anchor.kind, *place), []) if place else []
        same = [
            key for key in keys if key in self.of[anchor.kind] and said_by(self.of[anchor.kind][key]) == anchor.quoted
        ]
        if anchor.key in self.of[anchor.kind] and (anchor.key in same or not same):
            return anchor.key
        if len(same) != 1:
            raise Unmatched(f"the corpus has {len(same)} {KINDS[anchor.kind]} on these words")
        return same[0]


def start_of(record: Any) -> int:
    """Where the words stand that a row is known by; those of an event are its trigger."""
    return int(getattr(record, "trigger_start", record.start))


def said_by(record: Any) -> str:
    """The words that a row is known by."""
    return str(getattr(record, "trigger", record.text))


def actors_of(rows: Rows, event_id: str, given: Mapping[str, list[str]]) -> Iterator[Actor]:
    """The actors of an event by role, each once."""
    taken: set[str] = set()
    for role, ids in given.items():
        fresh = [id_ for id_ in dict.fromkeys(ids) if id_ not in taken]
        taken.update(fresh)
        for position, id_ in enumerate(fresh):
            yield Actor(event_id=event_id, entity_id=id_, role=role, iso3=rows.country(id_), position=position)  # type: ignore[arg-type]
