"""The event words of news English: which word tells which event, and where its actors stand.

A slot is a place in the grammar of a clause: `subject`, `object`, `dative`, or a preposition.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from spacy.tokens import Token

from toolkit.lexicons import rows
from toolkit.records import EventType, Status

Side = Literal["source", "target"]
_REPORT = "report"
# Stances of verbs that give what they report as true.
_TELLING = {"admitting", "assertive", "critical", "neutral", "revealing"}
_EVENT = "event"
# Stands for any object whatever.
ANY = "*"
# Objects known by what the model's entity recogniser takes them for: the word in the lexicon, the model's labels.
RECOGNISED = {"place": frozenset({"GPE", "LOC", "FAC"}), "person": frozenset({"PERSON"})}


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that tells an event, the words it must stand with, and the slots of its actors.

    `beside` is what the word needs: a verb its particle or preposition, a noun its first part (*hunger* strike).
    `objects` are the nouns of which one must be the verb's object: `ANY` for any, a key of `RECOGNISED` for a name;
    empty where none is needed. Of `context` the sentence must hold a word, lest *beat* tell of a football match.
    `undergoes` are the prepositions after a noun, under which stands what the verb that it is made of has as object.
    """

    lemma: str
    event_type: EventType
    mode: str | None
    target: tuple[str, ...]
    source: tuple[str, ...] = ("subject",)
    beside: str = ""
    objects: frozenset[str] = frozenset()
    status: Status | None = None
    context: frozenset[str] = frozenset()
    undergoes: tuple[str, ...] = ()


@cache
def verb_entries() -> Mapping[str, tuple[Entry, ...]]:
    """Verb or predicative adjective -> its entries, those that ask for most first."""
    entries = [_verb_entry(row) for row in rows("event_verbs")]
    return _by_lemma(sorted(entries, key=_openness))


def _openness(entry: Entry) -> tuple[bool, bool, bool, int]:
    """How little an entry asks for; a small class of objects is more to ask for than a large one."""
    return not entry.objects, not entry.beside, ANY in entry.objects, len(entry.objects)


@cache
def noun_entries() -> Mapping[str, tuple[Entry, ...]]:
    """Noun -> its entries, compounds first."""
    entries = [_noun_entry(row) for row in rows("event_nouns")]
    return _by_lemma(sorted(entries, key=lambda entry: not entry.beside))


@cache
def nominal_entries() -> Mapping[str, tuple[Entry, ...]]:
    """Noun of an act -> the entries of the verb that it is made of, read for a noun (*Iran's seizure of a ship*)."""
    made = [(row, entry) for row in rows("event_nominals") for entry in verb_entries()[row["verb"]]]
    index = defaultdict(list)
    for row, entry in made:
        if "subject" in entry.source and row["particle"] in {"", entry.beside}:
            index[row["noun"]].append(_of_nominal(entry, row))
    return {noun: tuple(entries) for noun, entries in index.items()}


def _of_nominal(entry: Entry, row: dict[str, str]) -> Entry:
    undergoes = tuple(row["object"].split("|"))
    slots = (name for slot in entry.target for name in (undergoes if slot == "object" else (slot,)))
    beside = "" if row["particle"] else entry.beside
    return replace(entry, lemma=row["noun"], beside=beside, target=tuple(dict.fromkeys(slots)), undergoes=undergoes)


@cache
def transitive_verbs() -> frozenset[str]:
    """Verbs that tell an event by themselves, done to their object."""
    entries = (entry for entries in verb_entries().values() for entry in entries)
    return frozenset(entry.lemma for entry in entries if not entry.beside and entry.target[0] == "object")


@cache
def praising_verbs() -> Mapping[str, Entry]:
    """Verb of praise or emphasis -> its entry (*stress the importance of*)."""
    entries = (entry for entries in verb_entries().values() for entry in entries)
    return {entry.lemma: entry for entry in entries if _object_classes()["merit"] == entry.objects}


@cache
def light_verbs() -> Mapping[tuple[str, str], Side]:
    """Verb and particle -> the side on which its subject stands in the event that its object names."""
    light = (row for row in rows("event_lights") if row["subject"] != _EVENT)
    return {(row["verb"], row["particle"]): cast("Side", row["subject"]) for row in light}


@cache
def light_lemmas() -> frozenset[str]:
    """The light verbs without their particles."""
    return frozenset(verb for verb, _ in light_verbs())


@cache
def happening_verbs() -> frozenset[tuple[str, str]]:
    """Verb and particle that say of their subject, an event, that it happens (*talks took place*)."""
    return frozenset((row["verb"], row["particle"]) for row in rows("event_lights") if row["subject"] == _EVENT)


@cache
def governors() -> Mapping[str, Status]:
    """Governing verb or adjective -> the status that it gives to what it governs."""
    return {row["lemma"]: cast("Status", row["gives"]) for row in rows("event_governors") if row["gives"] != _REPORT}


@cache
def reports() -> frozenset[str]:
    """Verbs whose complement is told by their subject, and no less true for it.

    Those of `event_governors`, and the reporting verbs that take a clause, unless they only ask, guess, demand or deny.
    """
    governing = {row["lemma"]: row["gives"] for row in rows("event_governors")}
    telling = (row["lemma"] for row in rows("reporting_verbs") if row["clause"] and row["stance"] in _TELLING)
    named = (lemma for lemma, gives in governing.items() if gives == _REPORT)
    return frozenset([*named, *(lemma for lemma in telling if lemma not in governing)])


@cache
def _object_classes() -> Mapping[str, frozenset[str]]:
    nouns = defaultdict(set)
    for row in rows("event_objects"):
        nouns[row["class"]].add(row["noun"])
    return {name: frozenset(members) for name, members in nouns.items()}


def is_in_class(word: Token, name: str) -> bool:
    """Whether the word belongs to a class of `event_objects`."""
    return word.lemma_.lower() in _object_classes()[name]


def _verb_entry(row: dict[str, str]) -> Entry:
    needed = row["object"]
    return Entry(
        lemma=row["verb"],
        event_type=cast("EventType", row["type"]),
        mode=row["mode"] or None,
        source=tuple(row["source"].split("|")),
        target=tuple(row["target"].split("|")),
        beside=row["particle"],
        objects=_object_classes().get(needed, frozenset({needed})) if needed else frozenset(),
        status=cast("Status | None", row["status"] or None),
        context=_object_classes().get(row["context"], frozenset()),
    )


def _noun_entry(row: dict[str, str]) -> Entry:
    first, _, head = row["noun"].rpartition(" ")
    return Entry(
        lemma=head,
        event_type=cast("EventType", row["type"]),
        mode=row["mode"] or None,
        target=tuple(row["target"].split("|")),
        beside=first,
        context=_object_classes().get(row["context"], frozenset()),
    )


def _by_lemma(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        index[entry.lemma].append(entry)
    return {lemma: tuple(found) for lemma, found in index.items()}
