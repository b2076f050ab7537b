"""Days as the lexicons write them: a year, month or day, as exactly as it is known."""

from calendar import monthrange
from datetime import date


def first_day(cell: str) -> date:
    """The first day of a year, month or day."""
    return date(*(int(part) for part in f"{cell}-01-01".split("-")[:3]))


def last_day(cell: str) -> date:
    """The last day of a year, month or day."""
    year, month, day = (*(int(part) for part in cell.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])
