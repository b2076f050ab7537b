"""A cascade of small grammars: each level rewrites runs of items to larger items, from left to right, once.

A rule's pattern is a regular expression over the kinds of items, written with their names: `day of? month year?`.
Every kind becomes one character, so a level runs in time linear in the items; patterns repeat nothing without bound.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from toolkit.extract.tokens import places_of

OTHER = "other"
# Names in patterns that stand for several kinds.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "count": ("small", "number"),
    "offset": ("small",),
    "any_unit": ("unit", "units", "units_short"),
    "day_number": ("small", "ordinal"),
    "point": ("date", "year_date", "relative", "month_date", "weekday_date", "period"),
}
Parts = Mapping[str, Any]
_NAME = re.compile(r"[a-z_]+")
_KIND = re.compile("[\ue000-\uf8ff]")
_PIECE = re.compile(r"[()]|\[[^]]*\]\??")
_codes: dict[str, str] = {}


class Item(NamedTuple):
    """A run of characters, what kind of word or expression it is, and what it means."""

    kind: str
    start: int
    end: int
    value: Any
    rule: str = ""


@dataclass(frozen=True, eq=False)
class Rule:
    """Builds one item of `kind` from items that match; a build of None lets the next rule try.

    Attributes:
        shape: the pattern over characters, without group names.
        pattern: the same, compiled, with the matched items as groups.
    """

    name: str
    kind: str
    shape: str
    pattern: re.Pattern[str]
    build: Callable[[Parts], Any]


@dataclass(frozen=True, eq=False)
class Level:
    """Rules that are tried together at every place.

    Attributes:
        rules: for each kind of item those whose matches may begin with it, in the order in which they are tried.
    """

    rules: Mapping[str, Sequence[Rule]]


def level(rules: Sequence[Rule]) -> Level:
    """The rules as a level of the cascade."""
    openings = [(_opening(one.shape), one) for one in rules]
    kinds = set(_KIND.findall("".join(opening for opening, _ in openings)))
    return Level({kind: [one for opening, one in openings if kind in opening] for kind in kinds})


def _opening(shape: str) -> str:
    """The part of the shape in which its matches begin: up to the first kind that none of them can do without."""
    depth = 0
    for piece in _PIECE.finditer(shape):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if depth == 0 and piece[0].endswith("]"):
            return shape[: piece.end()]
    return shape


def rule(name: str, kind: str, pattern: str, build: Callable[[Parts], Any]) -> Rule:
    """A rule whose build gets the values of the matched items by the name of their kind.

    The second item of one kind is called `month_2`; look-around is written as in `re`, alternatives in parentheses.
    """
    seen: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        name = match.group()
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{'' if seen[name] == 1 else f'_{seen[name]}'}>{_characters(name)})"

    shape = _NAME.sub(lambda match: _characters(match.group()), pattern).replace(" ", "")
    return Rule(name, kind, shape, re.compile(_NAME.sub(group, pattern).replace(" ", "")), build)


def rewritten(items: Sequence[Item], levels: Iterable[Level]) -> Sequence[Item]:
    """The items, level by level, with every match of a rule replaced by what it builds.

    At each place of a level the first rule wins.
    """
    kinds = _kinds(items)
    for level in levels:
        if not level.rules.keys().isdisjoint(kinds) and (built := _one_level(items, kinds, level)):
            items, kinds = built, _kinds(built)
    return items


def _one_level(items: Sequence[Item], kinds: str, level: Level) -> Sequence[Item]:
    """The items with what the level's rules build; none where they build nothing."""
    done: list[Item] = []
    end = 0
    for at in places_of(kinds, level.rules):
        if at >= end and (found := _built(items, kinds, at, level.rules[kinds[at]])):
            item, width = found
            done += [*items[end:at], item]
            end = at + width
    return [*done, *items[end:]] if done else []


def _kinds(items: Sequence[Item]) -> str:
    return "".join([_codes.get(item.kind) or _code(item.kind) for item in items])


def _built(items: Sequence[Item], kinds: str, at: int, rules: Iterable[Rule]) -> tuple[Item, int] | None:
    for one in rules:
        if match := one.pattern.match(kinds, at):
            parts = {name: items[where].value for name in one.pattern.groupindex if (where := match.start(name)) >= 0}
            if (value := one.build(parts)) is not None:
                return Item(one.kind, items[at].start, items[match.end() - 1].end, value, one.name), match.end() - at
    return None


def _characters(name: str) -> str:
    return f"[{''.join(_code(kind) for kind in CLASSES.get(name, (name,)))}]"


def _code(kind: str) -> str:
    """One private character for each kind."""
    return _codes.get(kind) or _codes.setdefault(kind, chr(0xE000 + len(_codes)))
