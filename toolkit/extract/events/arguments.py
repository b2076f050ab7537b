"""Who acts and who is acted upon: the slots of a trigger filled with the entities that stand in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from toolkit.extract.events import grammar
from toolkit.extract.events.frames import fitting, phrase_nouns
from toolkit.extract.events.lexicon import is_in_class, noun_entries, reports, verb_entries
from toolkit.extract.events.parties import parties_counted
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.names import referents
from toolkit.extract.quotes.adding import is_added
from toolkit.extract.reading import Reading, Referent
from toolkit.extract.tree import children

# Types whose participants do the same thing together.
MUTUAL = {"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "RETREAT"}
# Acts of words, which are aimed at those whom they speak of.
_OF_WORDS = {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"}
_COMPLEMENTS = {"dobj", "xcomp", "ccomp", "prep", "pcomp"}
# Rules whose trigger is a noun.
NOMINAL = {"noun", "light_verb", "happening"}
# Slots of an embedded clause, where the act is aimed at whom that clause is about (*refused to meet the envoy*).
_EMBEDDED = ("object", "with", "to", "on", "against", "from", "for", "in")
# The same for what several do together; *in* tells where they did it.
_TOGETHER = _EMBEDDED[:-1]
_NAMED_BY = ("appos", "poss", "compound", "nmod", "amod")
_OWNED_BY = ("by", "of", "in", "from", "at", "on", "for", "to", "with")
# The doer of an act, which is not the one that it is done to (*an attack on Kyiv by Russia*).
_DONE_BY = ("by", "from")
# Prepositions that tell where, not whom.
_WHERE = {"in", "near", "outside", "around"}
_ON_OCCASION = {"after", "during", "following", "at"}
_SCENES = {"CITY", "REGION", "SITE"}
_DEPTH = 3
_THOSE_TOLD_OF = ("they", "both")


@dataclass(frozen=True, slots=True)
class Participants:
    """The entities on the two sides of an event, in order of the text."""

    sources: tuple[Referent, ...] = ()
    targets: tuple[Referent, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sources or self.targets)


def participants(trigger: Trigger, reading: Reading) -> Participants:
    """Both sides of the event; an entity that would stand on both is a source."""
    sides = _of_noun(trigger, reading) if trigger.rule in NOMINAL else _of_verb(trigger, reading)
    hosts = trigger.entry.event_type == "HOST"
    sources = _distinct(_country_of(found, reading) if hosts else found for found in sides.sources)
    taken = {source.entity_id for source in sources}
    if trigger.entry.event_type == "ASSAULT":
        taken |= _scenes(trigger, reading, attacked=not sources)
    return Participants(sources, tuple(found for found in _distinct(sides.targets) if found.entity_id not in taken))


def _scenes(trigger: Trigger, reading: Reading, *, attacked: bool) -> set[str]:
    """The cities and regions in or near which others are attacked; `attacked` where one in the clause itself may be.

    A thing that is attacked in a place stands for that place (*shelled a hospital in Goma*), unless it is at sea.
    """
    clause = {trigger.token, trigger.clause}
    found = set()
    for word in trigger.clause.subtree:
        if word.dep_ == "pobj" and word.head.lower_ in _WHERE:
            own, within = word.head.head in clause, word.head.lower_ == "in"
            named = [reading.mention_of_token.get(noun.i) for noun in grammar.with_names(word)]
            scenes = [one.entity_id for one in named if one is not None and one.type in _SCENES]
            kept = attacked if own else within
            found |= {key for key in scenes if not kept or reading.entities[key].iso3 is None}
    return found


def _country_of(found: Referent, reading: Reading) -> Referent:
    """The country that a host city acts for, where the article names it."""
    host = reading.entities[found.entity_id]
    if host.type != "CITY" or host.iso3 is None:
        return found
    countries = (key for key, one in reading.entities.items() if one.type == "COUNTRY" and one.iso3 == host.iso3)
    return next((Referent(key, "metonym") for key in countries), found)


def speakers(verb: Token, reading: Reading) -> tuple[Referent, ...]:
    """Who says it: the entities that the subject of a verb of saying denotes."""
    return _distinct(_entities(grammar.agents(verb), reading))


def _of_verb(trigger: Trigger, reading: Reading) -> Participants:
    verb, entry = trigger.clause, trigger.entry
    sources = [found for name in entry.source for found in _entities(grammar.slot(verb, name), reading)]
    if not sources and entry.event_type in MUTUAL and _is_they(verb):
        sources = _who_says_so(verb, reading) or _who_met_last(verb, reading)
    if not sources and grammar.is_passive(verb):
        sources = _unsaid_agents(trigger, reading)
    known = {found.entity_id for found in sources}
    together = entry.event_type in MUTUAL and len(sources) > 1
    targets = _in_targets(trigger, reading) or _embedded(
        verb, known, reading, aims=_TOGETHER if together else _EMBEDDED
    )
    if not targets and entry.event_type in _OF_WORDS:
        targets = _spoken_of(verb, known, reading)
        if not any(reading.entities[found.entity_id].iso3 for found in targets):
            targets = parties_counted(verb.subtree, reading) or targets
    return Participants(tuple(sources), tuple(_others(targets, sources, reading)))


def _others(targets: Sequence[Referent], sources: Sequence[Referent], reading: Reading) -> Sequence[Referent]:
    """The targets without the sources' own country, where others are left (*Blinken praised the US-Japan alliance*)."""
    own = {reading.entities[source.entity_id].iso3 for source in sources}
    told = [(target, reading.entities[target.entity_id]) for target in targets]
    others = [target for target, entity in told if entity.type != "COUNTRY" or entity.iso3 not in own]
    return others or targets


