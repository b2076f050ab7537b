"""What stands in a briefing: facts with the numbers of their sentences, and headings that stay the analyst's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit import query
from toolkit.briefing.citations import Citations
from toolkit.corpus import Corpus
from toolkit.workbench import Finding

# Rows of a section on the page; the tables beside it hold them all.
MOST = 25
# Reports that are shown as findings where the analyst has pinned none.
_UNPINNED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of the page.

    Attributes:
        title: its heading.
        columns: the headings of its columns.
        rows: cells in words; the last cell is the numbers of its sentences.
        total: how many rows there are, shown or not.
        about: what the reader should know of it.
    """

    title: str
    columns: tuple[str, ...]
    rows: list[list[str]]
    total: int
    about: str = ""


def sections(corpus: Corpus, citations: Citations) -> list[Section]:
    """What happened, what is planned, who said what, figures and disagreements; empty ones are left out."""
    sentence = dict(zip(corpus.events["event_id"], corpus.events["sentence_id"], strict=True))
    found = [
        _events("What happened", query.happened(corpus), sentence, citations),
        _events("What is planned", query.planned(corpus), sentence, citations, about="Announced, not yet done."),
        _quotes(corpus, citations),
        _figures(corpus, citations),
        _disagreements(corpus, citations),
    ]
    return [section for section in found if section.rows]


def findings(corpus: Corpus, pins: Iterable[Finding], citations: Citations) -> list[tuple[str, str, str]]:
    """Headline, note and number of every pin that this corpus holds.

    Where nothing is pinned, the events with most independent reports stand in.
    """
    pinned = [_pinned(pin, citations) for pin in pins]
    return [one for one in pinned if one] or _most_reported(corpus, citations)


def names(corpus: Corpus) -> list[tuple[str, str]]:
    """The names that the analyst has given, and those that look wrong and are not decided: name, what is said of it."""
    entities = corpus.entities
    printed = corpus.aliases.groupby("entity_id")["text"].agg(", ".join)
    given = entities[entities["source"] == "analyst"]
    renamed = [(row["name"], f"printed: {printed.get(row['entity_id'], '')}") for row in given.to_dict("records")]
    open_ones = entities[entities["suggested_name"].notna()].to_dict("records")
    doubtful = [
        (row["name"], f"as printed; perhaps {row['suggested_name']} ({row['suggestion_reason']})") for row in open_ones
    ]
    return renamed + doubtful


def sources(corpus: Corpus) -> pd.DataFrame:
    """One row an article: title, outlet, day, how the day is known, address, words."""
    articles = corpus.articles
    columns = ["title", "source", "published", "published_how", "url", "n_words"]
    return articles[columns].rename(columns={"source": "outlet"}).reset_index(drop=True)


def _pinned(pin: Finding, citations: Citations) -> tuple[str, str, str] | None:
    if not (pin.article_id and pin.start):
        return (pin.headline, pin.note, "") if pin.headline else None
    sentence = citations.holding(pin.article_id, int(pin.start))
    if sentence is None:
        return None
    return pin.headline or pin.evidence, pin.note, _numbers(citations, sentence)


def _most_reported(corpus: Corpus, citations: Citations) -> list[tuple[str, str, str]]:
    told = query.happened(corpus).sort_values("reports", ascending=False, kind="stable").head(_UNPINNED)
    sentence = dict(zip(corpus.events["event_id"], corpus.events["sentence_id"], strict=True))
    return [
        (_told(row), f"{row['reports']} independent reports", _numbers(citations, sentence[row["event_id"]]))
        for row in told.to_dict("records")
        if row["reports"] > 1
    ]


def _told(row: Mapping[Any, Any]) -> str:
    """*14 Nov 2024: Antony Blinken met or talked, with or to Takeshi Iwaya, in Lima*."""
    when, who = _word(row["when"]), _word(row["who"])
    whom, where = _word(row["to_whom"]), _word(row["where"])
    said = f"{who or 'not stated'}: {row['did_what']}"
    return "".join(
        [f"{when}: " if when else "", said, f", with or to {whom}" if whom else "", f", in {where}" if where else ""]
    )


def _events(
    title: str, told: pd.DataFrame, sentence: Mapping[str, str], citations: Citations, *, about: str = ""
) -> Section:
    """The latest events, one row a real event."""
    latest = told.drop_duplicates(["when", "who", "did_what", "to_whom", "where"]).tail(MOST)
    rows = [
        [_word(row[0]) or "day not stated", *map(_word, row[1:-1]), _numbers(citations, sentence[row[-1]])]
        for row in latest[["when", "who", "did_what", "to_whom", "where", "said_by", "reports", "event_id"]]
        .to_numpy()
        .tolist()
    ]
    columns = ("When", "Who", "Did what", "With or to", "Where", "Said by", "Reports", "Evidence")
    return Section(title=title, columns=columns, rows=rows, total=len(told), about=about)


def _quotes(corpus: Corpus, citations: Citations) -> Section:
    """Direct words first; what is expected to be said is told as such."""
    who = corpus.entities.set_index("entity_id")["name"]
    quotes = corpus.quotes.sort_values("kind", kind="stable")
    rows = [
        [
            _word(who.get(row["speaker_id"])) or _word(row["speaker"]) or "not stated",
            f"“{row['text']}”" if row["kind"] == "direct" else row["text"],
            row["kind"] if row["status"] == "said" else f"{row['kind']}, expected, not said",
            _numbers(citations, row["sentence_id"]),
        ]
        for row in quotes.head(MOST).to_dict("records")
    ]
    about = "Words in quotation marks are verbatim; the others are the journalist's."
    return Section(
        title="Who said what", columns=("Who", "What", "How", "Evidence"), rows=rows, total=len(quotes), about=about
    )


def _figures(corpus: Corpus, citations: Citations) -> Section:
    told = corpus.figures()
    sentence = dict(zip(corpus.statistics["statistic_id"], corpus.statistics["sentence_id"], strict=True))
    columns = ["subject", "measure", "base", "approx", "printed", "as_of", "said_by", "statistic_id"]
    rows = [
        [*map(_word, row[:-1]), _numbers(citations, sentence[row[-1]])]
        for row in told[columns].head(MOST).to_numpy().tolist()
    ]
    headings = ("Of", "Measure", "Share of", "About", "Figure", "As of", "Said by", "Evidence")
    return Section(title="Figures", columns=headings, rows=rows, total=len(told))


def _disagreements(corpus: Corpus, citations: Citations) -> Section:
    sentence = dict(zip(corpus.statistics["statistic_id"], corpus.statistics["sentence_id"], strict=True))
    rows = [
        [row["kind"], row["reason"], _numbers(citations, sentence[row["statistic_id"]], sentence[row["other_id"]])]
        for row in corpus.conflicts.to_dict("records")
    ]
    return Section(
        title="Figures that disagree", columns=("Kind", "Why", "Evidence"), rows=rows[:MOST], total=len(rows)
    )


def _numbers(citations: Citations, *sentences: str) -> str:
    return " ".join(str(number) for number in dict.fromkeys(map(citations.number, sentences)))


def _word(cell: Any) -> str:
    """A cell in words; nothing where nothing is known."""
    return "" if cell is None or pd.isna(cell) else str(cell)
