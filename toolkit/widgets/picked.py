"""A list that is filled from suggestions: type a few letters, take a name, remove it by its cross."""

from collections.abc import Mapping
from typing import Any

import ipywidgets
import traitlets


class Picked(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Several of many. Its value is a tuple of what the chosen words stand for."""

    value = traitlets.Tuple(help="what is chosen")

    def __init__(self, label: str, options: Mapping[str, str], *, nothing: str) -> None:
        """A list of that label; without options it is disabled and says `nothing`."""
        self._options = dict(options)
        self.adding = ipywidgets.Combobox(
            options=list(self._options),
            placeholder=f"add {label}" if options else nothing,
            disabled=not options,
            ensure_option=True,
            tooltip=label if options else nothing,
            layout={"width": "100%", "margin": "0"},
        )
        self.tags = ipywidgets.TagsInput(allow_duplicates=False, layout={"display": "none"})
        self.adding.observe(self._added, "value")
        self.tags.observe(self._tagged, "value")
        self.observe(self._shown, "value")
        super().__init__([ipywidgets.Label(label.capitalize()), self.adding, self.tags])

    def _added(self, change: Any) -> None:
        word = change["new"]
        if word in self._options:
            self.adding.value = ""
            self.value = tuple(dict.fromkeys([*self.value, self._options[word]]))

    def _tagged(self, change: Any) -> None:
        """A tag was removed, or typed where tags are; what is no option is not taken."""
        values = {**self._options, **{value: value for value in self.value}}
        self.value = tuple(values[word] for word in change["new"] if word in values)

    def _shown(self, _: Any) -> None:
        words = {value: word for word, value in reversed(self._options.items())}
        self.tags.value = [words.get(value, value) for value in self.value]
        self.tags.layout.display = None if self.value else "none"
