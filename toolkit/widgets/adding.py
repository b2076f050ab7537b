"""Add articles of one's own: pasted or uploaded, kept beside the corpus, read at once and at every later start."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from toolkit.corpus import Corpus, read_articles
from toolkit.errors import ToolkitError
from toolkit.widgets.button import button
from toolkit.widgets.filters import said
from toolkit.workbench import Workbench

_WIDE = {"width": "100%"}


class Adding(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A box to paste an article into and a place for files. Its value is `corpus`, with what was added."""

    corpus = traitlets.Instance(Corpus)

    def __init__(self, corpus: Corpus, workbench: Workbench) -> None:
        """A way into the corpus that the workbench keeps."""
        self._workbench = workbench
        self.text = ipywidgets.Textarea(placeholder="paste an article here, headline first", rows=8, layout=_WIDE)
        self.outlet = ipywidgets.Text(placeholder="outlet, if it is known")
        self.published = ipywidgets.DatePicker(description="published")
        self.files = ipywidgets.FileUpload(accept=".txt,.md,.html,.jsonl,.csv", multiple=True, description="Files")
        self._said = ipywidgets.HTML()
        self.button = button("Read and add", "parse and keep", self.add, style="primary")
        about = ipywidgets.Box(
            [self.outlet, self.published, self.files, self.button], layout=ipywidgets.Layout(flex_flow="row wrap")
        )
        super().__init__([self.text, about, self._said])
        self.set_trait("corpus", corpus)

    @property
    def said(self) -> str:
        """What came of it, in words."""
        return str(self._said.value)

    def add(self) -> None:
        """Keep what was pasted and uploaded, read it, and make it part of the corpus in use."""
        kept = [*self._pasted(), *self._uploaded()]
        if not kept:
            self._said.value = said("Nothing to add: paste a text or choose a file first.")
            return
        try:
            self._said.value = said("Reading ...")
            self._said.value = said(self._taken(kept))
        except ToolkitError as problem:
            self._said.value = said(str(problem))
            return
        self.text.value, self.files.value = "", ()

    def _taken(self, kept: list[Path]) -> str:
        """Read the files into the corpus in use; in words, what was added and what was not."""
        articles = read_articles(kept)
        before = self._workbench.corpus()
        self.corpus = self._workbench.keep(before.add(articles, cache=self._workbench.parses))
        more = len(self.corpus.articles) - len(before.articles)
        warned = "".join(f" {warning['message']}." for warning in articles.attrs["warnings"])
        known = len(articles) - more
        return f"{more} added, {known} known already; {len(self.corpus.articles)} articles in the corpus.{warned}"

    def _pasted(self) -> list[Path]:
        text = self.text.value.strip()
        if not text:
            return []
        day: date | None = self.published.value
        told = {"text": text, "source": self.outlet.value.strip() or None, "published": day and day.isoformat()}
        line = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)
        return [self._workbench.keep_file("pasted.jsonl", f"{line}\n".encode())]

    def _uploaded(self) -> list[Path]:
        uploaded: Any = self.files.value
        return [self._workbench.keep_file(one["name"], bytes(one["content"])) for one in uploaded]


def add_articles(corpus: Corpus, workbench: Workbench) -> Adding:
    """A box to paste an article into and a place for files; what is added is kept beside the corpus.

    Args:
        corpus: the corpus that the workbench keeps.
        workbench: where the files are kept, in `articles`.
    """
    return Adding(corpus, workbench)
