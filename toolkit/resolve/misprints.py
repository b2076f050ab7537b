"""Printed names that are nearly an office holder's: the office, the date and the country speak for who is meant."""

from datetime import date
from typing import Literal

from toolkit.lexicons import rows
from toolkit.records import Entity
from toolkit.resolve.holders import Holder, holders_bearing, known_names, offices_of, split_title
from toolkit.resolve.likeness import edits, likeness, words_of
from toolkit.resolve.suggestion import Suggestion

# How like the given names must be where the family name is the same: of the country's holder at the time, of an
# earlier one, and of the holder in a country that the article does not state.
_LIKE_NOW, _LIKE_BEFORE, _LIKE_SOMEWHERE = 0.3, 0.6, 0.8
# How like the family names must be where the given name is the same.
_LIKE_FAMILY = 0.75
# One wrong letter in a word this long is a misprint, also where no office speaks for it.
_LONG_WORD = 9

Shared = Literal["surname", "given name", "words, order only"]


def holder_suggestion(entity: Entity, published: date) -> Suggestion | None:
    """The office holder whose name a person's printed name nearly is; nothing for a name that is itself known.

    Args:
        entity: the person, with role and country as the article states them.
        published: the article's day; only who has held the office by then can be meant.
    """
    words = tuple(word for word in words_of(entity.name) if len(word) > 1)
    if words in known_names():
        return None
    near = {holder for word in words for holder in holders_bearing().get(word, ()) if holder.first <= published}
    found = (_suggestion(entity, words, holder, published) for holder in near if holder.serves(entity) is not False)
    return max(filter(None, found), key=lambda each: (each.score, each.name), default=None)


def _suggestion(entity: Entity, words: tuple[str, ...], holder: Holder, day: date) -> Suggestion | None:
    """The holder, if office and likeness together say that the printed name is a misprint of the holder's."""
    title, past = split_title(entity.role or "")
    same_office = bool(offices_of(title) & offices_of(holder.office.lower()))
    now = same_office and not past and holder.in_office(day)
    shared = _shared(words, holder)
    if shared is None:
        return None
    alike = _likeness_of_rest(words, holder, shared)
    needed = _LIKE_FAMILY if shared == "given name" else _likeness_needed(now=now, serves=holder.serves(entity))
    likely = alike >= needed if same_office else not entity.role and _is_one_slip(words, holder)
    if not likely:
        return None
    score = (0.6 if now else 0.5 if same_office else 0.3) + 0.35 * alike
    return Suggestion(holder.person, _reason(holder, day if now else None, shared), round(score, 2))


def _likeness_needed(*, now: bool, serves: bool | None) -> float:
    """How like the given names must be, by what else speaks for the holder."""
    if not serves:
        return _LIKE_SOMEWHERE
    return _LIKE_NOW if now else _LIKE_BEFORE


def _shared(words: tuple[str, ...], holder: Holder) -> Shared | None:
    """The part of the name that both have; nothing where none is, or where one name only leaves words out."""
    printed, known = set(words), {*holder.family, *holder.given}
    if printed == known:
        return "words, order only"
    if printed < known or known < printed:
        return None
    if printed.issuperset(holder.family):
        return "surname"
    return "given name" if holder.given and printed.issuperset(holder.given) else None


def _likeness_of_rest(words: tuple[str, ...], holder: Holder, shared: Shared) -> float:
    """How like the words are that the two do not share."""
    if shared == "words, order only":
        return 1.0
    same, other = (holder.family, holder.given) if shared == "surname" else (holder.given, holder.family)
    return likeness((word for word in words if word not in same), other)


def _is_one_slip(words: tuple[str, ...], holder: Holder) -> bool:
    """Whether one letter of one long word is all that differs."""
    own = {*holder.family, *holder.given}
    printed, known = set(words) - own, own - set(words)
    if len(printed) != 1 or len(known) != 1:
        return False
    one, other = printed.pop(), known.pop()
    return min(len(one), len(other)) >= _LONG_WORD and edits(one, other) == 1


def _reason(holder: Holder, day: date | None, shared: Shared) -> str:
    when = f"in {day:%B %Y} is" if day else f"from {holder.first:%B %Y} was"
    return f"{holder.office} ({_place(holder.of)}) {when} {holder.person}; same {shared}"


def _place(of: str) -> str:
    """The name of a country or body in the lexicons."""
    countries = {row["iso3"]: row["name"] for row in rows("countries")}
    return countries.get(of) or next(row["name"] for row in rows("organisations") if row["key"] == of)
