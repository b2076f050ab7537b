"""Names of persons that are nearly a name which many more articles of the corpus print, or another form of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from toolkit.lexicons import rows
from toolkit.records import Entity
from toolkit.resolve.likeness import edits, words_of
from toolkit.resolve.spelling import heard, initials_of, is_same_sound, short_forms
from toolkit.resolve.suggestion import Suggestion

Attested = tuple[Entity, int]
Likeness = Literal["one letter off", "another spelling of", "short for"]
# In how many articles, and how many times as many as the other, a name is printed that can be the right one.
_ARTICLES, _TIMES = 3, 3
# A word of this many letters is hardly another person's name with one letter changed, a shorter one only where office
# and country agree; a name has fewer letters than the most.
_LONG_WORD, _SHORT_WORD, _LONGEST = 6, 4, 60


def attested_suggestions(entities: Mapping[str, Attested]) -> dict[str, Suggestion]:
    """Entity id -> the better attested name, for persons of the same country or office.

    Args:
        entities: entity id -> entity, and the number of articles that name it.
    """
    people = {
        id_: (entity, count)
        for id_, (entity, count) in entities.items()
        if entity.type == "PERSON" and " " in entity.name and len(entity.name) <= _LONGEST
    }
    near = _forms({id_: found for id_, found in people.items() if found[1] >= _ARTICLES})
    found: dict[str, Suggestion] = {}
    for id_, one in people.items():
        others = {other for form in _sought(words_of(one[0].name)) for other in near.get(form, ())}
        better = [(like, people[other]) for other in sorted(others - {id_}) if (like := _like(people[other], one))]
        short = [each for each in better if each[0] == "short for"]
        if better and (len(short) < 2 or len(better) > len(short)):
            found[id_] = _suggestion(
                *max(better, key=lambda each: (each[0] != "short for", each[1][1], each[1][0].name))
            )
    return found


def _suggestion(like: Likeness, better: Attested) -> Suggestion:
    entity, count = better
    return Suggestion(
        entity.name, f"{like} {entity.name}, named in {count} articles", 0.6 if like == "one letter off" else 0.5
    )


def _like(other: Attested, one: Attested) -> Likeness | None:
    """How the name is like the other one, which is printed far more often and for someone who may be the same."""
    (better, often), (entity, seldom) = other, one
    same_country = better.iso3 is not None and better.iso3 == entity.iso3
    same_office = bool(better.role) and (better.role or "").casefold() == (entity.role or "").casefold()
    may_be_same = same_country or (same_office and None in (better.iso3, entity.iso3))
    if often < _TIMES * seldom or not may_be_same:
        return None
    known, printed = words_of(better.name), words_of(entity.name)
    if _is_one_slip(known, printed, least=_SHORT_WORD if same_country and same_office else _LONG_WORD):
        return "one letter off"
    if known != printed and (is_same_sound(known, printed) or "".join(known) == "".join(printed)):
        return "another spelling of"
    short = initials_of(printed)
    return "short for" if short and not initials_of(known) and short in short_forms(known) else None


def _is_one_slip(known: tuple[str, ...], printed: tuple[str, ...], *, least: int) -> bool:
    """Whether one letter of one long word differs, which does not make it another given name."""
    differing = [pair for pair in zip(known, printed, strict=False) if pair[0] != pair[1]]
    if len(known) != len(printed) or len(differing) != 1:
        return False
    one, other = differing[0]
    return min(len(one), len(other)) >= least and edits(one, other) == 1 and not {one, other} <= _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(word for row in rows("given_names") for word in words_of(row["text"]))


def _forms(people: Mapping[str, Attested]) -> dict[str, list[str]]:
    """The forms that a name like one of these can have -> who bears it."""
    near: dict[str, list[str]] = defaultdict(list)
    for id_, (entity, _) in people.items():
        words = words_of(entity.name)
        for form in {*_shortened(" ".join(words)), heard(words), "".join(words), *short_forms(words)}:
            near[form].append(id_)
    return near


def _sought(words: tuple[str, ...]) -> set[str]:
    """The forms under which the better name of this one may stand."""
    return {*_shortened(" ".join(words)), heard(words), "".join(words), initials_of(words)}


def _shortened(name: str) -> Iterator[str]:
    """The name, whole and each with one letter left out: two names one letter apart share a form."""
    yield name
    yield from (name[:at] + name[at + 1 :] for at in range(len(name)))
