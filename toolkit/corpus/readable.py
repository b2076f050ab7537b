"""Flat frames for people: names instead of ids, dates as wide as they are known, plain words for event types."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import pandas as pd
import polars as pl

from toolkit.lexicons import rows

Frames = Mapping[str, pl.LazyFrame]


def who_did_what(tables: Frames) -> pd.DataFrame:
    """One row an event: when, who, did what, to or with whom, where, status, said by, reports, confidence, evidence."""
    names = _names(tables)
    events = (
        tables["events"]
        .with_row_index("place")  # several events of one trigger stay in the order of the text
        .join(_side(tables, "source", "who"), on="event_id", how="left")
        .join(_side(tables, "target", "to_whom"), on="event_id", how="left")
        .join(names.rename({"entity_id": "location_id", "name": "where"}), on="location_id", how="left")
        .join(names.rename({"entity_id": "reported_by", "name": "said_by"}), on="reported_by", how="left")
        .join(_independent_reports(tables), on="cluster_id", how="left")
        .sort("start_date", "article_id", "trigger_start", "place", nulls_last=True)
        .collect()
    )
    events = events.with_columns(
        when=_said_days(events),
        did_what=pl.Series(
            [event_label(*row) for row in events.select("event_type", "status").iter_rows()], dtype=pl.String
        ),
    )
    columns = ("when", "who", "did_what", "to_whom", "where", "status", "said_by", "reports", "confidence", "trigger")
    return events.select(*columns, evidence="text", event_id="event_id").to_pandas()


def figures(tables: Frames) -> pd.DataFrame:
    """One row a figure: value as printed and as read, unit, measure, base, subject, as of, said by, evidence."""
    sentences = tables["sentences"].select("sentence_id", evidence="text")
    said_by = _names(tables).rename({"entity_id": "reported_by", "name": "said_by"})
    statistics = (
        tables["statistics"]
        .join(said_by, on="reported_by", how="left")
        .join(sentences, on="sentence_id", how="left")
        .sort("article_id", "start")
        .collect()
    )
    as_of = statistics.rename({"as_of_start": "start_date", "as_of_end": "end_date"})
    columns = ("subject", "measure", "base", "approx", "value", "value_low", "value_high", "unit")
    readable = statistics.with_columns(as_of=_said_days(as_of)).rename({"text": "printed"})
    told = ("direction", "change_from", "as_of", "said_by", "confidence", "printed", "evidence", "statistic_id")
    return readable.select(*columns, *told).to_pandas()


def _independent_reports(tables: Frames) -> pl.LazyFrame:
    """In how many articles every real event is told, a copy counting as its original."""
    original = tables["articles"].select("article_id", original=pl.coalesce("duplicate_of", "article_id"))
    told = tables["events"].join(original, on="article_id")
    return told.group_by("cluster_id").agg(reports=pl.col("original").n_unique())


def _names(tables: Frames) -> pl.LazyFrame:
    """Names; one that the analyst gave says what is printed: *Cho Tae-yul (printed: Cho Dae-yeol)*."""
    printed = tables["aliases"].sort("n_mentions", descending=True, maintain_order=True)
    most = printed.group_by("entity_id", maintain_order=True).agg(printed=pl.col("text").first(), all=pl.col("text"))
    names = tables["entities"].join(most, on="entity_id", how="left")
    is_given = (pl.col("source") == "analyst") & ~pl.col("name").is_in(pl.col("all"))
    told = pl.format("{} (printed: {})", "name", "printed")
    return names.select("entity_id", name=pl.when(is_given.fill_null(value=False)).then(told).otherwise(pl.col("name")))


def _side(tables: Frames, role: str, column: str) -> pl.LazyFrame:
    """The names of one side of every event, in order, joined by commas."""
    actors = tables["event_actors"].filter(pl.col("role") == role).join(_names(tables), on="entity_id").sort("position")
    return actors.group_by("event_id", maintain_order=True).agg(pl.col("name").str.join(", ").alias(column))


def event_label(event_type: str, status: str) -> str:
    """The plain words for an event: *met or talked*, *plans to meet or talk*."""
    labels = _labels()
    return labels.get((event_type, status)) or labels[event_type, ""]


@cache
def _labels() -> Mapping[tuple[str, str], str]:
    return {(row["event_type"], row["status"]): row["label"] for row in rows("event_labels")}


def _said_days(frame: pl.DataFrame) -> pl.Series:
    days = frame.select("start_date", "end_date").iter_rows()
    return pl.Series([said_days(first, last) for first, last in days], dtype=pl.String)


def said_days(first: date | None, last: date | None) -> str | None:
    """The days from first to last in words, as wide as they are: *14 Nov 2024*, *Aug 2023*, *2024*; or None."""
    if first is None or last is None:
        return _open_days(first, last)
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and last == _month_end(first):
        return f"{first:%b %Y}"
    return f"{_short(first, last)}–{_day(last)}"


def _day(day: date) -> str:
    """A day in words; `%-d` is not known on Windows."""
    return f"{day.day} {day:%b %Y}"


def _open_days(first: date | None, last: date | None) -> str | None:
    if first:
        return f"from {_day(first)}"
    return f"until {_day(last)}" if last else None


def _short(first: date, last: date) -> str:
    """The first day without what it shares with the last."""
    if first.year != last.year:
        return _day(first)
    return f"{first.day}" if first.month == last.month else f"{first.day} {first:%b}"


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
