"""What every chart has around its marks: the finding as title, the selection in words, and where the data are from."""

import base64
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd
from altair.utils.mimebundle import spec_to_mimebundle

from toolkit.corpus import Corpus
from toolkit.query import Selection, is_sample, reviewed

# Okabe and Ito (2008): told apart by people who do not see all colours.
INK, GREY, PAPER = "#222222", "#6b6b6b", "#ffffff"
BLUE, ORANGE, GREEN, RED, PURPLE, SKY = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9"
# Pixels are fixed: charts as wide as their container come out without width in tabs and boxes (vega/altair#3328).
WIDTH = 640
# Hangul, kana and Chinese characters, which the bundled font of the picture exporter lacks.
_EAST_ASIAN = r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_FONT, _EAST_ASIAN_FONT = "Liberation Sans, Arial, Helvetica, sans-serif", "Noto Sans CJK JP"
# The newest schema that the viewer inside JupyterLab 4 reads without a network.
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

# The title of a chart that has no marks, by which it can be told from the others.
NOTHING = "Nothing to show"

type Drawn = alt.Chart | alt.LayerChart | alt.HConcatChart | alt.VConcatChart


def framed(drawn: Drawn, finding: str, corpus: Corpus, *, selection: Selection | None, width: int = WIDTH) -> Drawn:
    """The chart with its finding above, and below it what was selected and where it comes from."""
    notes = [str(selection)] if selection else []
    lines = pd.DataFrame({"line": [*notes, sources_line(corpus)]}).reset_index()
    footer = (
        alt.Chart(lines, width=width, height=13 * len(lines))
        .mark_text(align="left", baseline="top", fontSize=10, color=GREY, limit=width)
        .encode(text="line:N", x=alt.value(0), y=alt.Y("index:O", axis=None))
    )
    whole = alt.vconcat(drawn, footer, spacing=8).properties(
        title=alt.Title(finding, anchor="start", fontSize=14, color=INK, limit=width + 120)
    )
    return styled(whole, text=finding + " ".join(lines["line"]))


def styled(drawn: Drawn, *, text: str = "") -> Drawn:
    """The chart in the project's style; on white paper, so that it reads on a dark screen and on a slide."""
    font = _EAST_ASIAN_FONT if pd.Series([text]).str.contains(_EAST_ASIAN).any() else _FONT
    whole: Drawn = drawn.configure(
        background=PAPER,
        font=font,
        padding=12,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=INK, titleColor=GREY, labelFontSize=11, titleFontSize=11, titleFontWeight="normal",
            gridColor="#e6e6e6", domainColor="#bbbbbb", tickColor="#bbbbbb", labelLimit=220,
        ),
        legend=alt.LegendConfig(labelColor=INK, titleColor=GREY, orient="top", titleFontWeight="normal"),
    )  # fmt: skip
    return whole


def sources_line(corpus: Corpus) -> str:
    """*Source: 1 article (outlet not stated), 14 Nov 2024 (inferred). Machine-extracted; 0 of 28 events reviewed.*."""
    articles, events = corpus.articles, corpus.events
    outlets = sorted(set(articles["source"].dropna()))
    told = (", ".join(outlets) if len(outlets) < 3 else f"{len(outlets)} outlets") or "outlet not stated"
    noun = "article" if len(articles) == 1 else "articles"
    distinct = events["cluster_id"].fillna(events["event_id"]).nunique()
    sample = "SAMPLE DATA. " if is_sample(articles).any() else ""
    return (
        f"{sample}Source: {len(articles):,} {noun} ({told}){_days(articles)}. "
        f"Machine-extracted; {reviewed(corpus):,} of {distinct:,} events reviewed."
    )


def _days(articles: pd.DataFrame) -> str:
    known = articles.dropna(subset=["published"])
    if known.empty:
        return ", day not known"
    first, last = known["published"].min(), known["published"].max()
    said = f"{_day(first)}" if first == last else f"{_day(first)} to {_day(last)}"
    return f", {said}{' (inferred)' if set(known['published_how']) == {'inferred'} else ''}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b %Y}"


def empty(why: str, corpus: Corpus, *, selection: Selection | None) -> Drawn:
    """A chart that says why there is nothing to draw."""
    said = alt.Chart(pd.DataFrame({"why": [why]}), width=WIDTH, height=60)
    return framed(said.mark_text(fontSize=13, color=GREY).encode(text="why:N"), NOTHING, corpus, selection=selection)


def enable() -> None:
    """Show charts in JupyterLab live, reopened, and in notebooks that are not trusted, never with a network.

    The specification goes out under the type that JupyterLab 4 draws itself, with a picture beside it for where nothing
    draws it.
    """
    alt.renderers.register("toolkit", _bundle)
    alt.renderers.enable("toolkit")
    alt.data_transformers.disable_max_rows()


def _bundle(spec: Mapping[str, Any], **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    drawn, about = spec_to_mimebundle(dict(spec), format="png", mode="vega-lite", ppi=144)
    live = {**spec, "$schema": _SCHEMA}
    picture = base64.b64encode(drawn["image/png"]).decode()
    return {"application/vnd.vegalite.v5+json": live, "image/png": picture, "text/plain": "Chart"}, about
