"""Rows that the machine missed and the analyst adds: their evidence is the anchor's, all else is the value's."""

from collections.abc import Callable, Mapping
from typing import Any

from toolkit.extract.events.codes import plover_code, quad
from toolkit.ledger.anchors import Anchor
from toolkit.ledger.naming import Unmatched
from toolkit.ledger.rows import Rows, actors_of
from toolkit.ledger.values import figure, period
from toolkit.records import Date, Event, Quote, Statistic, key

Fields = Mapping[str, list[str]]


def added_row(rows: Rows, anchor: Anchor, fields: Fields) -> str:
    """Add the row and its actors; its key, which is the same in every run.

    Raises:
        Unmatched: no article has the anchor's words, or a field names no single entity.
    """
    place = rows.told.place(anchor)
    sentence = place and rows.told.sentence_at(*place)
    if not place or not sentence:
        raise Unmatched("no article has these words in this sentence")
    article_id, start = place
    row_key = key("analyst", anchor.kind, article_id, start, anchor.quoted, sorted(fields.items()))
    where = {"article_id": article_id, "sentence_id": sentence[2], "rule": "analyst", "confidence": "high"}
    span = {"start": start, "end": start + len(anchor.quoted), "text": anchor.quoted}
    if anchor.kind == "event":
        whole = {
            "start": sentence[0],
            "end": sentence[1],
            "text": rows.told.texts[article_id][sentence[0] : sentence[1]],
        }
        record = _event(rows, {**where, **whole}, span, row_key, fields)
    else:
        record = _MADE[anchor.kind](rows, {**where, **span}, row_key, fields)
    rows.of[anchor.kind][row_key] = record
    return row_key


def _event(rows: Rows, where: dict[str, Any], trigger: Mapping[str, Any], event_id: str, fields: Fields) -> Event:
    kind, status = fields["type"][0], _first(fields, "status") or "occurred"
    code = plover_code(kind, status)  # type: ignore[arg-type]
    days, place = period(_first(fields, "date") or ""), _first(fields, "location")
    parties = {role: [rows.entity(said) for said in fields[role]] for role in ("source", "target") if role in fields}
    rows.actors[event_id] = list(actors_of(rows, event_id, parties))
    return Event(
        **where,
        event_id=event_id,
        trigger=trigger["text"],
        trigger_start=trigger["start"],
        trigger_end=trigger["end"],
        event_type=kind,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        plover_code=code,
        quad=quad(code),
        location_id=rows.entity(place) if place else None,
        start_date=days.start,
        end_date=days.end,
        date_precision=days.precision,
        date_how=days.how,
    )


def _statistic(rows: Rows, where: dict[str, Any], statistic_id: str, fields: Fields) -> Statistic:
    value, unit = figure(fields["value"][0])
    days, subject = period(_first(fields, "date") or ""), _first(fields, "subject")
    return Statistic(
        **where,
        statistic_id=statistic_id,
        value=value,
        value_low=value,
        value_high=value,
        unit=unit or "count",
        measure=_first(fields, "measure"),
        base=_first(fields, "base"),
        subject_id=rows.entity(subject) if subject else None,
        subject=subject,
        direction=_first(fields, "direction"),  # type: ignore[arg-type]
        as_of_start=days.start,
        as_of_end=days.end,
    )


def _quote(rows: Rows, where: dict[str, Any], quote_id: str, fields: Fields) -> Quote:
    speaker = fields["speaker"][0]
    return Quote(
        **where,
        quote_id=quote_id,
        kind=_first(fields, "kind") or "direct",  # type: ignore[arg-type]
        status=_first(fields, "status") or "said",  # type: ignore[arg-type]
        speaker_id=rows.entity(speaker) if speaker else None,
        speaker=speaker or None,
        utterance_id=key("utterance", quote_id),
    )


def _date(_: Rows, where: dict[str, Any], date_id: str, fields: Fields) -> Date:
    days = period(_first(fields, "date") or "")
    return Date(
        **where,
        date_id=date_id,
        type=fields["type"][0],  # type: ignore[arg-type]
        value=days.timex,
        start_date=days.start,
        end_date=days.end,
        how="analyst",
    )


def _first(fields: Fields, name: str) -> str | None:
    return fields[name][0] if fields.get(name) else None


_MADE: Mapping[str, Callable[[Rows, dict[str, Any], str, Fields], Any]] = {
    "statistic": _statistic,
    "quote": _quote,
    "date": _date,
}
