"""Rules for durations, sets, and times that are only past, present or future."""

from dataclasses import replace
from typing import Literal

from toolkit.extract.dates.cascade import Parts, rule
from toolkit.extract.dates.moments import Length, Recurrence, Reference

# Smallest first; a sum names the larger unit first.
_SIZES = (
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade",
    "century", "millennium",
)  # fmt: skip


def amount(p: Parts) -> float | None:
    """How many units are said; None for *several* and for a bare plural."""
    if "several" in p:
        return None if p["several"] == "X" else float(p["several"])
    whole = float(p.get("count", 1 if "a" in p or "whole" in p else 0))
    return whole + 0.5 if "half" in p else whole or None


def _length(p: Parts) -> Length | None:
    """*two and a half years*, *27-year*, *several weeks*, *for a week*; *a quarter* is a share."""
    if "a" in p and _unit(p) == "quarter":
        return None
    return Length(((amount(p), _unit(p)),), mod=p.get("hedge", p.get("compare")))


def _half_of_one(p: Parts) -> Length:
    """*half a century*."""
    return Length(((0.5, p["unit"]),), mod=p.get("hedge"))


def _unit(p: Parts) -> str:
    unit: str = next(p[kind] for kind in ("any_unit", "units", "unit") if kind in p)
    return unit


def _window(p: Parts) -> Length:
    """*the past three months*, *the next decade*, *the coming days*."""
    side: Literal["past", "next"] = "past" if {"last", "past", "previous"} & p.keys() else "next"
    return Length(((1 if "unit" in p else amount(p), _unit(p)),), window=side)


def _ahead(p: Parts) -> Length | None:
    """*in two weeks*: how long something takes, or when it comes."""
    length = _length(p)
    return length and replace(length, window="ahead")


def _joined(p: Parts) -> Length | None:
    """*two years and three months*: the second unit is the smaller one."""
    first, second = p["length"], p["length_2"]
    if second.mod or second.window or _SIZES.index(first.amounts[-1][1]) <= _SIZES.index(second.amounts[0][1]):
        return None
    return Length(first.amounts + second.amounts, first.mod, first.window)


def _every(p: Parts) -> Recurrence | None:
    if "weekday" in p:
        return Recurrence(f"XXXX-WXX-{p['weekday']}")
    if "month" in p:
        return Recurrence(f"XXXX-{p['month']:02}")
    if "part" in p or "season" in p:
        return Recurrence(p.get("part") or f"XXXX-{p['season']}")
    if _unit(p) == "weekend":
        return Recurrence("XXXX-WXX-WE")
    count = p.get("count", 2 if "other" in p else p.get("ordinal", 1))
    return Recurrence(Length(((count, _unit(p)),)).value)


def _weekdays(p: Parts) -> Recurrence:
    if "parts" in p:
        return Recurrence(f"XXXX-WXX-{p['weekday']}{p['parts']}")
    return Recurrence(f"XXXX-WXX-{p['weekdays']}{p.get('part', '')}")


def _rate(p: Parts) -> Recurrence:
    """*15 a year*, *twice a week*."""
    return Recurrence(Length(((1, p["unit"]),)).value)


def _frequency(p: Parts) -> Recurrence:
    return Recurrence(p["frequency"])


def _reference(p: Parts) -> Reference:
    return Reference(p["reference"])


_QUANTITY = "(count|several)"
_SIDES = "(last|past|previous|next|coming|following)"
_SHOWS_LENGTH = "((?<=for)|(?<=after)|(?<=within)|(?<=than)|(?<=of)|(?<=during)|(?<=over)|(?<=hedge)|(?<=compare))"
LENGTHS = (
    rule("half_unit", "length", "hedge? half a unit", _half_of_one),
    rule("window", "length", f"the? {_SIDES} {_QUANTITY} any_unit", _window),
    rule("window", "length", f"the? {_QUANTITY} {_SIDES} any_unit", _window),
    rule("window", "length", f"the? {_SIDES} units", _window),
    rule("window", "length", "the (past|coming|next) unit", _window),
    rule("measured", "length", f"(?<=in) {_QUANTITY} any_unit (?!dash? old)", _ahead),
    rule("measured", "length", "(?<=in) a any_unit (?!dash? old)", _ahead),
    rule("measured", "length", "hedge? count and a half any_unit (?!dash? old)", _length),
    rule("measured", "length", "hedge? (a|count) unit and a half", _length),
    rule("measured", "length", f"hedge? {_QUANTITY} dash any_unit (?!dash? old)", _length),
    rule("measured", "length", f"(?<=compare) {_QUANTITY} any_unit (?!dash? old)", _length),
    rule("measured", "length", f"hedge? {_QUANTITY} running? any_unit (?!dash? old)", _length),
    rule("measured", "length", "a unit (?=before|after)", _length),
    rule("long", "length", "(count dash)? any_unit dash long", _length),
    rule("rate", "set", "(count? times) a unit", _rate),
    rule("rate", "set", "((?<=small)|(?<=number)|(?<=times)) a unit", _rate),
    rule("single", "length", f"{_SHOWS_LENGTH} a unit", _length),
    rule("single", "length", "whole unit", _length),
    rule("plural", "length", "((?<=for)|(?<=over)|(?<=within)) the? units", _length),
    rule("ahead", "vague", "the? units ahead", lambda _: Reference("FUTURE_REF")),
    rule("recent", "vague", "recent units", lambda _: Reference("PAST_REF")),
    rule("reference", "vague", "reference", _reference),
    rule("reference", "vague", "(?<=in) the past", lambda _: Reference("PAST_REF")),
)  # fmt: skip
JOINED_LENGTHS = (rule("joined_lengths", "length", "length and? length", _joined),)
SETS = (
    rule("every", "set", "the? ordinal weekday of every unit", _every),
    rule("every", "set", "every (other|ordinal)? (unit|weekday|month|part|season)", _every),
    rule("every", "set", "every count any_unit", _every),
    rule("weekdays", "set", "weekdays part?", _weekdays),
    rule("weekdays", "set", "weekday parts", _weekdays),
    rule("frequency", "set", "frequency", _frequency),
)
