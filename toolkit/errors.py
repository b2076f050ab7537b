"""Everything that can go wrong, and the one place where going wrong is survived.

ToolkitError
├── InputError        nothing could be read from what was given
├── LanguageError     the language model is missing, damaged or of the wrong kind
├── SchemaError       a table breaks its contract
├── CorpusError       a saved corpus is missing, half-written or from another version
├── LedgerError       the corrections file cannot be read at all
├── SelectionError    a selection asks for what there is not
├── WorkbenchError    the state that notebooks share cannot be read
├── BriefingError     there is nothing to brief on, or no way to write it
└── LabError          JupyterLab cannot be started
"""

import logging

from toolkit.records import Warning

LOGGER = logging.getLogger(__name__)


class ToolkitError(Exception):
    """A fact, the offending value, what is allowed, and what to do next."""


class InputError(ToolkitError):
    """Nothing could be read from what was given."""


class LanguageError(ToolkitError):
    """The language model is missing, damaged or of the wrong kind."""


class SchemaError(ToolkitError):
    """A table breaks its contract."""


class CorpusError(ToolkitError):
    """A saved corpus is missing, half-written or from another version."""


class LedgerError(ToolkitError):
    """The corrections file cannot be read at all."""


class SelectionError(ToolkitError):
    """A selection asks for what there is not."""


class WorkbenchError(ToolkitError):
    """The state that notebooks share cannot be read."""


class BriefingError(ToolkitError):
    """There is nothing to brief on, or no way to write it."""


class LabError(ToolkitError):
    """JupyterLab cannot be started."""


class isolate:  # noqa: N801 - it is called in a `with` statement, as a function would be
    """Let one step fail alone: whatever it raises becomes a row of `warnings`.

    The only broad catch of the package. One odd sentence never loses its article, one odd article never the rest.
    One guard can be entered again and again.
    """

    def __init__(self, stage: str, article_id: str | None, *, path: str | None = None, into: list[Warning]) -> None:
        self._stage, self._article_id, self._path, self._into = stage, article_id, path, into

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> bool:
        return isinstance(problem, Exception) and self._survived(problem)

    def _survived(self, problem: Exception) -> bool:
        stage, article_id = self._stage, self._article_id
        LOGGER.debug("%s failed on %s", stage, article_id, exc_info=problem)
        message = f"{stage} failed here and was skipped, nothing else is affected: {type(problem).__name__}: {problem}"
        self._into.append(Warning(article_id=article_id, path=self._path, stage=stage, code="failed", message=message))
        return True
