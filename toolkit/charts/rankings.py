"""Who is named most, by independent reports."""

import altair as alt
import pandas as pd

from toolkit.charts.evidence import ROWS, rows_by
from toolkit.charts.frame import BLUE, WIDTH, Drawn, empty, framed
from toolkit.corpus import Corpus
from toolkit.query import Selection

_BAR = 20


def ranking(corpus: Corpus, selection: Selection | None = None, *, of: str = "entities", most: int = 15) -> Drawn:
    """The most mentioned, as bars.

    Args:
        corpus: what to draw.
        selection: the part of it; everything unless given.
        of: `entities`, or a type of entity such as `PERSON` or `COUNTRY`.
        most: how many bars at the most.
    """
    part = corpus.select(selection) if selection else corpus
    entities = part.entities if of == "entities" else part.entities[part.entities["type"] == of]
    top = entities[entities["n_mentions"] > 0].head(most)
    if top.empty:
        return empty("Nobody is named in this selection.", part, selection=selection)
    bars = _bars(top.assign(**{ROWS: top["entity_id"].map(rows_by(_counted(part), "entity_id", "mentions"))}))
    return framed(bars, f"{top['name'].iloc[0]} is named most", part, selection=selection)


def _counted(corpus: Corpus) -> pd.DataFrame:
    """The mentions that count: those of copies do not."""
    articles = corpus.articles
    originals = articles.loc[articles["duplicate_of"].isna(), "article_id"]
    mentions = corpus.mentions
    return mentions[mentions["article_id"].isin(originals)]


def _bars(top: pd.DataFrame) -> alt.LayerChart:
    base = alt.Chart(top, width=WIDTH - 180, height=_BAR * len(top)).encode(
        y=alt.Y("name:N", sort=None, title=None),
        x=alt.X("n_mentions:Q", title="mentions, copies left out"),
        tooltip=[
            alt.Tooltip("name:N", title="Name"),
            alt.Tooltip("role:N", title="Office"),
            alt.Tooltip("n_mentions:Q", title="Mentions"),
            alt.Tooltip("n_articles:Q", title="Articles"),
        ],
    )
    numbers = base.mark_text(align="left", dx=4, fontSize=11).encode(text="n_mentions:Q")
    return alt.layer(base.mark_bar(color=BLUE, height=_BAR - 6), numbers)
