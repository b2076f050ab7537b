"""Figures in tables: the heading is the measure, the label of the line the subject."""

from dataclasses import replace

from toolkit.extract.reading import Reading
from toolkit.extract.statistics.cells import Cell, Tabled, tabled
from toolkit.extract.statistics.measure_words import Measure
from toolkit.extract.statistics.periods import Period
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.rows import Figure
from toolkit.extract.statistics.subjects import Subject, as_subject
from toolkit.extract.statistics.units import SHARE

_PERCENT = ("%", "percent", "per cent")


def in_table(quantity: Quantity, place: Place, reading: Reading) -> Figure | None:
    """The figure as the table around it says; None outside tables."""
    table = tabled(reading.article.text, quantity.start, quantity.end)
    if table is None:
        return None
    period = _period(table.heading, reading)
    name = table.caption if period else table.heading.text
    quantity = _with_unit(quantity, f"{table.heading.text} {table.caption}".lower())
    return Figure(quantity, place, _measure(name), _subject(table, reading), None, period)


def _measure(name: str) -> Measure | None:
    """The heading without its unit: *GDP growth (%)*."""
    words = name.partition("(")[0].partition(",")[0].strip()
    return Measure(words[0].lower() + words[1:] if words[1:2].islower() else words) if words else None


def _subject(table: Tabled, reading: Reading) -> Subject:
    label = table.label
    root = reading.span(label.start, label.start + len(label.text)).root
    return as_subject(root, reading) or Subject(None, label.text)


def _period(heading: Cell, reading: Reading) -> Period | None:
    """The time that a heading names: *2023*, *May*; not a month without a year that seems to lie ahead."""
    end = heading.start + len(heading.text)
    named = (row for row in reading.dates if row.start == heading.start and row.end == end)
    row = next(named, None)
    if row is None:
        return None
    published = reading.article.published
    is_ahead = row.how != "explicit" and published and row.start_date and row.start_date > published
    return Period() if is_ahead else Period(row.start_date, row.end_date)


def _with_unit(quantity: Quantity, words: str) -> Quantity:
    """A bare number under *GDP growth (%)* is a percentage."""
    is_share = quantity.is_count and any(word in words for word in _PERCENT)
    return replace(quantity, unit="percent", dimension=SHARE) if is_share else quantity
