"""The corrections of articles: when one was published, by whom, and under which title."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from toolkit.ledger.actions import ARTICLE_ACTIONS
from toolkit.ledger.file import Ledger
from toolkit.ledger.outcomes import Outcomes

_COLUMN = {"set_published": "published", "set_source": "source", "set_title": "title"}
# By what an article can be meant; an address that two articles share means neither.
_IDENTITIES = ("article_id", "external_id", "url", "path", "title")


def article_changes(articles: pl.DataFrame, ledger: Ledger, outcomes: Outcomes) -> dict[str, dict[str, object]]:
    """Article id -> column -> value, as the corrections have it; what became of each goes into the outcomes.

    Args:
        articles: the articles as they were given.
        ledger: the corrections.
        outcomes: where unmatched ones are noted.
    """
    wanted = [one for one in ledger.corrections if one.action in ARTICLE_ACTIONS]
    known = _known(articles) if wanted else {}
    changes: dict[str, dict[str, object]] = {}
    for correction in wanted:
        found = known.get(correction.target.removeprefix("article ").strip(), set())
        if len(found) != 1:
            said = f"{correction.action} {correction.target!r} was not applied: {len(found)} articles have this id"
            outcomes.note(correction, "unmatched", f"{said}, address, path or title; use the article_id")
            continue
        (article_id,) = found
        changes.setdefault(article_id, {}).update(_change(correction.action, correction.value))
        outcomes.applied(correction, about=(correction.action, article_id))
    return changes


def _change(action: str, value: str) -> Mapping[str, object]:
    if action == "set_published":
        return {"published": date.fromisoformat(value), "published_how": "given"}
    return {_COLUMN[action]: value}


def _known(articles: pl.DataFrame) -> dict[str, set[str]]:
    """What an article may be called -> article ids; an id goes before an address, an address before a title."""
    found: dict[str, set[str]] = {}
    for column in _IDENTITIES:
        named: dict[str, set[str]] = {}
        for said, article_id in articles.select(column, id=pl.col("article_id")).drop_nulls().iter_rows():
            named.setdefault(said, set()).add(article_id)
        found = named | found
    return found
