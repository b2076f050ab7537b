"""The analyst's corrections: one readable CSV file, applied one by one to every run.

Columns: action, target, value, scope, reason, who, when. `target` is an entity by its id, its name, or a name it goes
by. Undo is deleting the row. The actions:

* rename: the entity is called `value`.
* accept: the entity is called `value`, which was suggested.
* reject: the entity's name is right as printed; nothing is suggested for it.
* set_country: the entity is of the country with the ISO 3166 alpha-3 code `value`.
* retype: the entity is of type `value`.
* merge: the entity is the same as the one that `value` names.
* drop: the entity, and every row that cannot stand without it, is left out.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from getpass import getuser
from pathlib import Path
from typing import get_args

from filelock import FileLock

from toolkit.errors import LedgerError
from toolkit.lexicons import rows
from toolkit.records import Entity, MentionType, Warning

COLUMNS = ("action", "target", "value", "scope", "reason", "who", "when")


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the file, and the line it stands on."""

    line: int
    action: str
    target: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The corrections of one file in order, and the rows that could not be read."""

    path: str | None = None
    corrections: tuple[Correction, ...] = ()
    faults: tuple[Warning, ...] = ()


@dataclass
class Identities:
    """Which entity every local id means: `global_id` maps to the keys of `entities`."""

    global_id: dict[str, str]
    entities: dict[str, Entity]
    warnings: list[Warning] = field(default_factory=list)


def read_ledger(path: str | Path | None) -> Ledger:
    """The corrections of a file; a malformed row is reported with its line number and skipped.

    Raises:
        LedgerError: there is no such file, it is not UTF-8, or it has no action and target columns.
    """
    if path is None:
        return Ledger()
    written = _rows(Path(path))
    good = [Correction(line, row["action"], row["target"], row["value"]) for line, row in written if not _fault(row)]
    bad = [_warning(path, line, "malformed_correction", fault) for line, row in written if (fault := _fault(row))]
    return Ledger(str(path), tuple(good), tuple(bad))


def add_correction(path: str | Path, action: str, target: str, *, value: str = "", reason: str = "") -> None:
    """Write one more correction into the file, which is made where it is missing.

    Raises:
        LedgerError: the correction is not sound, or the file cannot be written.
    """
    who, when = getuser(), datetime.now(tz=UTC).isoformat(timespec="seconds")
    row = dict(zip(COLUMNS, (action, target, value, "", " ".join(reason.split()), who, when), strict=True))
    if fault := _fault(row):
        raise LedgerError(fault)
    try:
        with FileLock(f"{path}.lock"):
            is_new = not Path(path).exists()
            with Path(path).open("a", encoding="utf-8", newline="") as handle:
                writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
                if is_new:
                    writer.writeheader()
                writer.writerow(row)
    except OSError as problem:
        raise LedgerError(f"the corrections file {str(path)!r} cannot be written: {problem}") from problem


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows with their line numbers; a cell that is not there is empty, cells beyond the columns are left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            columns = list(reader.fieldnames or ())
            found = [(reader.line_num, {name: (row.get(name) or "").strip() for name in COLUMNS}) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise LedgerError(f"the corrections file {str(path)!r} cannot be read: {problem}. Give UTF-8 CSV.") from problem
    if not {"action", "target"} <= set(columns):
        raise LedgerError(f"{path} has the columns {columns}; a corrections file has {', '.join(COLUMNS)}")
    return found


def _fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a row, in words; nothing when it is sound."""
    action, value = row["action"], row["value"]
    if action not in _ACTIONS:
        return f"the action {action!r} is not known; allowed are {', '.join(_ACTIONS)}"
    if not row["target"]:
        return f"{action} has no target; give the entity's name or id"
    if action not in _WITHOUT_VALUE and not value:
        return f"{action} {row['target']!r} has no value"
    if action == "set_country" and value not in _countries():
        return f"the country {value!r} is not known; give an ISO 3166 alpha-3 code such as JPN"
    if action == "retype" and value not in get_args(MentionType):
        return f"the type {value!r} is not known; allowed are {', '.join(get_args(MentionType))}"
    return None


def _warning(path: str | Path | None, line: int, code: str, message: str) -> Warning:
    return Warning(
        path=None if path is None else str(path), stage="corrections", code=code, message=f"line {line}: {message}"
    )


