"""Who deals with whom: a matrix of countries, and a network of people and bodies."""

from collections.abc import Iterator
from itertools import combinations
from math import sqrt

import altair as alt
import networkx as nx
import pandas as pd

from toolkit.charts.evidence import ROWS, rows_of
from toolkit.charts.frame import BLUE, GREY, INK, ORANGE, WIDTH, Drawn, empty, framed
from toolkit.corpus import Corpus
from toolkit.lexicons import rows
from toolkit.query import Selection

_CELL = 30
_HEIGHT = 340
_DARK = 0.55


def matrix(corpus: Corpus, selection: Selection | None = None, *, most: int = 14) -> Drawn:
    """How many events every two countries have in common; orange where all of them are still planned.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
        most: how many countries at the most, those with most events.
    """
    part = corpus.select(selection) if selection else corpus
    pairs = _pairs(part, _of_countries(part.event_actors), "country")
    if pairs.empty:
        return empty("No event of two countries in this selection.", part, selection=selection)
    ranked = pd.concat([pairs["one"], pairs["other"]]).value_counts().head(most).index
    shown = pairs[pairs["one"].isin(ranked) & pairs["other"].isin(ranked)]
    both = pd.concat([shown, shown.rename(columns={"one": "other", "other": "one"})])
    top = pairs.sort_values("events", ascending=False).iloc[0]
    finding = f"{top['one']} and {top['other']} have most events in common ({top['events']})"
    return framed(_cells(both, sorted(ranked)), finding, part, selection=selection)


def network(corpus: Corpus, selection: Selection | None = None, *, most: int = 30) -> Drawn:
    """People and bodies joined by the events that they share; dashed where all are planned.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
        most: how many links at the most, those with most events.
    """
    part = corpus.select(selection) if selection else corpus
    names = dict(zip(part.entities["entity_id"], part.entities["name"], strict=True))
    pairs = _pairs(part, part.event_actors, "entity_id").sort_values(
        ["events", "one", "other"], ascending=[False, True, True]
    )
    if pairs.empty:
        return empty("No event of two parties in this selection.", part, selection=selection)
    shown = pairs.head(most)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(shown[["one", "other", "events"]].itertuples(index=False))
    links = {str(key): int(degree) for key, degree in graph.degree()}
    places = _ring([key for _, key in sorted((-number, key) for key, number in links.items())])
    nodes = pd.DataFrame(
        [{"key": key, "x": x, "y": y, "name": names[key], "links": links[key]} for key, x, y in places]
    ).set_index("key")
    centre = nodes.sort_values(["links", "name"], ascending=[False, True])["name"].iloc[0]
    nodes = nodes.assign(**{ROWS: rows_of("events", (_events_of(key, shown) for key in nodes.index))})
    return framed(_web(nodes, shown), f"{centre} has most links", part, selection=selection)


def _ring(keys: list[str]) -> list[tuple[str, float, float]]:
    """Places down both sides of a circle by turns, so that links cross it and no name covers another."""
    right, left = (list(_column(side)) for side in (keys[::2], keys[1::2]))
    return [(key, sqrt(1 - y * y), y) for key, y in right] + [(key, -sqrt(1 - y * y), y) for key, y in left]


def _column(keys: list[str]) -> Iterator[tuple[str, float]]:
    return ((key, 1 - 2 * (place + 0.5) / len(keys)) for place, key in enumerate(keys))


def _events_of(party: str, pairs: pd.DataFrame) -> list[str]:
    """The reports of all links of a party."""
    mine = pairs.loc[(pairs["one"] == party) | (pairs["other"] == party), ROWS]
    return [key for cell in mine for key in cell.split()[1:]]


def _pairs(corpus: Corpus, actors: pd.DataFrame, column: str) -> pd.DataFrame:
    """Every two parties of an event: how many real events they share, and whether all of them are planned."""
    events = corpus.events.assign(real=corpus.events["cluster_id"].fillna(corpus.events["event_id"]))
    joined = actors.merge(events[["event_id", "real", "status"]], on="event_id")
    columns = ["one", "other", "real", "status", "reports"]
    pairs = pd.DataFrame(_met(joined.rename(columns={column: "party"})), columns=columns)
    counted = pairs.groupby(["one", "other"]).agg(
        events=("real", "nunique"),
        planned=("status", lambda status: set(status) <= {"planned", "hypothetical"}),
        reports=("reports", "sum"),
    )
    counted[ROWS] = rows_of("events", counted.pop("reports"))
    return counted.reset_index()


