"""The views of the explorer: what each table shows of a corpus, in plain words."""

from collections.abc import Mapping

import pandas as pd

from toolkit.corpus import Corpus
from toolkit.widgets.reviewed import Rows

_EVIDENCE = ("evidence", "trigger")


def _events(corpus: Corpus) -> pd.DataFrame:
    """The events, with the day that `when` is sorted by."""
    days = corpus.events[["event_id", "start_date"]]
    return corpus.who_did_what().merge(days, on="event_id", how="left")


_FIGURE = (
    "measure", "subject", "base", "approx", "value", "unit", "as_of", "said_by", "disagrees_with", "direction",
    "change_from", "confidence", "printed", "evidence", "value_low", "value_high", "statistic_id",
)  # fmt: skip


def figures_grouped(corpus: Corpus) -> pd.DataFrame:
    """The figures by measure and subject, those that disagree with another on top."""
    told = corpus.figures()
    printed = told.set_index("statistic_id")["printed"]
    pairs = corpus.conflicts[["statistic_id", "other_id"]]
    both = pd.concat([pairs, pairs.set_axis(["other_id", "statistic_id"], axis=1)])
    against = both.assign(other=both["other_id"].map(printed)).groupby("statistic_id")["other"].agg("; ".join)
    told["disagrees_with"] = told["statistic_id"].map(against)
    agrees = told["disagrees_with"].isna()
    ordered = told.assign(agrees=agrees).sort_values(["agrees", "measure", "subject"], kind="stable")
    return ordered[list(_FIGURE)].reset_index(drop=True)


def _quotes(corpus: Corpus) -> pd.DataFrame:
    names = _names(corpus)
    quotes = corpus.quotes
    said = quotes.assign(
        who=quotes["speaker_id"].map(names).fillna(quotes["speaker"]), to_whom=quotes["addressee_id"].map(names)
    )
    columns = ["who", "verb", "to_whom", "kind", "status", "words", "confidence", "rule", "quote_id"]
    return said.rename(columns={"text": "words"})[columns]


def _who(corpus: Corpus) -> pd.DataFrame:
    entities = corpus.entities
    named = entities.assign(acts_for=entities["affiliation_id"].map(_names(corpus)))
    columns = ["name", "type", "role", "acts_for", "n_mentions", "n_articles", "suggested_name", "iso3", "entity_id"]
    return named[columns]


def _dates(corpus: Corpus) -> pd.DataFrame:
    columns = ["text", "start_date", "end_date", "how", "confidence", "value", "rule", "date_id"]
    return corpus.dates[columns].rename(columns={"text": "printed", "start_date": "first_day", "end_date": "last_day"})


def _names(corpus: Corpus) -> dict[str, str]:
    return dict(zip(corpus.entities["entity_id"], corpus.entities["name"], strict=True))


def first_mention(corpus: Corpus, entity_id: str) -> str | None:
    """The key of the first mention of the entity by name, else of any mention."""
    mentions = corpus.mentions
    mine = mentions[mentions["entity_id"] == entity_id]
    return next(iter(mine.sort_values("level", key=lambda level: level != "name", kind="stable")["mention_id"]), None)


def _mentions(corpus: Corpus) -> pd.DataFrame:
    """Every mention with the sentence and the article that it stands in."""
    mentions = corpus.mentions
    articles = corpus.articles.set_index("article_id")
    sentences = corpus.sentences.set_index("sentence_id")["text"]
    told = mentions.assign(
        who=mentions["entity_id"].map(_names(corpus)),
        article=mentions["article_id"].map(articles["title"]),
        published=mentions["article_id"].map(articles["published"]),
        sentence=mentions["sentence_id"].map(sentences),
    ).rename(columns={"text": "printed"})
    return told[["who", "printed", "sentence", "article", "published", "level", "rule", "mention_id"]]


VIEWS: Mapping[str, Rows] = {
    "Events": Rows("events", _events, "event_id", "events", technical=_EVIDENCE, order={"when": "start_date"}),
    "Figures": Rows(
        "figures",
        figures_grouped,
        "statistic_id",
        "statistics",
        technical=("evidence", "printed", "value_low", "value_high"),
    ),
    "Quotes": Rows("quotations", _quotes, "quote_id", "quotes", technical=("rule",)),
    "Who": Rows("names", _who, "entity_id", "mentions", technical=("iso3",), marked=first_mention),
    "Dates": Rows("dates", _dates, "date_id", "dates", technical=("value", "rule")),
}
# The rows behind the marks of charts, by their table.
ROWS_OF: Mapping[str, Rows] = {
    **{rows.table: rows for rows in VIEWS.values() if rows.table != "mentions"},
    "mentions": Rows("mentions", _mentions, "mention_id", "mentions", technical=("level", "rule")),
}
