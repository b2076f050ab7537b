"""What notebooks show: the reader, the finding in a sentence, tables in plain words, and the explorer of a corpus."""

from toolkit.widgets.deciding import Decisions, decide
from toolkit.widgets.explorer import Explorer, explore
from toolkit.widgets.filters import Filters
from toolkit.widgets.finding import finding
from toolkit.widgets.paged import PagedTable
from toolkit.widgets.reader import Reader, reader
from toolkit.widgets.refresh import RefreshBar
from toolkit.widgets.reviewed import ReviewedReader
from toolkit.widgets.tables import articles_read, dates_told, entities_named, events_told, quotes_told, shown

__all__ = [
    "Decisions",
    "Explorer",
    "Filters",
    "PagedTable",
    "Reader",
    "RefreshBar",
    "ReviewedReader",
    "articles_read",
    "dates_told",
    "decide",
    "entities_named",
    "events_told",
    "explore",
    "finding",
    "quotes_told",
    "reader",
    "shown",
]
