"""The words of a sentence that tell events: verbs, verbs with their objects, light verbs with event nouns, nouns."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc, Span, Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.frames import contents, fitting, fitting_nominal, in_context, phrase_nouns
from toolkit.extract.events.lexicon import (
    Entry,
    Side,
    governors,
    happening_verbs,
    is_in_class,
    light_lemmas,
    light_verbs,
    nominal_entries,
    noun_entries,
    praising_verbs,
    reports,
    verb_entries,
)
from toolkit.extract.events.speech import act_of_saying
from toolkit.extract.tokens import tokens_of
from toolkit.extract.tree import children, places, words_at

_NO_CLAUSE = {"amod", "compound", "aux", "auxpass"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, the word whose clause its actors stand in, and the entry that applies."""

    token: Token
    clause: Token
    entry: Entry
    rule: str
    subject_is: Side = "source"

    @property
    def word(self) -> Token:
        """The word to show as the trigger: of an event that happens, the verb that says so."""
        return self.clause if self.rule == "happening" else self.token


def triggers_in(sentence: Span) -> list[Trigger]:
    """The triggers of the sentence in order; a word is used once, and a noun within a verb's phrase counts as used."""
    verbs, nouns = _candidates(sentence)
    if not verbs and not nouns:
        return []
    verbal = [trigger for token in verbs if (trigger := _verbal(token))]
    used = {trigger.token.i for trigger in verbal}
    used |= {noun.i for trigger in verbal for noun in phrase_nouns(trigger.clause, trigger.entry)}
    used |= {trigger.clause.head.i for trigger in verbal if clauses.is_mistaken(trigger.clause)}
    nominal = [trigger for token in nouns if token.i not in used and (trigger := _nominal(token))]
    within = {noun.i for one in nominal if one.entry.undergoes for noun in phrase_nouns(one.token, one.entry)}
    nominal = [trigger for trigger in nominal if trigger.token.i not in within]
    return sorted([*verbal, *nominal], key=lambda trigger: trigger.token.i)


def _candidates(sentence: Span) -> Iterator[list[Token]]:
    """The verbs and the nouns of the sentence that can tell events by their lemma; most words cannot."""
    return (words_at(sentence, found) for found in _telling(sentence.doc))


@lru_cache(maxsize=1)
def _telling(doc: Doc) -> tuple[list[int], list[int]]:
    """Where such verbs and nouns stand in the text."""
    tokens = tokens_of(doc)
    return places(tokens, ("VERB", "ADJ"), _verbs()), places(tokens, ("NOUN", "PROPN"), _nouns())


@cache
def _verbs() -> frozenset[str]:
    """The verbs that can tell an event: they have an entry, or say something."""
    return reports().union(verb_entries())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun_entries()).union(nominal_entries())


def _verbal(token: Token) -> Trigger | None:
    if token.dep_ in _NO_CLAUSE and not clauses.is_mistaken(token):
        return None
    entry = fitting(token, verb_entries().get(token.lemma_.lower(), ()))
    if entry is None:
        act = act_of_saying(token) or _praise_of_doing(token)
        return Trigger(token, token, act, "speech") if act else None
    if _is_natural(token) or _calls_off(token):
        return None
    if entry.event_type == "JOIN" and any(is_in_class(noun, "body") for noun in clauses.objects(token)):
        return Trigger(token, token, entry, "verb")
    open_to_light = clauses.is_passive(token) if entry.objects or entry.beside else True
    if open_to_light and "subject" in entry.source and (light := _light(token)):
        return light
    return Trigger(token, token, entry, "verb_object" if entry.objects else "verb")


def _praise_of_doing(verb: Token) -> Entry | None:
    """The entry of a verb of praise that has an act of cooperation as its object (*stressed deepening ties*)."""
    praise = praising_verbs().get(verb.lemma_)
    if praise is None:
        return None
    gerunds = (child for child in children(verb) if child.dep_ == "xcomp" and child.tag_ == "VBG")
    acts = (fitting(gerund, verb_entries().get(gerund.lemma_, ())) for gerund in gerunds)
    return praise if any(act and act.event_type in {"SUPPORT", "COOPERATE"} for act in acts) else None


def _calls_off(verb: Token) -> bool:
    """Whether nobody in particular calls off what others do together: the noun tells it (*talks were cancelled*)."""
    if governors().get(verb.lemma_) != "negated" or not clauses.is_passive(verb) or clauses.agents(verb):
        return False
    entries = (_noun_entry(noun) for noun in clauses.objects(verb))
    return any(entry and entry.event_type in {"CONSULT", "COOPERATE", "SUPPORT"} for entry in entries)


