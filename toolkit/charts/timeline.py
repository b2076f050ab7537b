"""When it happened: events by day, as wide as their dates are uncertain."""

from collections.abc import Iterable

import altair as alt
import pandas as pd

from toolkit.charts.evidence import ROWS, rows_of
from toolkit.charts.frame import BLUE, GREY, WIDTH, Drawn, empty, framed
from toolkit.corpus import Corpus
from toolkit.query import Selection

# Events in the window that can still be told apart; where there are more, it begins later.
MOST = 90
_ROW, _LABELS, _GUTTER = 14, 170, 56
_MARGIN = pd.Timedelta(days=7)
_DAY = pd.Timedelta(days=1)
_LOOKING_BACK = pd.Timedelta(days=92)
_LONG = 200  # days that are counted by week
_HAPPENED = ("occurred", "ongoing")


def timeline(corpus: Corpus, selection: Selection | None = None, *, focus: tuple[str, str] | None = None) -> Drawn:
    """The events over time: solid for what has happened, hollow for what is planned or only possible.

    What lies outside the window stands in narrow lanes beside it, undated events in a lane of their own, so that one
    event of 1989 does not crush the month that matters.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
        focus: first and last day of the window; the months around publication unless given.
    """
    part = corpus.select(selection) if selection else corpus
    events = _events(part)
    if events.empty:
        return empty("No events in this selection.", part, selection=selection)
    first, last = (pd.Timestamp(day) for day in focus) if focus else _window(events, part.articles["published"])
    events["lane"] = [_lane(row, first, last) for row in events.itertuples()]
    finding = f"{len(events):,} events, {int((events['status'] == 'planned').sum())} of them planned"
    placed = _rows(events)
    return framed(_panels(placed, first, last), finding, part, selection=selection, width=WIDTH + _LABELS)


def counts(corpus: Corpus, selection: Selection | None = None) -> Drawn:
    """Events over time by what became of them, and per 1,000 articles: coverage is not the world.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
    """
    part = corpus.select(selection) if selection else corpus
    dated = _events(part).dropna(subset=["start_date"])
    known = part.articles["published"].dropna()
    told = dated[dated["start_date"].between(known.min() - _MARGIN, known.max() + _MARGIN)]
    if told.empty:
        return empty("No dated events near the days of publication.", part, selection=selection)
    finding = f"{len(told):,} events around the days of publication"
    return framed(_counted(told, known), finding, part, selection=selection)


def _events(corpus: Corpus) -> pd.DataFrame:
    """One row a real event, with its days and plain words."""
    told = corpus.who_did_what().set_index("event_id")
    events = corpus.events.set_index("event_id")[["start_date", "end_date", "cluster_id"]].join(told)
    events["cluster_id"] = events["cluster_id"].fillna(events.index.to_series())
    reports = events.reset_index().groupby("cluster_id")["event_id"].agg(list)
    events = events.drop_duplicates("cluster_id").reset_index()
    return events.assign(reports_of=events["cluster_id"].map(reports))


