"""The briefing pack: one page that needs nothing else, and beside it its charts, tables and evidence as files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, select_autoescape

from toolkit import charts, query
from toolkit.briefing import contents
from toolkit.briefing.citations import Citation, Citations
from toolkit.briefing.exporting import drawn_as, export, written
from toolkit.charts.frame import Drawn
from toolkit.corpus import Corpus
from toolkit.errors import BriefingError
from toolkit.query import Selection
from toolkit.workbench import Finding

type Spec = dict[str, Any]

_DRAWN: Mapping[str, tuple[Callable[[Corpus], Drawn], str, str]] = {
    "timeline": (charts.timeline, "events", "Events: solid has happened, hollow is planned or only possible"),
    "ranking": (charts.ranking, "entities", "Who is named most"),
    "profile": (charts.profile, "statistics", "Shares of one subject, with what each is a share of"),
    "network": (charts.network, "events", "Who deals with whom"),
    "where": (charts.where, "events", "Where events happened"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What was written.

    Attributes:
        page: the page, `briefing.html`.
        files: all files, the page first.
        citations: the sentences cited, by their numbers.
    """

    page: Path
    files: tuple[Path, ...]
    citations: tuple[Citation, ...]

    def checked(self) -> str:
        """How many citations stand verbatim in their articles, and which do not."""
        return _checked(self.citations)


def brief(
    corpus: Corpus,
    selection: Selection | None = None,
    folder: str | Path = "briefing",
    *,
    findings: Iterable[Finding] = (),
    title: str = "Briefing",
) -> Briefing:
    """Write the briefing pack.

    The page holds what happened, what is planned, who said what, the figures and those that disagree, every row with
    the number of its sentence, and all sentences at its end. Judgements are not written: their headings stay empty.

    Args:
        corpus: what to brief on.
        selection: the part of it; samples stay out where there are articles of one's own, unless it asks for them.
        folder: where the files go; those of an earlier briefing are replaced.
        findings: the pins, in their order; the events with most independent reports unless there are any.
        title: over the page.

    Raises:
        BriefingError: the selection leaves no article, or the folder cannot be written.
        SelectionError: the selection asks for an entity that the corpus does not have.
    """
    chosen = _without_samples(corpus, selection or Selection())
    part = corpus.select(chosen)
    if part.articles.empty:
        raise BriefingError(f"there is nothing to brief on: {chosen.words()} No article is left; choose more")
    folder, citations = Path(folder), Citations(part)
    drawn = _charts(part)
    page = written(
        folder / "briefing.html", _page(citations, chosen, findings=findings, drawn=drawn, title=title).encode()
    )
    files = [page, *_files(citations, chosen, drawn, folder)]
    return Briefing(page=page, files=tuple(files), citations=tuple(citations.cited.values()))


def _without_samples(corpus: Corpus, selection: Selection) -> Selection:
    """Invented reports do not get into a briefing on real ones."""
    if selection.origins:
        return selection
    articles = corpus.articles
    has_own = bool(corpus.select(Selection(origins=("own",), duplicates=True)).articles.shape[0])
    return selection.replace(origins=("seed", "own")) if has_own and query.is_sample(articles).any() else selection


def _charts(part: Corpus) -> dict[str, Spec]:
    """The specifications of the charts that have something to show; each draws what is selected already."""
    tables = {name: part.table(name) for name in ("events", "entities", "statistics")}
    shares = tables["statistics"]
    tables["statistics"] = shares[(shares["unit"] == "percent") & shares["base"].notna() & shares["subject"].notna()]
    return {name: draw(part).to_dict() for name, (draw, table, _) in _DRAWN.items() if len(tables[table])}


def _page(
    citations: Citations, selection: Selection, *, findings: Iterable[Finding], drawn: Mapping[str, Spec], title: str
) -> str:
    part = citations.corpus
    templates = Environment(loader=PackageLoader("toolkit.briefing", "templates"), autoescape=select_autoescape())
    told = contents.findings(part, findings, citations)
    sections = contents.sections(part, citations)
    sources = contents.sources(part)
    return templates.get_template("briefing.html").render(
        title=title,
        scope=selection.words(),
        sources_line=charts.sources_line(part),
        is_sample=bool(query.is_sample(part.articles).any()),
        findings=told,
        sections=sections,
        charts=[(_DRAWN[name][2], _inline(name, chart)) for name, chart in drawn.items()],
        names=contents.names(part),
        sources=sources.assign(published=sources["published"].map(_day)).fillna("").to_dict("records"),
        citations=list(citations.cited.values()),
        checked=_checked(citations.cited.values()),
        made=part.made,
    )


def _inline(name: str, chart: Spec) -> str:
    """The chart as a picture of the page, with its words for those who do not see it."""
    words = escape(_DRAWN[name][2])
    return drawn_as(".svg", chart).decode().replace("<svg ", f'<svg role="img" aria-label="{words}" ', 1)


def _files(citations: Citations, selection: Selection, drawn: Mapping[str, Spec], folder: Path) -> Iterator[Path]:
    """The charts, tables and evidence as files of their own."""
    for name, chart in drawn.items():
        for ending in (".png", ".svg"):
            yield written(folder / "charts" / f"{name}{ending}", drawn_as(ending, chart))
    for name, table in _tables(citations.corpus).items():
        yield export(table, folder / "tables" / f"{name}.csv")
    yield export(citations.frame(), folder / "evidence.csv")
    yield written(folder / "selection.json", selection.to_json().encode())


def _tables(part: Corpus) -> dict[str, pd.DataFrame]:
    """All rows in plain words, without ids; where samples are in, every table says so."""
    tables = {
        "events": part.who_did_what().drop(columns=["event_id", "trigger"]),
        "figures": part.figures().drop(columns="statistic_id"),
        "disagreements": query.disagreements(part),
        "names": query.named(part, *part.entities["type"].unique()),
        "sources": contents.sources(part),
    }
    if not query.is_sample(part.articles).any():
        return tables
    return {name: table.assign(data="SAMPLE") for name, table in tables.items()}


def _checked(citations: Iterable[Citation]) -> str:
    every = list(citations)
    missing = [str(one.number) for one in every if not one.found]
    said = f"{len(every) - len(missing)} of {len(every)} citations found verbatim"
    return f"{said}; not found: {', '.join(missing)}" if missing else said


def _day(day: pd.Timestamp) -> str:
    return "day not known" if pd.isna(day) else f"{day.day} {day:%b %Y}"