def _met(actors: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    """Two parties of a real event, its status, and the reports that name both; where none does, those of either."""
    for (real, status), group in actors.groupby(["real", "status"]):
        told = group.groupby("party")["event_id"].agg(set)
        for one, other in combinations(sorted(told.index), 2):
            yield one, other, real, status, sorted((told[one] & told[other]) or (told[one] | told[other]))


def _of_countries(actors: pd.DataFrame) -> pd.DataFrame:
    """The actors that act for a country, with its name."""
    names = {row["iso3"]: row["name"] for row in rows("countries")}
    acting = actors.dropna(subset=["iso3"])
    return acting.assign(country=acting["iso3"].map(names).fillna(acting["iso3"]))


def _cells(pairs: pd.DataFrame, order: list[str]) -> alt.LayerChart:
    size = _CELL * len(order)
    base = alt.Chart(pairs, width=size, height=size).encode(
        x=alt.X("one:N", sort=order, title=None, axis=alt.Axis(orient="top", labelAngle=-45)),
        y=alt.Y("other:N", sort=order, title=None),
        tooltip=[
            alt.Tooltip("one:N", title="One"),
            alt.Tooltip("other:N", title="Other"),
            alt.Tooltip("events:Q", title="Events"),
            alt.Tooltip("planned:N", title="All planned"),
        ],
    )
    is_planned = alt.FieldEqualPredicate(field="planned", equal=True)
    boxes = base.mark_rect(stroke="#ffffff").encode(
        color=alt.condition(
            is_planned, alt.value("#fde0b0"), alt.Color("events:Q", scale=alt.Scale(scheme="blues"), legend=None)
        )
    )
    # White on the darker half of the scale, where black cannot be read.
    is_dark = f"datum.events > {_DARK * int(pairs['events'].max())} && !datum.planned"
    numbers = base.mark_text(fontSize=11).encode(
        text="events:Q", color=alt.condition(is_dark, alt.value("#ffffff"), alt.value(INK))
    )
    return alt.layer(boxes, numbers)


def _web(nodes: pd.DataFrame, pairs: pd.DataFrame) -> alt.LayerChart:
    places = nodes[["x", "y", "name"]]
    ends = pairs.join(places, on="one").join(places.add_suffix("_other"), on="other")
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.8, 1.8]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1.15, 1.15]))
    is_planned = alt.FieldEqualPredicate(field="planned", equal=True)
    links = alt.Chart(ends, width=WIDTH, height=_HEIGHT).mark_rule().encode(
        x=x, y=y, x2="x_other:Q", y2="y_other:Q",
        strokeWidth=alt.StrokeWidth("events:Q", scale=alt.Scale(range=[1, 6]), legend=None),
        strokeDash=alt.condition(is_planned, alt.value([5, 4]), alt.value([1, 0])),
        color=alt.condition(is_planned, alt.value(ORANGE), alt.value("#b5b5b5")),
        tooltip=[
            alt.Tooltip("name:N", title="One"), alt.Tooltip("name_other:N", title="Other"),
            alt.Tooltip("events:Q", title="Events"),
        ],
    )  # fmt: skip
    said = [alt.Tooltip("name:N", title="Name"), alt.Tooltip("links:Q", title="Links")]
    parties = alt.Chart(nodes).encode(x=x, y=y, tooltip=said)
    dots = parties.mark_circle(color=BLUE, opacity=1).encode(
        size=alt.Size("links:Q", scale=alt.Scale(range=[60, 500]), legend=None)
    )
    right = parties.transform_filter("datum.x >= 0").mark_text(dx=14, align="left", fontSize=11, color=GREY)
    left = parties.transform_filter("datum.x < 0").mark_text(dx=-14, align="right", fontSize=11, color=GREY)
    return alt.layer(links, dots, right.encode(text="name:N"), left.encode(text="name:N"))
