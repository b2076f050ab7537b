"""Figures like for like: one measure and unit on an axis, or one subject's shares with their bases in the labels."""

from collections.abc import Iterator

import altair as alt
import pandas as pd

from toolkit.charts.evidence import ROWS, rows_of
from toolkit.charts.frame import BLUE, GREEN, INK, ORANGE, PURPLE, RED, SKY, WIDTH, Drawn, empty, framed
from toolkit.corpus import Corpus, said_days
from toolkit.lexicons.hedging import with_hedge
from toolkit.query import Rates, Selection, alike

_BAR = 26
_SUBJECTS = (BLUE, RED, GREEN, PURPLE, SKY, ORANGE, INK)


def figures(
    corpus: Corpus, selection: Selection | None = None, *, measure: str | None = None, rates: Rates | None = None
) -> Drawn:
    """The figures of one measure, one panel for all that are in one unit or can be converted into it.

    Points, ranges as bars, approximate ones hollow, changes as arrows from the level before; where figures of two days
    or more are dated, they stand over the days too.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
        measure: the measure; the one with most figures unless given.
        rates: (currency, year) -> worth in US dollars; money stays in its currency and year without.
    """
    part = corpus.select(selection) if selection else corpus
    told = alike(part, rates=rates)
    told = told[told["measure"] == measure] if measure else told
    if told.empty:
        return empty("No figures of one measure in this selection.", part, selection=selection)
    name, group = max(_with_origin(told, part).groupby("measure"), key=lambda item: len(item[1]))
    panels = [
        panel
        for axis, rows in sorted(group.groupby("axis"), key=lambda item: -len(item[1]))
        for panel in _panels(rows, f"{name}, {str(axis).replace('_', ' ')}")
    ]
    drawn = panels[0] if len(panels) == 1 else alt.vconcat(*panels)
    noun = "figure" if len(group) == 1 else "figures"
    return framed(drawn, f"{name}: {len(group)} {noun}", part, selection=selection)


def _panels(rows: pd.DataFrame, title: str) -> Iterator[Drawn]:
    """The figures of one axis beside each other and, where days tell them apart, over the days."""
    rows = rows.sort_values(["subject", "as_of_start", "published"], kind="stable")
    yield _drawn(_labelled(rows, rows["subject"].fillna("not stated") + _as_of(rows)), title)
    dated = rows.dropna(subset=["as_of_end"])
    if len(set(dated["as_of_end"])) > 1:
        yield _over_days(dated, title)


def _over_days(rows: pd.DataFrame, title: str) -> alt.LayerChart:
    """The figures over the last day of the period that each describes, a line for each subject and outlet."""
    subjects = rows["subject"].fillna("not stated")
    marked = _evident(rows.assign(day=rows["as_of_end"].dt.tz_localize("UTC"), whose=subjects, as_of=_as_of(rows)))
    chart = alt.Chart(marked, width=WIDTH - 220, height=150).encode(
        x=alt.X("day:T", title="as of", scale=alt.Scale(type="utc", padding=12)),
        y=alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, padding=12)),
        color=alt.Color("whose:N", title=None, scale=alt.Scale(range=list(_SUBJECTS))),
        detail="outlet:N",  # no line leads from what one outlet says to what another says
    )
    of_subject = alt.Fill("whose:N", legend=None, scale=alt.Scale(range=list(_SUBJECTS)))
    said = {"whose": "Subject", "text": "Printed", "as_of": "As of"}
    points = chart.mark_point(size=70, filled=True, opacity=1, strokeWidth=2).encode(
        fill=alt.condition("isValid(datum.approx)", alt.value("#ffffff"), of_subject),
        tooltip=[alt.Tooltip(f"{name}:N", title=words) for name, words in said.items()],
    )
    return alt.layer(chart.mark_line(), points)


def profile(corpus: Corpus, selection: Selection | None = None, *, subject: str | None = None) -> Drawn:
    """One subject's shares, the whole that each is a share of written beside it; approximate ones hollow.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
        subject: whose shares; the one with most of them unless given.
    """
    part = corpus.select(selection) if selection else corpus
    shares = part.statistics[(part.statistics["unit"] == "percent") & part.statistics["base"].notna()]
    shares = shares.dropna(subset=["subject"])
    wanted = shares[shares["subject"] == subject] if subject else shares
    if wanted.empty:
        return empty("No shares of one subject in this selection.", part, selection=selection)
    name, group = max(wanted.groupby("subject"), key=lambda item: len(item[1]))
    group = _labelled(_with_origin(group, part), "of " + group["base"])
    return framed(_drawn(group, "percent"), f"Shares of {name}", part, selection=selection)