def _unsaid_agents(trigger: Trigger, reading: Reading) -> list[Referent]:
    """Who acts where the passive does not say by whom."""
    if trigger.entry.event_type == "ASSAULT":
        return _attackers(trigger.clause, reading)
    moved = (noun for noun in grammar.objects(trigger.clause) if is_in_class(noun, "forces"))
    return list(_entities(moved, reading)) if trigger.entry.event_type == "MOBILIZE" else []


def _attackers(verb: Token, reading: Reading) -> list[Referent]:
    """Those whose attack it was (*two were killed in an Israeli raid*)."""
    attacks = (noun for noun in grammar.complements(verb, "in", "during", "after", "by") if _is_attack(noun))
    return _first([*_owners(noun, reading), *_makers(noun, reading)] for noun in attacks)


def _is_attack(noun: Token) -> bool:
    return any(entry.event_type == "ASSAULT" for entry in noun_entries().get(noun.lemma_.lower(), ()))


def _is_they(verb: Token) -> bool:
    subjects = grammar.agents(verb)
    return bool(subjects) and subjects[0].lower_ in _THOSE_TOLD_OF


def _who_says_so(verb: Token, reading: Reading) -> list[Referent]:
    """Several who say it of themselves (*Chad and Mali denied that they had met*)."""
    said_by = list(_entities(grammar.agents(verb.head), reading)) if verb.dep_ == "ccomp" else []
    return said_by if len(said_by) > 1 else []


def _who_met_last(verb: Token, reading: Reading) -> list[Referent]:
    """Those who did something together in the sentence before, in the same paragraph: *A met B. They agreed ...*."""
    here = reading.sentence_at(verb.idx)
    last = reading.events[-1] if reading.events else None
    if last is None or last.event_type not in MUTUAL:
        return []
    there = reading.sentence_at(last.start)
    together = [actor for actor in reading.actors if actor.event_id == last.event_id]
    near = there.paragraph == here.paragraph and there.position in (here.position, here.position - 1)
    return [Referent(actor.entity_id, "group") for actor in together] if near and len(together) > 1 else []


def _in_targets(trigger: Trigger, reading: Reading) -> list[Referent]:
    """Who fills the first target slot that anybody fills; prepositions of the required object count as the verb's."""
    phrase = (trigger.clause, *phrase_nouns(trigger.clause, trigger.entry))
    return _in_slots(phrase, trigger.entry.target, reading)


def _of_act(verb: Token, known: set[str], reading: Reading) -> list[Referent]:
    """Whom an embedded act is aimed at, by its own entry (*agreed to withdraw troops from Chad*)."""
    entry = fitting(verb, verb_entries().get(verb.lemma_.lower(), ()))
    found = _in_slots((verb, *phrase_nouns(verb, entry)), entry.target, reading) if entry else []
    return [referent for referent in found if referent.entity_id not in known]


def _in_slots(phrase: Sequence[Token], names: Iterable[str], reading: Reading) -> list[Referent]:
    return _first(_entities(heads, reading) for heads in _slots(phrase, names))


def _slots(phrase: Sequence[Token], names: Iterable[str]) -> Iterator[list[Token]]:
    """What fills each of the slots of a verb, and of the nouns after it where they are prepositions."""
    governed = [grammar.governed(token) for token in phrase]
    for name in names:
        bare = grammar.slot(phrase[0], name) if name in grammar.BARE_SLOTS else []
        yield [*bare, *(noun for under in governed for noun in under.get(name, ()))]


def _embedded(verb: Token, known: set[str], reading: Reading, *, aims: Sequence[str]) -> list[Referent]:
    """Whom the verb's complement is about: the subject of a full clause if it is another, else its object."""
    for child in children(verb):
        if child.dep_ not in {"ccomp", "xcomp", "pcomp"}:
            continue
        own = [noun for noun in children(child) if noun.dep_ in grammar.SUBJECTS and child.dep_ == "ccomp"]
        others = [found for found in _entities(own, reading) if found.entity_id not in known]
        return others or _of_act(child, known, reading) or _in_slots([child], aims, reading)
    return _first(_entities(grammar.complements(noun, *aims), reading) for noun in grammar.objects(verb))


