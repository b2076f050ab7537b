"""PLOVER codes, derived from what an act is and whether it has happened (PLOVER manual 2024; DESIGN.md, section 5)."""

from collections.abc import Mapping

from toolkit.records import EventType, Quad, Status

# Acts that are coded as an agreement until they happen.
_AGREED_FIRST = {"CONSULT", "SUPPORT", "COOPERATE", "AID"}
_SAME_AS = {"HOST": "CONSULT", "JOIN": "AGREE"}
_OUTSIDE = {"ELECT", "OFFICE", "FOUND", "DISASTER", "ECONOMY"}
_QUADS: Mapping[Quad, tuple[str, ...]] = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF: Mapping[str, Quad] = {code: quad for quad, codes in _QUADS.items() for code in codes}


def plover_code(event_type: EventType, status: Status) -> str | None:
    """The strict PLOVER code; None for types that PLOVER does not have."""
    if event_type in _OUTSIDE:
        return None
    code = _SAME_AS.get(event_type, event_type)
    return "AGREE" if code in _AGREED_FIRST and status in {"planned", "hypothetical"} else code


def quad(code: str | None) -> Quad | None:
    """The PLOVER quad class of a code."""
    return _QUAD_OF.get(code) if code else None
