"""What stands in a briefing: facts in words, each with the numbers of its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit.briefing import happenings
from toolkit.briefing.citations import Citations
from toolkit.briefing.wording import figure, measured, whom, word
from toolkit.corpus import Corpus
from toolkit.workbench import Outlet

# Rows of a section on the page; the tables beside it hold them all.
MOST = 40
# Sentences that one row cites; the column of reports says how many there are.
_CITED = 6
_DOUBT = {"negated": "said not to have happened", "hypothetical": "possible only"}
_OVERDUE = " (past)"
_WORDS = "Words in quotation marks are verbatim; the others are the journalist’s."
_YET = "Announced or expected; not said yet."
_OPEN = "Announced, and no report here tells that it is done; past: its day is over."


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of the page.

    Attributes:
        title: its heading.
        columns: the headings of its columns.
        rows: cells in words; the last cell is the numbers of its sentences.
        about: what the reader should know of it.
        left_out: that the page does not hold all rows, by what the shown ones were chosen, and where all are.
    """

    title: str
    columns: tuple[str, ...]
    rows: list[list[str]]
    about: str = ""
    left_out: str = ""


def sections(corpus: Corpus, citations: Citations) -> list[Section]:
    """What happened, is planned or denied, who said what, figures and disagreements; empty ones are left out."""
    planned = happenings.planned(corpus)
    quotes = corpus.quotes
    found = [
        _events("What happened", happenings.happened(corpus), citations),
        _events("What is planned", planned, citations, about=_OPEN),
        _events("Denied, or only possible", happenings.doubtful(corpus), citations),
        _quotes("Who said what", corpus, quotes[quotes["status"] == "said"], citations, about=_WORDS),
        _quotes("What is expected to be said", corpus, quotes[quotes["status"] == "expected"], citations, about=_YET),
        _figures(corpus, citations),
        _disagreements(corpus, citations),
    ]
    return [section for section in found if section.rows]


def names(corpus: Corpus) -> list[tuple[str, str]]:
    """The names that the analyst has given, and those that look wrong and are not decided: name, what is said of it."""
    entities = corpus.entities
    printed = corpus.aliases.groupby("entity_id")["text"].agg(list)
    given = [
        _given(row, printed.get(row["entity_id"], [])) for row in _records(entities, entities["source"] == "analyst")
    ]
    doubtful = [
        (row["name"], f"as printed, undecided; perhaps {row['suggested_name']}: {row['suggestion_reason']}")
        for row in _records(entities, entities["suggested_name"].notna() & (entities["source"] != "analyst"))
    ]
    return given + doubtful


def sources(corpus: Corpus, outlets: Mapping[str, Outlet] | None = None) -> pd.DataFrame:
    """One row an article: title, outlet, author, day, how the day is known, address, words.

    Where the analyst has rated outlets, also their country, whether the state owns them, and their reliability.
    """
    articles = corpus.articles
    columns = ["title", "source", "author", "published", "published_how", "url", "n_words"]
    found = articles[columns].rename(columns={"source": "outlet"}).reset_index(drop=True)
    if not outlets:
        return found
    known = [outlets.get(name, Outlet(name="")) for name in found["outlet"].fillna("")]
    told = ("country", "state_owned", "reliability")
    return found.assign(**{f"outlet_{column}": [getattr(one, column) for one in known] for column in told})


def _given(row: Mapping[Any, Any], printed: list[str]) -> tuple[str, str]:
    others = [name for name in printed if name != row["name"]]
    return row["name"], f"printed: {', '.join(others)}" if others else "as printed; corrected by the analyst"


def _records(frame: pd.DataFrame, wanted: pd.Series) -> list[dict[Any, Any]]:
    return frame[wanted].to_dict("records")


