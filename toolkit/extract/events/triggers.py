"""The words of a sentence that tell events: verbs, verbs with their objects, light verbs with event nouns, nouns."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from toolkit.extract.events import grammar
from toolkit.extract.events.lexicon import (
    ANY,
    RECOGNISED,
    Entry,
    Side,
    happening_verbs,
    light_verbs,
    noun_entries,
    reports,
    verb_entries,
)

_PARTICLES = {"prt", "prep", "agent", "advmod", "dative", "acomp", "oprd", "ccomp"}

_NO_CLAUSE = {"amod", "compound", "aux", "auxpass"}
_DUTY = {"must", "should", "ought"}
_SELF = {"i", "we", "it", "they", "he", "she"}
_FIRM = {"will", "wo", "'ll", "’ll"}
WILL = _FIRM | {"would"}
_THOUGHT = {"think", "know", "believe", "hear", "learn", "understand", "find", "show"}
_DEMAND = Entry(lemma="say", event_type="REQUEST", mode=None, target=("object",))
_INTENT = Entry(lemma="say", event_type="AGREE", mode=None, target=("object",))
_REFUSAL = Entry(lemma="say", event_type="REJECT", mode=None, target=("object",))


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
    verbal = [trigger for token in verbs if (trigger := _verbal(token))]
    used = {trigger.token.i for trigger in verbal}
    used |= {noun.i for trigger in verbal for noun in phrase_nouns(trigger.clause, trigger.entry)}
    used |= {trigger.clause.head.i for trigger in verbal if grammar.is_mistaken(trigger.clause)}
    nominal = [trigger for token in nouns if token.i not in used and (trigger := _nominal(token))]
    return sorted([*verbal, *nominal], key=lambda trigger: trigger.token.i)


def _candidates(sentence: Span) -> Iterator[list[Token]]:
    """The verbs and the nouns of the sentence that can tell events by their lemma; most words cannot."""
    for places in _telling(sentence.doc):
        first, last = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
        yield [sentence.doc[at] for at in places[first:last]]


@lru_cache(maxsize=1)
def _telling(doc: Doc) -> tuple[list[int], list[int]]:
    """Where such verbs and nouns stand in the text; found in one sweep, since sentence after sentence is asked for."""
    verbal, adjective, noun, name = (doc.vocab.strings[pos] for pos in ("VERB", "ADJ", "NOUN", "PROPN"))
    verbs, nouns = [], []
    for at, (lemma, pos) in enumerate(doc.to_array(["LEMMA", "POS"]).tolist()):
        if pos in (verbal, adjective):
            if _may_be_verb(lemma, doc.vocab):
                verbs.append(at)
        elif pos in (noun, name) and _may_be_noun(lemma, doc.vocab):
            nouns.append(at)
    return verbs, nouns


@lru_cache(maxsize=50_000)
def _may_be_verb(lemma: int, vocab: Vocab) -> bool:
    """Whether a verb of this lemma can tell an event: it has an entry, or says something."""
    word = vocab.strings[lemma]
    return word.lower() in verb_entries() or word in reports()


@lru_cache(maxsize=50_000)
def _may_be_noun(lemma: int, vocab: Vocab) -> bool:
    return vocab.strings[lemma].lower() in noun_entries()


def _verbal(token: Token) -> Trigger | None:
    if token.dep_ in _NO_CLAUSE and not grammar.is_mistaken(token):
        return None
    fitting = (entry for entry in verb_entries().get(token.lemma_.lower(), ()) if _fits(token, entry))
    entry = next(fitting, None)
    if entry is None:
        return _speech(token)
    if _is_natural(token):
        return None
    open_to_light = grammar.is_passive(token) if entry.objects or entry.beside else True
    if open_to_light and "subject" in entry.source and (light := _light(token)):
        return light
    return Trigger(token, token, entry, "verb_object" if entry.objects else "verb")


def _is_natural(verb: Token) -> bool:
    """Whether a disaster does it: the noun tells the event then (*a quake struck the coast*)."""
    doers = [*grammar.complements(verb, "by"), *(noun for noun in verb.children if noun.dep_ == "nsubj")]
    return any(entry.event_type == "DISASTER" for noun in doers for entry in noun_entries().get(noun.lemma_, ()))


def _speech(verb: Token) -> Trigger | None:
    """What a verb of saying does: it demands of others what they must do, or tells what the speaker will do."""
    said = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if said is None or verb.lemma_ not in reports() or verb.lemma_ in _THOUGHT:
        return None
    about = next((child for child in said.children if child.dep_ == "nsubj"), None)
    modals = {child.lower_ for child in said.children if child.dep_ == "aux"}
    if about is None:
        return None
    if about.pos_ != "PRON" and modals & _DUTY:
        return Trigger(verb, verb, _DEMAND, "speech")
    if about.lower_ in _SELF and modals & _FIRM and said.lemma_ not in verb_entries():
        refused = any(child.dep_ == "neg" for child in said.children)
        return Trigger(verb, verb, _REFUSAL if refused else _INTENT, "speech")
    return None


def _fits(verb: Token, entry: Entry) -> bool:
    """Whether the verb has the particle and the object that the entry asks for."""
    if verb.pos_ == "ADJ" and not entry.beside:
        return False
    if entry.beside and not _has_particle(verb, entry.beside):
        return False
    if "subject" not in entry.source and not grammar.is_passive(verb):
        return False
    return _in_context(verb, entry) and (not entry.objects or _has_object(verb, entry))


def _in_context(word: Token, entry: Entry) -> bool:
    if not entry.context:
        return True
    return any(other.lemma_.lower() in entry.context for other in word.sent if other != word)


def _has_object(verb: Token, entry: Entry) -> bool:
    if ANY in entry.objects:
        return bool(grammar.objects(verb))
    found = phrase_nouns(verb, entry)
    kinds = entry.objects & RECOGNISED.keys()
    names, words = {label for kind in kinds for label in RECOGNISED[kind]}, entry.objects - kinds
    return any(noun.ent_type_ in names or not words.isdisjoint(_called(noun)) for noun in found)


def _called(noun: Token) -> Iterator[str]:
    """The noun by itself and with the word before it (*house*, *white house*)."""
    lemma = noun.lemma_.lower()
    yield lemma
    yield from (f"{first.lower_} {lemma}" for first in grammar.modifiers(noun, "compound", "amod", "nummod"))


def phrase_nouns(verb: Token, entry: Entry) -> list[Token]:
    """The nouns of the verb's phrase, of which the entry asks for one: objects, and what its preposition governs."""
    if not entry.objects:
        return []
    return [*grammar.objects(verb), *(grammar.complements(verb, entry.beside) if entry.beside else ())]


