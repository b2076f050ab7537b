"""Whether a sentence places an expression before or after publication: the tense of the verb that governs it."""

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future"]
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
# What has these as a complement lies ahead of them: *is set to open*, *plans to visit*, *agreed to meet*.
_PLANS = frozenset(
    {
        "agree", "aim", "announce", "arrange", "ask", "commit", "due", "expect", "forecast", "hope", "intend", "invite",
        "need", "order", "plan", "pledge", "prepare", "project", "promise", "propose", "ready", "schedule", "seek",
        "set", "slate", "threaten", "urge", "vow", "want", "warn", "wish",
    }
)  # fmt: skip
_STATES = frozenset({"be", "have", "say", "show", "remain", "include", "come", "follow", "mark"})
_VERBAL = frozenset({"VERB", "AUX"})
DEEPEST = 40


def tense_at(token: Token) -> Tense | None:
    """The tense of the verb that governs the token; None where nothing tells, as in many headlines.

    *since* looks back whatever the verb; *until* and *by* look ahead unless the verb is past; a present verb that
    states an appointment (*the trial opens on Monday*) looks ahead, any other does not tell.
    """
    path = _climb(token)
    ahead = bool({"by", "until", "till"} & {one.lower_ for one in path[1:3]})
    for one in path:
        if one.lower_ == "since" and one.pos_ in {"ADP", "SCONJ"}:
            return "past"
        if one.pos_ in _VERBAL or one.lower_ == "due":
            tense = tense_of(one) if one.pos_ in _VERBAL else "future"
            return "future" if tense == "present" and (ahead or _is_appointment(one)) else tense
    return "future" if ahead else None


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; an infinitive or participle has that of the verb above it."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    forms = {child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & _WILL:
        return "future"
    if verb.lemma_ in _PLANS and forms & {"VBZ", "VBP"} and verb.tag_ == "VBN":
        return "future"
    if (
        forms & {"VBD"}
        or verb.tag_ == "VBD"
        or "have" in {child.lemma_ for child in verb.children if child.dep_ == "aux"}
    ):
        return "past"
    if "to" in helpers or verb.tag_ == "VB":
        return _of_infinitive(verb)
    if verb.tag_ == "VBG" and forms & {"VBZ", "VBP"}:
        return "future" if any(child.dep_ == "xcomp" for child in verb.children) else "present"
    if verb.tag_ == "VBN":
        return "past" if not forms & {"VBZ", "VBP"} else "present"
    if verb.tag_ == "VBG":
        return _above(verb)
    return "present"


def _of_infinitive(verb: Token) -> Tense | None:
    """*to meet* lies ahead of a plan; with a past verb that is no plan, it has happened (*came to power*)."""
    above = (
        next((one for one in _climb(verb.head) if one.pos_ in _VERBAL | {"ADJ"}), None)
        if verb.head is not verb
        else None
    )
    if above is None or above.lemma_ in _PLANS or any(child.lower_ == "going" for child in above.children):
        return "future"
    return tense_of(above) if above.pos_ in _VERBAL and above.i != verb.i else "future"


def _above(verb: Token) -> Tense | None:
    for one in _climb(verb.head) if verb.head is not verb else ():
        if one.pos_ in _VERBAL and one.i != verb.i:
            return tense_of(one)
    return "past"


def _climb(token: Token) -> list[Token]:
    """The token and its governors, up to the root."""
    path = [token]
    while path[-1].head is not path[-1] and len(path) < DEEPEST:
        path.append(path[-1].head)
    return path


def _is_appointment(verb: Token) -> bool:
    return verb.lemma_ not in _STATES and verb.tag_ in {"VBZ", "VBP"}
