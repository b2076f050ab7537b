"""Names of persons that are nearly a name which many more articles of the corpus print, or another form of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from toolkit.records import Entity
from toolkit.resolve.fields import are_of_two_fields
from toolkit.resolve.likeness import words_of
from toolkit.resolve.slips import is_one_slip
from toolkit.resolve.spelling import (
    heard,
    initials_fit,
    initials_of,
    is_same_joined,
    is_same_sound,
    joined_sound,
    short_forms,
)
from toolkit.resolve.suggestion import Suggestion
from toolkit.resolve.variants import are_forms, are_generations, are_surnames_apart, other_forms

Attested = tuple[Entity, int]
# Why a name is taken for another -> how sure that is.
_SCORES = {"one letter off": 0.6, "another spelling of": 0.5, "another form of": 0.5, "short for": 0.5}
# In how many articles, and how many times as many as the other, a name is printed that can be the right one; where
# country and office agree, fewer will do.
_ARTICLES, _TIMES = 3, 3
_ARTICLES_IN_OFFICE, _TIMES_IN_OFFICE = 2, 2
# A word of this many letters is hardly another person's name with one letter changed, a shorter one only where office
# and country agree, or where all other of many words agree; a name has fewer letters than the most.
_LONG_WORD, _SHORT_WORD, _ANY_WORD, _LONGEST, _MANY_WORDS = 6, 4, 2, 60, 4
# Pinyin writes a name one way: other vowels are another name.
_ONE_SPELLING = frozenset({"CHN"})


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
    near = _forms({id_: found for id_, found in people.items() if found[1] >= _least_articles(found[0])})
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


def _least_articles(entity: Entity) -> int:
    return _ARTICLES_IN_OFFICE if entity.role and entity.iso3 else _ARTICLES


def _suggestion(like: str, better: Attested) -> Suggestion:
    entity, count = better
    return Suggestion(entity.name, f"{like} {entity.name}, named in {count} articles", _SCORES[like])


def _like(other: Attested, one: Attested) -> str | None:
    """How the name is like the other one, which is printed far more often and for someone who may be the same."""
    (better, often), (entity, seldom) = other, one
    same_country = better.iso3 is not None and better.iso3 == entity.iso3
    same_office = bool(better.role) and (better.role or "").casefold() == (entity.role or "").casefold()
    may_be_same = same_country or (same_office and None in (better.iso3, entity.iso3))
    both = same_country and same_office
    articles, times = (_ARTICLES_IN_OFFICE, _TIMES_IN_OFFICE) if both else (_ARTICLES, _TIMES)
    if often < max(articles, times * seldom) or not may_be_same or are_of_two_fields(better.role, entity.role):
        return None
    known, printed = words_of(better.name), words_of(entity.name)
    if are_generations(known, printed) or (not both and are_surnames_apart(known, printed)):
        return None
    return _likeness(known, printed, both=both, pinyin=better.iso3 in _ONE_SPELLING)


def _likeness(known: tuple[str, ...], printed: tuple[str, ...], *, both: bool, pinyin: bool) -> str | None:
    """In what way two names are forms of one; `both` country and office agree."""
    least = _ANY_WORD if len(known) >= _MANY_WORDS else _SHORT_WORD if both else _LONG_WORD
    if is_one_slip(known, printed, least=least):
        return "one letter off"
    if known != printed and _is_other_spelling(known, printed, pinyin=pinyin):
        return "another spelling of"
    if are_forms(known, printed):
        return "another form of"
    short = initials_of(printed)
    is_short = short and not initials_of(known) and short in short_forms(known) and initials_fit(printed, known)
    return "short for" if is_short else None


def _is_other_spelling(known: tuple[str, ...], printed: tuple[str, ...], *, pinyin: bool) -> bool:
    if "".join(known) == "".join(printed):
        return True
    return not pinyin and (is_same_sound(known, printed) or is_same_joined(known, printed))


def _forms(people: Mapping[str, Attested]) -> dict[str, list[str]]:
    """The forms that a name like one of these can have -> who bears it."""
    near: dict[str, list[str]] = defaultdict(list)
    for id_, (entity, _) in people.items():
        words = words_of(entity.name)
        for form in {*_shortened(" ".join(words)), *_whole(words), *short_forms(words)}:
            near[form].append(id_)
    return near


def _sought(words: tuple[str, ...]) -> set[str]:
    """The forms under which the better name of this one may stand."""
    return {*_shortened(" ".join(words)), *_whole(words), initials_of(words), *map(" ".join, other_forms(words))}


def _whole(words: tuple[str, ...]) -> Iterator[str]:
    """What a name has in common with other spellings of it."""
    yield from (heard(words), "".join(words), joined_sound(words))


def _shortened(name: str) -> Iterator[str]:
    """The name, whole and each with one letter left out: two names one letter apart share a form."""
    yield name
    yield from (name[:at] + name[at + 1 :] for at in range(len(name)))