def _spoken_of(verb: Token, known: set[str], reading: Reading) -> list[Referent]:
    """The first others whom the complement of an act of words names, heads of phrases before their modifiers."""
    words = [word for child in children(verb) if _is_complement(child) for word in child.subtree]
    added = {below for word in words if is_added(word) for below in word.subtree}
    words = [word for word in words if word not in added]
    words = [word for word in words if word.dep_ != "conj" and not grammar.is_joined_before(word)]
    words = [word for word in words if not (word.dep_ == "poss" and word.head.head == verb)]
    for word in sorted(words, key=lambda word: word.dep_ in _NAMED_BY):
        found = list(_entities([word], reading, depth=_DEPTH))
        if any(referent.entity_id not in known for referent in found):
            return found
    return []


def _is_complement(child: Token) -> bool:
    return child.dep_ in _COMPLEMENTS and child.i > child.head.i and child.lower_ not in {"in", "at"}


def _of_noun(trigger: Trigger, reading: Reading) -> Participants:
    """The sides of an event noun: its own phrase, and the clause of its light verb where it has one."""
    noun = trigger.token
    before = _owners(noun, reading)
    beside = [grammar.governed(token) for token in dict.fromkeys([noun, trigger.clause])]
    others = _first(
        _entities([word for under in beside for word in under.get(name, ())], reading) for name in trigger.entry.target
    )
    if trigger.rule == "light_verb" and (subjects := list(_entities(grammar.agents(trigger.clause), reading))):
        if trigger.subject_is == "target":
            return Participants(tuple(before or _makers(noun, reading)), tuple(subjects))
        return Participants(tuple(subjects), tuple(others or before))
    if trigger.entry.event_type in MUTUAL and not before:
        teller = _who_says_after(noun, reading)
        return Participants(teller, tuple(others)) if teller else Participants(tuple(others))
    return Participants(tuple(before or _makers(noun, reading)), tuple(others))


def _who_says_after(noun: Token, reading: Reading) -> tuple[Referent, ...]:
    """Who was at the meeting that he speaks after (*Berg said after talks with Mali that ...*)."""
    verb = noun.head.head
    told_after = noun.dep_ == "pobj" and noun.head.lower_ in _ON_OCCASION and verb.lemma_ in reports()
    return speakers(verb, reading) if told_after and any(grammar.complements(noun, "with")) else ()


def _owners(noun: Token, reading: Reading) -> list[Referent]:
    owners = grammar.modifiers(noun, "poss", "compound", "amod", "nmod")
    return list(_entities((word for word in owners if not is_scene(word, reading)), reading, depth=_DEPTH))


def is_scene(word: Token, reading: Reading) -> bool:
    """Whether it is a city or region before a noun of attack, which tells where (*Goma clashes*)."""
    mention = reading.mention_of_token.get(word.i)
    before = word.dep_ in {"compound", "nmod"} and mention is not None and mention.type in _SCENES
    return before and _is_attack(word.head)


def _makers(noun: Token, reading: Reading) -> list[Referent]:
    return list(_entities(grammar.complements(noun, "by", "from"), reading))


def _first(sides: Iterable[Iterable[Referent]]) -> list[Referent]:
    """The first slot that anybody fills."""
    return next((found for side in sides if (found := list(side))), [])


def _distinct(found: Iterable[Referent]) -> tuple[Referent, ...]:
    return tuple({referent.entity_id: referent for referent in reversed(list(found))}.values())[::-1]


def _entities(heads: Iterable[Token], reading: Reading, *, depth: int = 0) -> Iterator[Referent]:
    """The entities that noun phrases denote, conjuncts included."""
    for first in heads:
        for head in grammar.conjuncts(first):
            for referent in _denoted(head, reading, depth):
                joined = head != first and referent.how == "syntax"
                yield replace(referent, how="conjunct") if joined else referent


def _denoted(head: Token, reading: Reading, depth: int = 0) -> list[Referent]:
    """Who a noun phrase denotes; where it names a thing (*Oslo's plan*, *shelling of Aleppo*), whose thing it is."""
    if spelled_out := _nearest(grammar.members(head), reading, _DEPTH - 1):
        return [replace(referent, how="group") for referent in spelled_out]
    found = referents(head, reading)
    if found or depth >= _DEPTH:
        return found
    named = sorted(
        (child for child in children(head) if child.dep_ in _NAMED_BY and not is_scene(child, reading)), key=_rank
    )
    if inner := _nearest(named, reading, depth):
        return inner
    owners = _DONE_BY if head.lemma_ in noun_entries() else _OWNED_BY
    slots = grammar.governed(head)
    return _first(_nearest(slots.get(name, ()), reading, depth) for name in owners) if slots else []


def _rank(child: Token) -> int:
    return _NAMED_BY.index(child.dep_)


def _nearest(nouns: Iterable[Token], reading: Reading, depth: int) -> list[Referent]:
    return _first(_entities([noun], reading, depth=depth + 1) for noun in nouns)
