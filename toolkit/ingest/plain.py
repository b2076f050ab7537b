"""Plain text: one file, one article."""

from collections.abc import Iterator
from pathlib import Path

from toolkit.ingest.encoding import read_text, shown
from toolkit.ingest.raw import Raw
from toolkit.records import Warning


def plain_article(path: Path) -> Iterator[Raw | Warning]:
    """The article that a text file is."""
    text = yield from read_text(path)
    if text is not None:
        yield Raw(path=shown(path), text=text, file_name=path.name)
