"""Who says it, and to whom: the subject of the verb of saying, through relative clauses, control and the passive."""

from typing import NamedTuple

from spacy.tokens import Span, Token

from toolkit.extract.names import referents
from toolkit.extract.quotes.adding import teller
from toolkit.extract.quotes.lexicon import verbs_taking
from toolkit.extract.reading import Reading
from toolkit.extract.tree import children

# How many characters may stand between a verb of saying and the name of who says it.
_NEAR = 25
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_EXPECTING = {"expect", "schedule", "set", "plan", "due", "slate", "likely", "prepare", "intend"}
_UNSAID = {"would", "could", "should", "might", "may", "can", "must", "if", "unless"}
# What one does instead of saying something.
_REFUSING = {"decline", "refuse", "fail", "forget", "neglect"}
_HEDGING = {"aux", "mark", "advmod"}


class Party(NamedTuple):
    """A speaker or addressee: as printed, and the entity where it is known."""

    printed: str | None
    entity_id: str | None


NOBODY = Party(None, None)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is coordinated or controlled with, or the relative's noun."""
    if added := teller(verb):
        return added
    seen = 0
    while seen < 8:  # deeper chains are parser accidents
        own = [child for child in children(verb) if child.dep_ in _SUBJECTS]
        if own:
            return _antecedent(_who_reports(own, verb), verb)
        by = next((child for child in children(verb) if child.dep_ == "agent"), None)
        if by is not None:
            return next((child for child in children(by) if child.dep_ == "pobj"), None)
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "dep") or verb.head.pos_ not in ("VERB", "AUX", "ADJ"):
            return None
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG"):
            return None
        verb, seen = verb.head, seen + 1
    return None


def _who_reports(subjects: list[Token], verb: Token) -> Token:
    """The first subject; a later one where what is said stands before it (*the rise slowed, analysts commented*)."""
    said = next((child.i for child in children(verb) if child.dep_ == "ccomp" and child.i < verb.i), None)
    behind = [one for one in subjects if said is not None and said < one.i < verb.i]
    return behind[-1] if behind else subjects[0]


def _antecedent(subject: Token, verb: Token) -> Token:
    return verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject


def party(head: Token | None, reading: Reading) -> Party:
    """The noun phrase of that head as someone who speaks or is told."""
    if head is None:
        return NOBODY
    found = referents(head, reading)
    return Party(printed(head, reading), found[0].entity_id if found else None)


def person_beside(verb: Token, reading: Reading) -> Party:
    """The person whose name stands right after or before the verb (*..., the chairman, Jim Lund (Ohio), said*)."""
    sentence = reading.sentence_at(verb.idx)
    named = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.type == "PERSON" and m.level == "name"]
    gaps = [(max(m.start - verb.idx - len(verb), verb.idx - m.end), m) for m in named]
    near = min(((gap, m) for gap, m in gaps if gap <= _NEAR), key=lambda found: found[0], default=None)
    return Party(near[1].text, near[1].entity_id) if near else NOBODY


def person_before(quoted: Span, reading: Reading) -> Party:
    """The person whom the sentence before is about, in the same paragraph (*Berg was angry. “We will stay.”*)."""
    here = reading.sentence_at(quoted.start_char)
    before = reading.sentences[max(here.position - 1, 0)]
    if before is here or before.paragraph != here.paragraph:
        return NOBODY
    subject = subject_of(reading.span(before.start, before.end).root)
    mention = reading.mention_of_token.get(subject.i) if subject is not None else None
    return party(subject, reading) if mention and mention.type == "PERSON" else NOBODY


def printed(head: Token, reading: Reading) -> str:
    """The speaker as printed: the name, else the noun with what stands before it."""
    mention = reading.mention_of_token.get(head.i)
    if mention and mention.level == "name":
        return mention.text
    first = head
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss", "nummod", "quantmod") and child.left_edge.i < first.i:
            first = child.left_edge
    return head.doc[first.i : head.i + 1].text


def addressee(verb: Token, reading: Reading) -> Party:
    """Who is told: the object of *tell*, else whom *to* names."""
    for child in children(verb):
        if child.dep_ in ("dobj", "dative", "pobj") and child.pos_ in ("PROPN", "NOUN", "PRON") and _tells(verb):
            return party(child, reading)
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            return party(next((word for word in children(child) if word.dep_ == "pobj"), None), reading)
    return NOBODY


def _tells(verb: Token) -> bool:
    return verb.lemma_ in verbs_taking("addressee")


def is_expected(verb: Token) -> bool:
    """Whether it is yet to be said: *is expected to stress*, *will say*."""
    if any(child.dep_ == "aux" and child.lower_ in ("will", "’ll", "'ll", "shall") for child in children(verb)):
        return True
    while verb.dep_ in ("xcomp", "conj"):
        verb = verb.head
        if verb.lemma_.lower() in _EXPECTING:
            return True
    return False


def is_unsaid(verb: Token) -> bool:
    """Whether nothing was said: negation, conditions and mere possibility."""
    beside = [(child.dep_, child.lower_) for child in children(verb)]
    if any(kind == "neg" or (kind in _HEDGING and word in _UNSAID) for kind, word in beside):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _REFUSING:
        return True
    shares = verb.dep_ == "conj" and verb.tag_ == "VB" and not any(kind in ("aux", "nsubj") for kind, _ in beside)
    return shares and is_unsaid(verb.head)
