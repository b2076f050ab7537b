"""How a corpus is made: articles parsed and read, then every table derived, under a ledger, and checked."""

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import polars as pl

from toolkit import lexicons
from toolkit.corpus import store
from toolkit.corpus.articles import intake_warnings
from toolkit.corpus.build import joined, read_as_read
from toolkit.corpus.deriving import derive
from toolkit.corpus.frames import articles_of, from_pandas, to_pandas
from toolkit.corpus.reporting import outcomes_frame
from toolkit.corpus.rereading import reread
from toolkit.corpus.steps import Steps
from toolkit.language import Language, load_language
from toolkit.ledger import Outcomes, read_ledger
from toolkit.records import Article
from toolkit.schema import check


def made_of(
    known: list[dict[str, pl.DataFrame]],
    articles: pd.DataFrame,
    *,
    language: Language | None,
    corrections: str | Path | None,
    cache: str | Path | None,
) -> tuple[store.Stored, Steps]:
    """Parse and read the articles, join them to what is known already, and derive every table."""
    read_ledger(corrections)  # a ledger that cannot be read fails before the work, not after it
    language = language or load_language()
    fresh = read_as_read(articles_of(articles), language, cache=None if cache is None else Path(cache))
    fresh["warnings"] = pl.concat([from_pandas(intake_warnings(articles), "warnings"), fresh["warnings"]])
    made = programs(language.version)
    return derived(joined([*known, fresh]), corrections, made, read=reader(language, cache))


def programs(model: str) -> dict[str, str]:
    """What makes a corpus: the versions of the code, the language model and the lexicons."""
    return {"toolkit": version("analyst-notebook-toolkit"), "model": model, "lexicons": lexicons.version()}


def reader(
    language: Language | None, cache: str | Path | None
) -> Callable[[Sequence[Article]], dict[str, pl.DataFrame]]:
    """What reads articles again; the language is loaded only once there is one to read."""
    kept = None if cache is None else Path(cache)
    return lambda articles: read_as_read(articles, language or load_language(), cache=kept)


def derived(
    as_read: dict[str, pl.DataFrame],
    corrections: str | Path | None,
    made: Mapping[str, str],
    *,
    read: Callable[[Sequence[Article]], dict[str, pl.DataFrame]],
    steps: Steps | None = None,
) -> tuple[store.Stored, Steps]:
    """Every table from what the articles say and what the analyst corrected, checked against its contract."""
    ledger, outcomes, steps = read_ledger(corrections), Outcomes(), steps or Steps()
    as_read = reread(as_read, ledger, outcomes, read=read)
    tables = derive(as_read, ledger, outcomes, steps=steps)
    for name, frame in tables.items():
        steps.answer(f"{name} checked", _checked, frame, name)
    stored = store.Stored(
        tables={name: frame.lazy() for name, frame in tables.items()},
        as_read={name: frame.lazy() for name, frame in as_read.items()},
        made={**made, "corrections": ledger.path or "none"},
        outcomes=outcomes_frame(outcomes),
    )
    return stored, steps


def _checked(frame: pl.DataFrame, name: str) -> str:
    """The name of the table, once it keeps its contract."""
    check(to_pandas(frame, name), name)
    return name
