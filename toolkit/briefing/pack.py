"""The briefing pack: one page that needs nothing else, and beside it its charts, tables and evidence as files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
from jinja2 import Environment, PackageLoader

from toolkit import charts, query
from toolkit.briefing import contents, pictures
from toolkit.briefing.citations import Citation, Citations, rated
from toolkit.briefing.exporting import export, written
from toolkit.briefing.highlights import Highlights, highlights
from toolkit.briefing.pictures import Picture
from toolkit.briefing.tables import tables
from toolkit.corpus import Corpus
from toolkit.errors import BriefingError
from toolkit.query import Selection
from toolkit.workbench import Finding, Outlet

_TOLD = ("events", "statistics", "quotes", "dates", "entities")


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

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self.page.parent

    def checked(self) -> str:
        """How many citations stand verbatim in their articles, and which do not."""
        return _checked(self.citations)


def brief(  # noqa: PLR0913 - what a page is about, where it goes, and three words over it
    corpus: Corpus,
    selection: Selection | None = None,
    folder: str | Path = "briefing",
    *,
    findings: Iterable[Finding] = (),
    outlets: Mapping[str, Outlet] | None = None,
    title: str = "Briefing",
    made_on: date | None = None,
) -> Briefing:
    """Write the briefing pack.

    The page holds what happened, what is planned, who said what, the figures and those that disagree, every row with
    the number of its sentence, and all sentences at its end. Judgements are not written: their headings stay empty.

    Args:
        corpus: what to brief on.
        selection: the part of it; samples stay out where there are articles of one's own, unless it asks for them.
        folder: where the files go; those of an earlier briefing are replaced.
        findings: the pins, in their order; the events with most independent reports unless there are any.
        outlets: what is known of outlets, by name; every citation and the table of sources say it.
        title: over the page.
        made_on: the day to print as that of the briefing; none unless given, so that the same input gives the same
            page on every day.

    Raises:
        BriefingError: the selection leaves nothing, or the folder cannot be written.
        SelectionError: the selection asks for an entity that the corpus does not have.
    """
    chosen = _without_samples(corpus, selection or Selection())
    part = corpus.select(chosen)
    if part.articles.empty or all(part.table(name).empty for name in _TOLD):
        raise BriefingError(f"there is nothing to brief on: {chosen.words()} Nothing is left; choose more")
    folder, citations, drawn = Path(folder), Citations(part, outlets or {}), pictures.pictures(part)
    heading = {"title": title, "made_on": f"{made_on.day} {made_on:%B %Y}" if made_on else ""}
    content = _page(citations, chosen, pins=findings, drawn=drawn, heading=heading)
    page = written(folder / "briefing.html", content.encode())
    files = (page, *_files(citations, chosen, drawn, folder))
    _forget(folder, keep=files)
    return Briefing(page=page, files=files, citations=tuple(citations.cited.values()))


def _without_samples(corpus: Corpus, selection: Selection) -> Selection:
    """Invented reports do not get into a briefing on real ones, unless they are asked for by origin or outlet."""
    if selection.origins or any(source.endswith(query.SAMPLE_MARK) for source in selection.sources):
        return selection
    articles = corpus.articles
    has_own = bool(corpus.select(Selection(origins=("own",), duplicates=True)).articles.shape[0])
    return selection.replace(origins=("seed", "own")) if has_own and query.is_sample(articles).any() else selection


def _page(
    citations: Citations,
    selection: Selection,
    *,
    pins: Iterable[Finding],
    drawn: Iterable[Picture],
    heading: Mapping[str, str],
) -> str:
    part = citations.corpus
    templates = Environment(loader=PackageLoader("toolkit.briefing", "templates"), autoescape=True)
    found: Highlights = highlights(part, pins, citations)
    sections = contents.sections(part, citations)
    sources = contents.sources(part)
    sources["outlet"] = [rated(outlet, citations.outlets) for outlet in sources["outlet"].fillna("")]
    return templates.get_template("briefing.html").render(
        **heading,
        scope=selection.words(),
        sources_line=charts.sources_line(part),
        is_sample=bool(query.is_sample(part.articles).any()),
        findings=found,
        sections=sections,
        pictures=drawn,
        names=contents.names(part),
        sources=sources.assign(published=sources["published"].map(_day)).fillna("").to_dict("records"),
        citations=list(citations.cited.values()),
        checked=_checked(citations.cited.values()),
        made=part.made,
    )


def _files(citations: Citations, selection: Selection, drawn: Iterable[Picture], folder: Path) -> Iterator[Path]:
    """The charts, tables and evidence as files of their own."""
    for picture in drawn:
        yield from picture.files(folder / "charts")
    for name, table in tables(citations.corpus, citations.outlets).items():
        yield export(table, folder / "tables" / f"{name}.csv")
    yield export(citations.frame(), folder / "evidence.csv")
    yield written(folder / "selection.json", selection.to_json().encode())


def _forget(folder: Path, *, keep: Iterable[Path]) -> None:
    """Remove the charts that an earlier briefing in the folder had and this one has not; nothing else is touched."""
    known = {folder / "charts" / f"{name}{ending}" for name in pictures.names() for ending in pictures.ENDINGS}
    for stale in known - set(keep):
        stale.unlink(missing_ok=True)


def _checked(citations: Iterable[Citation]) -> str:
    every = list(citations)
    missing = [str(one.number) for one in every if not one.found]
    said = f"{len(every) - len(missing)} of {len(every)} citations found verbatim"
    return f"{said}; not found: {', '.join(missing)}" if missing else said


def _day(day: pd.Timestamp) -> str:
    return "day not known" if pd.isna(day) else f"{day.day} {day:%b %Y}"
