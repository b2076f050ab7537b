"""The charts of a briefing: those that have something to show, as pictures of the page and as files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from toolkit import charts
from toolkit.briefing.exporting import drawn_as, written
from toolkit.charts.frame import NOTHING, Drawn
from toolkit.corpus import Corpus

ENDINGS = (".png", ".svg")
_DRAWN: Mapping[str, tuple[Callable[[Corpus], Drawn], str]] = {
    "timeline": (charts.timeline, "Events: solid has happened, hollow is planned or only possible"),
    "ranking": (charts.ranking, "Who is named most"),
    "profile": (charts.profile, "Shares of one subject, with what each is a share of"),
    "figures": (charts.figures, "Figures of one measure"),
    "network": (charts.network, "Who deals with whom"),
    "where": (charts.where, "Countries by the events that they take part in"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart that has been laid out.

    Attributes:
        name: of its files.
        caption: what it shows.
        finding: what it says on this corpus.
        spec: its Vega-Lite specification.
    """

    name: str
    caption: str
    finding: str
    spec: dict[str, Any]

    def inline(self) -> str:
        """The chart as part of a page, with its words for those who do not see it."""
        words = escape(f"{self.caption}. {self.finding}.")
        svg = drawn_as(".svg", self.spec).decode()
        return svg.replace("<svg ", f'<svg role="img" aria-label="{words}" ', 1)

    def files(self, folder: Path) -> Iterator[Path]:
        """The chart as files that slides and reports take."""
        for ending in ENDINGS:
            yield written(folder / f"{self.name}{ending}", drawn_as(ending, self.spec))


def pictures(part: Corpus) -> list[Picture]:
    """The charts that have something to show; each draws what is selected already."""
    laid_out = [_laid_out(name, draw(part), caption) for name, (draw, caption) in _DRAWN.items() if _wanted(name, part)]
    return [picture for picture in laid_out if picture.finding != NOTHING]


def names() -> list[str]:
    """The names that charts of a briefing can have."""
    return list(_DRAWN)


def _wanted(name: str, part: Corpus) -> bool:
    """Whether it is worth drawing: one figure alone has nothing to be compared with."""
    return name != "figures" or bool((part.statistics.groupby(["measure", "unit"]).size() > 1).any())


def _laid_out(name: str, chart: Drawn, caption: str) -> Picture:
    spec = chart.to_dict()
    return Picture(name=name, caption=caption, finding=str(spec["title"]["text"]), spec=spec)
