"""When it happened: events by day, as wide as their dates are uncertain."""

from collections.abc import Iterable

import altair as alt
import pandas as pd

from toolkit.charts.frame import BLUE, GREY, WIDTH, Drawn, empty, framed
from toolkit.corpus import Corpus
from toolkit.query import Selection

# Rows that can still be told apart; more events are counted by week or month.
MOST = 120
_ROW, _LABELS, _GUTTER = 14, 170, 56
_MARGIN = pd.Timedelta(days=7)
_DAY = pd.Timedelta(days=1)
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
    if len(events) > MOST:
        return framed(_counted(events), finding, part, selection=selection)
    placed = _rows(events)
    return framed(_panels(placed, first, last), finding, part, selection=selection, width=WIDTH + _LABELS)


def _events(corpus: Corpus) -> pd.DataFrame:
    """One row a real event, with its days and plain words."""
    told = corpus.who_did_what().set_index("event_id")
    events = corpus.events.set_index("event_id")[["start_date", "end_date", "cluster_id"]].join(told)
    events["cluster_id"] = events["cluster_id"].fillna(events.index.to_series())
    return events.drop_duplicates("cluster_id").reset_index()


def _window(events: pd.DataFrame, published: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days around publication that the events of that time need."""
    dated = events.dropna(subset=["start_date"])
    if dated.empty:
        return pd.Timestamp(0), pd.Timestamp(0)
    known = published.dropna()
    centre = known if len(known) else dated["start_date"]
    first, last = centre.min() - 4 * _MARGIN, centre.max() + 4 * _MARGIN
    inside = dated[(dated["start_date"] >= first) & (dated["end_date"] <= last)]
    if inside.empty:
        return dated["start_date"].min(), dated["end_date"].max()
    return inside["start_date"].min() - _MARGIN, inside["end_date"].max() + _MARGIN


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
    """The first row of the lane that is free on the event's days; in the narrow lanes beside, one row each."""
    taken: dict[str, list[pd.Timestamp]] = {}
    slots = []
    for lane, start, end in zip(group["lane"], group["start_date"], group["end_date"], strict=True):
        ends = taken.setdefault(lane, [])
        free = (slot for slot, busy_until in enumerate(ends) if lane == "focus" and busy_until < start)
        slot = next(free, len(ends))
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
    names = placed.drop_duplicates("did_what")
    chart = alt.Chart(names, width=_LABELS, height=_tall(placed)).mark_text(align="right", fontSize=11, limit=_LABELS)
    return chart.encode(y=_y(placed), x=alt.value(_LABELS - 6), text="did_what:N")


def _window_of(inside: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, *, width: int) -> alt.Chart:
    """Bars from the first to the last day that each event can have been on."""
    domain = [day.tz_localize("UTC").isoformat() for day in (first, last + _DAY)]
    days = alt.Axis(format="%-d %b %Y" if (last - first).days > 120 else "%-d %b", tickCount=6, labelOverlap=True)
    x = alt.X("start_date:T", title=None, scale=alt.Scale(type="utc", domain=domain, nice=False), axis=days)
    boxes = inside.assign(top=inside["row"] - 0.34, bottom=inside["row"] + 0.34)
    chart = _marks(alt.Chart(boxes, width=width, height=_tall(inside)).mark_rect(cornerRadius=2, strokeWidth=1.5))
    return chart.encode(x=x, x2="until:T", y=_y(boxes, "top"), y2="bottom:Q")


def _gutter(rows: pd.DataFrame) -> alt.Chart:
    """A narrow lane for what the window has no place for."""
    name = alt.Title(rows["lane"].iloc[0], fontSize=11, fontWeight="normal", color=GREY)
    chart = alt.Chart(rows, width=_GUTTER - 8, height=_tall(rows), title=name).mark_circle(size=60, strokeWidth=1.5)
    return _marks(chart).encode(x=alt.value((_GUTTER - 8) / 2), y=_y(rows))


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


def _counted(events: pd.DataFrame) -> alt.Chart:
    """Many events: how many of each kind, by month or by week."""
    dated = events[events["lane"] == "focus"]
    spread = (dated["start_date"].max() - dated["start_date"].min()).days if len(dated) else 0
    period = "W-MON" if spread < 200 else "MS"
    starts = dated["start_date"].dt.to_period("W" if period == "W-MON" else "M").dt.start_time
    counts = dated.assign(period=starts.dt.tz_localize("UTC")).groupby(["period", "status"]).size().rename("events")
    drawn = alt.Chart(counts.reset_index(), width=WIDTH, height=260).mark_bar(size=18)
    return drawn.encode(
        x=alt.X("period:T", title="week of" if period == "W-MON" else "month", scale=alt.Scale(type="utc")),
        y=alt.Y("events:Q", title="events"),
        color=alt.Color("status:N", scale=alt.Scale(range=_colours(counts.index.get_level_values("status")))),
        tooltip=["period:T", "status:N", "events:Q"],
    )


def _colours(statuses: Iterable[str]) -> list[str]:
    palette = {"hypothetical": "#9ecae1", "negated": GREY, "occurred": BLUE, "ongoing": "#009e73", "planned": "#e69f00"}
    return [palette[status] for status in sorted(set(statuses))]
