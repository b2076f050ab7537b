"""Questions that notebooks ask of a corpus; every answer is a frame in plain words, with its evidence."""

import re
from datetime import timedelta

import pandas as pd

from toolkit.corpus import Corpus
from toolkit.query.selection import Selection

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_HAPPENED = ("occurred", "ongoing")


def happened(corpus: Corpus) -> pd.DataFrame:
    """What is told as done or being done, by day; as `who_did_what`."""
    told = corpus.who_did_what()
    return told[told["status"].isin(_HAPPENED)].reset_index(drop=True)


def planned(corpus: Corpus) -> pd.DataFrame:
    """What is planned, by day, undated plans last; as `who_did_what`."""
    told = corpus.who_did_what()
    return told[told["status"] == "planned"].reset_index(drop=True)


def reviewed(corpus: Corpus) -> int:
    """How many events an analyst has accepted, corrected or added; reports of the same event count once."""
    mine = corpus.events[corpus.events["rule"] == "analyst"]
    return int(mine["cluster_id"].fillna(mine["event_id"]).nunique())


def due(corpus: Corpus, day: str | pd.Timestamp | None = None) -> pd.DataFrame:
    """Plans whose last day lies before this one, without a report that they happened; as `who_did_what`.

    Args:
        corpus: what to look through.
        day: the day to look back from; that of the last article unless given.
    """
    events = corpus.events
    now = pd.Timestamp(day) if day is not None else corpus.articles["published"].max()
    done = set(events[events["status"].isin(_HAPPENED)]["cluster_id"].dropna())
    open_plans = events[(events["status"] == "planned") & (events["end_date"] < now) & ~events["cluster_id"].isin(done)]
    told = corpus.who_did_what()
    return told[told["event_id"].isin(open_plans["event_id"])].reset_index(drop=True)


def disagreements(corpus: Corpus) -> pd.DataFrame:
    """Pairs of figures that cannot, or may not, both be true, with both sentences side by side."""
    evidence = corpus.figures().set_index("statistic_id")["evidence"]
    pairs = corpus.conflicts.assign(
        one=corpus.conflicts["statistic_id"].map(evidence), other=corpus.conflicts["other_id"].map(evidence)
    )
    return pairs[["kind", "reason", "one", "other"]]


def single_source(corpus: Corpus) -> pd.DataFrame:
    """Events that one independent report alone tells; as `who_did_what`."""
    told = corpus.who_did_what()
    return told[told["reports"] == 1].reset_index(drop=True)


def unused(corpus: Corpus) -> pd.DataFrame:
    """The sentences that no event, figure, quotation or date was read from: title of the article, and the sentence."""
    used = pd.concat([corpus.table(name)["sentence_id"] for name in ("events", "statistics", "quotes", "dates")])
    left = corpus.sentences[~corpus.sentences["sentence_id"].isin(used)]
    titles = corpus.articles.set_index("article_id")["title"]
    return left.assign(article=left["article_id"].map(titles))[["article", "text"]].reset_index(drop=True)


def not_counted(corpus: Corpus) -> pd.DataFrame:
    """Numbers in digits that are no statistics: as printed, why, and their sentence."""
    taken = _spans(corpus.statistics, "statistic") + _spans(corpus.dates, "part of a date or time")
    reasons = {(article, offset): why for article, start, end, why in taken for offset in range(start, end)}
    rows = [
        (found.group(), why, text)
        for article, start, text in corpus.sentences[["article_id", "start", "text"]].to_numpy().tolist()
        for found in _FIGURE.finditer(text)
        if (why := reasons.get((article, start + found.start()), "a name, age, order or group")) != "statistic"
    ]
    return pd.DataFrame(rows, columns=["printed", "why", "evidence"], dtype="str").drop_duplicates(ignore_index=True)


def _spans(rows: pd.DataFrame, why: str) -> list[tuple[str, int, int, str]]:
    places = zip(rows["article_id"].tolist(), rows["start"].tolist(), rows["end"].tolist(), strict=True)
    return [(article, start, end, why) for article, start, end in places]


def named(corpus: Corpus, *types: str) -> pd.DataFrame:
    """The names of these types: office, country, whom they act for, mentions, and a name to consider."""
    entities = corpus.entities
    names = entities.set_index("entity_id")["name"]
    told = entities[entities["type"].isin(types)]
    told = told.assign(acts_for=told["affiliation_id"].map(names))
    columns = ["name", "type", "role", "acts_for", "iso3", "n_mentions", "n_articles", "suggested_name"]
    return told[columns].reset_index(drop=True)


def halves(corpus: Corpus) -> tuple[Selection, Selection]:
    """The earlier and the later half of the articles by day of publication, to compare them."""
    days = corpus.articles["published"].dropna().sort_values()
    if days.empty:
        return Selection(), Selection()
    middle = days.iloc[(len(days) - 1) // 2].date()
    return (
        Selection(published_to=middle, undated=False),
        Selection(published_from=middle + timedelta(days=1), undated=False),
    )


def compare(corpus: Corpus, one: Selection, other: Selection, *, most: int = 20) -> pd.DataFrame:
    """Who is named how often in two selections, the largest differences first; shares are per 100 sentences."""
    sides = {"first": corpus.select(one), "second": corpus.select(other)}
    counts = pd.DataFrame({name: part.entities.set_index("entity_id")["n_mentions"] for name, part in sides.items()})
    names = corpus.entities.set_index("entity_id")["name"]
    table = counts.fillna(0).astype(int).assign(name=names)
    for name, part in sides.items():
        table[f"{name}_per_100"] = (100 * table[name] / max(1, len(part.sentences))).round(1)
    gap = (table["first_per_100"] - table["second_per_100"]).abs()
    columns = ["name", "first", "second", "first_per_100", "second_per_100"]
    return table.loc[gap.sort_values(ascending=False, kind="stable").index, columns].head(most).reset_index(drop=True)
