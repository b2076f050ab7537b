"""What a change is compared with: *up 3% from a year earlier* and *up 1% on the month* are different figures."""

import re
from functools import cache

from toolkit.extract.statistics.changes import is_change
from toolkit.extract.statistics.measure_words import Measure
from toolkit.extract.statistics.units import SHARE

_UNITS = ("year", "quarter", "month", "week")
_REACH = 110  # characters behind a figure
_NEXT_SHARE = re.compile(r"[0-9.,]+ ?(?:%|per ?cent)|;")


def compared(measure: Measure, dimension: str, behind: str) -> str:
    """The words for the measure, with *on the year* and the like where the text behind a change says so.

    Args:
        measure: what changes.
        dimension: that of the unit; only shares are told apart.
        behind: the rest of the sentence behind the figure.
    """
    changes = measure.text.endswith(" change") or (measure.noun is not None and _ends_in_change(measure))
    if dimension != SHARE or not changes or any(unit in measure.text for unit in ("year", "month", "annual")):
        return measure.text
    following = _NEXT_SHARE.split(behind[:_REACH], maxsplit=1)[0].lower()
    found = [(match.start(), unit) for unit in _UNITS if (match := _compares_with(unit).search(following))]
    return f"{measure.text} on the {min(found)[1]}" if found else measure.text


def _ends_in_change(measure: Measure) -> bool:
    noun = measure.noun
    return noun is not None and is_change(noun) and measure.text.lower().endswith(noun.lower_)


@cache
def _compares_with(unit: str) -> re.Pattern[str]:
    same = r"|\bsame (?:period|month|quarter|time) (?:of |in )?(?:last year|[0-9]{4})\b" if unit == "year" else ""
    return re.compile(
        rf"\b(?:a|one|the) {unit} (?:earlier|ago|before)\b|\b(?:previous|preceding|prior) {unit}\b"
        rf"|\b(?:from|than|with|to|over|on) last {unit}\b|\b(?:on|over) the {unit}\b|\bon[- ]{unit}\b" + same
    )
