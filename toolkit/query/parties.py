"""Whom a selection asks for, as entity ids: what each name, country or grouping stands for, from when to when."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import polars as pl

from toolkit.errors import SelectionError
from toolkit.lexicons.memberships import grouping, memberships

if TYPE_CHECKING:
    from toolkit.query.selection import Selection

Tables = Mapping[str, pl.LazyFrame]
# The entities that one name, country or grouping stands for, from day to day; without days always.
Party = pl.DataFrame
_MEMBERS = {"member": pl.String, "first": pl.Date, "last": pl.Date}


def parties(tables: Tables, selection: "Selection") -> list[list[Party]]:
    """For the entities and for the countries asked for: what each of them stands for."""
    named = [_named(name, tables) for name in selection.entities]
    owned = [_of_country(asked, tables) for asked in selection.countries]
    return [group for group in (named, owned) if group]


def of_any(rows: pl.LazyFrame, group: Sequence[Party], *, days: pl.LazyFrame, by: str) -> pl.LazyFrame:
    """The rows whose entity one of the parties stands for on a day of the row.

    Args:
        rows: with `entity_id` and the column `by`.
        group: the parties.
        days: `by` and `day`, several days in several rows; an empty day is not known.
        by: `sentence_id` or `event_id`.
    """
    meant = pl.concat(group).unique()
    found = rows.join(meant.lazy(), on="entity_id", how="inner")
    if meant["first"].null_count() == len(meant):
        return found
    first, last, day = pl.col("first"), pl.col("last"), pl.col("day")
    always, within = first.is_null(), day.is_between(first, last.fill_null(day))
    return found.join(days, on=by, how="inner").filter(always | within | (day.is_null() & last.is_null()))


def days_of_events(tables: Tables) -> pl.LazyFrame:
    """`event_id`, `sentence_id` and `day`: the first day of an event, else that of its article's publication."""
    published = tables["articles"].select("article_id", "published")
    events = tables["events"].join(published, on="article_id", how="left")
    return events.select("event_id", "sentence_id", day=pl.coalesce("start_date", "published"))


def days_of_sentences(tables: Tables) -> pl.LazyFrame:
    """`sentence_id` and `day`: the days of the events in a sentence; where there are none, that of publication."""
    published = tables["sentences"].join(tables["articles"], on="article_id", how="left")
    told = published.join(days_of_events(tables), on="sentence_id", how="left")
    return told.select("sentence_id", day=pl.coalesce("day", "published"))


def _named(name: str, tables: Tables) -> Party:
    """The entities of that id, name or alias.

    Raises:
        SelectionError: there is none.
    """
    entities = tables["entities"].select("entity_id", "name").collect()
    known = pl.concat([entities, tables["aliases"].select("entity_id", name="text").collect()])
    lowered = name.casefold()
    found = known.filter((pl.col("entity_id") == name) | (pl.col("name").str.to_lowercase() == lowered))
    if found.is_empty():
        close = get_close_matches(name, entities["name"].to_list(), n=3)
        like = f"; like it are {', '.join(close)}" if close else "; corpus.entities lists them"
        raise SelectionError(f"the corpus has no entity {name!r}{like}")
    return _always(found["entity_id"])


def _of_country(asked: str, tables: Tables) -> Party:
    """Everyone and everything of a country, or of a grouping's members while they were members, and the grouping."""
    key = grouping(asked)
    entities = tables["entities"].select("entity_id", "iso3", "affiliation_id").collect()
    if key is None:
        return _always(entities.filter(pl.col("iso3") == asked)["entity_id"])
    itself = entities.filter((pl.col("entity_id") == key) | (pl.col("affiliation_id") == key))["entity_id"]
    spans = [(one.member, one.first, one.last) for one in memberships(key)]
    members = pl.DataFrame(spans, schema=_MEMBERS, orient="row")
    owner = pl.coalesce("iso3", "entity_id").alias("member")
    of_members = entities.with_columns(owner).join(members, on="member", how="inner")
    return pl.concat([_always(itself), of_members.select("entity_id", "first", "last")]).unique()


def _always(ids: Iterable[str]) -> Party:
    bounds = {"first": pl.lit(None, pl.Date), "last": pl.lit(None, pl.Date)}
    return pl.DataFrame({"entity_id": sorted(set(ids))}, schema={"entity_id": pl.String}).with_columns(**bounds)
