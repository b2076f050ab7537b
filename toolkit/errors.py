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
from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def isolate(stage: str, article_id: str | None, *, path: str | None = None, into: list[Warning]) -> Iterator[None]:
    """Let one step fail alone: whatever it raises becomes a row of `warnings`.

    The only broad catch of the package. One odd sentence never loses its article, one odd article never the rest.
    """
    try:
        yield
    except Exception as problem:
        LOGGER.debug("%s failed on %s", stage, article_id, exc_info=True)
        message = f"{stage} failed here and was skipped, nothing else is affected: {type(problem).__name__}: {problem}"
        into.append(Warning(article_id=article_id, path=path, stage=stage, code="failed", message=message))
