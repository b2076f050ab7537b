"""Corpus: the frozen set of tables that everything else asks."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pandas as pd
import polars as pl

from toolkit.corpus import readable, store
from toolkit.corpus.frames import to_pandas
from toolkit.corpus.making import derived, made_of, programs, reader
from toolkit.corpus.recalling import recalled, resolution_frames
from toolkit.corpus.reporting import Corrections
from toolkit.corpus.steps import Steps
from toolkit.errors import CorpusError
from toolkit.language import Language
from toolkit.schema import TABLES, problems, table


class Choice(Protocol):
    """What chooses rows; `toolkit.query.Selection` does."""

    def applied(self, tables: Mapping[str, pl.LazyFrame]) -> dict[str, pl.LazyFrame]:
        """The tables, every one filtered."""
        ...


class Corpus:
    """The tables of a set of articles. Frozen: adding articles or correcting names gives a new corpus.

    Inside, lazy Polars frames; outside, pandas. Every table is an attribute: `corpus.events`.
    """

    def __init__(self, stored: store.Stored, steps: Steps | None = None) -> None:
        """The corpus of these frames; `made` tells what made it, `corrections` what became of the analyst's."""
        self._steps, self._resolution = steps, stored.resolution
        self._frames: dict[str, pl.DataFrame] | None = None
        self._pandas: dict[str, pd.DataFrame] = {}
        self._tables = dict(stored.tables)
        self._as_read = dict(stored.as_read)
        self.made = dict(stored.made)
        self.corrections = Corrections(stored.outcomes)
        self._selected: tuple[Choice, Corpus] | None = None

    def table(self, name: str) -> pd.DataFrame:
        """One table as pandas: the columns, dtypes and keys of `toolkit.schema`.

        Raises:
            SchemaError: there is no such table.
            CorpusError: the corpus was loaded from a folder, and its files are gone.
        """
        wanted = {name: self._tables[table(name).name]}
        if name not in self._pandas:
            self._pandas[name] = to_pandas(_collected(wanted)[name], name)
        # Shares its cells until somebody writes into it: pandas copies on write.
        return self._pandas[name].copy(deep=False)

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return self.table("articles")

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence."""
        return self.table("sentences")

    @property
    def mentions(self) -> pd.DataFrame:
        """One row a mention of an entity."""
        return self.table("mentions")

    @property
    def entities(self) -> pd.DataFrame:
        """One row an entity, across articles, the most mentioned first."""
        return self.table("entities")

    @property
    def aliases(self) -> pd.DataFrame:
        """One row a name that an entity goes by."""
        return self.table("aliases")

    @property
    def events(self) -> pd.DataFrame:
        """One row a report of an event; `cluster_id` joins reports of the same event."""
        return self.table("events")

    @property
    def event_actors(self) -> pd.DataFrame:
        """One row a participant of an event."""
        return self.table("event_actors")

    @property
    def statistics(self) -> pd.DataFrame:
        """One row a figure."""
        return self.table("statistics")

    @property
    def conflicts(self) -> pd.DataFrame:
        """One row a pair of figures that cannot, or may not, both be true."""
        return self.table("conflicts")

    @property
    def quotes(self) -> pd.DataFrame:
        """One row a quotation, direct or indirect."""
        return self.table("quotes")

    @property
    def dates(self) -> pd.DataFrame:
        """One row a date, time, duration or recurrence."""
        return self.table("dates")

    @property
    def warnings(self) -> pd.DataFrame:
        """One row a thing not read, not parsed or not trusted, and why."""
        return self.table("warnings")

    def who_did_what(self) -> pd.DataFrame:
        """The events in plain words: when, who, did what, to or with whom, where, and the sentence that says so."""
        return readable.who_did_what(self._tables)

    def figures(self) -> pd.DataFrame:
        """The statistics in plain words: subject, measure, value, unit, as of, said by, and their sentence."""
        return readable.figures(self._tables)

    def select(self, choice: Choice) -> "Corpus":
        """The part of this corpus that a `Selection` chooses; every table filtered together.

        The last part is kept: a table, its chart and its status line ask for the same one.

        Raises:
            SelectionError: the selection asks for an entity that the corpus does not have.
        """
        if self._selected is None or self._selected[0] != choice:
            self._selected = choice, self._part(choice)
        return self._selected[1]

    def _part(self, choice: Choice) -> "Corpus":
        chosen = choice.applied(self._tables)
        # Computed here, together and once: charts and tables ask for the same rows many times.
        frames = pl.collect_all(list(chosen.values()))
        tables = {name: frame.lazy() for name, frame in zip(chosen, frames, strict=True)}
        # Its tables are not all that its articles say: no step is recalled from them.
        return Corpus(replace(self._stored(), tables=tables), Steps())

    def add(
        self,
        articles: pd.DataFrame,
        *,
        language: Language | None = None,
        corrections: str | Path | None = None,
        cache: str | Path | None = None,
    ) -> "Corpus":
        """A corpus with more articles; only those not in this one are parsed, in any order to the same tables."""
        known = set(self.articles["article_id"])
        fresh = articles[~articles["article_id"].isin(known)]
        mine = {name: frame.collect() for name, frame in self._as_read.items()}
        return Corpus(*made_of([mine], fresh, language=language, corrections=corrections, cache=cache))

    def corrected(
        self, corrections: str | Path | None, *, language: Language | None = None, cache: str | Path | None = None
    ) -> "Corpus":
        """The same articles under a ledger of corrections, applied afresh; nothing is parsed that is in the cache.

        Args:
            corrections: the ledger; nothing for none.
            language: the pipeline; asked for only where an article has another day, outlet or title than before.
            cache: the file that keeps parses, from which such an article is read again.

        Raises:
            LedgerError: the corrections file cannot be read.
        """
        steps = self._steps or self._recalled()
        again = reader(language, cache)
        return Corpus(*derived(self._read(), corrections, self.made, read=again, steps=steps))

    def is_saved_in(self, folder: str | Path) -> bool:
        """Whether the corpus saved in the folder is of the same articles, read by the same programs.

        The two differ in their corrections at most, so that this one under the folder's ledger is that one.
        """
        steps = self._steps or self._recalled()
        articles = steps.answer(store.ARTICLES_DIGEST, store.digest, self._read()["articles"])
        return store.holds(Path(folder), articles, self.made)

    def _read(self) -> dict[str, pl.DataFrame]:
        """What the articles say on their own; the same frames whenever they are asked for."""
        if self._frames is None:
            self._frames = _collected(self._as_read)
        return self._frames

    def _recalled(self) -> Steps:
        """The steps of the derivation that made this corpus, as far as it was saved with them."""
        is_current = programs(self.made.get("model", "")).items() <= self.made.items()
        self._steps = recalled(self._read(), _collected(self._tables), self._resolution) if is_current else Steps()
        return self._steps

    def save(self, folder: str | Path) -> None:
        """Write the corpus into a folder, atomically; a reader sees the old one or the new one."""
        steps = self._steps or Steps()
        kept = resolution_frames(steps) or self._resolution
        store.save(Path(folder), replace(self._stored(), resolution=kept), steps)

    def _stored(self) -> store.Stored:
        return store.Stored(self._tables, self._as_read, self.made, self.corrections.outcomes)

    def problems(self) -> list[str]:
        """Every fault of schema, keys, references and evidence, in words; none in a sound corpus."""
        return problems({name: self.table(name) for name in TABLES})

    def __repr__(self) -> str:
        """The sizes of the tables that people ask about."""
        names = ("articles", "entities", "events", "statistics", "quotes", "dates", "warnings")
        sizes = {name: self._tables[name].select(pl.len()).collect().item() for name in names}
        return "Corpus(" + ", ".join(f"{size} {name}" for name, size in sizes.items()) + ")"


def build_corpus(
    articles: pd.DataFrame,
    *,
    language: Language | None = None,
    corrections: str | Path | None = None,
    cache: str | Path | None = None,
) -> Corpus:
    """Everything that the articles say, as one corpus.

    Args:
        articles: as `read_articles` gives them; only `article_id` and `text` are required.
        language: any loaded spaCy pipeline; the packaged English model unless given.
        corrections: the analyst's ledger, a CSV file.
        cache: a file that keeps parses, so that the same text is parsed once.

    Raises:
        LanguageError: the language model cannot be loaded.
        LedgerError: the corrections file cannot be read.
        SchemaError: an extractor broke a table's contract.
    """
    return Corpus(*made_of([], articles, language=language, corrections=corrections, cache=cache))


def load_corpus(folder: str | Path) -> Corpus:
    """The corpus saved in a folder, read lazily.

    Raises:
        CorpusError: there is none, or it is of another version or damaged.
    """
    return Corpus(store.load(Path(folder)))


def _collected(frames: Mapping[str, pl.LazyFrame]) -> dict[str, pl.DataFrame]:
    """The frames, read from their files where they stand in files.

    Raises:
        CorpusError: the files are gone.
    """
    try:
        return {name: frame.collect() for name, frame in frames.items()}
    except FileNotFoundError as problem:
        raise CorpusError(f"the files of this corpus are gone ({problem}); load the corpus again") from problem
