"""Where: countries by the events that they take part in, on shapes that ship.

The shapes are Natural Earth's 1:110m countries (naturalearthdata.com, public domain), coordinates rounded to a tenth of
a degree. They draw boundaries as they are controlled, not as anybody claims them.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import altair as alt
import pandas as pd

from toolkit.charts.evidence import ROWS, rows_by
from toolkit.charts.frame import BLUE, WIDTH, Drawn, empty, framed
from toolkit.corpus import Corpus
from toolkit.lexicons import rows
from toolkit.query import Selection

_HEIGHT = 340


def where(corpus: Corpus, selection: Selection | None = None) -> Drawn:
    """The countries that take part in events, darker the more; small states without a shape are dots.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
    """
    part = corpus.select(selection) if selection else corpus
    counts = _events_of_countries(part)
    if counts.empty:
        return empty("No country takes part in an event of this selection.", part, selection=selection)
    top = counts.sort_values("events", ascending=False).iloc[0]
    finding = f"{top['name']} takes part in most events ({top['events']})"
    return framed(_world(counts), finding, part, selection=selection)


def _events_of_countries(corpus: Corpus) -> pd.DataFrame:
    """One row a country: code, name, number of real events, and where it lies."""
    events = corpus.events.assign(real=corpus.events["cluster_id"].fillna(corpus.events["event_id"]))
    actors = corpus.event_actors.dropna(subset=["iso3"]).merge(events[["event_id", "real"]], on="event_id")
    grouped = actors.groupby("iso3")
    counts = grouped["real"].nunique().rename("events").reset_index()
    counts[ROWS] = counts["iso3"].map(rows_by(actors, "iso3", "events"))
    known = pd.DataFrame(rows("countries"))[["iso3", "name", "latitude", "longitude"]]
    return counts.merge(known, on="iso3").astype({"latitude": float, "longitude": float})


@cache
def _shapes() -> list[dict[str, Any]]:
    text = files(__package__).joinpath("world.json").read_text(encoding="utf-8")
    shapes: list[dict[str, Any]] = json.loads(text)["features"]
    return shapes


def _world(counts: pd.DataFrame) -> alt.LayerChart:
    told = counts.set_index("iso3")
    known = told[["name", "events", ROWS]].astype(object).to_dict("index")
    land = [{**shape, **known.get(shape["id"], {})} for shape in _shapes()]
    dots = counts[~counts["iso3"].isin([shape["id"] for shape in _shapes()])]
    shade = alt.Color("events:Q", title="events", scale=alt.Scale(scheme="blues", domainMin=0))
    tips = [alt.Tooltip("name:N", title="Country"), alt.Tooltip("events:Q", title="Events")]
    ground = alt.Chart(alt.Data(values=land)).mark_geoshape(fill="#eeeeee", stroke="#ffffff", strokeWidth=0.5)
    taking_part = (
        alt.Chart(alt.Data(values=[shape for shape in land if "events" in shape]))
        .mark_geoshape(stroke="#ffffff", strokeWidth=0.5)
        .encode(color=shade, tooltip=tips)
    )
    small = alt.Chart(dots).mark_circle(size=60, color=BLUE, stroke="#ffffff")
    points = small.encode(longitude="longitude:Q", latitude="latitude:Q", tooltip=tips)
    world: alt.LayerChart = alt.layer(ground, taking_part, points).project("equalEarth")
    return world.properties(width=WIDTH, height=_HEIGHT)
