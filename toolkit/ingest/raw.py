"""What a reader hands on: one article as the file gives it, nothing repaired, nothing guessed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.records import Warning

# The names under which news collections keep the same column; the first with a value wins.
COLUMNS = {
    "text": ("text", "body", "content", "article", "full_text", "article_text"),
    "external_id": ("id", "external_id", "guid", "article_id"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "published_at", "publication_date", "published_date", "publish_date"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper"),
    "url": ("url", "link", "web_url"),
    "author": ("author", "authors", "byline", "creator"),
}
# White space, controls, soft hyphens, zero-width and direction marks: what a reader of the page does not see.
INVISIBLE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One article as read. `file_name` is set where the whole file is this one article."""

    path: str
    text: str
    external_id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    file_name: str | None = None


def visible(text: str) -> str:
    """The characters of a text that leave ink: what its identity is made of."""
    return INVISIBLE.sub("", text)


def unread(path: str, code: str, message: str) -> Warning:
    """The warning row for something that was not read, or not read as it stands."""
    return Warning(path=path, stage="read", code=code, message=message)


def raw_article(row: Mapping[str, object], path: str) -> Iterator[Raw | Warning]:
    """The article that a row of named values gives, and a warning for each value that is of no use."""
    named = {key.strip().lower().replace(" ", "_"): value for key, value in row.items()}
    given = {column: _first(named, names) for column, names in COLUMNS.items()}
    text = given.pop("text")
    if not isinstance(text, str):
        yield unread(path, "no_text", f"the article has no text: {_described(text)}; give a string under 'text'")
        return
    cells: dict[str, str | None] = {}
    for column, value in given.items():
        cells[column] = _cell(value)
        if value is not None and cells[column] is None:
            reason = (
                f"the value of {column!r} is {_described(value)} and was left empty; a string or a number is allowed"
            )
            yield unread(path, "bad_field", reason)
    yield Raw(path=path, text=text, **cells)


def _first(named: Mapping[str, object], names: tuple[str, ...]) -> object:
    return next((named[name] for name in names if named.get(name) not in (None, "")), None)


def _cell(value: object) -> str | None:
    """A string, a number or a list of strings as one string; None for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).encode("utf-8", "replace").decode().strip() or None


def _described(value: object) -> str:
    """The value, short enough for a message."""
    return "it is missing or empty" if value is None else f"{type(value).__name__} {str(value)[:40]!r}"
