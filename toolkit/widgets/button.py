"""A button that acts on everything that was typed, chosen or ticked before it was pressed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

_STATIC = Path(__file__).parent / "static"
_LAYOUT = {"width": "auto", "margin": "2px"}
PRESSED, READY = "pressed", "ready"


class Button(anywidget.AnyWidget):
    """A button as wide as its words.

    What is typed or chosen is sent as state, and state waits while the kernel works on what was sent before; a press
    does not wait, and so would act on the old value. Here the kernel answers a press first, and acts when the page
    says that it has the answer: what had waited has been sent by then, for the answer came behind the end of the
    work that it waited for.
    """

    _esm = _STATIC / "button.js"

    description = traitlets.Unicode().tag(sync=True)
    tooltip = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(default_value=False).tag(sync=True)
    style_name = traitlets.Unicode(help="primary, danger, or nothing").tag(sync=True)

    def __init__(self, words: str, press: Callable[[], None], *, tooltip: str = "", style: str = "") -> None:
        """A button with these words that calls `press`."""
        super().__init__(description=words, tooltip=tooltip, style_name=style, layout=dict(_LAYOUT))
        self.press = press
        self.on_msg(self._heard)

    def _heard(self, _: Any, message: Any, __: Any) -> None:
        if message == PRESSED:
            self.send(PRESSED)
        elif message == READY:
            self.press()


def button(words: str, tooltip: str, press: Callable[[], None], *, style: str = "") -> Button:
    """A button as wide as its words, which acts on what stands on the page when it is pressed."""
    return Button(words, press, tooltip=tooltip, style=style)
