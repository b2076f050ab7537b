"""The sides of an event that a noun tells: possessor, first part, and the prepositions after it."""

from spacy.tokens import Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.denoted import DEPTH, MUTUAL, Sides, distinct, entities, first, is_scene
from toolkit.extract.events.frames import phrase_nouns
from toolkit.extract.events.lexicon import reports
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.reading import Reading, Referent

_ON_OCCASION = {"after", "during", "following", "at"}


def of_noun(trigger: Trigger, reading: Reading) -> Sides:
    """The sides of an event noun: its own phrase, and the clause of its light verb where it has one."""
    noun = trigger.token
    before = owners(noun, reading)
    undergoing = phrase_nouns(noun, trigger.entry) if trigger.entry.undergoes else ()
    beside = [grammar.governed(token) for token in dict.fromkeys([noun, *undergoing, trigger.clause])]
    if not before and (both := _between(noun, reading)):
        return both, ()
    others = first(
        entities([word for under in beside for word in under.get(name, ())], reading) for name in trigger.entry.target
    )
    if trigger.rule == "light_verb" and (subjects := list(entities(clauses.agents(trigger.clause), reading))):
        if trigger.subject_is == "target":
            return before or makers(noun, reading) or _givers(trigger.clause, noun, reading), subjects
        return subjects, others or before
    if trigger.entry.mode == "visit" and not before:
        return list(entities(grammar.complements(noun, "of", "by"), reading)), others
    if trigger.entry.event_type in MUTUAL and not before:
        teller = _who_says_after(noun, reading)
        return (teller, others) if teller else (others, ())
    return before or makers(noun, reading), others


def _between(noun: Token, reading: Reading) -> list[Referent]:
    """The two that do it to each other (*clashes between police and students*)."""
    return list(entities(grammar.complements(noun, "between", "among"), reading))


def _givers(verb: Token, noun: Token, reading: Reading) -> list[Referent]:
    """From whom the verb's subject has it (*drew criticism from Oslo*), or whose capital it comes from (*in Oslo*)."""
    if found := list(entities(grammar.complements(verb, "from", "by"), reading)):
        return found
    named = ((word, reading.mention_of_token.get(word.i)) for word in grammar.complements(noun, "in"))
    return list(entities((word for word, mention in named if mention and mention.metonym), reading))


def _who_says_after(noun: Token, reading: Reading) -> tuple[Referent, ...]:
    """Who was at the meeting that he speaks after (*Berg said after talks with Mali that ...*)."""
    verb = noun.head.head
    told_after = noun.dep_ == "pobj" and noun.head.lower_ in _ON_OCCASION and verb.lemma_ in reports()
    return speakers(verb, reading) if told_after and any(grammar.complements(noun, "with")) else ()


def owners(noun: Token, reading: Reading) -> list[Referent]:
    """Those whose act it is: possessors, and names before the noun."""
    before = grammar.modifiers(noun, "poss", "compound", "amod", "nmod")
    return list(entities((word for word in before if not is_scene(word, reading)), reading, depth=DEPTH))


def makers(noun: Token, reading: Reading) -> list[Referent]:
    """Those by or from whom it is."""
    return list(entities(grammar.complements(noun, "by", "from"), reading))


def speakers(verb: Token, reading: Reading) -> tuple[Referent, ...]:
    """Who says it: the entities that the subject of a verb of saying denotes."""
    return distinct(entities(clauses.agents(verb), reading))
