"""Real events, one row each, with the sentence of every independent report that tells it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit import query
from toolkit.corpus import Corpus

_GRADES = ("high", "medium", "low")
_DOUBTFUL = ("negated", "hypothetical")
_NAMED = ["who", "to_whom", "where"]


def happened(corpus: Corpus) -> pd.DataFrame:
    """What is told as done or being done."""
    return _joined(_placed(corpus, query.happened(corpus)))


def planned(corpus: Corpus) -> pd.DataFrame:
    """What is planned and not told as done by another report; `overdue` where its day has passed."""
    plans, done = _placed(corpus, query.planned(corpus)), _placed(corpus, query.happened(corpus))
    told = {real: rows.to_dict("records") for real, rows in done.groupby("real")}
    is_open = [not any(_same(plan, one) for one in told.get(plan["real"], [])) for plan in plans.to_dict("records")]
    found = _joined(plans[pd.Series(is_open, index=plans.index, dtype="bool")])
    last = corpus.articles["published"].max()
    late = set() if pd.isna(last) else set(query.due(corpus, last)["event_id"])
    return found.assign(overdue=found["event_id"].isin(late))


def doubtful(corpus: Corpus) -> pd.DataFrame:
    """What is denied, or told as possible only."""
    told = corpus.who_did_what()
    return _joined(_placed(corpus, told[told["status"].isin(_DOUBTFUL)]))


def best(events: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The events with most reports, and of those with equally many the latest; in the order of their days."""
    ranked = events.sort_values(["reports", "start_date"], ascending=[False, False], na_position="last", kind="stable")
    return ranked.head(most).sort_values(["start_date", "end_date"], na_position="last", kind="stable")


def _joined(reports: pd.DataFrame) -> pd.DataFrame:
    """One row a real event, as its fullest report tells it, first those of the earliest days.

    Reports that say the same in the same words of the same days are one row too. `sentences` holds the keys of the
    sentences, one an independent report, and `reports` how many these are.
    """
    ordered = reports.assign(
        vague=reports["who"].fillna("").str[:1].str.islower(),  # the leaders, not their names
        grade=reports["confidence"].map(_GRADES.index),
        gaps=reports[_NAMED].isna().sum(axis=1),
    ).sort_values(["vague", "grade", "gaps"], kind="stable")
    ordered["unit"] = _units(ordered)
    ordered["claim"] = ordered["unit"].map(_same_words(ordered.drop_duplicates("unit")))
    sentences = ordered.drop_duplicates(["claim", "original"]).groupby("claim")["sentence_id"].agg(tuple)
    single = ordered.drop_duplicates("claim").set_index("claim")
    found = single.assign(sentences=sentences, reports=sentences.map(len))
    return found.sort_values(["start_date", "end_date"], na_position="last", kind="stable").reset_index(drop=True)


def _placed(corpus: Corpus, told: pd.DataFrame) -> pd.DataFrame:
    """The reports with the real event, its parties, the sentence, the days, and the article that each is or copies."""
    events = corpus.events.set_index("event_id")
    articles = corpus.articles.set_index("article_id")
    original = articles["duplicate_of"].fillna(articles.index.to_series())
    actors = corpus.event_actors.assign(side=corpus.event_actors["iso3"].fillna(corpus.event_actors["entity_id"]))
    sides = {column: actors.groupby("event_id")[column].agg(frozenset) for column in ("entity_id", "side")}
    placed = told.join(events[["article_id", "sentence_id", "start_date", "end_date", "cluster_id"]], on="event_id")
    return placed.assign(
        real=placed["cluster_id"].fillna(placed["event_id"]),
        original=placed["article_id"].map(original),
        parties=placed["event_id"].map(sides["entity_id"]),
        sides=placed["event_id"].map(sides["side"]),
    )


def _units(ordered: pd.DataFrame) -> list[str]:
    """For every report the first one that tells the same."""
    known: dict[str, list[dict[Any, Any]]] = {}
    units = []
    for report in ordered.to_dict("records"):
        told = known.setdefault(report["real"], [])
        first = next((one for one in told if _same(one, report)), None)
        if first is None:
            told.append(report)
        units.append((first or report)["event_id"])
    return units


def _same(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> bool:
    """Whether two reports of one cluster tell the same: the same parties, or in two articles those of the same states.

    A cluster alone is not enough: meetings that one article tells of in turn are joined by another that names all who
    took part in them.
    """
    some, others = _parties(one["parties"]), _parties(other["parties"])
    if some <= others or others <= some:
        return True
    return bool(one["article_id"] != other["article_id"] and one["sides"] == other["sides"])


def _parties(cell: Any) -> frozenset[str]:
    return cell if isinstance(cell, frozenset) else frozenset()


def _same_words(events: pd.DataFrame) -> pd.Series:
    """For every event the first one that is told in the same words; undated ones, of the same article."""
    days = events["when"].fillna(events["article_id"])
    words = events[[*_NAMED, "did_what", "status"]].fillna("")
    claim = events["unit"].groupby([days, *(words[name] for name in words.columns)], sort=False).transform("first")
    return claim.set_axis(events["unit"])