def _events(title: str, events: pd.DataFrame, citations: Citations, *, about: str = "") -> Section:
    """One row a real event; where there are many, those with most reports, and then the latest."""
    shown = happenings.best(events, most=MOST).to_dict("records")
    rows = [
        [
            (word(row["when"]) or "day not stated") + (_OVERDUE if row.get("overdue") else ""),
            word(row["who"]),
            ": ".join(filter(None, (row["did_what"], _DOUBT.get(row["status"], "")))),
            whom(row),
            *(word(row[name]) for name in ("where", "said_by", "reports")),
            numbers(citations, *row["sentences"]),
        ]
        for row in shown
    ]
    columns = ("When", "Who", "Did what", "With or to", "Where", "Said by", "Reports", "Evidence")
    left_out = _left_out(len(rows), len(events), "events: those with most reports, then the latest", "who_did_what")
    return Section(title=title, columns=columns, rows=rows, about=about, left_out=left_out)


def _quotes(title: str, corpus: Corpus, quotes: pd.DataFrame, citations: Citations, *, about: str) -> Section:
    """One row an utterance, its pieces joined; direct words first, then those of the newest articles."""
    who = corpus.entities.set_index("entity_id")["name"]
    ordered = _newest_first(corpus, quotes).sort_values("kind", kind="stable")
    utterances = [rows.to_dict("records") for _, rows in ordered.groupby("utterance_id", sort=False)]
    rows = [
        [
            word(who.get(pieces[0]["speaker_id"])) or word(pieces[0]["speaker"]) or "not stated",
            " … ".join(f"“{row['text']}”" if row["kind"] == "direct" else row["text"] for row in pieces),
            word(who.get(pieces[0]["addressee_id"])),
            numbers(citations, *(row["sentence_id"] for row in pieces)),
        ]
        for pieces in utterances[:MOST]
    ]
    left_out = _left_out(len(rows), len(utterances), "quotations: direct ones first, then the newest", "quotes")
    return Section(title=title, columns=("Who", "What", "To", "Evidence"), rows=rows, about=about, left_out=left_out)


def _figures(corpus: Corpus, citations: Citations) -> Section:
    told = corpus.figures().merge(corpus.statistics[["statistic_id", "article_id", "sentence_id"]], on="statistic_id")
    rows = [
        [
            word(row["subject"]) or "not stated",
            measured(row),
            figure(row),
            word(row["as_of"]),
            word(row["said_by"]),
            numbers(citations, row["sentence_id"]),
        ]
        for row in _newest_first(corpus, told).head(MOST).to_dict("records")
    ]
    columns = ("Of", "Measure", "Figure", "As of", "Said by", "Evidence")
    left_out = _left_out(len(rows), len(told), "figures: those of the newest articles", "figures")
    return Section(title="Figures", columns=columns, rows=rows, left_out=left_out)


def _disagreements(corpus: Corpus, citations: Citations) -> Section:
    """Both sentences of every pair of figures that do not agree; contradictions first."""
    statistics = corpus.statistics.set_index("statistic_id")["sentence_id"]
    text = corpus.sentences.set_index("sentence_id")["text"]
    rows = []
    for row in corpus.conflicts.sort_values("kind", kind="stable").head(MOST).to_dict("records"):
        one, other = statistics[row["statistic_id"]], statistics[row["other_id"]]
        said = "the same sentence" if one == other else f"“{text[other]}”"
        rows.append([row["kind"], row["reason"], f"“{text[one]}”", said, numbers(citations, one, other)])
    columns = ("Kind", "Why", "One says", "The other says", "Evidence")
    left_out = _left_out(len(rows), len(corpus.conflicts), "pairs: contradictions first", "disagreements")
    return Section(title="Figures that disagree", columns=columns, rows=rows, left_out=left_out)


def numbers(citations: Citations, *sentences: str) -> str:
    """The numbers of the sentences, each once."""
    return " ".join(str(number) for number in dict.fromkeys(map(citations.number, sentences[:_CITED])))


def _newest_first(corpus: Corpus, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the newest articles first, where not all of them will be shown; else in the order of the articles."""
    if len(rows) <= MOST:
        return rows
    day = rows["article_id"].map(corpus.articles.set_index("article_id")["published"])
    return rows.assign(day=day).sort_values("day", ascending=False, na_position="last", kind="stable")


def _left_out(shown: int, total: int, chosen: str, table: str) -> str:
    return f"{shown:,} of {total:,} {chosen}. All are in tables/{table}.csv." if shown < total else ""
