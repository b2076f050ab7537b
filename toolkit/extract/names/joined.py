"""Names found in pieces, put together: *Rolls-Royce*, *Ministry of Trade and Industry*, *7th Fleet*."""

import re
from collections.abc import Collection, Container
from dataclasses import replace

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.heads import type_by_head
from toolkit.extract.names.name import Name, in_title_case, is_capitalised, is_title_case
from toolkit.extract.names.pairs import parted_pairs
from toolkit.extract.tokens import Tokens

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
_JOINED = {"joined_nickname", "joined_hyphen", "joined_and", "joined_place", "joined_number", "joined_given_name"}


def joined(tokens: Tokens, names: Collection[Name]) -> list[Name]:
    """The names in order of the text, the parts of one name as one."""
    taken = {at for name in names for at in range(name.start, name.end)}
    found: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        before = found[-1] if found else None
        if before and before.rule in _JOINED and before.covers(name):
            continue
        whole = _whole(tokens, before, name) if before and before.end <= name.start else None
        if whole:
            found.pop()
        found.append(_widened(tokens, whole or name, taken))
    return list(parted_pairs(tokens, found))


def _whole(tokens: Tokens, first: Name, second: Name) -> Name | None:
    """The one name that two neighbours are parts of."""
    if second.start - first.end > 1:
        return None
    if _is_person(tokens, first, second):
        return Name(first.start, second.end, "PERSON", rule="joined_given_name")
    if first.end < second.start and tokens.lower[first.end] in _AND:
        if _is_one_body(tokens, first, second):
            return Name(first.start, second.end, first.type, rule="joined_and")
        if _is_one_line(tokens, first, second):
            return Name(first.start, second.end, second.type, rule="joined_and")
    if _is_placed(tokens, first, second):
        kind = type_by_head(tokens.printed(first.start, second.end))
        return Name(
            first.start, second.end, kind or ("ORG" if second.type == "CITY" else second.type), rule="joined_place"
        )
    return None


def _is_person(tokens: Tokens, given: Name, family: Name) -> bool:
    """*Israel Adesanya*: the name of a place that is a given name, too, and a person's that nobody lists."""
    if family.type != "PERSON" or family.entity_id or given.end != family.start or given.type not in _PLACES:
        return False
    if len(given) > 1 or len(family) > 2 or tokens.text[given.start] not in words_for("also_given"):
        return False
    return not in_title_case(tokens, given.start)


def _is_one_body(tokens: Tokens, first: Name, second: Name) -> bool:
    """*Department of Physics* and *Astronomy*: the second is another field of the first, and no body of its own."""
    if first.entity_id or second.entity_id or second.type == "PERSON" or not _has_fields(tokens, first):
        return False
    kind = type_by_head(tokens.printed(*second.bounds))
    return kind in (None, first.type) and tokens.text[second.start].istitle()


def _has_fields(tokens: Tokens, name: Name) -> bool:
    """Whether it names a body by its fields: *Department of ...*, *Institute for ...*."""
    of_fields = len(name) > 2 and tokens.text[name.start] in words_for("body_of_fields")
    return of_fields and tokens.lower[name.start + 1] in _OF


def _is_one_line(tokens: Tokens, first: Name, second: Name) -> bool:
    """*Harwich and Colne Railway*."""
    return tokens.text[second.end - 1] in words_for("line_between") and first.type != "PERSON"


def _is_placed(tokens: Tokens, place: Name, name: Name) -> bool:
    """*Lima Harriers*, *Oslo Central Clinic*: the place only modifies what comes next."""
    if place.end != name.start or place.type not in _PLACES or place.metonym or place.rule in _ADJECTIVES:
        return False
    if name.entity_id or name.type not in _AFTER_PLACES:
        return False
    modifier = tokens.root(*place.bounds)
    if tokens.dep[modifier] not in ("compound", "nmod") or not name.start <= tokens.head[modifier] < name.end:
        return False
    return not is_title_case(tokens, tokens.sentence(name.start)[0], name.end)


def _widened(tokens: Tokens, name: Name, taken: Container[int]) -> Name:
    """The name with the words around it that belong to it."""
    return _nicknamed(tokens, name) or _hyphenated(tokens, name, taken) or _numbered(tokens, name) or name


def _nicknamed(tokens: Tokens, name: Name) -> Name | None:
    """*Joaquín "El Chapo" Guzmán*: given name, nickname in quotation marks, and the words that follow it."""
    if name.type != "PERSON" or tokens.word(name.end) not in _OPENING:
        return None
    last = min(len(tokens) - 1, name.end + _NICKNAME + 2)
    closing = next((at for at in range(name.end + 2, last) if tokens.text[at] in _CLOSING), None)
    if closing is None or not (is_capitalised(tokens.text[name.end + 1]) and _is_proper(tokens, closing + 1)):
        return None
    end = closing + 1
    while end < len(tokens) and _is_proper(tokens, end):
        end += 1
    return Name(name.start, end, "PERSON", rule="joined_nickname")


def _is_proper(tokens: Tokens, at: int) -> bool:
    return tokens.pos[at] == "PROPN" and is_capitalised(tokens.text[at]) and tokens.text[at].isalpha()


def _hyphenated(tokens: Tokens, name: Name, taken: Container[int]) -> Name | None:
    """An unlisted name with what is written to it by a hyphen; *Moscow-Beijing* are two."""
    if name.entity_id or name.rule in _JOINED:
        return None
    start, end = name.start, name.end
    while end + 1 < len(tokens) and end + 1 not in taken and _is_tied(tokens, end):
        end += 2
    while start > 1 and start - 2 not in taken and _is_tied(tokens, start - 1):
        start -= 2
    return replace(name, start=start, end=end, rule="joined_hyphen") if end - start > len(name) else None


def _is_tied(tokens: Tokens, hyphen: int) -> bool:
    """Whether a hyphen stands there and capitalised words touch it on both sides."""
    if tokens.text[hyphen] not in _HYPHENS or tokens.spaced[hyphen - 1] or tokens.spaced[hyphen]:
        return False
    return is_capitalised(tokens.text[hyphen - 1]) and is_capitalised(tokens.text[hyphen + 1])


def _numbered(tokens: Tokens, name: Name) -> Name | None:
    """*Seventh Fleet*, *82nd Airborne Division*: a unit of armed forces with its number."""
    is_unit = name.start and tokens.text[name.end - 1] in words_for("numbered_unit")
    if not is_unit or not _WHICH.fullmatch(tokens.text[name.start - 1]):
        return None
    return Name(name.start - 1, name.end, "GOV", rule="joined_number")
