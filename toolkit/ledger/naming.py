"""The corrections of entities, applied in order to what resolution found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from toolkit.ledger.actions import ENTITY_ACTIONS, is_about_row
from toolkit.ledger.anchors import read_anchor
from toolkit.ledger.file import Correction, Ledger
from toolkit.ledger.identities import Apart, Identities, apart_of, carve, carve_printed
from toolkit.ledger.told import Told
from toolkit.records import Entity, Mention, MentionType, key


class Unmatched(Exception):  # noqa: N818 - a fact about a correction, not a fault of the program
    """Why a correction could not be applied, in words."""


class Ambiguous(Unmatched):
    """Several entities have the name."""


class Conflicting(Unmatched):
    """Another correction says the contrary."""


@dataclass
class Naming:
    """The identities under correction, and all that names of entities are looked up in.

    Attributes:
        identities: the entities as corrected so far.
        told: the articles as read.
        aliases: printed name -> ids of the entities that go by it.
        apart: what must not be merged.
        names: every name that an entity has or was given -> its ids.
    """

    identities: Identities
    told: Told
    aliases: Mapping[str, set[str]]
    apart: Mapping[Correction, Apart]
    names: dict[str, set[str]]

    def matching(self, said: str) -> set[str]:
        """The entity of that id; else those of that name now; else those that go, or went, by it."""
        if self.identities.current(said) in self.identities.entities:
            return {str(self.identities.current(said))}
        named = self._now(self.names.get(said, set()))
        called = {id_ for id_ in named if self.identities.entities[id_].name == said}
        return called or named or self._now(self.aliases.get(said, set()))

    def one(self, said: str) -> str:
        """The single entity that is meant.

        Raises:
            Unmatched: there is none, or more than one.
        """
        found = self.matching(said)
        if len(found) != 1:
            kind = Ambiguous if found else Unmatched
            raise kind(f"the corpus has {len(found)} entities of that name; use an entity_id")
        return found.pop()

    def renamed(self, entity_id: str, name: str) -> None:
        """Call the entity so; the name is settled, so that nothing is suggested any more."""
        self.names.setdefault(name, set()).add(entity_id)
        self.identities.change(entity_id, name=name, **_NO_SUGGESTION)

    def _now(self, ids: set[str]) -> set[str]:
        """What these have become, without those that are gone."""
        return {now for id_ in ids if (now := self.identities.current(id_)) in self.identities.entities and now}


_NO_SUGGESTION = {"suggested_name": None, "suggestion_reason": None, "suggestion_score": None}


def corrected(
    identities: Identities,
    ledger: Ledger,
    *,
    told: Told,
    aliases: Mapping[str, set[str]],
    apart: Mapping[Correction, Apart] | None = None,
) -> Naming:
    """The identities with every correction of entities applied in order, each on its own.

    Args:
        identities: as resolution found them; left unchanged.
        ledger: the corrections; one that matches nothing is an outcome with its reason, never an error.
        told: the articles as read, for anchors and scopes.
        aliases: printed name -> ids of the entities that go by it.
        apart: what must not be merged, as `kept_apart` gives it.
    """
    result = replace(identities, global_id=dict(identities.global_id), entities=dict(identities.entities))
    naming = Naming(result, told, aliases, apart or {}, _names(result.entities))
    for correction, said in ledger.faults:
        result.outcomes.note(correction, "malformed", said)
    for correction in ledger.corrections:
        if correction.action in ENTITY_ACTIONS and not is_about_row(correction.action, correction.target):
            _apply(naming, correction)
    return replace(naming, identities=result.settled())


def _names(entities: Mapping[str, Entity]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for id_, entity in entities.items():
        found.setdefault(entity.name, set()).add(id_)
    return found


def _apply(naming: Naming, correction: Correction) -> None:
    """Apply one correction and note what became of it."""
    outcomes = naming.identities.outcomes
    what = f"{correction.action} {correction.target!r} was not applied"
    try:
        about = _SPECIAL.get(correction.action, _on_entity)(naming, correction)
    except Conflicting as problem:
        outcomes.note(correction, "conflicting", f"{what}: {problem}")
    except Unmatched as problem:
        outcomes.note(correction, "unmatched", f"{what}: {problem}")
    else:
        outcomes.applied(correction, about=(_ABOUT.get(correction.action, correction.action), about, correction.scope))


def _on_entity(naming: Naming, correction: Correction) -> object:
    """Apply a correction to an entity, or to what is split off from it for the scope; the entity that it is about."""
    about = entity_id = naming.one(correction.target)
    if correction.scope:
        entity_id = _split_off(naming, about, correction)
    _ON_ENTITY[correction.action](naming, entity_id, correction.value)
    return about


def _split_off(naming: Naming, old: str, correction: Correction) -> str:
    """A copy of the entity for the scope; an entity that already stands for the whole scope stays as it is."""
    new = key("analyst", old, correction.scope)
    entity = naming.identities.entities[old]
    naming.identities.entities.setdefault(new, replace(entity, entity_id=new, source="analyst"))
    if not carve(naming.identities, naming.told, old=old, new=new, scope=correction.scope):
        del naming.identities.entities[new]
        raise Unmatched(f"{correction.scope} names no {entity.name!r}")
    return new


def _merge(naming: Naming, entity_id: str, value: str) -> None:
    into = naming.matching(value)
    if len(into) != 1:
        raise Unmatched(f"the corpus has no single entity {value!r} to merge with; use an entity_id")
    other = into.pop()
    if lines := list(apart_of((entity_id, other), naming.identities, naming.apart)):
        raise Conflicting(f"never_merge on line {lines[0]} keeps the two apart; delete that line to merge them")
    if other != entity_id:
        naming.identities.change(other)
        naming.identities.move(entity_id, other)


def _split(naming: Naming, correction: Correction) -> object:
    """Split off what the scope names, or what is printed as the value, under the value as its name."""
    old = naming.one(correction.target)
    if correction.scope:
        new = _split_off(naming, old, correction)
    else:
        new = key("analyst", old, correction.value)
        naming.identities.entities[new] = replace(naming.identities.entities[old], entity_id=new)
        if not carve_printed(naming.identities, naming.told, old=old, new=new, text=correction.value):
            del naming.identities.entities[new]
            raise Unmatched(f"no mention of it is printed {correction.value!r}; give a printed name, or a scope")
    naming.renamed(new, correction.value)
    return old


def _never_merge(naming: Naming, correction: Correction) -> object:
    """Resolution has taken it in; here is told whether it found the two."""
    for side, said in zip(naming.apart.get(correction, ((), ())), (correction.target, correction.value), strict=True):
        if not side:
            raise Unmatched(f"no article names {said!r}; give a printed name, or the anchor of a mention")
    return correction.target, correction.value


def _add_mention(naming: Naming, correction: Correction) -> object:
    """The words of the anchor mean an entity of the corpus, or a new one whose type stands in brackets."""
    anchor = read_anchor(correction.target)
    place = anchor and naming.told.place(anchor)
    sentence = place and naming.told.sentence_at(*place)
    if not anchor or not place or not sentence:
        raise Unmatched("no article has these words in this sentence")
    entity_id = _named_or_new(naming, correction.value)
    article_id, start = place
    added = Mention(
        article_id=article_id,
        sentence_id=sentence[2],
        start=start,
        end=start + len(anchor.quoted),
        text=anchor.quoted,
        rule="analyst",
        confidence="high",
        mention_id=key("analyst", article_id, start, anchor.quoted),
        type=naming.identities.entities[entity_id].type,
        level="name",
        entity_id=entity_id,
    )
    naming.identities.added.append(added)
    return article_id, start, anchor.quoted


def _named_or_new(naming: Naming, value: str) -> str:
    name, _, kind = value.removesuffix(")").rpartition(" (")
    if not name or kind not in get_args(MentionType):
        return naming.one(value)
    if found := naming.matching(name):
        return naming.one(name) if len(found) == 1 else _only(found)
    new = Entity(entity_id=key("analyst", kind, name), name=name, type=kind, source="analyst")  # type: ignore[arg-type]
    naming.identities.entities[new.entity_id] = new
    naming.names.setdefault(name, set()).add(new.entity_id)
    return new.entity_id


def _only(found: set[str]) -> str:
    raise Unmatched(f"the corpus has {len(found)} entities of that name; use an entity_id")


_ON_ENTITY: Mapping[str, Callable[[Naming, str, str], None]] = {
    "rename": Naming.renamed,
    "accept": Naming.renamed,
    "reject": lambda naming, id_, _: naming.identities.change(id_, **_NO_SUGGESTION),
    "retype": lambda naming, id_, value: naming.identities.change(id_, type=value),
    "set_country": lambda naming, id_, value: naming.identities.change(id_, iso3=value),
    "merge": _merge,
    "drop": lambda naming, id_, _: naming.identities.move(id_, None),
}
_SPECIAL: Mapping[str, Callable[[Naming, Correction], object]] = {
    "split": _split,
    "never_merge": _never_merge,
    "add_mention": _add_mention,
}
# Actions that settle the same thing, so that the later one overrules the earlier.
_ABOUT = {"accept": "name", "rename": "name", "reject": "name"}
