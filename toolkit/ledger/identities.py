"""Which entity every article's own entity means, everywhere or in one place, while corrections change it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.ledger.anchors import read_anchor
from toolkit.ledger.file import Correction, Ledger
from toolkit.ledger.outcomes import Outcomes
from toolkit.ledger.told import Named, Told
from toolkit.records import Entity, Mention

Apart = tuple[frozenset[str], frozenset[str]]


@dataclass
class Identities:
    """The entities, and what every local id means.

    Attributes:
        global_id: local id -> key of `entities`.
        entities: the entities by id.
        places: (mention, sentence or article id, local id) -> what the local id means there instead; None is nothing.
        added: mentions that the analyst added.
        moved: entity id -> the one that it was merged into, or None once dropped.
        outcomes: what became of every correction.
    """

    global_id: dict[str, str]
    entities: dict[str, Entity]
    places: dict[tuple[str, str], str | None] = field(default_factory=dict)
    added: list[Mention] = field(default_factory=list)
    moved: dict[str, str | None] = field(default_factory=dict)
    outcomes: Outcomes = field(default_factory=Outcomes)

    def current(self, entity_id: str | None) -> str | None:
        """The entity that this one has become."""
        while entity_id in self.moved:
            entity_id = self.moved[entity_id]
        return entity_id

    def meaning(self, one: Named) -> str | None:
        """The entity that a mention means now."""
        for place in (one.mention_id, one.sentence_id, one.article_id):
            if (place, one.local) in self.places:
                return self.current(self.places[place, one.local])
        return self.current(self.global_id.get(one.local))

    def move(self, old: str, new: str | None) -> None:
        """Everything that meant the old entity means the new one, or nothing."""
        del self.entities[old]
        self.moved[old] = new

    def change(self, entity_id: str, **values: object) -> None:
        """Set fields of an entity, on the analyst's word."""
        self.entities[entity_id] = replace(self.entities[entity_id], source="analyst", **values)  # type: ignore[arg-type]

    def settled(self) -> "Identities":
        """The same with every local id, place and affiliation pointing where it has come to."""
        meant = {local: self.current(id_) for local, id_ in self.global_id.items()} if self.moved else self.global_id
        entities = {id_: self._affiliated(entity) for id_, entity in self.entities.items()}
        places = {place: self.current(id_) for place, id_ in self.places.items()}
        known = {local: id_ for local, id_ in meant.items() if id_ is not None}
        added = [replace(one, entity_id=now) for one in self.added if (now := self.current(one.entity_id))]
        return Identities(known, entities, places, added, self.moved, self.outcomes)

    def _affiliated(self, entity: Entity) -> Entity:
        if entity.affiliation_id not in self.moved:
            return entity
        return replace(entity, affiliation_id=self.current(entity.affiliation_id))


def carve(identities: Identities, told: Told, *, old: str, new: str, scope: str) -> bool:
    """Let the scope's mentions of the old entity, and the rows read from them, mean the new one; whether any did."""
    anchor = read_anchor(scope)
    if anchor:
        one = told.mention(anchor)
        return one is not None and identities.meaning(one) == old and _carve_mention(identities, told, one, new)
    return _carve_article(identities, told, old=old, new=new, article_id=scope.removeprefix("article ").strip())


def carve_printed(identities: Identities, told: Told, *, old: str, new: str, text: str) -> bool:
    """The same for all mentions that are printed so; pronouns follow where no other name is left to stand for."""
    ones = [one for one in told.printed(text) if identities.meaning(one) == old]
    for one in ones:
        _carve_mention(identities, told, one, new)
    for article_id in dict.fromkeys(one.article_id for one in ones):
        others = told.mentions_of(article_id)
        if not any(one.level == "name" and identities.meaning(one) == old for one in others):
            _carve_article(identities, told, old=old, new=new, article_id=article_id)
    return bool(ones)


def _carve_mention(identities: Identities, told: Told, one: Named, new: str) -> bool:
    """The mention, and what its sentence says of the entity where it names it nowhere else."""
    old = identities.meaning(one)
    identities.places[one.mention_id, one.local] = new
    beside = (other for other in told.mentions_of(one.article_id) if other.sentence_id == one.sentence_id)
    if not any(identities.meaning(other) == old for other in beside):
        identities.places[one.sentence_id, one.local] = new
    return True


def _carve_article(identities: Identities, told: Told, *, old: str, new: str, article_id: str) -> bool:
    ones = [one for one in told.mentions_of(article_id) if identities.meaning(one) == old]
    for one in ones:
        for place in (one.mention_id, one.sentence_id):
            if (place, one.local) in identities.places:
                identities.places[place, one.local] = new
        identities.places[article_id, one.local] = new
    return bool(ones)


def kept_apart(ledger: Ledger, told: Told, names: Mapping[str, set[str]]) -> dict[Correction, Apart]:
    """The local ids on either side of every never_merge.

    Args:
        ledger: the corrections.
        told: the articles as read.
        names: a name that the articles print -> local ids that go by it.
    """
    wanted = [one for one in ledger.corrections if one.action == "never_merge"]
    return {one: (_side(one.target, told, names), _side(one.value, told, names)) for one in wanted}


def _side(said: str, told: Told, names: Mapping[str, set[str]]) -> frozenset[str]:
    if anchor := read_anchor(said):
        one = told.mention(anchor)
        return frozenset({one.local} if one else ())
    return frozenset(names.get(said, ()))


def apart_of(entity_ids: Sequence[str], identities: Identities, apart: Mapping[Correction, Apart]) -> Iterator[int]:
    """The lines of the corrections that keep these two entities apart."""
    for correction, sides in apart.items():
        mine, other = ({identities.current(identities.global_id.get(one)) for one in side} for side in sides)
        if (entity_ids[0] in mine and entity_ids[1] in other) or (entity_ids[1] in mine and entity_ids[0] in other):
            yield correction.line
