"""Participles that go on with what somebody says: *Berg said the talks went well, adding that they would resume*."""

from spacy.tokens import Token

from toolkit.extract.quotes.lexicon import report_verbs
from toolkit.extract.sentences import sentence_of
from toolkit.extract.tree import children

_LOOSE = {"advcl", "acl", "conj", "dep", "xcomp"}
# The verb whose object says what the participle reports (*quoted an official, Ana Berg, saying*).
_CITING = {"quote"}
# Clauses within which one speaker goes on.
_APART = {"relcl", "advcl", "parataxis"}


def teller(verb: Token) -> Token | None:
    """Who says what the participle adds: the subject of the main verb of saying above it; None where it adds nothing.

    That verb's clause is nearer to the participle, and its subject is the one that the parser offers.
    """
    if not is_added(verb):
        return None
    if verb.head.lemma_ in _CITING and (cited := _first(verb.head, "dobj")):
        return cited
    main = _main_saying(verb) or (_verb_above(verb.head) if verb.dep_ == "acl" else None)
    return _first(main, "nsubj", "nsubjpass") if main is not None else None


def is_added(verb: Token) -> bool:
    """Whether it is a participle of saying without a subject, set off by a comma; *adding* is one without a comma."""
    if verb.tag_ != "VBG" or verb.dep_ not in _LOOSE or verb.lemma_ not in report_verbs() or verb.head.i >= verb.i:
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in children(verb)):
        return False
    return verb.lemma_ == "add" or verb.nbor(-1).text == ","


def _main_saying(verb: Token) -> Token | None:
    """The highest verb of saying above the participle that one speaker's clauses lead to."""
    found = None
    for above in verb.ancestors:
        own = _first(above, "nsubj") is not None
        if own and above.lemma_ in report_verbs():
            found = above
        if found is not None and (above.dep_ in _APART or (above.dep_ == "conj" and own)):
            break
    return found


def _verb_above(noun: Token) -> Token | None:
    """The main verb of the sentence, where the participle hangs on a thing that cannot speak."""
    root = sentence_of(noun).root
    speaks = noun.ent_type_ or noun.i < root.i
    return None if speaks or root.pos_ not in {"VERB", "AUX"} else root


def _first(verb: Token, *labels: str) -> Token | None:
    return next((child for child in children(verb) if child.dep_ in labels), None)
