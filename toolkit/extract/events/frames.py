"""Which entry of the lexicon a verb fits: by the particle and the object that it stands with."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from spacy.tokens import Token

from toolkit.extract.events import clauses, grammar
from toolkit.extract.events.lexicon import ANY, RECOGNISED, Entry, is_in_class
from toolkit.extract.sentences import sentence_of
from toolkit.extract.tree import children

_PARTICLES = {"prt", "prep", "agent", "advmod", "dative", "acomp", "oprd", "ccomp"}


def fitting(verb: Token, entries: Iterable[Entry]) -> Entry | None:
    """The first of the entries whose particle, object, voice and context the verb has."""
    for entry in entries:
        if _fits(verb, entry):
            return entry
    return None


def fitting_nominal(noun: Token, entries: Iterable[Entry]) -> Entry | None:
    """The first of the entries of the noun's verb whose particle, object and context the noun has."""
    for entry in entries:
        if (not entry.beside or _has_particle(noun, entry.beside)) and in_context(noun, entry):
            before = (f"{word.lemma_.lower()}" for word in grammar.modifiers(noun, "compound"))
            called = {*before, *chain.from_iterable(map(_called, phrase_nouns(noun, entry)))}
            if not entry.objects or not entry.objects.isdisjoint(called) or (ANY in entry.objects and called):
                return entry
    return None


def in_context(word: Token, entry: Entry) -> bool:
    """Whether the sentence holds a word that the entry asks for."""
    if not entry.context:
        return True
    return any(other.lemma_.lower() in entry.context for other in sentence_of(word) if other != word)


def phrase_nouns(verb: Token, entry: Entry) -> list[Token]:
    """The nouns of the verb's phrase, of which the entry asks for one: objects, and what its preposition governs."""
    if not entry.objects:
        return []
    undergoing = grammar.complements(verb, *entry.undergoes) if entry.undergoes else clauses.objects(verb)
    nouns = [*undergoing, *(grammar.complements(verb, entry.beside) if entry.beside else ())]
    return [*nouns, *(inner for noun in nouns for inner in contents(noun))]


def contents(noun: Token) -> Iterator[Token]:
    """What a noun of number or part is made of: *a round of talks*, *a team of doctors*."""
    if is_in_class(noun, "part"):
        yield from grammar.complements(noun, "of")


def _fits(verb: Token, entry: Entry) -> bool:
    """Whether the verb has the particle and the object that the entry asks for."""
    if not entry.beside and verb.pos_ == "ADJ":
        return False
    if entry.beside and not _has_particle(verb, entry.beside):
        return False
    if "subject" not in entry.source and not clauses.is_passive(verb):
        return False
    return (not entry.objects or _has_object(verb, entry)) and in_context(verb, entry)


def _has_particle(verb: Token, word: str) -> bool:
    if word == "to" and any(_is_infinitive(child) for child in children(verb)):
        return True
    if word == "for" and grammar.bidden(verb):
        return True
    return any(child.lower_ == word and child.dep_ in _PARTICLES and not _is_dating(child) for child in children(verb))


def _is_dating(preposition: Token) -> bool:
    """Whether a preposition opens a date (*called on Saturday*)."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in children(preposition))


def _is_infinitive(token: Token) -> bool:
    return token.dep_ == "xcomp" and any(child.lower_ == "to" for child in children(token))


def _has_object(verb: Token, entry: Entry) -> bool:
    if ANY in entry.objects:
        return bool(clauses.objects(verb))
    if not entry.objects.isdisjoint(_called_objects(verb)):
        return True
    return bool(entry.beside) and any(
        not entry.objects.isdisjoint(_called(noun)) for noun in grammar.complements(verb, entry.beside)
    )


@lru_cache(maxsize=1024)
def _called_objects(verb: Token) -> frozenset[str]:
    """What the objects of the verb are called; many entries ask it of one verb."""
    nouns = clauses.objects(verb)
    return frozenset(chain.from_iterable(map(_called, [*nouns, *chain.from_iterable(map(contents, nouns))])))


def _called(noun: Token) -> Iterator[str]:
    """What names a noun is: itself, with the word before it (*house*, *white house*), and the kind of a proper name."""
    lemma, label = noun.lemma_.lower(), noun.ent_type_
    if lemma not in RECOGNISED:  # the word *place* is not the name of one
        yield lemma
    yield from (f"{first.lower_} {lemma}" for first in grammar.modifiers(noun, "compound", "amod", "nummod"))
    yield from (kind for kind, labels in RECOGNISED.items() if label in labels)
