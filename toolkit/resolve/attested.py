"""Names of persons that are one letter off a name which many more articles of the corpus print."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from toolkit.lexicons import rows
from toolkit.records import Entity
from toolkit.resolve.likeness import edits, words_of
from toolkit.resolve.suggestion import Suggestion

Attested = tuple[Entity, int]
# In how many articles, and how many times as many as the other, a name is printed that can be the right one.
_ARTICLES, _TIMES = 3, 3
# A word of this many letters is hardly another person's name with one letter changed; a name has fewer than the most.
_LONG_WORD, _LONGEST = 6, 60


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
    near = _one_letter_off({id_: found for id_, found in people.items() if found[1] >= _ARTICLES})
    found: dict[str, Suggestion] = {}
    for id_, (entity, count) in people.items():
        others = {other for form in _shortened(_plain(entity)) for other in near.get(form, ())}
        better = [people[other] for other in sorted(others) if _is_better(people[other], (entity, count))]
        if better:
            found[id_] = _suggestion(max(better, key=lambda each: (each[1], each[0].name)))
    return found


def _suggestion(better: Attested) -> Suggestion:
    entity, count = better
    return Suggestion(entity.name, f"one letter off {entity.name}, named in {count} articles", 0.6)


def _is_better(other: Attested, one: Attested) -> bool:
    """Whether the other name is printed far more often, for someone who may be the same, and one letter differs."""
    (better, often), (entity, seldom) = other, one
    same_country = better.iso3 is not None and better.iso3 == entity.iso3
    same_office = bool(better.role) and (better.role or "").casefold() == (entity.role or "").casefold()
    may_be_same = same_country or (same_office and None in (better.iso3, entity.iso3))
    return often >= _TIMES * seldom and may_be_same and _is_one_slip(words_of(better.name), words_of(entity.name))


def _is_one_slip(known: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether one letter of one long word differs, which does not make it another given name."""
    differing = [pair for pair in zip(known, printed, strict=False) if pair[0] != pair[1]]
    if len(known) != len(printed) or len(differing) != 1:
        return False
    one, other = differing[0]
    return min(len(one), len(other)) >= _LONG_WORD and edits(one, other) == 1 and not {one, other} <= _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(word for row in rows("given_names") for word in words_of(row["text"]))


def _plain(entity: Entity) -> str:
    return " ".join(words_of(entity.name))


def _one_letter_off(people: Mapping[str, Attested]) -> dict[str, list[str]]:
    """The names, whole and each with one letter left out -> who bears them: two names one letter apart share a form."""
    near: dict[str, list[str]] = defaultdict(list)
    for id_, (entity, _) in people.items():
        for form in _shortened(_plain(entity)):
            near[form].append(id_)
    return near


def _shortened(name: str) -> Iterator[str]:
    yield name
    yield from {name[:at] + name[at + 1 :] for at in range(len(name))}
