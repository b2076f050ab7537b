"""What words commit to: who says that he will do something promises or threatens; who will not, rejects."""

from dataclasses import replace

from toolkit.extract.events import clauses
from toolkit.extract.events.arguments import Participants
from toolkit.extract.events.frames import fitting
from toolkit.extract.events.lexicon import is_in_class, reports, verb_entries
from toolkit.extract.events.nominal import speakers
from toolkit.extract.events.speech import WILL
from toolkit.extract.events.status import is_perhaps
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.reading import Reading
from toolkit.extract.tree import children
from toolkit.records import EventType

_FRIENDLY = {"CONCEDE", "RETREAT", "AID", "SUPPORT", "CONSULT", "COOPERATE", "AGREE"}
# Acts that a wish makes an agreement; a meeting or aid that is wished for stays what it is.
_COOPERATIVE = {"SUPPORT", "COOPERATE"}
_WISHES = {
    "hope",
    "want",
    "wish",
    "aim",
    "intend",
    "seek",
    "strive",
    "desire",
    "aspire",
    "look",
    "endeavour",
    "endeavor",
}
_WISHES |= {"ready", "willing", "eager", "keen", "prepared", "determined", "endeavor"}
_FAILING = {"fail", "decline"}
_VOWS = {"vow", "promise", "pledge", "swear"}
_HOSTILE = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"}


def committed(trigger: Trigger, sides: Participants, reading: Reading) -> tuple[Trigger, Participants]:
    """The same trigger, read as a promise, a threat or a refusal where its clause is one (PLOVER manual, AGREE).

    *Oslo says it will free the prisoners* is AGREE, *it will attack* is THREATEN, *it will not free them* is REJECT.
    """
    if _is_wished(trigger):
        return replace(trigger, entry=replace(trigger.entry, event_type="AGREE", mode=None)), sides
    if _vows_harm(trigger):
        return _as(trigger, "THREATEN"), sides
    if _has_failed(trigger):
        return _as(trigger, "REJECT"), sides
    words = {child.lower_ for child in children(trigger.clause) if child.dep_ == "aux"}
    if not words & WILL:
        return trigger, sides
    if is_perhaps(trigger.clause):
        return trigger, _spoken(trigger, sides, reading)
    kind = trigger.entry.event_type
    if any(child.dep_ == "neg" for child in children(trigger.clause)):
        return (_as(trigger, "REJECT"), _spoken(trigger, sides, reading)) if kind in _FRIENDLY else (trigger, sides)
    if not _of_oneself(trigger):
        return trigger, sides
    if kind in _FRIENDLY or kind in _HOSTILE:
        return _as(trigger, "AGREE" if kind in _FRIENDLY else "THREATEN"), _spoken(trigger, sides, reading)
    return trigger, sides


def _is_wished(trigger: Trigger) -> bool:
    """Whether to cooperate is what somebody wants to do, an intent that is agreement (*hopes to deepen ties*)."""
    clause = trigger.clause
    while clause.dep_ == "conj" and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    if trigger.entry.event_type not in _COOPERATIVE or clause.dep_ not in {"xcomp", "acl"} or clause.tag_ != "VB":
        return False
    wish = clause.head
    unwished = any(child.dep_ == "neg" for child in children(wish))
    return not unwished and (wish.lemma_ in _WISHES or is_in_class(wish, "intent"))


def _vows_harm(trigger: Trigger) -> bool:
    """Whether what is promised is hostile (*vowed to avenge the raid*), which is to threaten."""
    clauses = [child for child in children(trigger.clause) if child.dep_ == "xcomp"]
    if trigger.token.lemma_ not in _VOWS or not clauses:
        return False
    vowed = fitting(clauses[0], verb_entries().get(clauses[0].lemma_, ()))
    return vowed is not None and vowed.event_type in {"ASSAULT", "SANCTION", "COERCE", "THREATEN"}


def _has_failed(trigger: Trigger) -> bool:
    """Whether an agreement was not come to (*failed to reach a deal*), which is to reject it."""
    clause = trigger.clause
    return (
        trigger.entry.event_type in {"AGREE", "SUPPORT", "RETREAT"}
        and trigger.subject_is == "source"
        and clause.dep_ == "xcomp"
        and clause.head.lemma_ in _FAILING
    )


def _of_oneself(trigger: Trigger) -> bool:
    """Whether the clause is what its own subject says (*Oslo said it would*)."""
    clause = trigger.clause
    own = clauses.subject(clause)
    return clause.dep_ == "ccomp" and clause.head.lemma_ in reports() and own is not None and own.pos_ == "PRON"


def _as(trigger: Trigger, event_type: EventType) -> Trigger:
    return replace(trigger, entry=replace(trigger.entry, event_type=event_type, mode=None, status="occurred"))


def _spoken(trigger: Trigger, sides: Participants, reading: Reading) -> Participants:
    """The sides, with the speaker as the source where his pronoun was not resolved."""
    if sides.sources or not _of_oneself(trigger):
        return sides
    return Participants(speakers(trigger.clause.head, reading), sides.targets)
