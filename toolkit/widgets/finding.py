"""What a corpus says, in one sentence computed from its tables."""

import pandas as pd
from IPython.display import Markdown

from toolkit.corpus import Corpus

_NAMED = 3


def finding(corpus: Corpus) -> Markdown:
    """The sentence and a status line, to open a notebook with."""
    return Markdown(f"**{sentence(corpus)}**\n\n*{status(corpus)}*")  # type: ignore[no-untyped-call]  # IPython has no types


def sentence(corpus: Corpus) -> str:
    """Who is named most, and how much is told of them."""
    articles, events = corpus.articles, corpus.events
    if articles.empty:
        return "Nothing was read; corpus.warnings says why."
    planned = int((events["status"] == "planned").sum())
    named = ", ".join(_plain(name) for name in corpus.entities["name"].head(_NAMED)) or "nobody"
    return (
        f"{_counted(len(articles), 'article')}{_days(articles['published'])}; most named: {named}; "
        f"{_counted(len(events), 'report')} of events ({planned} of them planned), "
        f"{_counted(len(corpus.statistics), 'figure')}, {_counted(len(corpus.quotes), 'quotation')}."
    )


def status(corpus: Corpus) -> str:
    """How many reports of how many events, and what needs a look."""
    events = corpus.events
    distinct = events["cluster_id"].fillna(events["event_id"]).nunique()
    return (
        f"{_counted(len(events), 'report')} of {_counted(distinct, 'event')} "
        f"in {_counted(len(corpus.articles), 'article')}; 0 reviewed; {_counted(len(corpus.warnings), 'warning')}"
    )


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _days(published: pd.Series) -> str:
    """` of 14 Nov 2024`, or from the first to the last day; nothing where no day is known."""
    known = published.dropna()
    if known.empty:
        return ""
    first, last = (f"{day.day} {day:%b %Y}" for day in (known.min(), known.max()))
    return f" of {first}" if first == last else f" of {first} to {last}"


def _plain(name: str) -> str:
    """A name without what Markdown or HTML would take as its own; names come from news text."""
    return "".join(sign for sign in name if sign not in "*_`[]<>\\")
