"""One state across notebooks: the corpus in use, the selection, pins and corrections, in one folder."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from filelock import FileLock

from toolkit.corpus import Corpus, load_corpus
from toolkit.errors import CorpusError, WorkbenchError
from toolkit.ledger import Correction, add_corrections, read_ledger, take_back
from toolkit.query import Selection
from toolkit.workbench.checks import Check, read_checks, write_checks
from toolkit.workbench.findings import Finding, read_findings, write_findings
from toolkit.workbench.outlets import Outlet, read_outlets, write_outlets

PROJECT = Path(__file__).parents[2]
# Names another folder than the project's own, as tests do.
VARIABLE = "TOOLKIT_WORKBENCH"


def open_workbench(folder: str | Path | None = None) -> "Workbench":
    """The workbench that notebooks share: `data/workbench` of the project, unless given or named in the environment."""
    return Workbench(Path(folder or os.environ.get(VARIABLE) or PROJECT / "data" / "workbench"))


def shipped_sources() -> list[Path]:
    """The articles that come with the project: the seed and the samples."""
    return [PROJECT / "seeds", PROJECT / "data" / "sample"]


@dataclass(frozen=True, slots=True)
class Workbench:
    """The folder that notebooks share. Every notebook reads it when it runs; nothing is kept in memory.

    Files: `corpus/` (a saved corpus), `articles/` (the analyst's own), `parses.sqlite`, `selection.json`,
    `findings.csv`, `corrections.csv`, `checks.csv`, `outlets.csv`.
    """

    folder: Path

    @property
    def articles(self) -> Path:
        """The folder of the analyst's own articles; it need not exist."""
        return self.folder / "articles"

    @property
    def parses(self) -> Path:
        """The file that keeps parses, so that a text is parsed once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / "parses.sqlite"

    def sources(self) -> list[Path]:
        """What to read: the articles that come with the project, and the analyst's own, where there are any."""
        return [*shipped_sources(), *([self.articles] if self.articles.is_dir() else [])]

    def keep_file(self, name: str, content: bytes) -> Path:
        """Keep an article's file under a name that no other one has; its path."""
        self.articles.mkdir(parents=True, exist_ok=True)
        wanted = Path(Path(name).name or "article.txt")
        names = (f"{wanted.stem}{f'-{number}' if number else ''}{wanted.suffix}" for number in count())
        path = next(path for one in names if not (path := self.articles / one).exists())
        path.write_bytes(content)
        return path

    @property
    def corrections_file(self) -> Path:
        """The analyst's ledger; it need not exist."""
        return self.folder / "corrections.csv"

    def corpus(self) -> Corpus:
        """The corpus in use, corrections applied.

        Raises:
            CorpusError: none has been saved yet.
        """
        return load_corpus(self._saved)

    def keep(self, corpus: Corpus) -> Corpus:
        """Make this the corpus in use, under the corrections of the folder."""
        kept = corpus.corrected(self._ledger(), cache=self.parses)
        kept.save(self._saved)
        return kept

    @property
    def _saved(self) -> Path:
        return self.folder / "corpus"

    def _latest(self, known: Corpus | None) -> Corpus:
        """The corpus in use: the one known, unless another notebook has added or re-read articles since."""
        try:
            return known if known is not None and known.is_saved_in(self._saved) else self.corpus()
        except CorpusError:  # the files of the known one are gone: many corrections were made elsewhere since
            return self.corpus()

    def selection(self) -> Selection:
        """The selection in use; everything, where none has been chosen.

        Raises:
            SelectionError: the file does not hold one.
        """
        path = self.folder / "selection.json"
        return Selection.from_json(path.read_text(encoding="utf-8")) if path.exists() else Selection()

    def choose(self, selection: Selection) -> None:
        """Make this the selection in use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / "selection.new"
        fresh.write_text(selection.to_json(), encoding="utf-8")
        fresh.replace(self.folder / "selection.json")

    def corrections(self) -> tuple[Correction, ...]:
        """The corrections that can be read, in order."""
        return read_ledger(self._ledger()).corrections

    def correct(self, *corrections: Correction, reason: str = "", known: Corpus | None = None) -> Corpus:
        """Write corrections, all or none, and apply them to the corpus in use; nothing is parsed.

        Args:
            corrections: what to write.
            reason: why, in the analyst's words.
            known: the corpus that a notebook holds, which need not be loaded again while it is the one in use.

        Raises:
            LedgerError: one is not sound.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._alone():
            add_corrections(self.corrections_file, corrections, reason=reason)
            return self.keep(self._latest(known))

    def undo(self, correction: Correction, *, known: Corpus | None = None) -> Corpus:
        """Take a correction back: the one on its line while it stands there, else the last that says the same.

        Lines move when another notebook takes one back; never is another correction taken for this.

        Raises:
            WorkbenchError: it is not in the file.
        """
        with self._alone():
            return self._undone(correction, known)

    def _alone(self) -> FileLock:
        """One notebook corrects after the other: what is saved last is under the corrections of both."""
        return FileLock(self.folder / "correcting.lock")

    def _undone(self, correction: Correction, known: Corpus | None) -> Corpus:
        lines = [one.line for one in self.corrections() if replace(one, line=correction.line) == correction]
        if not lines:
            raise WorkbenchError(f"the correction is not in the file any more: {correction} ({self.corrections_file})")
        take_back(self.corrections_file, correction.line if correction.line in lines else lines[-1])
        return self.keep(self._latest(known))

    def findings(self) -> list[Finding]:
        """What is pinned, in the order of the briefing."""
        return read_findings(self.folder / "findings.csv")

    def pin(self, finding: Finding) -> None:
        """Pin a row or chart; pinned again, it moves to the end."""
        self.arrange([*(one for one in self.findings() if not _same(one, finding)), finding])

    def unpin(self, finding: Finding) -> None:
        """Take a pin back; nothing happens where it is not pinned."""
        self.arrange([one for one in self.findings() if not _same(one, finding)])

    def arrange(self, findings: Iterable[Finding]) -> None:
        """Replace the pins by these, in this order."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / "findings.lock"):
            write_findings(self.folder / "findings.csv", findings)

    def outlets(self) -> dict[str, Outlet]:
        """What the analyst has said of outlets, by name."""
        return read_outlets(self.folder / "outlets.csv")

    def rate(self, outlet: Outlet) -> None:
        """Keep what is said of an outlet in the place of what was said before."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / "outlets.lock"):
            write_outlets(self.folder / "outlets.csv", (self.outlets() | {outlet.name: outlet}).values())

    def checks(self) -> list[Check]:
        """The rows that were checked, in order."""
        return read_checks(self.folder / "checks.csv")

    def check(self, check: Check) -> None:
        """Keep an answer; checked again, a row moves to the end."""
        self._recheck(without=check, more=[check])

    def uncheck(self, check: Check) -> None:
        """Take an answer back."""
        self._recheck(without=check, more=[])

    def _recheck(self, *, without: Check, more: Iterable[Check]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / "checks.lock"):
            others = [one for one in self.checks() if not _is_of(one, without)]
            write_checks(self.folder / "checks.csv", [*others, *more])

    def stamp(self) -> int:
        """How many corrections there are; kept by a notebook to see whether another has written since."""
        return len(self.corrections())

    def changes_since(self, stamp: int) -> int:
        """How many corrections were made or taken back since the stamp."""
        return abs(self.stamp() - stamp)

    def _ledger(self) -> Path | None:
        return self.corrections_file if self.corrections_file.exists() else None


def _same(one: Finding, other: Finding) -> bool:
    return (one.kind, one.row) == (other.kind, other.row)


def _is_of(one: Check, other: Check) -> bool:
    return (one.table, one.row) == (other.table, other.row)
