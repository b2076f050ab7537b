"""Which states belong to which grouping when: `memberships.csv`, read for the members of a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from toolkit.lexicons import rows
from toolkit.lexicons.days import first_day, last_day

# Names under which a grouping can be asked for; a metonym (*Brussels*) is none.
_NAMES = ("name", "acronym")
_A_DAY = 10  # characters of a date that is known to the day


@dataclass(frozen=True, slots=True)
class Membership:
    """A state (ISO alpha-3) or body (key) in a grouping, from the first day to the last; open while it goes on."""

    member: str
    first: date
    last: date | None

    def holds(self, day: date | None) -> bool:
        """Whether it goes on that day; without a day, whether no end of it is known."""
        return self.last is None if day is None else self.first <= day <= (self.last or day)


def grouping(name: str) -> str | None:
    """The key of the grouping that has this key, acronym or name, in any case; nothing where no members are listed."""
    return _keys().get(name.strip().casefold().removeprefix("the "))


@cache
def groupings() -> dict[str, str]:
    """Key -> the name that news prints, of every grouping whose members are listed."""
    return {row["key"]: row["name"] for row in rows("organisations") if row["key"] in _spans("member")}


def memberships(key: str) -> tuple[Membership, ...]:
    """Every membership of a grouping, also of those that left; a state that was suspended stayed a member."""
    return _spans("member").get(key, ())


def members_on(key: str, day: date | None = None, *, acting: bool = False) -> tuple[str, ...]:
    """The members of a grouping on a day: ISO alpha-3 codes and keys of bodies, in alphabetical order.

    Args:
        key: the grouping.
        day: the day; without it, those who are not known to have left.
        acting: without those that were suspended, who take no part in what it decides.
    """
    away = {one.member for one in _spans("suspended").get(key, ()) if acting and one.holds(day)}
    return tuple(sorted({one.member for one in memberships(key) if one.holds(day)} - away))


@cache
def _spans(kind: str) -> dict[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = defaultdict(list)
    for row in rows("memberships"):
        if row["kind"] == kind:
            found[row["body"]].append(Membership(row["member"], first_day(row["joined"]), _last(row["left"])))
    return {key: tuple(spans) for key, spans in found.items()}


def _last(cell: str) -> date | None:
    """The day before the one on which a member left; the end of the month or year where no more is known."""
    return last_day(cell) - timedelta(days=len(cell) == _A_DAY) if cell else None


@cache
def _keys() -> dict[str, str]:
    """Every name, acronym and key, without case -> key."""
    named = {key: key for key in groupings()}
    for row in rows("organisation_names"):
        if row["key"] in named and row["kind"] in _NAMES:
            named[row["text"].casefold()] = row["key"]
    return named
