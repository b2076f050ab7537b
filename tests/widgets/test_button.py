"""A press acts once the page has the kernel's answer, and on nothing else that the page says."""

import pytest

from toolkit.widgets.button import PRESSED, READY, button


@pytest.fixture
def heard(monkeypatch):
    """A button, how often it acted, and what it sent to the page."""
    acted, sent = [], []
    made = button("Set", "the chosen row has this value", lambda: acted.append(True))
    monkeypatch.setattr(made, "send", sent.append)
    return made, acted, sent


def test_a_press_is_answered_before_it_acts(heard):
    made, acted, sent = heard
    made._handle_custom_msg(PRESSED, [])
    assert (acted, sent) == ([], [PRESSED])

    made._handle_custom_msg(READY, [])
    assert acted == [True]


def test_other_messages_do_nothing(heard):
    made, acted, sent = heard
    made._handle_custom_msg({"key": "x"}, [])

    assert not acted
    assert not sent
