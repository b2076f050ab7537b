"""Names made of names: *Biden administration*, *APEC summit*, *2024 APEC summit*."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.heads import is_event_head, type_by_head
from toolkit.extract.names.name import Name, is_capitalised, is_title_case
from toolkit.extract.names.offices import Offices

_BEFORE_EVENTS = {"COUNTRY", "CITY", "REGION", "SITE", "IGO", "GOV", "ORG", "PARTY", "COMPANY"}
_LONGEST = 8


def composed(doc: Doc, names: list[Name], offices: Offices) -> Iterator[Name]:
    """The names that a head noun makes of the name before it, each around that name."""
    yield from filter(None, (_head_of_administration(doc, name) for name in names))
    taken = {name.end: name for name in sorted(names, key=len)}
    begun = {at for name in names for at in range(name.start, name.end)} | offices.at.keys()
    spans = {(name.start, name.end) for name in names}
    for name in taken.values():
        made = _administration(doc, name) or _event(doc, name) or _headed_by(doc, name) or _lengthened(doc, name, begun)
        if made and (made.start, made.end) not in spans:
            yield made
    yield from _unseen(doc, begun)


def _unseen(doc: Doc, begun: set[int]) -> Iterator[Name]:
    """*Norwood High School*, *Anna Bergersen*: proper nouns that no name has, where a word of theirs tells the type."""
    for start, end in _proper_runs(doc, begun):
        kind = type_by_head(doc[start:end].text) or ("PERSON" if doc[start].text in given_names() else None)
        if kind and not is_title_case(doc, doc[start].sent.start, doc[start].sent.end):
            yield Name(start, end, kind, rule="proper_nouns", confidence="low")


def _proper_runs(doc: Doc, begun: set[int]) -> Iterator[tuple[int, int]]:
    """The tokens of two and more proper nouns in a row, not at the start of a sentence and not beside a name."""
    start = 0
    for token in doc:
        if token.pos_ == "PROPN" and is_capitalised(token) and token.i not in begun and not token.is_sent_start:
            continue
        if token.i > start + 1 and not begun & {start - 1, token.i}:
            yield start, token.i
        start = token.i + 1


def _administration(doc: Doc, name: Name) -> Name | None:
    if name.type == "PERSON" and name.end < len(doc) and doc[name.end].lower_ in words_for("administration"):
        return Name(name.start, name.end + 1, "GOV", rule="composed_administration")
    return None


def _head_of_administration(doc: Doc, name: Name) -> Name | None:
    """*Biden* inside *Biden administration*, where that was found as a whole."""
    inner = doc[name.end - 1].lower_ in words_for("administration") and len(name) > 1
    known = straightened(doc[name.start : name.end - 1].text) in gazetteer().senses
    return Name(name.start, name.end - 1, "PERSON", rule="head_of_administration") if inner and not known else None


def _event(doc: Doc, name: Name) -> Name | None:
    """The event: a year before, the name, capitalised words or a bracketed acronym between, and the event's noun."""
    if name.type not in _BEFORE_EVENTS or name.metonym:
        return None
    end = _after_bracket(doc, name.end)
    while end < len(doc) and end - name.start < _LONGEST and is_capitalised(doc[end]) and not is_event_head(doc[end]):
        end += 1
    if end >= len(doc) or not is_event_head(doc[end]) or not _is_headed(doc[name.end - 1], doc[end]):
        return None
    start = name.start - 1 if name.start and _is_year(doc[name.start - 1]) else name.start
    while end + 1 < len(doc) and is_capitalised(doc[end + 1]) and is_event_head(doc[end + 1]):
        end += 1
    return Name(start, end + 1, "EVENT", rule="composed_event")


def _headed_by(doc: Doc, name: Name) -> Name | None:
    """*Battle of Lima*, *University of Oslo*: the name after its head word and *of*."""
    of = name.start - (2 if name.start > 1 and doc[name.start - 1].lower_ == "the" else 1)
    if of < 1 or doc[of].lower_ != "of" or name.type in ("PERSON", "EVENT"):
        return None
    kind = type_by_head(doc[of - 1 : name.end].text)
    return Name(of - 1, name.end, kind, rule="composed_head") if kind and is_capitalised(doc[of - 1]) else None


def _lengthened(doc: Doc, name: Name, begun: set[int]) -> Name | None:
    """*Fremantle Dockers*, *Lima Metro Works*: capitalised words after a name that the parser takes it to modify."""
    end = name.end
    while end < len(doc) and end not in begun and doc[end].pos_ == "PROPN" and doc[end].text.istitle():
        end += 1
    last = doc[end - 1]
    if end == name.end or name.type in ("PERSON", "EVENT") or doc[name.end - 1].head.i != last.i:
        return None
    if is_title_case(doc, last.sent.start, last.sent.end):
        return None
    kind = type_by_head(doc[name.start : end].text) or "ORG"
    return Name(name.start, end, kind, rule="composed_longer")


def _after_bracket(doc: Doc, at: int) -> int:
    """The token after a bracketed acronym, or the token itself."""
    bracketed = at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")"
    return at + 3 if bracketed else at


def _is_headed(token: Token, head: Token) -> bool:
    """Whether the parser takes the name for a modifier of the noun."""
    return head.left_edge.i <= token.i


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.text.isdigit()