def _has_particle(verb: Token, word: str) -> bool:
    if word == "to" and any(_is_infinitive(child) for child in verb.children):
        return True
    return any(child.lower_ == word and child.dep_ in _PARTICLES and not _is_dating(child) for child in verb.children)


def _is_dating(preposition: Token) -> bool:
    """Whether a preposition opens a date (*called on Saturday*)."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children)


def _is_infinitive(token: Token) -> bool:
    return token.dep_ == "xcomp" and any(child.lower_ == "to" for child in token.children)


def _light(verb: Token) -> Trigger | None:
    """The event that the object of a light verb names (*held talks*)."""
    return next((found for noun in _light_objects(verb) if (found := _nominal(noun))), None)


def _light_objects(verb: Token) -> Iterator[Token]:
    for noun in grammar.objects(verb):
        if (verb.lemma_, "") in light_verbs():
            yield noun
    for child in verb.children:
        if child.dep_ in {"prt", "prep"} and (verb.lemma_, child.lower_) in light_verbs():
            yield from grammar.objects(verb)
            yield from grammar.complements(verb, child.lower_)


def _nominal(noun: Token) -> Trigger | None:
    entry = _noun_entry(noun)
    if entry is None:
        return None
    if verb := _light_verb_of(noun):
        return Trigger(noun, verb, entry, "light_verb", _side(verb, noun))
    if _happens(noun):
        return Trigger(noun, noun.head, entry, "happening")
    return Trigger(noun, noun, entry, "noun")


def _happens(noun: Token) -> bool:
    """Whether the clause says no more of the noun than that it happens (*the summit opened*)."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    beside = {"", *(child.lower_ for child in verb.children if child.dep_ in {"prt", "dobj", "advmod", "acomp"})}
    return any((verb.lemma_, word) in happening_verbs() for word in beside)


def _noun_entry(noun: Token) -> Entry | None:
    if noun.dep_ == "compound":
        return None
    entries = noun_entries().get(noun.lemma_.lower())
    if entries is None:
        return None
    before = {child.lemma_.lower() for child in grammar.modifiers(noun, "compound", "amod", "nmod")}
    fitting = (entry for entry in entries if not entry.beside or entry.beside in before)
    return next((entry for entry in fitting if _in_context(noun, entry)), None)


def _light_verb_of(noun: Token) -> Token | None:
    """The light verb that the noun is the object of, first of its conjuncts."""
    head = noun.head
    while noun.dep_ == "conj":
        noun, head = head, head.head
    verb = head.head if noun.dep_ == "pobj" else head
    return verb if verb.pos_ == "VERB" and noun in _light_objects(verb) else None


def _side(verb: Token, noun: Token) -> Side:
    beside = noun.head.lower_ if noun.dep_ == "pobj" else next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return light_verbs().get((verb.lemma_, beside)) or light_verbs().get((verb.lemma_, ""), "source")
