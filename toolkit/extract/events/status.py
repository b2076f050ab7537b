"""Whether what a clause tells has happened: tense, modals, negation, and the verbs that govern it."""

from spacy.tokens import Token

from toolkit.extract.events.lexicon import governors, is_in_class, reports
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.sentences import words_before
from toolkit.extract.tree import children
from toolkit.records import Status

_WILL = {"will", "shall", "'ll", "’ll", "wo"}
_MODALS = {"would", "could", "may", "might", "should", "can", "must", "ought", "ca", "'d", "’d"}
_CONDITIONS = {"if", "unless", "whether", "lest"}
_PLANNED = {"planned", "upcoming", "forthcoming", "scheduled", "future", "next", "expected", "coming", "impending"}
_ONGOING = {"ongoing", "current", "continuing", "existing"}
_POSSIBLE = {"possible", "potential", "proposed", "alleged", "hypothetical", "eventual", "any"}
# Subjects whose *is to do it* tells a wish (*the goal is to reach a truce*).
_WISHED = {"aim", "goal", "objective", "hope", "wish", "desire", "dream", "priority", "task", "ambition", "challenge"}
# Words before a noun that make its infinitive a fact (*the first country to join*).
_SINGLING = {"first", "second", "third", "last", "latest", "only", "next"}
_NEGATIVE = {"no", "neither", "nor"}
_NOBODY = {"nobody", "none", "nothing", "neither"}
# Adverbs of what may never be.
_PERHAPS = {"possibly", "perhaps", "potentially", "maybe", "conceivably", "hopefully"}
# What a crowd does in order to protest.
_GATHER = {"gather", "assemble", "rally", "march", "take", "converge", "turn", "come", "meet", "flock", "congregate"}
# Prepositions of a time or an occasion, which the verb above does not govern.
_OCCASIONS = {"in", "at", "after", "before", "during", "since", "amid", "following", "on", "over", "by", "until"}
_GOVERNED = {"xcomp", "ccomp", "pcomp", "acl", "conj", "advcl"}
# Prepositions whose clause is told for itself (*after meeting the king*).
_APART = {"after", "before", "by", "since", "upon", "on", "while", "when", "without", "in"}
# Verbs that report with a clause (*told her that he left*) and bid with an infinitive (*told her to leave*).
_BIDDING = {"tell", "signal", "remind"}
# Acts of words, which are done as they are offered.
_SPOKEN = {"SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "AGREE"}
# How far governing verbs are followed; deeper chains are parse errors.
_DEPTH = 5


def status_of(trigger: Trigger) -> Status:
    """The status of the event that the trigger tells."""
    if trigger.token != trigger.clause and (found := _of_noun(trigger.token)):
        return found
    if trigger.clause.pos_ in {"NOUN", "PROPN"}:
        return _of_noun(trigger.clause) or _of_nominal(trigger.clause)
    if trigger.entry.event_type == "HOST" and _is_held_now(trigger.clause):
        return "ongoing"
    if trigger.entry.event_type == "PROTEST" and gathers_for(trigger.clause):
        return _of_clause(trigger.clause.head) or "occurred"
    found = _of_clause(trigger.clause)
    return found or ("hypothetical" if trigger.rule == "light_verb" and _is_sought(trigger) else "occurred")


def gathers_for(clause: Token) -> bool:
    """Whether a crowd has come together to do it, and so does it (*gathered to protest*)."""
    return clause.dep_ in {"advcl", "xcomp"} and clause.tag_ == "VB" and clause.head.lemma_ in _GATHER


def _is_sought(trigger: Trigger) -> bool:
    """Whether the light verb only wishes for the event (*they seek an invasion*); words are spoken at once."""
    return governors().get(trigger.clause.lemma_) == "hypothetical" and trigger.entry.event_type not in _SPOKEN


def _is_held_now(clause: Token) -> bool:
    """Whether what is hosted is told of in the present (*the summit, hosted by Peru, focuses on trade*)."""
    noun = clause.head
    return clause.dep_ == "acl" and noun.dep_ == "nsubj" and noun.head.tag_ in {"VBZ", "VBP"}


def _of_noun(noun: Token) -> Status | None:
    """What the words before a noun tell (*planned talks*, *no agreement*)."""
    words = {child.lower_ for child in children(noun) if child.dep_ in {"amod", "det", "nmod"}}
    if words & _NEGATIVE:
        return "negated"
    if words & _PLANNED:
        return "planned"
    if words & _ONGOING:
        return "ongoing"
    return "hypothetical" if words & _POSSIBLE else None


def _of_nominal(noun: Token) -> Status:
    """What the verb tells that the noun is subject or object of."""
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun.head
    if head.pos_ == "NOUN" and noun.head.lower_ in {"for", "of"} and (thought := governors().get(head.lemma_)):
        return thought  # a plan for strikes, the prospect of talks
    if head.pos_ not in {"VERB", "AUX"} or noun.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return "occurred"
    undergoes = noun.dep_ in {"dobj", "pobj", "nsubjpass"} and noun.head.lower_ not in _OCCASIONS
    governed = governors().get(head.lemma_)
    if undergoes and governed and not (noun.dep_ == "nsubjpass" and _is_judged(governed, head)):
        return governed
    if noun.dep_ == "nsubj" and (judged := _of_predicate(head)):
        return judged
    return (_of_clause(head) or "occurred") if noun.dep_ != "pobj" else "occurred"


def _is_judged(governed: Status, verb: Token) -> bool:
    """Whether the passive verb only says what others think of the fact (*the raid was condemned*, *was denied*)."""
    return governed == "hypothetical" or verb.lemma_ == "deny"


def _of_predicate(verb: Token) -> Status | None:
    """What an adjective says of the subject (*a visit is unlikely*)."""
    said = (child for child in children(verb) if child.dep_ == "acomp")
    return next((status for word in said if (status := governors().get(word.lemma_))), None)


def _of_clause(verb: Token, depth: int = 0) -> Status | None:
    """The status that the clause and its governors tell; None where nothing speaks against its having happened."""
    found = _own(verb)
    if found in {"negated", "hypothetical"} or depth > _DEPTH:
        return found
    return _governed(verb, depth) or found


def _own(verb: Token) -> Status | None:
    beside = children(verb)
    if verb.pos_ == "ADJ" and verb.dep_ == "acomp":  # not, will and may stand beside the copula
        beside += children(verb.head)
    words = {child.lower_ for child in beside if child.dep_ in {"aux", "auxpass", "mark", "neg"}}
    if any(child.dep_ == "neg" or _is_nobody(child) for child in beside):
        return "negated"
    if words & {"if", "whether"} or (words & _WILL and _is_conditional(verb)):
        return "hypothetical"
    if is_perhaps(verb):
        return "hypothetical"
    if _is_to_be(verb, words):
        return "planned"
    if words & _WILL or (words & _MODALS == {"would"} and _is_future_of_past(verb)):
        return "planned"
    if words & _MODALS or words & _CONDITIONS:
        return "hypothetical"
    return "ongoing" if verb.tag_ == "VBG" and words & {"is", "are", "am", "'s", "'re", "been"} else None


def is_perhaps(verb: Token) -> bool:
    """Whether a word before the verb says that it may never be (*will possibly agree*)."""
    return any(word.lower_ in _PERHAPS for word in verb.doc[verb.left_edge.i : verb.i])


def _is_to_be(verb: Token, words: set[str]) -> bool:
    """Whether a headline's infinitive tells what is to come (*Modi to visit Moscow*), by whatever label it hangs."""
    if verb.tag_ != "VB" or "to" not in words:
        return False
    if verb.dep_ in {"relcl", "acl", "xcomp"}:
        return verb.head.dep_ == "ROOT" and verb.head.pos_ in {"PROPN", "NOUN"} and _is_bare(verb)
    return verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in children(verb))


