"""Tables for reading: the columns that people ask for, ids as names, plain headings. The corpus keeps them all."""

from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from toolkit.corpus import Corpus

_HEADINGS = {"iso3": "Country", "n_mentions": "Mentions", "n_articles": "Articles", "n_words": "Words"}
# Sentences have room, days and numbers stay on one line, and what is said about the table stands below it.
_LONG, _WIDE = 60, [{"selector": "td", "props": "min-width: 20rem"}]
_SHORT, _ON_ONE_LINE = 12, [{"selector": "td", "props": "white-space: nowrap"}]
_LAYOUT: Any = [
    {"selector": "th, td", "props": "text-align: left; vertical-align: top; white-space: normal"},
    {
        "selector": "caption",
        "props": "caption-side: bottom; text-align: left; white-space: nowrap; padding: 0.4em 0.5em",
    },
]


def articles_read(corpus: Corpus) -> pd.DataFrame:
    """What was read: title, outlet, day and how it was found, words, sentences, warnings."""
    articles = corpus.articles.set_index("article_id")
    counted = articles.assign(
        sentences=_per_article(corpus.sentences, articles.index),
        warnings=_per_article(corpus.warnings, articles.index),
    )
    columns = ["title", "source", "published", "published_how", "n_words", "sentences", "warnings"]
    return counted[columns].reset_index(drop=True)


def entities_named(corpus: Corpus) -> pd.DataFrame:
    """Who and what is named: type, office, country, whom they act for, mentions, and a name to consider."""
    entities, names = corpus.entities, _names(corpus)
    for_whom = entities.assign(acts_for=entities["affiliation_id"].map(names))
    columns = ["name", "type", "role", "iso3", "acts_for", "n_mentions", "suggested_name", "suggestion_reason"]
    return for_whom[columns]


def events_told(corpus: Corpus) -> pd.DataFrame:
    """The events in plain words, with the sentence that says so."""
    return corpus.who_did_what().drop(columns=["event_id", "trigger"])


def quotes_told(corpus: Corpus) -> pd.DataFrame:
    """Who said what, to whom, in which words, and whether it has been said yet."""
    quotes, names = corpus.quotes, _names(corpus)
    said = quotes.assign(who=quotes["speaker_id"].map(names), to_whom=quotes["addressee_id"].map(names))
    return said.rename(columns={"text": "words"})[["who", "verb", "to_whom", "kind", "status", "words", "confidence"]]


def dates_told(corpus: Corpus) -> pd.DataFrame:
    """Dates as printed, the days they cover, and how they were found."""
    columns = ["text", "value", "start_date", "end_date", "how", "confidence"]
    return corpus.dates[columns].rename(columns={"text": "printed", "start_date": "first_day", "end_date": "last_day"})


def shown(frame: pd.DataFrame) -> Styler:
    """The frame as a readable page: plain headings, days as people write them, every cell escaped, none cut off.

    Columns in which nothing stands are left out, and named below the table.
    """
    readable = frame.reset_index(drop=True).rename(columns=heading)
    headings = [str(one) for one in readable.columns]
    empty = [one for one in headings if readable[one].isna().all()]
    widths: Any = {one: _width(readable[one]) for one in headings if one not in empty}
    styled = readable.drop(columns=empty).style.format(said, na_rep="", escape="html").hide(axis="index")
    styled = styled.set_table_styles(_LAYOUT).set_table_styles(widths, overwrite=False)
    caption = "no rows" if frame.empty else f"nothing in: {', '.join(empty)}"
    return styled.set_caption(caption) if empty else styled


def _width(cells: pd.Series) -> list[dict[str, str]]:
    """The style of a column by its longest cell."""
    longest = cells.dropna().map(said).str.len().max()
    if longest > _LONG:
        return _WIDE
    return _ON_ONE_LINE if longest <= _SHORT else []


def _per_article(rows: pd.DataFrame, articles: pd.Index) -> pd.Series:
    return rows["article_id"].value_counts().reindex(articles, fill_value=0)


def _names(corpus: Corpus) -> dict[str, str]:
    return dict(zip(corpus.entities["entity_id"], corpus.entities["name"], strict=True))


def heading(column: str) -> str:
    """The plain words over a column."""
    return _HEADINGS.get(column) or column.replace("_", " ").capitalize()


def said(cell: object) -> str:
    """A cell as people write it: days in words, numbers with separators and without needless decimals."""
    if isinstance(cell, pd.Timestamp):
        return f"{cell.day} {cell:%b %Y}"
    return f"{cell:,.10g}" if isinstance(cell, int | float) and not isinstance(cell, bool) else str(cell)
