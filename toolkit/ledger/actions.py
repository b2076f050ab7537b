"""What a correction can do: every action, what it is about, and what its value must be.

On entities, by id, name, or a name that they go by; everywhere, unless `scope` names an article or a mention:

* rename: the entity is called `value`. accept: the same, and it was suggested. reject: right as printed.
* set_country: it is of the country with the ISO 3166 alpha-3 code `value`. retype: it is of type `value`.
* merge: it is the same as the one that `value` names. never_merge: it is not, whatever a later run would find.
* split: what `scope` names, or else what is printed `value`, is another entity, and called `value`.
* drop: the entity, and every row that cannot stand without it, is left out.
* add_mention: the words of the anchor mean `value`, an entity, or a new one written *Kim Min-seok (PERSON)*.

On rows, by anchor: accept (checked and right), set_date, set_status, set_type, set_actor, set_place, set_speaker,
set_reported_by, set_value, set_measure, set_base, set_subject, drop_row, add_row. On two figures, by two anchors:
same_measure (both measure one thing, so that they contradict each other) and not_same_measure. On articles, by id,
external id, path or title: set_published, set_source, set_title.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import get_args

from toolkit.ledger.anchors import KINDS, read_anchor
from toolkit.ledger.values import ALLOWED, fields_of, figure, period
from toolkit.lexicons import rows
from toolkit.records import MentionType

ENTITY_ACTIONS = (
    "rename", "accept", "reject", "set_country", "retype", "merge", "never_merge", "split", "drop", "add_mention",
)  # fmt: skip
# Which kinds of row an action is for.
ROW_ACTIONS: Mapping[str, tuple[str, ...]] = {
    "accept": ("event", "statistic", "quote", "date"),
    "set_date": ("event", "statistic", "date"),
    "set_status": ("event", "quote"),
    "set_type": ("event", "date"),
    "set_actor": ("event",),
    "set_place": ("event",),
    "set_speaker": ("quote",),
    "set_reported_by": ("event", "statistic"),
    "set_value": ("statistic",),
    "set_measure": ("statistic",),
    "set_base": ("statistic",),
    "set_subject": ("statistic",),
    "same_measure": ("statistic",),
    "not_same_measure": ("statistic",),
    "drop_row": ("event", "statistic", "quote", "date"),
    "add_row": ("event", "statistic", "quote", "date"),
}
ARTICLE_ACTIONS = ("set_published", "set_source", "set_title")
ACTIONS = tuple(dict.fromkeys((*ENTITY_ACTIONS, *ROW_ACTIONS, *ARTICLE_ACTIONS)))
_MAY_BE_EMPTY = {
    "drop", "reject", "drop_row", "accept",
    "set_date", "set_speaker", "set_place", "set_reported_by", "set_measure", "set_base", "set_subject",
}  # fmt: skip


def fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a row of the file, in words; nothing when it is sound."""
    action, target, value = row["action"], row["target"], row["value"]
    if action not in ACTIONS:
        return f"the action {action!r} is not known; allowed are {', '.join(ACTIONS)}"
    if not target:
        return f"{action} has no target; give the entity's name or id, or the anchor of a row"
    if not value and action not in _MAY_BE_EMPTY:
        return f"{action} {target!r} has no value"
    return _scope_fault(row["scope"]) or _row_fault(action, target, value) or _value_fault(action, value)


def is_about_row(action: str, target: str) -> bool:
    """Whether the correction is one of a row; to accept is one of an entity too."""
    return action in ROW_ACTIONS and (action != "accept" or read_anchor(target) is not None)


def _scope_fault(scope: str) -> str | None:
    if not scope or scope == "everywhere" or scope.startswith("article ") or read_anchor(scope):
        return None
    return f"the scope {scope!r} is not known; leave it empty, or give 'article' and its id, or the anchor of a mention"


def _row_fault(action: str, target: str, value: str) -> str | None:
    """What is wrong with the anchor, or with a value that depends on the kind of its row."""
    if action not in (*ROW_ACTIONS, "add_mention"):
        return None
    anchor = read_anchor(target)
    if anchor is None:
        if action == "accept":
            return None if value else f"accept {target!r} has no value"
        return f'{action} needs an anchor such as event "met" in "They met." of ARTICLE_ID, not {target!r}'
    kinds = ROW_ACTIONS.get(action, ("mention",))
    if anchor.kind not in kinds:
        return f"{action} is not for a {anchor.kind}; it is for {', '.join(kinds)}"
    return _kind_fault(action, anchor.kind, value)


def _kind_fault(action: str, kind: str, value: str) -> str | None:
    column = {"set_status": "status", "set_type": "type"}.get(action)
    allowed = ALLOWED.get((kind, column or ""))
    if allowed and value not in allowed:
        return f"the {column} {value!r} of a {kind} is not known; allowed are {', '.join(allowed)}"
    if action in ("add_row", "set_actor"):
        return _said(lambda: fields_of(value, kind if action == "add_row" else "actors"))
    if action in ("same_measure", "not_same_measure") and getattr(read_anchor(value), "kind", "") != "statistic":
        return f"{action} needs the anchor of the other figure as its value, not {value!r}"
    return None


def _value_fault(action: str, value: str) -> str | None:
    if action == "set_country" and value not in _countries():
        return f"the country {value!r} is not known; give an ISO 3166 alpha-3 code such as JPN"
    if action == "retype" and value not in get_args(MentionType):
        return f"the type {value!r} is not known; allowed are {', '.join(get_args(MentionType))}"
    if action == "set_value":
        return _said(lambda: figure(value))
    if action in ("set_date", "set_published") and value:
        return _said(lambda: period(value, only_day=action == "set_published"))
    return None


def _said(read: Callable[[], object]) -> str | None:
    """The words in which a value is refused."""
    try:
        read()
    except ValueError as problem:
        return str(problem)
    return None


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["iso3"] for row in rows("countries"))


__all__ = ["ACTIONS", "ARTICLE_ACTIONS", "ENTITY_ACTIONS", "KINDS", "ROW_ACTIONS", "fault", "is_about_row"]