def _is_bare(verb: Token) -> bool:
    """Whether its sentence has no finite verb before it."""
    return all(token.tag_ not in {"VBD", "VBZ", "VBP", "MD"} for token in words_before(verb, verb.i))


def _is_conditional(verb: Token) -> bool:
    """Whether it will happen under a condition alone (*unless Oslo pays, they will attack*)."""
    clauses = (child for child in children(verb) if child.dep_ == "advcl")
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for clause in clauses for child in children(clause))


def _is_nobody(party: Token) -> bool:
    """Whether a party of the clause is nobody: *no country condemned it*, *they attacked nobody*."""
    if party.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    return party.lower_ in _NOBODY or any(
        child.dep_ == "det" and child.lower_ in _NEGATIVE for child in children(party)
    )


def _is_future_of_past(verb: Token) -> bool:
    """Whether *would* is the *will* of reported speech (*announced that it would host*)."""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in reports() or verb.head.tag_ not in {"VBD", "VBN"}:
        return False
    return not any(child.lower_ in _CONDITIONS for child in children(verb))


def _governed(verb: Token, depth: int) -> Status | None:
    """The status that the governing verb lends, itself hedged or not."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ not in _GOVERNED or head == verb:
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "against":  # decided against joining
        return "negated"
    if verb.dep_ == "pcomp" and verb.head.lower_ in _APART:
        return "negated" if verb.head.lower_ == "without" else None
    if verb.dep_ == "ccomp" and _is_coordinated(verb):
        return None
    if verb.dep_ == "conj":
        shared = not any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in children(verb))
        return _of_clause(head, depth + 1) if shared else None
    if verb.dep_ == "advcl" and _is_yet_to_be(verb):
        return "planned"
    if verb.dep_ == "advcl":
        return "hypothetical" if any(child.lower_ in _CONDITIONS for child in children(verb)) else _purpose(verb)
    lent = _lent(verb, head)
    if head.lemma_ in _BIDDING and _is_infinitive(verb):
        return "hypothetical"
    if lent == "negated" and verb.i < head.i:
        return None  # the city was shelled, officials denied
    above = _of_clause(head, depth + 1) if head.lemma_ not in reports() else None
    return above if above in {"negated", "hypothetical"} else lent or above


def _is_yet_to_be(verb: Token) -> bool:
    """Whether the present after *before* or *until* is a future (*before Britain takes over*)."""
    return verb.tag_ in {"VBZ", "VBP"} and any(child.lower_ in {"before", "until", "till"} for child in children(verb))


def _is_coordinated(clause: Token) -> bool:
    """Whether *and* stands before a clause with its own subject, which the parser takes for a complement."""
    first = clause.left_edge
    joined = first.i > clause.head.i and first.nbor(-1).dep_ == "cc" and first.nbor(-1).head == clause.head
    return joined and any(child.dep_ in {"nsubj", "nsubjpass"} for child in children(clause))


def _lent(verb: Token, head: Token) -> Status | None:
    """What the governing word says of its complement, itself not hedged."""
    if verb.dep_ == "xcomp" and any(child.dep_ == "nsubj" and child.lemma_ in _WISHED for child in children(head)):
        return "hypothetical" if head.lemma_ in {"be", "remain"} else governors().get(head.lemma_)
    if head.lemma_ == "be" and verb.dep_ == "xcomp":
        return "planned"
    given = governors().get(head.lemma_)
    if given is None and verb.dep_ == "acl" and is_in_class(head, "intent") and head.lemma_ != "effort":
        return "planned"
    if given is None and verb.dep_ == "acl" and _is_infinitive(verb) and not _tells_of(head):
        return "hypothetical"  # cooperation to fight them
    return given


def _tells_of(noun: Token) -> bool:
    """Whether its infinitive is more than a wish: the noun is an effort, or of a row (*the first state to join*)."""
    return is_in_class(noun, "intent") or any(
        child.lower_ in _SINGLING or child.tag_ in {"JJS", "RBS"} for child in children(noun)
    )


def _purpose(verb: Token) -> Status | None:
    """An infinitive of purpose (*met to discuss*) is intended, not done."""
    return "hypothetical" if _is_infinitive(verb) else None


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in children(verb))