def _is_natural(verb: Token) -> bool:
    """Whether a disaster or accident does it: the noun tells the event then (*a quake struck the coast*)."""
    doers = [*grammar.complements(verb, "by"), clauses.subject(verb)]
    if clauses.is_passive(verb):
        doers += grammar.complements(verb, "in")  # killed in a crash
    return any(noun is not None and (_is_disaster(noun) or is_in_class(noun, "accident")) for noun in doers)


def _is_disaster(noun: Token) -> bool:
    """Whether the noun is a disaster, or the name of one (*Typhoon Rai*)."""
    words = (noun, *grammar.modifiers(noun, "compound")) if noun.pos_ == "PROPN" else (noun,)
    entries = (entry for word in words for entry in noun_entries().get(word.lemma_.lower(), ()))
    return any(entry.event_type == "DISASTER" for entry in entries)


def _light(verb: Token) -> Trigger | None:
    """The event that the object of a light verb names (*held talks*)."""
    return next((found for noun in _light_objects(verb) if (found := _nominal(noun))), None)


def _light_objects(verb: Token) -> Iterator[Token]:
    if verb.lemma_ not in light_lemmas():
        return
    for noun in _direct_light_objects(verb):
        yield noun
        yield from contents(noun)


def _direct_light_objects(verb: Token) -> Iterator[Token]:
    if (verb.lemma_, "") in light_verbs():
        yield from clauses.objects(verb)
    for child in children(verb):
        if child.dep_ in {"prt", "prep"} and (verb.lemma_, child.lower_) in light_verbs():
            yield from clauses.objects(verb)
            yield from grammar.complements(verb, child.lower_)


def _nominal(noun: Token) -> Trigger | None:
    entry = _noun_entry(noun)
    if entry is None:
        return None
    if verb := _light_verb_of(noun):
        return Trigger(noun, verb, entry, "light_verb", _side(verb, noun))
    if _happens(noun):
        return Trigger(noun, noun.head, entry, "happening")
    return Trigger(noun, noun.head if _names_storm(noun) else noun, entry, "noun")


def _happens(noun: Token) -> bool:
    """Whether the clause says no more of the noun than that it happens (*the summit opened*)."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    beside = {"", *(child.lower_ for child in children(verb) if child.dep_ in {"prt", "dobj", "advmod", "acomp"})}
    return any((verb.lemma_, word) in happening_verbs() for word in beside)


def _noun_entry(noun: Token) -> Entry | None:
    if (noun.dep_ == "compound" and not _names_storm(noun)) or _is_in_adjective(noun):
        return None
    made = _made_of_verb(noun)
    if made and made.objects:
        return made
    entry = _own_entry(noun)
    return entry or made


def _is_figure(noun: Token) -> bool:
    """Whether a disaster is only a figure of speech (*an epidemic of crime*, *a flood of complaints*)."""
    return _is_disaster(noun) and any(is_in_class(of, "strife") for of in grammar.complements(noun, "of"))


def _is_in_adjective(noun: Token) -> bool:
    """Whether it is part of one (*a quake-hit town*)."""
    return noun.dep_ == "npadvmod" and noun.head.dep_ == "amod"


def _names_storm(noun: Token) -> bool:
    """Whether it stands before the name of a disaster (*Typhoon Rai struck the coast*)."""
    return noun.pos_ == "PROPN" and noun.head.pos_ == "PROPN" and noun.i + 1 == noun.head.i and _is_disaster(noun)


def _own_entry(noun: Token) -> Entry | None:
    entries = () if _is_figure(noun) else noun_entries().get(noun.lemma_.lower(), ())
    before = {child.lemma_.lower() for child in grammar.modifiers(noun, "compound", "amod", "nmod")}
    open_to = (entry for entry in entries if not entry.beside or entry.beside in before)
    return next((entry for entry in open_to if in_context(noun, entry)), None)


def _made_of_verb(noun: Token) -> Entry | None:
    """The entry of the verb that the noun is made of, where its phrase tells what undergoes the act."""
    entry = fitting_nominal(noun, nominal_entries().get(noun.lemma_.lower(), ()))
    told = entry and (entry.beside or any(grammar.complements(noun, *entry.undergoes, *entry.target)))
    return entry if told else None


def _light_verb_of(noun: Token) -> Token | None:
    """The light verb that the noun is the object of, first of its conjuncts."""
    head = noun.head
    while noun.dep_ == "conj":
        noun, head = head, head.head
    if head.lower_ == "of" and is_in_class(head.head, "part"):
        noun, head = head.head, head.head.head
    verb = head.head if noun.dep_ == "pobj" else head
    return verb if verb.pos_ == "VERB" and noun in _direct_light_objects(verb) else None


def _side(verb: Token, noun: Token) -> Side:
    beside = (
        noun.head.lower_ if noun.dep_ == "pobj" else next((c.lower_ for c in children(verb) if c.dep_ == "prt"), "")
    )
    return light_verbs().get((verb.lemma_, beside)) or light_verbs().get((verb.lemma_, ""), "source")
