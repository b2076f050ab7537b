"""What a verb of saying does by what is said: it demands, promises, refuses, accuses or praises."""

from spacy.tokens import Token

from toolkit.extract.events import clauses
from toolkit.extract.events.lexicon import Entry, is_in_class, noun_entries, reports, verb_entries
from toolkit.extract.tree import children
from toolkit.records import EventType

_DUTY = {"must", "should", "ought"}
_NEEDED = {"need", "require"}
_SELF = {"i", "we", "it", "they", "he", "she"}
FIRM = {"will", "wo", "'ll", "’ll"}
WILL = FIRM | {"would"}
# Verbs of thought, and of what one owns to oneself.
_THOUGHT = {
    "think", "know", "believe", "hear", "learn", "understand", "find", "show", "estimate",
    "admit", "concede", "acknowledge", "accept", "confess", "realise", "realize",
}  # fmt: skip


def _entry(event_type: EventType) -> Entry:
    return Entry(lemma="say", event_type=event_type, mode=None, target=("object", "dative", "to"))


def _of_content(event_type: EventType) -> Entry:
    """An act that is aimed at those whom the content speaks of, not at those who are told."""
    return Entry(lemma="say", event_type=event_type, mode=None, target=("none",))


_DEMAND, _PRAISE, _BLAME = _entry("REQUEST"), _entry("SUPPORT"), _of_content("ACCUSE")
_INTENT, _REFUSAL = _entry("AGREE"), _entry("REJECT")


def act_of_saying(verb: Token) -> Entry | None:
    """The entry of the act that the verb and its content make together; None where it only reports."""
    if verb.lemma_ not in reports() or verb.lemma_ in _THOUGHT:
        return None
    said = next((child for child in children(verb) if child.dep_ == "ccomp"), None)
    about = said and next((child for child in children(said) if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if said is None or about is None:
        return None
    modals = {child.lower_ for child in children(said) if child.dep_ == "aux"}
    refused = any(child.dep_ == "neg" for child in children(said))
    needed = said.lemma_ in _NEEDED and about.dep_ == "nsubjpass"
    if about.pos_ != "PRON" and about.dep_ != "expl" and (needed or modals & _DUTY):
        return _DEMAND
    if about.lower_ in _SELF and modals & FIRM and not (_tells_an_act(said) or _says_how_it_is(said, about)):
        return _REFUSAL if refused else _INTENT
    return None if refused else _of_statement(said, about, modals)


def _tells_an_act(said: Token) -> bool:
    """Whether the content may tell an event of its own, by its verb or its object."""
    by_object = any(noun.lemma_.lower() in noun_entries() for noun in clauses.objects(said))
    return by_object or said.lemma_ in verb_entries()


def _says_how_it_is(said: Token, about: Token) -> bool:
    """Whether *it* need not be the speaker (*said it will be hard*)."""
    return about.lower_ == "it" and said.lemma_ in {"be", "become", "seem", "remain", "mean"}


def _of_statement(said: Token, about: Token, modals: set[str]) -> Entry | None:
    """What a statement does: of bonds that will be or are good, it promises or praises; of the guilty, it accuses."""
    is_bond = is_in_class(about, "ties")
    if is_bond and modals & FIRM:
        return _INTENT
    if said.lemma_ != "be" or modals:
        return None
    told = [child for child in children(said) if child.dep_ in {"acomp", "attr", "prep"}]
    if is_bond and any(is_in_class(word, "praise") for word in told):
        return _PRAISE
    return _BLAME if any(is_in_class(word, "guilty") for word in told) else None
