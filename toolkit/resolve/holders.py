"""Who held which office when: `office_holders.csv`, read for looking names up in it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from toolkit.lexicons import rows
from toolkit.lexicons.days import first_day, last_day
from toolkit.records import Entity
from toolkit.resolve.likeness import words_of

# The day up to which the lexicon is kept: who follows those in office then is not in it.
KEPT_UNTIL = date(2025, 8, 31)
# Terms are known to the month, and news names people by an office shortly before and after.
_MARGIN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office of a country (ISO alpha-3) or body (lexicon key), from the first day to the last."""

    person: str
    office: str
    of: str
    first: date
    last: date
    family: tuple[str, ...]
    given: tuple[str, ...]

    def serves(self, entity: Entity) -> bool | None:
        """Whether the entity acts for the same country or body; nothing where that is not known."""
        body = entity.affiliation_id if (entity.affiliation_id or "").startswith("igo:") else None
        known = {entity.iso3, body} - {None}
        return self.of in known if known else None

    def in_office(self, day: date) -> bool:
        """Whether the term, or the month around it, includes the day."""
        return self.first - _MARGIN <= day <= self.last + _MARGIN


@cache
def holders_bearing() -> dict[str, tuple[Holder, ...]]:
    """Word of a name -> the holders whose name has it."""
    bearing: dict[str, list[Holder]] = defaultdict(list)
    for row in rows("office_holders"):
        family = words_of(row["family"])
        given = tuple(word for word in words_of(row["person"]) if word not in family)
        first, last = first_day(row["from"]), last_day(row["to"]) if row["to"] else KEPT_UNTIL
        holder = Holder(row["person"], row["office"], row["of"], first, last, family, given)
        for word in {*family, *given}:
            bearing[word].append(holder)
    return {word: tuple(holders) for word, holders in bearing.items()}


@cache
def known_names() -> frozenset[tuple[str, ...]]:
    """The words of every spelling of a holder's name that is right as it stands."""
    spellings = ((row["person"], *row["also"].split("|")) for row in rows("office_holders"))
    return frozenset(words_of(name) for names in spellings for name in names if name)


def offices_of(title: str) -> frozenset[str]:
    """The offices that a title, in lower case, can mean: itself, and those that it is another word for."""
    return _titles().get(title, frozenset()) | {title}


@cache
def _titles() -> dict[str, frozenset[str]]:
    meant: dict[str, set[str]] = defaultdict(set)
    for row in rows("office_titles"):
        meant[row["title"]].add(row["office"].lower())
    return {title: frozenset(offices) for title, offices in meant.items()}


@lru_cache(maxsize=10_000)
def split_title(role: str) -> tuple[str, bool]:
    """The title of a role in lower case without *former*, *acting* and the like, and whether these say it is past."""
    time, title = "", role.lower()
    qualifiers = {row["text"]: row["time"] for row in rows("role_qualifiers")}
    while (
        found := next((word for word in qualifiers if title.startswith((f"{word} ", f"{word}-"))), None)
    ) is not None:
        time, title = time or qualifiers[found], title[len(found) + 1 :]
    return title, time == "past"
