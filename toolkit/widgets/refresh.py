"""A bar that says how many corrections were made since the notebook loaded its corpus, and loads it again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from toolkit.corpus import Corpus
from toolkit.workbench import Workbench

_STATIC = Path(__file__).parent / "static"


class RefreshBar(anywidget.AnyWidget):
    """Hidden until another notebook has corrected something; looks whenever it comes into view."""

    _esm = _STATIC / "refresh.js"
    _css = _STATIC / "refresh.css"

    changes = traitlets.Int(0, help="corrections since loading").tag(sync=True)

    def __init__(self, workbench: Workbench, refresh: Callable[[Corpus], None]) -> None:
        """A bar that hands the corpus in use to `refresh` when its button is pressed."""
        super().__init__()
        self._workbench, self._refresh, self._stamp = workbench, refresh, workbench.stamp()
        self.on_msg(self._heard)

    def check(self) -> None:
        """Look for corrections."""
        self.changes = self._workbench.changes_since(self._stamp)

    def refresh(self) -> None:
        """Load the corpus in use again."""
        self._refresh(self._workbench.corpus())
        self.seen()

    def seen(self) -> None:
        """Count from here on; the notebook itself has just corrected something, or loaded."""
        self._stamp = self._workbench.stamp()
        self.check()

    def _heard(self, _: Any, message: Any, __: Any) -> None:
        if message == "refresh":
            self.refresh()
        else:
            self.check()
