"""The first line is the headline when it reads like one."""

import pytest

from toolkit.ingest.articles import headline

BODY = "\n\nThe port opened on Tuesday."


@pytest.mark.parametrize(
    "line",
    ["Port opens", "Is the port open?", "‘Open!’", "U.S. port opens", "PORT OPENS", "Port: who gains", "x " * 25],
)
def test_a_short_line_before_the_text(line):
    assert headline(line + BODY) == line.strip()
    assert headline(f"{line}\nThe port opened on Tuesday.") == line.strip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Port opens", id="nothing after it"),
        pytest.param("The port opened." + BODY, id="a sentence"),
        pytest.param("“The port opened.”" + BODY, id="a quoted sentence"),
        pytest.param("x " * 26 + BODY, id="many words"),
        pytest.param("x" * 201 + BODY, id="long"),
        pytest.param("November 14, 2024" + BODY, id="a date"),
        pytest.param("Date: 2024-11-14" + BODY, id="a header"),
        pytest.param("The ministers met in Lima," + "\nand agreed.", id="a line broken off"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_first_lines(text):
    assert headline(text) is None
