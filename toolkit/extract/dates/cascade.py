"""A cascade of small grammars: each level rewrites runs of items to larger items, from left to right, once.

A rule's pattern is a regular expression over the kinds of items, written with their names: `day of? month year?`.
Every kind becomes one character, so a level runs in time linear in the items; patterns repeat nothing without bound.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, NamedTuple

from toolkit.extract.dates.moments import Meaning

OTHER = "other"
# Names in patterns that stand for several kinds.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "count": ("small", "number"),
    "any_unit": ("unit", "units", "units_short"),
    "day_number": ("small", "ordinal"),
    "point": ("date", "year_date", "relative", "month_date", "weekday_date", "period"),
}
_numbers = count()


class Item(NamedTuple):
    """A run of characters, what kind of word or expression it is, and what it means."""

    kind: str
    start: int
    end: int
    value: Any
    rule: str = ""


Parts = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """Builds one item of `kind` from items that match `pattern`; a build of None lets the next rule try."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    build: Callable[[Parts], Meaning | Any | None]


def rule(name: str, kind: str, pattern: str, build: Callable[[Parts], Any]) -> Rule:
    """A rule whose build gets the values of the matched items by the name of their kind.

    The second item of one kind is called `month_2`; look-around is written as in `re`.
    """
    seen: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        name = match.group()
        seen[name] = seen.get(name, 0) + 1
        codes = "".join(_code(kind) for kind in CLASSES.get(name, (name,)))
        return f"(?P<{name}{'' if seen[name] == 1 else f'_{seen[name]}'}>[{codes}])"

    return Rule(name, kind, re.compile(re.sub(r"[a-z_]+", group, pattern).replace(" ", "")), build)


def rewritten(items: Sequence[Item], level: Sequence[Rule]) -> list[Item]:
    """The items with every match of a rule replaced by what it builds; at each place the first rule wins."""
    kinds = "".join(_code(item.kind) for item in items)
    done: list[Item] = []
    at = 0
    while at < len(items):
        found = items[at].kind != OTHER and _built(items, kinds, at, level)
        item, width = found or (items[at], 1)
        done.append(item)
        at += width
    return done


def _built(items: Sequence[Item], kinds: str, at: int, level: Sequence[Rule]) -> tuple[Item, int] | None:
    for one in level:
        if match := one.pattern.match(kinds, at):
            parts = {name: items[match.start(name)].value for name, found in match.groupdict().items() if found}
            if (value := one.build(parts)) is not None:
                last = items[match.end() - 1]
                return Item(one.kind, items[at].start, last.end, value, one.name), match.end() - at
    return None


@cache
def _code(kind: str) -> str:
    """One private character for each kind."""
    return chr(0xE000 + next(_numbers))
