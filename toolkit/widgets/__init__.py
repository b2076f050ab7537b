"""What notebooks show: the reader, the finding in a sentence, tables in plain words, and the explorer of a corpus."""

from toolkit.widgets.finding import finding
from toolkit.widgets.paged import PagedTable
from toolkit.widgets.reader import Reader, reader
from toolkit.widgets.tables import articles_read, dates_told, entities_named, events_told, quotes_told, shown

__all__ = [
    "PagedTable",
    "Reader",
    "articles_read",
    "dates_told",
    "entities_named",
    "events_told",
    "finding",
    "quotes_told",
    "reader",
    "shown",
]
