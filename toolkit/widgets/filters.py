"""Controls over a Selection: what they say is what the selection holds, and the other way round."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import ipywidgets
import traitlets

from toolkit.corpus import Corpus
from toolkit.errors import SelectionError
from toolkit.query import Selection
from toolkit.widgets import options
from toolkit.widgets.button import button
from toolkit.widgets.picked import Picked

_WIDE = {"width": "100%", "margin": "0 0 2px"}
# The switch: words are not deeds, and plans are neither yet.
_NATURES: dict[str, dict[str, Any]] = {
    "All": {},
    "Deeds": {"event_types": options.types_of("deed"), "statuses": ("occurred", "ongoing")},
    "Words": {"event_types": options.types_of("word")},
    "Plans": {"statuses": ("planned",)},
}
_NONE: dict[str, Any] = {"event_types": (), "statuses": ()}


class Filters(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Date, people, countries, kinds of events and the rest of a `Selection`, printed in words below.

    Its value is `selection`; setting it moves the controls.
    """

    selection = traitlets.Instance(Selection, args=())

    def __init__(self, corpus: Corpus, selection: Selection | None = None) -> None:
        """Controls for what the corpus has; a control for what it has not is disabled and says so."""
        self._fields = _fields(corpus)
        self.nature = ipywidgets.ToggleButtons(
            options=list(_NATURES), tooltips=["every event", "what was done", "what was said", "what is to come"]
        )
        self.nature.style.button_width = "auto"
        self.nature.disabled = corpus.events.empty
        self._printed = ipywidgets.HTML()
        self._clear = button("Clear", "choose everything again", lambda: self.set_trait("selection", Selection()))
        self._listening = True
        super().__init__(
            [self._printed, self._clear, *self._laid_out()],
            layout=ipywidgets.Layout(flex="0 1 250px", min_width="210px", padding="0 8px 0 0"),
        )
        self.add_class("tk-filters")
        self.observe(self._show, "selection")
        self.nature.observe(self._switch, "value")
        for control in self._fields.values():
            control.observe(self._choose, "value")
        self.selection = selection or Selection()
        self._show()

    @property
    def printed(self) -> str:
        """What is printed: the selection in words, or why there is no such one."""
        return str(self._printed.value)

    def control(self, name: str) -> Any:
        """The control for that field of the selection."""
        return self._fields[name]

    def _laid_out(self) -> Iterator[ipywidgets.Widget]:
        """The controls that most people want first, the others folded away."""
        control = self._fields
        yield control["text"]
        yield self.nature
        yield ipywidgets.Label("Date of the event")
        yield from (control["event_from"], control["event_to"], control["undated"])
        yield from (control[name] for name in ("entities", "countries", "together", "event_types", "statuses"))
        more = ["published_from", "published_to", "sources", "origins", "confidence", "measures", "duplicates"]
        folded = ipywidgets.Accordion(
            [ipywidgets.VBox([control[name] for name in more])], titles=["Articles and figures"]
        )
        yield folded

    def _choose(self, change: Any) -> None:
        """One control was moved."""
        if self._listening:
            name = next(name for name, control in self._fields.items() if control is change["owner"])
            self._set({name: change["new"]})

    def _switch(self, change: Any) -> None:
        if self._listening:
            self._set({**_NONE, **_NATURES[change["new"]]})

    def _set(self, changes: dict[str, Any]) -> None:
        """Change the selection; where there cannot be such a one, say why and put the controls back."""
        try:
            self.selection = self.selection.replace(**changes)
        except SelectionError as problem:
            self._show()
            self._printed.value = said(str(problem))

    def _show(self, _: Any = None) -> None:
        """Move every control to what the selection holds, and say it in words."""
        with self._quiet():
            for name, control in self._fields.items():
                control.value = getattr(self.selection, name)
            kinds = {name: getattr(self.selection, name) for name in _NONE}
            self.nature.value = next((word for word, chosen in _NATURES.items() if {**_NONE, **chosen} == kinds), "All")
        self._printed.value = said(self.selection.words())
        self._clear.disabled = self.selection == Selection()

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        self._listening = False
        try:
            yield
        finally:
            self._listening = True


def _fields(corpus: Corpus) -> dict[str, Any]:
    """A control for every field of the selection."""
    days = ("event_from", "event_to", "published_from", "published_to")
    labels = ("from", "to", "published from", "published to")
    return {
        **{name: _day(label) for name, label in zip(days, labels, strict=True)},
        "text": ipywidgets.Text(
            placeholder="words in the sentence", continuous_update=False, tooltip="words in the sentence", layout=_WIDE
        ),
        "undated": _tick("keep undated"),
        "entities": Picked("names", options.entity_names(corpus), nothing="no names in this corpus"),
        "countries": Picked("countries", options.countries(corpus), nothing="no countries in this corpus"),
        "together": _tick("all in one event"),
        "event_types": Picked("kinds of events", options.event_types(corpus), nothing="no events in this corpus"),
        "statuses": Picked("what became of them", options.statuses(corpus), nothing="no events in this corpus"),
        "sources": Picked("outlets", options.outlets(corpus), nothing="no articles in this corpus"),
        "origins": Picked("origins", options.ORIGINS, nothing="no articles in this corpus"),
        "measures": Picked("measures", options.measures(corpus), nothing="no figures in this corpus"),
        "duplicates": _tick("with copies"),
        "confidence": ipywidgets.Dropdown(
            options={"any confidence": "low", "medium or high": "medium", "high only": "high"}, layout=_WIDE
        ),
    }


def _day(label: str) -> ipywidgets.DatePicker:
    return ipywidgets.DatePicker(description=label, layout=_WIDE, style={"description_width": "auto"})


def _tick(label: str) -> ipywidgets.Checkbox:
    return ipywidgets.Checkbox(description=label, indent=False, layout=_WIDE)


def said(words: str) -> str:
    """The words as a line of HTML that is read aloud when it changes."""
    return f'<div class="tk-words" role="status">{escape(words)}</div>'
