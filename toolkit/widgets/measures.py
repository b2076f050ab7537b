"""The figures desk: what is measured, and of whom; the figures of one measure drawn alike, each with its sentence."""

from collections.abc import Mapping
from typing import Any

import ipywidgets
import pandas as pd
import traitlets

from toolkit import charts
from toolkit.corpus import Corpus
from toolkit.query import Rates, alike
from toolkit.widgets.mainviews import figures_grouped
from toolkit.widgets.paged import PagedTable
from toolkit.widgets.picture import ChartPicture, picture
from toolkit.widgets.reviewed import ReviewedReader, Rows

_CHART = {"width": "100%", "max_height": "28rem", "overflow": "auto", "flex": "0 0 auto"}


def measures(corpus: Corpus, *, rates: Rates | None = None) -> pd.DataFrame:
    """One row a measure, its subjects and unit: how many figures, from where to where, in how many articles.

    Columns: measure, subjects, unit, figures, disagree, lowest, highest, articles. Measures of figures that disagree
    stand first, then those with most figures; `disagree` is empty where none do.

    Args:
        corpus: whose figures.
        rates: (currency, year) -> worth in US dollars, as `toolkit.query.alike` takes them.
    """
    told = alike(corpus, rates=rates)
    disputed = set(corpus.conflicts["statistic_id"]) | set(corpus.conflicts["other_id"])
    told = told.assign(disputed=told["statistic_id"].isin(disputed))
    grouped = told.groupby(["measure", "axis"], sort=False)
    found = grouped.agg(
        subjects=("subject", _named),
        figures=("value", "size"),
        disagree=("disputed", "sum"),
        lowest=("value", "min"),
        highest=("value", "max"),
        articles=("article_id", "nunique"),
    ).reset_index()
    found["disagree"] = found["disagree"].where(found["disagree"] > 0).astype("Int64")
    found = found.assign(agree=found["disagree"].isna())
    found = found.sort_values(["agree", "figures", "measure"], ascending=[True, False, True], kind="stable")
    found["unit"] = found.pop("axis").str.replace("_", " ")
    return found[["measure", "subjects", "unit", "figures", "disagree", "lowest", "highest", "articles"]].reset_index(
        drop=True
    )


def _named(subjects: pd.Series) -> str:
    return "; ".join(sorted(set(subjects.dropna()))) or "not stated"


class FiguresDesk(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The measures; the one chosen as a chart, and its figures beside their article. `measure` and `chosen` are values.

    A click on a mark, a row or a figure in the text chooses it in all three.
    """

    measure = traitlets.Unicode(default_value=None, allow_none=True)
    chosen = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, rates: Rates | None = None) -> None:
        """The figures of the corpus; money is converted at these rates only."""
        self._corpus, self._rates = corpus, rates
        frame = measures(corpus, rates=rates)
        keyed = frame.assign(row=[str(row) for row in range(len(frame))])
        self._measure_of: Mapping[str, str] = dict(zip(keyed["row"], keyed["measure"], strict=True))
        self.table = PagedTable(keyed, key="row", label="measures")
        self.chart = ChartPicture(layout=_CHART)
        self.figures = ReviewedReader(corpus, self._rows())
        super().__init__([self.table, self.chart, self.figures])
        self.table.observe(lambda change: self._choose_measure(change["new"]), "chosen")
        self.chart.observe(self._clicked, "clicked")
        traitlets.link((self.figures, "chosen"), (self, "chosen"))
        self.observe(self._draw, "measure")
        self.table.chosen = next(iter(self._measure_of), None)

    def _rows(self) -> Rows:
        return Rows(
            "figures",
            self._told,
            "statistic_id",
            "statistics",
            technical=("evidence", "printed", "measure", "value_low", "value_high"),
        )

    def _told(self, corpus: Corpus) -> pd.DataFrame:
        """The figures of the measure in plain words."""
        told = figures_grouped(corpus)
        return told[told["measure"] == self.measure].reset_index(drop=True)

    def _choose_measure(self, row: str | None) -> None:
        if row is not None and row in self._measure_of:
            self.measure = self._measure_of[row]

    def _clicked(self, change: Any) -> None:
        """A mark was clicked, which stands for one figure: choose it."""
        if change["new"] in self.chart.marks:
            self.chosen = self.chart.marks[change["new"]][1][0]

    def _draw(self, _: Any = None) -> None:
        self.figures.show(self._corpus, self._rows())
        self.chart.show(self._chart(), f"The figures of {self.measure}")

    def _chart(self) -> Any:
        return charts.figures(self._corpus, measure=self.measure, rates=self._rates)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live desk, and beside it its first page, chart and article for notebooks without a kernel."""
        live: Any = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        drawn = picture(self._chart(), f"The figures of {self.measure}")
        still = self.table.html() + drawn + self.figures.table.html() + self.figures.reader.html
        return bundle and (bundle | {"text/html": still}, metadata)


def figures_desk(corpus: Corpus, rates: Rates | None = None) -> FiguresDesk:
    """What is measured in the corpus, like for like: choose a measure, then a mark or a row, and read its sentence.

    Args:
        corpus: whose figures.
        rates: (currency, year) -> worth in US dollars, stated by the analyst: `{("JPY", 2024): 0.0066}`. Money stays
            in its currency and year without.
    """
    return FiguresDesk(corpus, rates)
