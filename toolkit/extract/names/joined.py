"""Names found in pieces, put together: *Rolls-Royce*, *Ministry of Trade and Industry*, *7th Fleet*."""

import re
from collections.abc import Collection, Container
from dataclasses import replace

from spacy.tokens import Doc, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.heads import type_by_head
from toolkit.extract.names.name import Name, is_capitalised, is_title_case

_OPENING, _CLOSING = {'"', "“", "‘", "'"}, {'"', "”", "’", "'"}
_HYPHENS = {"-", "‑"}
# How many words a nickname has at most: *El Chapo*.
_NICKNAME = 3
# Which unit of several: *65*, *82nd*, *Seventh*.
_WHICH = re.compile(r"\d{1,3}(st|nd|rd|th|d)?|[A-Z][a-z]+(st|nd|rd|th)")
_PLACES = {"COUNTRY", "CITY", "REGION"}
_AFTER_PLACES = {"ORG", "COMPANY", "SITE", "CITY"}
_ADJECTIVES = {"lexicon_demonym", "lexicon_people", "lexicon_abbreviation"}
_AND, _OF = {"and", "&"}, {"of", "for"}
_JOINED = {"joined_nickname", "joined_hyphen", "joined_and", "joined_place", "joined_number"}


def joined(doc: Doc, names: Collection[Name]) -> list[Name]:
    """The names in order of the text, the parts of one name as one."""
    taken = {at for name in names for at in range(name.start, name.end)}
    found: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        before = found[-1] if found else None
        if before and before.rule in _JOINED and before.covers(name):
            continue
        whole = _whole(doc, before, name) if before and before.end <= name.start else None
        if whole:
            found.pop()
        found.append(_widened(doc, whole or name, taken))
    return found


def _whole(doc: Doc, first: Name, second: Name) -> Name | None:
    """The one name that two neighbours are parts of."""
    if _is_one_body(doc, first, second):
        return Name(first.start, second.end, first.type, rule="joined_and")
    if _is_one_line(doc, first, second):
        return Name(first.start, second.end, second.type, rule="joined_and")
    if _is_placed(doc, first, second):
        kind = type_by_head(doc[first.start : second.end].text) or ("ORG" if second.type == "CITY" else second.type)
        return Name(first.start, second.end, kind, rule="joined_place")
    return None


def _between(doc: Doc, first: Name, second: Name) -> str:
    return doc[first.end : second.start].text.lower()


def _is_one_body(doc: Doc, first: Name, second: Name) -> bool:
    """*Department of Physics* and *Astronomy*: the second is another field of the first, and no body of its own."""
    if first.entity_id or second.entity_id or second.type == "PERSON" or _between(doc, first, second) not in _AND:
        return False
    fields = doc[second.start : second.end]
    return _has_fields(doc, first) and type_by_head(fields.text) in (None, first.type) and fields[0].is_title


def _has_fields(doc: Doc, name: Name) -> bool:
    """Whether it names a body by its fields: *Department of ...*, *Institute for ...*."""
    return len(name) > 2 and doc[name.start].text in words_for("body_of_fields") and doc[name.start + 1].lower_ in _OF


def _is_one_line(doc: Doc, first: Name, second: Name) -> bool:
    """*Harwich and Colne Railway*."""
    is_line = doc[second.end - 1].text in words_for("line_between")
    return is_line and first.type != "PERSON" and _between(doc, first, second) in _AND


def _is_placed(doc: Doc, place: Name, name: Name) -> bool:
    """*Lima Harriers*, *Oslo Central Clinic*: the place only modifies what comes next."""
    if place.end != name.start or place.type not in _PLACES or place.metonym or place.rule in _ADJECTIVES:
        return False
    if name.entity_id or name.type not in _AFTER_PLACES or is_title_case(doc, doc[name.start].sent.start, name.end):
        return False
    modifier = doc[place.start : place.end].root
    return modifier.dep_ in ("compound", "nmod") and name.start <= modifier.head.i < name.end


def _widened(doc: Doc, name: Name, taken: Container[int]) -> Name:
    """The name with the words around it that belong to it."""
    return _nicknamed(doc, name) or _hyphenated(doc, name, taken) or _numbered(doc, name) or name


def _nicknamed(doc: Doc, name: Name) -> Name | None:
    """*Joaquín "El Chapo" Guzmán*: given name, nickname in quotation marks, and the words that follow it."""
    if name.type != "PERSON" or doc[name.end : name.end + 1].text not in _OPENING:
        return None
    last = min(len(doc) - 1, name.end + _NICKNAME + 2)
    closing = next((at for at in range(name.end + 2, last) if doc[at].text in _CLOSING), None)
    if closing is None or not (is_capitalised(doc[name.end + 1]) and _is_proper(doc[closing + 1])):
        return None
    end = closing + 1
    while end < len(doc) and _is_proper(doc[end]):
        end += 1
    return Name(name.start, end, "PERSON", rule="joined_nickname")


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and is_capitalised(token) and token.is_alpha


def _hyphenated(doc: Doc, name: Name, taken: Container[int]) -> Name | None:
    """An unlisted name with what is written to it by a hyphen; *Moscow-Beijing* are two."""
    if name.entity_id or name.rule in _JOINED:
        return None
    start, end = name.start, name.end
    while end + 1 < len(doc) and end + 1 not in taken and _is_tied(doc, end):
        end += 2
    while start > 1 and start - 2 not in taken and _is_tied(doc, start - 1):
        start -= 2
    return replace(name, start=start, end=end, rule="joined_hyphen") if end - start > len(name) else None


def _is_tied(doc: Doc, hyphen: int) -> bool:
    """Whether a hyphen stands there and capitalised words touch it on both sides."""
    before, after = doc[hyphen - 1], doc[hyphen + 1]
    is_tied = doc[hyphen].text in _HYPHENS and not before.whitespace_ and not doc[hyphen].whitespace_
    return is_tied and is_capitalised(before) and is_capitalised(after)


def _numbered(doc: Doc, name: Name) -> Name | None:
    """*Seventh Fleet*, *82nd Airborne Division*: a unit of armed forces with its number."""
    unit = doc[name.end - 1].text in words_for("numbered_unit")
    if not unit or not name.start or not _WHICH.fullmatch(doc[name.start - 1].text):
        return None
    return Name(name.start - 1, name.end, "GOV", rule="joined_number")