def corrected(identities: Identities, ledger: Ledger, *, aliases: Mapping[str, set[str]]) -> Identities:
    """The identities with every correction applied in order, each on its own.

    Args:
        identities: as resolution found them; left unchanged.
        ledger: the corrections; one that matches nothing becomes a warning, never an error.
        aliases: printed name -> ids of the entities that go by it.
    """
    result = Identities(dict(identities.global_id), dict(identities.entities), [*identities.warnings, *ledger.faults])
    for correction in ledger.corrections:
        matched = list(_matching(correction.target, result, aliases))
        if len(matched) == 1 and _ACTIONS[correction.action](result, matched[0], correction.value, aliases):
            continue
        said = _unmatched(correction, len(matched))
        result.warnings.append(_warning(ledger.path, correction.line, "unmatched_correction", said))
    return result


def _unmatched(correction: Correction, n_matched: int) -> str:
    """Why a correction did nothing, and what to do."""
    what = f"{correction.action} {correction.target!r} was not applied: the corpus has"
    if n_matched == 1:
        return f"{what} no single entity {correction.value!r} to merge with; use an entity_id"
    return f"{what} {n_matched} entities of that name; use an entity_id"


def _matching(target: str, identities: Identities, aliases: Mapping[str, set[str]]) -> Iterator[str]:
    """The entity of that id; else those of that name; else those that go by it."""
    if target in identities.entities:
        yield target
        return
    named = [id_ for id_, entity in identities.entities.items() if entity.name == target]
    yield from named or sorted(aliases.get(target, set()) & identities.entities.keys())


def _rename(identities: Identities, entity_id: str, value: str, _: Mapping[str, set[str]]) -> bool:
    """The name is settled, so that nothing is suggested any more."""
    renamed = replace(identities.entities[entity_id], name=value, source="analyst")
    identities.entities[entity_id] = _without_suggestion(renamed)
    return True


def _reject(identities: Identities, entity_id: str, _value: str, _: Mapping[str, set[str]]) -> bool:
    identities.entities[entity_id] = _without_suggestion(identities.entities[entity_id])
    return True


def _without_suggestion(entity: Entity) -> Entity:
    return replace(entity, suggested_name=None, suggestion_reason=None, suggestion_score=None)


def _set_country(identities: Identities, entity_id: str, value: str, _: Mapping[str, set[str]]) -> bool:
    identities.entities[entity_id] = replace(identities.entities[entity_id], iso3=value, source="analyst")
    return True


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["iso3"] for row in rows("countries"))


def _retype(identities: Identities, entity_id: str, value: str, _: Mapping[str, set[str]]) -> bool:
    identities.entities[entity_id] = replace(identities.entities[entity_id], type=value, source="analyst")  # type: ignore[arg-type]
    return True


def _merge(identities: Identities, entity_id: str, value: str, aliases: Mapping[str, set[str]]) -> bool:
    into = list(_matching(value, identities, aliases))
    if len(into) != 1:
        return False
    if into[0] != entity_id:
        identities.entities[into[0]] = replace(identities.entities[into[0]], source="analyst")
        _redirect(identities, entity_id, into[0])
    return True


def _drop(identities: Identities, entity_id: str, _value: str, _: Mapping[str, set[str]]) -> bool:
    _redirect(identities, entity_id, None)
    return True


def _redirect(identities: Identities, old: str, new: str | None) -> None:
    """Everything that meant the old entity means the new one, or nothing."""
    del identities.entities[old]
    for local, current in list(identities.global_id.items()):
        if current == old:
            if new is None:
                del identities.global_id[local]
            else:
                identities.global_id[local] = new
    for entity_id, entity in identities.entities.items():
        if entity.affiliation_id == old:
            identities.entities[entity_id] = replace(entity, affiliation_id=new)


_Action = Callable[[Identities, str, str, Mapping[str, set[str]]], bool]
_ACTIONS: dict[str, _Action] = {
    "rename": _rename,
    "accept": _rename,
    "reject": _reject,
    "retype": _retype,
    "set_country": _set_country,
    "merge": _merge,
    "drop": _drop,
}
_WITHOUT_VALUE = ("drop", "reject")
