"""The sides of an event that a verb tells."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.denoted import DEPTH, MUTUAL, NAMED_BY, Sides, entities, first, is_attack
from toolkit.extract.events.frames import fitting, phrase_nouns
from toolkit.extract.events.lexicon import is_in_class, verb_entries
from toolkit.extract.events.nominal import makers, owners
from toolkit.extract.events.parties import parties_counted
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.quotes.adding import is_added
from toolkit.extract.reading import Reading, Referent
from toolkit.extract.tree import children

# Acts of words, which are aimed at those whom they speak of.
_OF_WORDS = {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"}
_COMPLEMENTS = {"dobj", "xcomp", "ccomp", "prep", "pcomp"}
# Slots of an embedded clause, where the act is aimed at whom that clause is about (*refused to meet the envoy*).
_EMBEDDED = ("object", "with", "to", "on", "against", "from", "for", "in")
# The same for what several do together; *in* tells where they did it.
_TOGETHER = _EMBEDDED[:-1]
_THOSE_TOLD_OF = ("they", "both")


def of_verb(trigger: Trigger, reading: Reading) -> Sides:
    """The sides of an event that a verb tells: its slots, the clause below it, or those told of before."""
    verb, entry = trigger.clause, trigger.entry
    sources = [found for name in entry.source for found in entities(clauses.slot(verb, name), reading)]
    if not sources and entry.event_type in MUTUAL and _is_they(verb):
        sources = _who_says_so(verb, reading) or _who_met_last(verb, reading)
    if not sources and clauses.is_passive(verb):
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
    return sources, _others(targets, sources, reading)


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
    moved = (noun for noun in clauses.objects(trigger.clause) if is_in_class(noun, "forces"))
    return list(entities(moved, reading)) if trigger.entry.event_type == "MOBILIZE" else []


def _attackers(verb: Token, reading: Reading) -> list[Referent]:
    """Those whose attack it was (*two were killed in an Israeli raid*)."""
    attacks = (noun for noun in grammar.complements(verb, "in", "during", "after", "by") if is_attack(noun))
    return first([*owners(noun, reading), *makers(noun, reading)] for noun in attacks)


def _is_they(verb: Token) -> bool:
    subjects = clauses.agents(verb)
    return bool(subjects) and subjects[0].lower_ in _THOSE_TOLD_OF


def _who_says_so(verb: Token, reading: Reading) -> list[Referent]:
    """Several who say it of themselves (*Chad and Mali denied that they had met*)."""
    said_by = list(entities(clauses.agents(verb.head), reading)) if verb.dep_ == "ccomp" else []
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
    return first(entities(heads, reading) for heads in _slots(phrase, names))


def _slots(phrase: Sequence[Token], names: Iterable[str]) -> Iterator[list[Token]]:
    """What fills each of the slots of a verb, and of the nouns after it where they are prepositions."""
    governed = [grammar.governed(token) for token in phrase]
    for name in names:
        bare = clauses.slot(phrase[0], name) if name in clauses.BARE_SLOTS else []
        yield [*bare, *(noun for under in governed for noun in under.get(name, ()))]


def _embedded(verb: Token, known: set[str], reading: Reading, *, aims: Sequence[str]) -> list[Referent]:
    """Whom the verb's complement is about: the subject of a full clause if it is another, else its object."""
    for child in children(verb):
        if child.dep_ not in {"ccomp", "xcomp", "pcomp"} or child.i < verb.i:
            continue
        own = [noun for noun in children(child) if noun.dep_ in grammar.SUBJECTS and child.dep_ == "ccomp"]
        others = [found for found in entities(own, reading) if found.entity_id not in known]
        return others or _of_act(child, known, reading) or _in_slots([child], aims, reading)
    return first(entities(grammar.complements(noun, *aims), reading) for noun in clauses.objects(verb))


def _spoken_of(verb: Token, known: set[str], reading: Reading) -> list[Referent]:
    """The first others whom the complement of an act of words names, heads of phrases before their modifiers."""
    words = [word for child in children(verb) if _is_complement(child) for word in child.subtree]
    added = {below for word in words if is_added(word) or _is_aside(word) for below in word.subtree}
    words = [word for word in words if word not in added]
    words = [word for word in words if word.dep_ != "conj" and not grammar.is_joined_before(word)]
    words = [word for word in words if not (word.dep_ == "poss" and word.head.head == verb)]
    for word in sorted(words, key=lambda word: word.dep_ in NAMED_BY):
        found = list(entities([word], reading, depth=DEPTH))
        if any(referent.entity_id not in known for referent in found):
            return found
    return []


def _is_aside(word: Token) -> bool:
    """Whether a clause within what is said tells something else (*a show in which children meet their parents*)."""
    if word.dep_ == "relcl":
        return True
    return word.dep_ in {"pcomp", "ccomp"} and any(child.tag_ in {"WRB", "WP"} for child in children(word))


def _is_complement(child: Token) -> bool:
    return child.dep_ in _COMPLEMENTS and child.i > child.head.i and child.lower_ not in {"in", "at"}
