"""The briefing desk: pins on the left, the page on the right, and what was written below it."""

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets

from toolkit.briefing import Briefing, brief
from toolkit.corpus import Corpus
from toolkit.errors import ToolkitError
from toolkit.query import Selection
from toolkit.widgets.button import button
from toolkit.widgets.filters import said
from toolkit.workbench import Finding, Workbench

_WIDE = {"width": "100%"}


class Desk(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Arrange the pins, write the briefing into the workbench, and see the page."""

    def __init__(self, corpus: Corpus, selection: Selection, workbench: Workbench) -> None:
        """A desk that has written the briefing once, so that there is a page to look at."""
        self._corpus, self._selection, self._workbench = corpus, selection, workbench
        self.briefing: Briefing | None = None
        self.title = ipywidgets.Text(value="Briefing", description="title", layout=_WIDE)
        self.pins = ipywidgets.VBox()
        self.button = button("Write the briefing", "files and page anew", self.write, style="primary")
        self._said, self._page = ipywidgets.HTML(), ipywidgets.HTML(layout=_WIDE)
        left = ipywidgets.VBox(
            [self.title, self.pins, self.button, self._said], layout=ipywidgets.Layout(flex="1 1 320px", min_width="0")
        )
        right = ipywidgets.VBox([self._page], layout=ipywidgets.Layout(flex="2 1 560px", min_width="0"))
        super().__init__([ipywidgets.Box([left, right], layout=ipywidgets.Layout(flex_flow="row wrap"))])
        self._show_pins()
        self.write()

    @property
    def said(self) -> str:
        """What came of the last writing, as HTML."""
        return str(self._said.value)

    def write(self) -> None:
        """Write the pack and show its page; where that cannot be, say why."""
        try:
            self.briefing = brief(
                self._corpus,
                self._selection,
                self._workbench.folder / "briefing",
                findings=self._workbench.findings(),
                outlets=self._workbench.outlets(),
                title=self.title.value.strip() or "Briefing",
            )
        except ToolkitError as problem:
            self._said.value = said(str(problem))
            return
        self._said.value = _written(self.briefing)
        self._page.value = _preview(self.briefing.page)

    def _show_pins(self) -> None:
        pins = self._workbench.findings()
        none = said("Nothing is pinned yet: star rows in the other notebooks, and run this one again.")
        self.pins.children = [self._pin(place, pin) for place, pin in enumerate(pins)] or [ipywidgets.HTML(none)]

    def _pin(self, place: int, pin: Finding) -> ipywidgets.Widget:
        """A pin with what the analyst says of it, and its place in the briefing."""
        headline = ipywidgets.Text(value=pin.headline, placeholder="headline", layout=_WIDE, continuous_update=False)
        note = ipywidgets.Text(value=pin.note, placeholder="note", layout=_WIDE, continuous_update=False)
        headline.observe(lambda change: self._change(place, headline=change["new"]), "value")
        note.observe(lambda change: self._change(place, note=change["new"]), "value")
        up = button("↑", "earlier in the briefing", lambda: self._move(place))
        out = button("✕", "not in the briefing", lambda: self._unpin(pin))
        up.disabled = place == 0
        evidence = ipywidgets.HTML(f'<div class="tk-words">“{escape(pin.evidence)}”</div>')
        return ipywidgets.VBox([ipywidgets.HBox([headline, up, out]), note, evidence])

    def _change(self, place: int, **changes: Any) -> None:
        pins = self._workbench.findings()
        pins[place] = replace(pins[place], **changes)
        self._workbench.arrange(pins)

    def _move(self, place: int) -> None:
        pins = self._workbench.findings()
        pins.insert(place - 1, pins.pop(place))
        self._workbench.arrange(pins)
        self._show_pins()

    def _unpin(self, pin: Finding) -> None:
        self._workbench.unpin(pin)
        self._show_pins()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The live desk, and beside it the page for notebooks without a kernel."""
        live = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = live if isinstance(live, tuple) else (live, {})
        return bundle and (bundle | {"text/html": self._said.value + self._page.value}, metadata)


def desk(corpus: Corpus, workbench: Workbench) -> Desk:
    """Write the briefing on the selection in use, from the pins, into the folder `briefing` of the workbench.

    Args:
        corpus: the corpus that the workbench keeps.
        workbench: where pins and selection come from, and the files go to.
    """
    return Desk(corpus, workbench.selection(), workbench)


def _written(briefing: Briefing) -> str:
    """How the citations were checked, and where the files are."""
    folder = briefing.page.parent
    files = "".join(f"<li>{escape(path.relative_to(folder).as_posix())}</li>" for path in briefing.files)
    return (
        f'<div class="tk-words" role="status"><b>{escape(briefing.checked())}.</b> '
        f"The page is {escape(str(briefing.page))}.<details><summary>All {len(briefing.files)} files</summary>"
        f"<ul>{files}</ul></details></div>"
    )


def _preview(page: Path) -> str:
    """The page in a frame of its own, without scripts."""
    content = escape(page.read_text(encoding="utf-8"))
    style = "width: 100%; height: 46rem; border: 1px solid var(--jp-border-color2, #ccc); background: #fff"
    return f'<iframe title="the briefing" sandbox="" style="{style}" srcdoc="{content}"></iframe>'
