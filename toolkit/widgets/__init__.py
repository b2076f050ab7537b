"""What notebooks show: the reader, the finding in a sentence, tables in plain words, and the explorer of a corpus."""

from toolkit.widgets.adding import Adding, add_articles
from toolkit.widgets.checking import RandomCheck, check_random_rows
from toolkit.widgets.conflicts import disagreements
from toolkit.widgets.deciding import Decisions, decide
from toolkit.widgets.desk import Desk, desk
from toolkit.widgets.explorer import Explorer, explore
from toolkit.widgets.filters import Filters
from toolkit.widgets.finding import finding, scope
from toolkit.widgets.measures import figures_desk, measures
from toolkit.widgets.outlets import Outlets, outlets
from toolkit.widgets.overview import coverage, tiles
from toolkit.widgets.paged import PagedTable, listed
from toolkit.widgets.reader import Reader, reader
from toolkit.widgets.refresh import RefreshBar
from toolkit.widgets.reviewed import ReviewedReader, articles_beside
from toolkit.widgets.sources import sources
from toolkit.widgets.tables import articles_read, dates_told, entities_named, events_told, quotes_told, shown
from toolkit.widgets.traced import TracedChart, traced

__all__ = [
    "Adding",
    "Decisions",
    "Desk",
    "Explorer",
    "Filters",
    "Outlets",
    "PagedTable",
    "RandomCheck",
    "Reader",
    "RefreshBar",
    "ReviewedReader",
    "TracedChart",
    "add_articles",
    "articles_beside",
    "articles_read",
    "check_random_rows",
    "coverage",
    "dates_told",
    "decide",
    "desk",
    "disagreements",
    "entities_named",
    "events_told",
    "explore",
    "figures_desk",
    "finding",
    "listed",
    "measures",
    "outlets",
    "quotes_told",
    "reader",
    "scope",
    "shown",
    "sources",
    "tiles",
    "traced",
]