def _labelled(rows: pd.DataFrame, labels: pd.Series) -> pd.DataFrame:
    """The rows with a label each; equal ones are told apart by outlet and day, or at last by a number."""
    told = rows["origin"].where(rows["origin"].groupby(labels).transform("nunique") > 1, "")
    marked = _apart(labels, told)
    marked = _apart(marked, " (" + (marked.groupby(marked).cumcount() + 1).astype("str") + ")")
    hedged = rows["approx"].notna()
    low, high = rows["value_low"].fillna(rows["value"]), rows["value_high"].fillna(rows["value"])
    return _evident(rows).assign(
        label=marked,
        hedged=hedged,
        low=low,
        high=high,
        shown=list(map(with_hedge, rows["text"], rows["approx"].fillna(""))),
        head=_heads(rows),
    )


def _apart(labels: pd.Series, more: pd.Series) -> pd.Series:
    """The labels, with more behind those that are not the only one of their words."""
    return labels.where(~labels.duplicated(keep=False), labels + more)


def _with_origin(rows: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The figures with the day of their article, and its outlet and day in words: *· Harbour Dispatch, 25 Sep*."""
    articles = corpus.articles.set_index("article_id")
    published = rows["article_id"].map(articles["published"])
    outlets = rows["article_id"].map(articles["source"]).fillna("outlet not stated")
    days = ["" if pd.isna(day) else f", {day.day} {day:%b}" for day in published]
    said = [f" · {outlet}{day}" for outlet, day in zip(outlets, days, strict=True)]
    return rows.assign(published=published, outlet=outlets, origin=pd.Series(said, index=rows.index, dtype="str"))


def _evident(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures, each standing for itself."""
    return rows.assign(**{ROWS: rows_of("statistics", ([one] for one in rows["statistic_id"]))})


def _heads(rows: pd.DataFrame) -> pd.Series:
    """The sign at the end of a change's arrow; nothing where there is no change."""
    change = (rows["value"] - rows["change_from"]).fillna(0.0)
    return change.map(lambda one: "▶" if one > 0 else "◀" if one < 0 else "")


def _as_of(rows: pd.DataFrame) -> pd.Series:
    days = zip(rows["as_of_start"], rows["as_of_end"], strict=True)
    said = [said_days(*(None if pd.isna(day) else day.date() for day in both)) for both in days]
    return pd.Series([f", {one}" if one else "" for one in said], index=rows.index)


def _drawn(rows: pd.DataFrame, title: str) -> alt.LayerChart:
    tips = [
        alt.Tooltip(f"{name}:N", title=name.replace("_", " ").capitalize())
        for name in ("subject", "measure", "base", "shown", "unit", "direction")
    ]
    base = alt.Chart(rows, width=WIDTH - 220, height=_BAR * len(rows)).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=330)), tooltip=tips
    )
    is_hedged = alt.FieldEqualPredicate(field="hedged", equal=True)
    span = base.mark_rule(strokeWidth=6, opacity=0.35, color=BLUE).encode(x=alt.X("low:Q", title=title), x2="high:Q")
    before = base.transform_filter("isValid(datum.change_from)").mark_rule(color=ORANGE, strokeWidth=2)
    points = base.mark_point(size=90, filled=True, strokeWidth=2).encode(
        x=alt.X("value:Q", title=title, scale=alt.Scale(zero=True)),
        fill=alt.condition(is_hedged, alt.value("#ffffff"), alt.value(BLUE)),
        stroke=alt.value(BLUE),
        opacity=alt.value(1),
    )
    words = base.mark_text(align="left", dx=9, fontSize=11).encode(x="value:Q", text="shown:N")
    arrow = before.encode(x="change_from:Q", x2="value:Q")
    heads = base.mark_text(color=ORANGE, fontSize=11).encode(x="change_from:Q", text="head:N")
    return alt.layer(span, arrow, heads, points, words)
