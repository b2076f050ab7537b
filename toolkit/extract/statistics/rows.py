"""A figure with all that its sentence says of it, as a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from toolkit.extract.reading import Reading
from toolkit.extract.statistics.changes import direction_of
from toolkit.extract.statistics.comparisons import compared
from toolkit.extract.statistics.context import reporter_of
from toolkit.extract.statistics.measure_words import Measure, is_counted, is_measure
from toolkit.extract.statistics.periods import Period, period_gone_on, period_of
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import SCORE, Quantity
from toolkit.extract.statistics.subjects import Subject
from toolkit.records import Confidence, Date, Statistic


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its place in the sentence, what it measures, whose it is, and where a table says it, for when."""

    quantity: Quantity
    place: Place
    measure: Measure | None
    subject: Subject | None
    change_from: float | None
    period: Period | None = None


def statistic(figure: Figure, sentence: Span, dates: Sequence[Date], reading: Reading) -> Statistic:
    """The row of a figure."""
    quantity, place = figure.quantity, figure.place
    low, high = _ends(quantity)
    period = figure.period or period_of(place, dates, reading)
    if period.start is None and _is_account(figure) and quantity.opener != "from":
        owner = figure.subject.entity_id if figure.subject else None
        period = period_gone_on(place, owner, dates, reading)
    return Statistic(
        **reading.evidence(quantity.start, quantity.end),
        rule=_rule(quantity),
        confidence=_confidence(figure),
        statistic_id=reading.key("statistic", quantity.start, quantity.end),
        value=quantity.value,
        value_low=low,
        value_high=high,
        approx=quantity.hedge or None,
        unit=quantity.unit,
        measure=_measure(figure, sentence, reading),
        base=figure.measure.base if figure.measure else None,
        subject_id=figure.subject.entity_id if figure.subject else None,
        subject=figure.subject.text if figure.subject else None,
        direction=direction_of(quantity, place) if quantity.kind != SCORE else None,
        change_from=figure.change_from,
        as_of_start=period.start,
        as_of_end=period.end,
        reported_by=reporter_of(place, sentence, reading),
    )


def _measure(figure: Figure, sentence: Span, reading: Reading) -> str | None:
    """The words for what is measured, with what a change is compared with."""
    if figure.measure is None:
        return None
    behind = reading.article.text[figure.quantity.end : sentence.end_char]
    return _small(compared(figure.measure, figure.quantity.dimension, behind), sentence, reading)


def _is_account(figure: Figure) -> bool:
    """Whether accounts and statistics offices give such a figure for a time: profit, sales, exports, inflation."""
    noun = figure.measure.noun if figure.measure else None
    return noun is not None and is_measure(noun) and not figure.quantity.is_count


def _small(measure: str, sentence: Span, reading: Reading) -> str:
    """The measure without the capital that it has only because the sentence begins with it."""
    first = sentence[0]
    is_name = first.i in reading.mention_of_token or first.tag_ in ("NNP", "NNPS")
    is_common = is_measure(first) or is_counted(first) or not is_name
    is_capital = first.is_title and is_common and re.split(r"[\s-]", measure, maxsplit=1)[0] == first.text
    return measure[0].lower() + measure[1:] if is_capital else measure


def _ends(quantity: Quantity) -> tuple[float | None, float | None]:
    """Lower and upper end; *more than* leaves the upper one open, *up to* the lower one."""
    if quantity.low is not None:
        return quantity.low, quantity.high
    return (
        None if quantity.bound == "upper" else quantity.value,
        None if quantity.bound == "lower" else quantity.value,
    )


def _rule(quantity: Quantity) -> str:
    if quantity.foreign:
        return "decimal_comma"
    if quantity.kind == SCORE:
        return SCORE
    return "range" if quantity.low is not None else quantity.dimension


def _confidence(figure: Figure) -> Confidence:
    """High where unit, measure and subject are all read; a number of a foreign format is to be looked at."""
    if figure.quantity.foreign or figure.measure is None:
        return "low"
    return "medium" if figure.quantity.is_count or figure.subject is None else "high"