def _window(events: pd.DataFrame, published: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days around publication that the events of that time need."""
    dated = events.dropna(subset=["start_date"])
    if dated.empty:
        return pd.Timestamp(0), pd.Timestamp(0)
    known = published.dropna()
    centre = known if len(known) else dated["start_date"]
    first = max(centre.min() - 4 * _MARGIN, centre.max() - _LOOKING_BACK)
    last = centre.max() + 4 * _MARGIN
    inside = dated[(dated["start_date"] >= first) & (dated["end_date"] <= last)]
    if inside.empty:
        return dated["start_date"].min(), dated["end_date"].max()
    latest = inside.nlargest(MOST, "start_date")
    return latest["start_date"].min() - _MARGIN, latest["end_date"].max() + _MARGIN


def _lane(row: tuple, first: pd.Timestamp, last: pd.Timestamp) -> str:  # type: ignore[type-arg]
    start, end = row.start_date, row.end_date  # type: ignore[attr-defined]
    if pd.isna(start):
        return "undated"
    return "earlier" if end < first or start < first else "later" if end > last else "focus"


def _rows(events: pd.DataFrame) -> pd.DataFrame:
    """The events with the row that each stands on: lanes by what was done, in each as many rows as overlap."""
    ordered = events.sort_values(["did_what", "start_date", "event_id"], na_position="last").reset_index(drop=True)
    rows, base = [], 0
    for _, group in ordered.groupby("did_what", sort=False):
        slots = _slots(group)
        rows += [base + slot for slot in slots]
        base += max(slots) + 1
    placed = ordered.assign(row=rows, height=base, until=ordered["end_date"] + _DAY)
    for column in ("start_date", "until"):
        placed[column] = placed[column].dt.tz_localize("UTC")
    return placed


def _slots(group: pd.DataFrame) -> list[int]:
    """The first row of the lane that is free on the event's days; in the narrow lanes beside, all on the first."""
    ends: list[pd.Timestamp] = []
    slots = []
    for lane, start, end in zip(group["lane"], group["start_date"], group["end_date"], strict=True):
        if lane != "focus":
            slots.append(0)
            continue
        slot = next((slot for slot, busy_until in enumerate(ends) if busy_until < start), len(ends))
        ends[slot : slot + 1] = [end]
        slots.append(slot)
    return slots


def _panels(placed: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> alt.HConcatChart:
    """The lanes' names, the window, and the narrow lanes on both sides of it."""
    beside = {lane: rows for lane, rows in placed.groupby("lane") if lane != "focus"}
    window = _window_of(placed[placed["lane"] == "focus"], first, last, width=WIDTH - _GUTTER * len(beside))
    before = [_gutter(beside["earlier"])] if "earlier" in beside else []
    after = [_gutter(beside[lane]) for lane in ("later", "undated") if lane in beside]
    return alt.hconcat(_names(placed), *before, window, *after, spacing=4)


def _y(placed: pd.DataFrame, column: str = "row") -> alt.Y:
    most = int(placed["height"].iloc[0]) if len(placed) else 1
    scale = alt.Scale(domain=[-0.5, most - 0.5], reverse=True, nice=False, zero=False)
    return alt.Y(f"{column}:Q", axis=None, scale=scale)


def _tall(placed: pd.DataFrame) -> int:
    return _ROW * (int(placed["height"].iloc[0]) if len(placed) else 1)


def _names(placed: pd.DataFrame) -> alt.Chart:
    names = placed.drop_duplicates("did_what")[["did_what", "row", "height"]]
    chart = alt.Chart(names, width=_LABELS, height=_tall(placed)).mark_text(align="right", fontSize=11, limit=_LABELS)
    return chart.encode(y=_y(placed), x=alt.value(_LABELS - 6), text="did_what:N")


def _window_of(inside: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, *, width: int) -> alt.Chart:
    """Bars from the first to the last day that each event can have been on."""
    domain = [day.tz_localize("UTC").isoformat() for day in (first, last + _DAY)]
    days = alt.Axis(format="%-d %b %Y" if (last - first).days > 120 else "%-d %b", tickCount=6, labelOverlap=True)
    x = alt.X("start_date:T", title=None, scale=alt.Scale(type="utc", domain=domain, nice=False), axis=days)
    boxes = _standing_for(inside, inside["reports_of"])
    boxes = boxes.assign(top=inside["row"] - 0.34, bottom=inside["row"] + 0.34)
    chart = _marks(alt.Chart(boxes, width=width, height=_tall(inside)).mark_rect(cornerRadius=2, strokeWidth=1.5))
    return chart.encode(x=x, x2="until:T", y=_y(boxes, "top"), y2="bottom:Q")


def _gutter(rows: pd.DataFrame) -> alt.LayerChart:
    """A narrow lane for what the window has no place for: a mark for each kind, drawn as most of its events are."""
    name = alt.Title(rows["lane"].iloc[0], fontSize=11, fontWeight="normal", color=GREY)
    alike = rows.groupby(["row", "status"])["event_id"].transform("size")
    number = rows.groupby("row")["event_id"].transform("size")
    kinds = rows.assign(number=number, alike=alike).sort_values("alike", ascending=False).drop_duplicates("row")
    kinds = _standing_for(kinds, kinds["row"].map(rows.groupby("row")["reports_of"].agg("sum")))
    chart = alt.Chart(kinds, width=_GUTTER - 8, height=_tall(rows), title=name)
    marks = _marks(chart.mark_circle(size=60, strokeWidth=1.5)).encode(x=alt.value(12), y=_y(kinds))
    several = chart.mark_text(align="left", fontSize=10, color=GREY).encode(
        x=alt.value(20), y=_y(kinds), text=alt.condition("datum.number > 1", "number:Q", alt.value(""))
    )
    return alt.layer(marks, several)


def _standing_for(marks: pd.DataFrame, reports: pd.Series) -> pd.DataFrame:
    """The marks, each standing for all reports of its events."""
    return marks.drop(columns="reports_of").assign(**{ROWS: rows_of("events", reports)})


def _marks(chart: alt.Chart) -> alt.Chart:
    """Solid or hollow by status, and what a mark says when pointed at."""
    happened = alt.FieldOneOfPredicate(field="status", oneOf=list(_HAPPENED))
    said = ["when", "who", "did_what", "to_whom", "where", "status", "reports", "evidence"]
    return chart.encode(
        fill=alt.condition(happened, alt.value(BLUE), alt.value("#ffffff")),
        stroke=alt.condition(
            alt.FieldEqualPredicate(field="status", equal="negated"), alt.value(GREY), alt.value(BLUE)
        ),
        opacity=alt.value(1),
        tooltip=[alt.Tooltip(f"{name}:N", title=_title(name)) for name in said],
    )


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _counted(told: pd.DataFrame, published: pd.Series) -> alt.Chart:
    """How many of each kind, by week or by month, with the number per 1,000 articles of that time when pointed at."""
    weekly = (told["start_date"].max() - told["start_date"].min()).days < _LONG
    period = told["start_date"].dt.to_period("W" if weekly else "M").dt.start_time
    articles = published.dt.to_period("W" if weekly else "M").dt.start_time.value_counts()
    grouped = told.assign(period=period).groupby(["period", "status"])
    counted = grouped.agg(events=("event_id", "size"), reports_of=("reports_of", "sum")).reset_index()
    counted = _standing_for(counted, counted["reports_of"])
    counted["per_1000"] = (1000 * counted["events"] / counted["period"].map(articles)).round()
    counted["period"] = counted["period"].dt.tz_localize("UTC")
    x = alt.X(
        "period:T",
        title="week of" if weekly else "month",
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%-d %b %Y" if weekly else "%b %Y", labelOverlap=True),
    )
    return (
        alt.Chart(counted, width=WIDTH, height=200)
        .mark_bar(size=18)
        .encode(
            x=x,
            y=alt.Y("events:Q", title="events"),
            color=alt.Color("status:N", scale=alt.Scale(range=_colours(counted["status"]))),
            tooltip=[
                alt.Tooltip("period:T", title="Week of" if weekly else "Month"),
                alt.Tooltip("status:N", title="Status"),
                alt.Tooltip("events:Q", title="Events"),
                alt.Tooltip("per_1000:Q", title="per 1,000 articles"),
            ],
        )
    )


def _colours(statuses: Iterable[str]) -> list[str]:
    palette = {"hypothetical": "#9ecae1", "negated": GREY, "occurred": BLUE, "ongoing": "#009e73", "planned": "#e69f00"}
    return [palette[status] for status in sorted(set(statuses))]
