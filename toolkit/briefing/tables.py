"""The tables that go with a briefing: all rows in plain words, without ids, each with its outlet and its sentence."""

from collections.abc import Mapping

import pandas as pd

from toolkit import query
from toolkit.briefing import contents
from toolkit.corpus import Corpus, said_days
from toolkit.workbench import Outlet


def tables(part: Corpus, outlets: Mapping[str, Outlet]) -> dict[str, pd.DataFrame]:
    """Table name -> rows; where samples are in, every table says so."""
    found = {
        "who_did_what": _sourced(part, part.who_did_what(), "events", "event_id").drop(columns="trigger"),
        "figures": _sourced(part, part.figures(), "statistics", "statistic_id"),
        "quotes": _quotes(part),
        "dates": _dates(part),
        "disagreements": query.disagreements(part),
        "entities": query.named(part, *part.entities["type"].unique()),
        "sources": contents.sources(part, outlets),
    }
    if not query.is_sample(part.articles).any():
        return found
    return {name: table.assign(data="SAMPLE") for name, table in found.items()}


def _quotes(part: Corpus) -> pd.DataFrame:
    """One row a piece of a quotation: speaker, words, to whom, direct or not, said or expected."""
    who = part.entities.set_index("entity_id")["name"]
    quotes = part.quotes
    said = quotes[["quote_id", "kind", "status", "verb", "confidence"]].assign(
        speaker=quotes["speaker_id"].map(who).fillna(quotes["speaker"]),
        words=quotes["text"],
        to_whom=quotes["addressee_id"].map(who),
        evidence=_sentence(part, quotes),
    )
    columns = ["quote_id", "speaker", "verb", "words", "to_whom", "kind", "status", "confidence", "evidence"]
    return _sourced(part, said[columns], "quotes", "quote_id")


def _dates(part: Corpus) -> pd.DataFrame:
    """One row a date: as printed, the days that it covers, and how it was read."""
    dates = part.dates
    covered = zip(dates["start_date"], dates["end_date"], strict=True)
    days = [said_days(*(None if pd.isna(day) else day.date() for day in both)) for both in covered]
    read = dates[["date_id", "start_date", "end_date", "type", "value", "how", "confidence"]].assign(
        printed=dates["text"],
        days=pd.Series(days, index=dates.index, dtype="str"),
        evidence=_sentence(part, dates),
    )
    columns = ["date_id", "printed", "days", "start_date", "end_date", "type", "value", "how", "confidence", "evidence"]
    return _sourced(part, read[columns], "dates", "date_id")


def _sentence(part: Corpus, rows: pd.DataFrame) -> pd.Series:
    return rows["sentence_id"].map(part.sentences.set_index("sentence_id")["text"])


def _sourced(part: Corpus, rows: pd.DataFrame, table: str, key: str) -> pd.DataFrame:
    """The rows with the outlet and the day of their article instead of their key."""
    articles = part.articles.set_index("article_id")
    article = rows[key].map(part.table(table).set_index(key)["article_id"])
    outlet = article.map(articles["source"]).fillna("outlet not stated")
    return rows.assign(outlet=outlet, published=article.map(articles["published"])).drop(columns=key)
