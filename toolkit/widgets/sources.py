"""The articles read, and what of them the analyst sets right: day, outlet, title."""

from typing import Any

import ipywidgets
import traitlets

from toolkit.corpus import Corpus
from toolkit.widgets.correcting import CorrectionLine
from toolkit.widgets.reviewed import ARTICLES, articles_beside
from toolkit.workbench import Workbench


class Sources(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The articles beside the one chosen, under a line that corrects it. Its value is `corpus`."""

    corpus = traitlets.Instance(Corpus)

    def __init__(self, corpus: Corpus, workbench: Workbench) -> None:
        """The articles of the corpus that the workbench keeps."""
        self.view = articles_beside(corpus)
        self.line = CorrectionLine(corpus, workbench, self.view.reader)
        self.line.table = "articles"
        super().__init__([self.line, self.view])
        traitlets.link((self.line, "corpus"), (self, "corpus"))
        traitlets.dlink((self.view, "chosen"), (self.line, "chosen"))
        self.observe(self._redraw, "corpus")

    def _redraw(self, change: Any) -> None:
        self.view.show(change["new"], ARTICLES)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live view, and beside it what the articles' own shows without a kernel."""
        live: Any = super()._repr_mimebundle_(**kwargs)
        still: Any = self.view._repr_mimebundle_(**kwargs)
        if live is None or still is None:
            return None
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        return {**bundle, "text/html": still[0]["text/html"]}, metadata


def sources(corpus: Corpus, workbench: Workbench) -> Sources:
    """The articles of the corpus in use, whose day, outlet and title can be set right; dates are then read again.

    Args:
        corpus: the corpus that the workbench keeps.
        workbench: where the corrections are written.
    """
    return Sources(corpus, workbench)
