"""Dates in figures: 23/11/2024 says its order by itself, 05/03/2024 needs to know where it was printed."""

import re
from functools import cache
from urllib.parse import urlsplit

from toolkit.extract.dates.calendar import day_of
from toolkit.extract.dates.moments import Moment
from toolkit.lexicons import rows
from toolkit.records import Article

# POSIX: two-digit years from 69 lie in the twentieth century.
PIVOT = 69


def is_day_first(article: Article) -> bool | None:
    """Whether the outlet writes the day before the month, by the country of its address; None where unknown."""
    host = urlsplit(article.url or "").hostname or ""
    order = _orders().get(host.rpartition(".")[2])
    return None if order is None else order == "day"


def numeric_date(raw: str, *, day_first: bool | None) -> Moment | None:
    """The day, or only the year where day and month cannot be told apart; None when it is no date."""
    first, second, year = (int(part) for part in re.split(r"[-/.]", raw))
    year += 0 if year > 99 else 2000 if year < PIVOT else 1900
    if "." in raw or first > 12 or first == second:
        day_first = True
    elif second > 12:
        day_first = False
    day, month = (first, second) if day_first else (second, first)
    if day_of(year, month, day) is None:
        return None
    return Moment(year=year) if day_first is None else Moment(year=year, month=month, day=day)


@cache
def _orders() -> dict[str, str]:
    return {row["domain"]: row["first"] for row in rows("date_order")}
