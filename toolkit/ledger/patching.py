"""The corrections of rows, applied in order to the tables under their final entity ids."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from toolkit.extract.events.codes import plover_code, quad
from toolkit.ledger.actions import is_about_row
from toolkit.ledger.adding import added_row
from toolkit.ledger.anchors import Anchor, read_anchor
from toolkit.ledger.file import Correction, Ledger
from toolkit.ledger.naming import Ambiguous, Unmatched
from toolkit.ledger.outcomes import Outcomes
from toolkit.ledger.rows import Rows, actors_of
from toolkit.ledger.values import fields_of, figure, period


def anchors_of(ledger: Ledger) -> Iterator[tuple[Correction, Anchor]]:
    """The corrections that are about rows, each with its anchor."""
    for correction in ledger.corrections:
        if is_about_row(correction.action, correction.target) and (anchor := read_anchor(correction.target)):
            yield correction, anchor


def patched(rows: Rows, ledger: Ledger, outcomes: Outcomes) -> None:
    """Apply every correction of rows in order, each on its own; what became of each goes into the outcomes."""
    for correction, anchor in anchors_of(ledger):
        try:
            about = _apply(rows, correction, anchor)
        except Unmatched as problem:
            outcomes.note(
                correction, "unmatched", f"{correction.action} {correction.target} was not applied: {problem}"
            )
        else:
            what = "verdict" if correction.action in _VERDICTS else correction.action
            outcomes.applied(correction, about=(what, anchor.kind, about))


def _apply(rows: Rows, correction: Correction, anchor: Anchor) -> object:
    if correction.action == "add_row":
        return added_row(rows, anchor, fields_of(correction.value, anchor.kind))
    key = rows.found(anchor)
    if correction.action in _VERDICTS:
        return _compare(rows, key, correction)
    _ON_ROW[correction.action](rows, anchor.kind, key, correction.value)
    if key in rows.of[anchor.kind]:
        _touch(rows, anchor.kind, key, rule="analyst", confidence="high")
    return key


def _compare(rows: Rows, key: str, correction: Correction) -> object:
    """Note whether two figures measure the same; the pair."""
    anchor = read_anchor(correction.value)
    other = rows.found(anchor) if anchor else key
    if other == key:
        raise Unmatched("the other figure is the same one")
    pair = frozenset((key, other))
    rows.verdicts[pair] = _VERDICTS[correction.action]
    return pair


def _touch(rows: Rows, kind: str, key: str, **values: object) -> None:
    rows.of[kind][key] = replace(rows.of[kind][key], **values)


def _set_date(rows: Rows, kind: str, key: str, value: str) -> None:
    """The days that an event happened on, that a figure is as of, or that an expression means; none, where empty."""
    days = period(value)
    if kind == "statistic":
        _touch(rows, kind, key, as_of_start=days.start, as_of_end=days.end)
        return
    _touch(rows, kind, key, start_date=days.start, end_date=days.end)
    if kind == "date":
        _touch(rows, kind, key, value=days.timex, how="analyst")
    else:
        _touch(rows, kind, key, date_precision=days.precision, date_how=days.how)


def _set_status(rows: Rows, kind: str, key: str, value: str) -> None:
    _touch(rows, kind, key, status=value)
    if kind == "event":
        _recode(rows, key)


def _set_type(rows: Rows, kind: str, key: str, value: str) -> None:
    if kind == "date":
        _touch(rows, kind, key, type=value)
    else:
        _touch(rows, kind, key, event_type=value, mode=None)
        _recode(rows, key)


def _recode(rows: Rows, key: str) -> None:
    """The codes follow from type and status."""
    event = rows.of["event"][key]
    code = plover_code(event.event_type, event.status)
    _touch(rows, "event", key, plover_code=code, quad=quad(code))


def _set_actor(rows: Rows, _kind: str, key: str, value: str) -> None:
    """The named roles are played by these and by nobody else; who plays one leaves the other."""
    given = {role: [rows.entity(said) for said in names if said] for role, names in fields_of(value, "actors").items()}
    new = [id_ for ids in given.values() for id_ in ids]
    kept = [one for one in rows.actors.get(key, []) if one.role not in given and one.entity_id not in new]
    rows.actors[key] = [*kept, *actors_of(rows, key, given)]


def _set_speaker(rows: Rows, kind: str, key: str, value: str) -> None:
    _touch(rows, kind, key, speaker_id=rows.entity(value) if value else None)


def _set_place(rows: Rows, kind: str, key: str, value: str) -> None:
    _touch(rows, kind, key, location_id=rows.entity(value) if value else None)


def _set_reported_by(rows: Rows, kind: str, key: str, value: str) -> None:
    _touch(rows, kind, key, reported_by=rows.entity(value) if value else None)


def _set_subject(rows: Rows, kind: str, key: str, value: str) -> None:
    """What the figure is about: an entity by its id or name, else the words as they are typed; nothing, where empty."""
    try:
        id_ = rows.entity(value) if value else None
    except Ambiguous:
        raise
    except Unmatched:
        id_ = None
    name = rows.name(id_) if id_ and id_ == value else value
    _touch(rows, kind, key, subject_id=id_, subject=name or None)


def _set_value(rows: Rows, kind: str, key: str, value: str) -> None:
    """The figure is exactly this; a unit that is not given stays."""
    number, unit = figure(value)
    unit = unit or rows.of[kind][key].unit
    _touch(rows, kind, key, value=number, value_low=number, value_high=number, approx=None, unit=unit)


def _drop_row(rows: Rows, kind: str, key: str, _value: str) -> None:
    del rows.of[kind][key]
    rows.actors.pop(key, None)


_ON_ROW: Mapping[str, Callable[[Rows, str, str, str], None]] = {
    "accept": lambda *_: None,
    "set_date": _set_date,
    "set_status": _set_status,
    "set_type": _set_type,
    "set_actor": _set_actor,
    "set_speaker": _set_speaker,
    "set_place": _set_place,
    "set_reported_by": _set_reported_by,
    "set_value": _set_value,
    "set_measure": lambda rows, kind, key, value: _touch(rows, kind, key, measure=value or None),
    "set_base": lambda rows, kind, key, value: _touch(rows, kind, key, base=value or None),
    "set_subject": _set_subject,
    "drop_row": _drop_row,
}
_VERDICTS = {"same_measure": True, "not_same_measure": False}
