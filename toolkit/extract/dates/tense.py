"""Whether a sentence places an expression before or after publication: the tense of the verb that governs it."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from toolkit.lexicons import rows

Tense = Literal["past", "present", "future"]
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_HABITS = frozenset({"usually", "often", "always", "traditionally", "typically", "normally", "generally", "never"})
_SEEN = frozenset({"see", "help", "make", "let", "watch"})  # saw profits fall, where "fall" has no tense
_VERBAL = frozenset({"VERB", "AUX"})
_PRESENT = frozenset({"VBZ", "VBP"})
# Higher than any tree of a written sentence, so that a broken parse costs no more.
DEEPEST = 40


def tense_at(token: Token, *, appoints: bool = True) -> Tense | None:
    """The tense of the verb that governs the token; None where nothing tells, as in many headlines.

    *since* looks back whatever the verb; *until* and *by* look ahead unless the verb is past; a present verb that
    states an appointment (*the trial opens on Monday*) looks ahead, any other does not tell, but *as of* looks back.
    *was put off until May* lies ahead; *stayed until May* does not tell.

    Args:
        token: the head of the expression.
        appoints: whether a present verb can state an appointment; in headlines it cannot.
    """
    path = _climb(token)
    links = {one.lower_ for one in path[1:3]}
    ahead = bool({"by", "until", "till"} & links)
    for one in path:
        if one.lower_ == "since" and one.pos_ in {"ADP", "SCONJ"}:
            return "past"
        if one.pos_ in _VERBAL or one.lower_ == "due":
            tense = tense_of(one) if one.pos_ in _VERBAL else "future"
            if tense == "past" and ahead and _kind(one) == "plan":
                return "future"
            if tense == "past" and "by" not in links and ahead:
                return None
            if tense != "present":
                return tense
            if ahead or (appoints and _is_appointment(one)):
                return "future"
            return "past" if _is_as_of(path) else "present"
    return "future" if ahead else None


def is_of_noun(token: Token) -> bool:
    """Whether a noun has the period, as in *results for the third quarter*: its verb does not tell when that was."""
    link = token.head
    return link.pos_ == "ADP" and (link.lower_ == "for" or link.head.pos_ in ("NOUN", "PROPN"))


def _is_as_of(path: list[Token]) -> bool:
    return [one.lower_ for one in path[1:3]] == ["of", "as"]


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; an infinitive or participle has that of the verb above it."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    tags, words = {one.tag_ for one in helpers}, {one.lower_ for one in helpers}
    perfect = any(one.lemma_ == "have" for one in helpers)
    if "MD" in tags:
        return "past" if perfect and not words & _WILL else "future"
    if perfect or "VBD" in tags | {verb.tag_}:
        return "past"
    if verb.dep_ == "ccomp" and verb.tag_ == "VBP" and verb.head.lemma_ in _SEEN and verb.head != verb:
        return tense_of(verb.head)
    if "to" in words or verb.tag_ == "VB":
        return _of_infinitive(verb)
    if tags & _PRESENT:
        return "future" if _looks_ahead(verb) else "present"
    return _of_participle(verb) if verb.tag_ in {"VBG", "VBN"} else "present"


def _looks_ahead(verb: Token) -> bool:
    """*is scheduled to open*, *is going to open*."""
    if verb.tag_ == "VBN":
        return _kind(verb) == "plan"
    return verb.lower_ == "going" and any(child.dep_ == "xcomp" for child in verb.children)


def _of_infinitive(verb: Token) -> Tense | None:
    """*to meet* lies ahead of a plan and of *is*; of any other verb it has the tense (*came to power*)."""
    above = next((one for one in _climb(verb)[1:] if one.pos_ in _VERBAL or one.pos_ == "ADJ"), None)
    if above is None or above.pos_ == "ADJ" or _kind(above) == "plan":
        return "future"
    tense = tense_of(above)
    return "future" if tense == "present" and above.lemma_ in {"be", "go"} else tense


def _of_participle(verb: Token) -> Tense | None:
    """*a deal signed in May* is past, *a vote planned for May* ahead; *saying so* goes with the verb above."""
    if verb.tag_ == "VBN":
        return "future" if _kind(verb) == "plan" else "past"
    above = next((one for one in _climb(verb)[1:] if one.pos_ in _VERBAL), None)
    return tense_of(above) if above else "past"


def _climb(token: Token) -> list[Token]:
    """The token and its governors, up to the root."""
    path = [token]
    while path[-1].head.i != path[-1].i and len(path) < DEEPEST:
        path.append(path[-1].head)
    return path


def _is_appointment(verb: Token) -> bool:
    is_habit = any(child.lower_ in _HABITS for child in verb.children)
    return _kind(verb) != "state" and verb.tag_ in _PRESENT and not is_habit


def _kind(verb: Token) -> str | None:
    return _kinds().get(verb.lemma_)


@cache
def _kinds() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in rows("tense_verbs")}
