"""Tables in text: lines of cells parted by bars, tabs or wide spaces, under a line of headings."""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_CELL = re.compile(r"[^\s|]+(?: [^\s|]+)*")  # words with single spaces between
_PARTED = re.compile(r"[|\t]|  ")
_RULE = re.compile(r"[\s|:=+-]+")  # the line under the headings
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST = 60  # characters of a heading or a label
_MOST_LINES = 200  # lines up to the headings


class Cell(NamedTuple):
    """The text of a cell, and where it stands in the article."""

    text: str
    start: int

    @property
    def is_label(self) -> bool:
        """Whether it can say what others are: words, not figures."""
        return len(self.text) <= _LONGEST and not self.text[0].isdigit() and any(map(str.isalpha, self.text))

    @property
    def is_heading(self) -> bool:
        """Whether it can stand above figures: words or a year."""
        return self.is_label or _YEAR.fullmatch(self.text) is not None


class Tabled(NamedTuple):
    """What a figure in a table is: the label of its line, the heading of its column, and the line above the table."""

    label: Cell
    heading: Cell
    caption: str


def tabled(text: str, start: int, end: int) -> Tabled | None:
    """The table around the characters, where they fill a cell of it; None where they stand in no table."""
    if not _may_hold_table(text):
        return None
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    if not _PARTED.search(line):
        return None
    cells = _cells(line, first)
    column = next((at for at, cell in enumerate(cells) if cell.start <= start < cell.start + len(cell.text)), 0)
    if column < 1 or not cells[0].is_label or len(cells[column].text) > end - start + 2:
        return None
    headings, caption = _above(text[:first], len(cells))
    heading = headings[column] if column < len(headings) else None
    return Tabled(cells[0], heading, caption) if heading and heading.text and heading.is_heading else None


@lru_cache(maxsize=1)  # every figure of a text asks
def _may_hold_table(text: str) -> bool:
    return _PARTED.search(text) is not None


def _above(above: str, width: int) -> tuple[list[Cell], str]:
    """The headings, the topmost of the lines that have as many cells (the label's may be left out), and the caption."""
    headings: list[Cell] = []
    end = len(above) - 1
    for line in islice(reversed(above[:-1].split("\n")), _MOST_LINES):
        cells = _cells(line, end - len(line))
        end -= len(line) + 1
        if len(cells) == width - 1 and all(cell.is_heading for cell in cells):
            return [Cell("", end + 1), *cells], _caption(above[: max(end, 0)])
        if len(cells) != width and not _RULE.fullmatch(line):
            return headings, line.strip() or _caption(above[: max(end, 0)])
        headings = headings if _RULE.fullmatch(line) else cells
    return headings, ""


def _caption(above: str) -> str:
    line = above.rstrip().rpartition("\n")[2].strip()
    return line if len(line) <= _LONGEST and not _PARTED.search(line) else ""


def _cells(line: str, offset: int) -> list[Cell]:
    return [Cell(match.group(), offset + match.start()) for match in _CELL.finditer(line)]
