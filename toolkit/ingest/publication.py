"""The day of publication, by the routes `given`, `metadata` and `dateline`.

Inference from the tense of the text comes later, with the parse. The file's own time and the clock tell when
something was copied, not when it was published, and are never asked.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from toolkit.ingest.days import MONTH, WRITTEN_DAY, day, written_day
from toolkit.ingest.raw import Raw, unread
from toolkit.records import PublishedHow, Warning

# How far down the top of an article reaches.
TOP_LINES = 8
_META = re.compile(r"<meta\s[^<>]*>", re.IGNORECASE)
_META_NAME = re.compile(
    r"""(?:property|name|itemprop)\s*=\s*["']?(?:article:published_time|og:published_time|datepublished|date|pubdate"""
    r"""|publishdate|publish-date|dc\.date(?:\.issued)?|parsely-pub-date|sailthru\.date)["'\s/>]""",
    re.IGNORECASE,
)
_META_CONTENT = re.compile(r"""content\s*=\s*["']([^"'<>]*)["']""", re.IGNORECASE)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"\n]{1,60})"')
_HEADER = re.compile(
    r"(?:date|dated|date published|publication date|published|published on|posted|posted on)\s*:\s*(.{1,60})",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<![^\W_])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![^\W_T])(?!T\D)")
_IN_URL = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?=/)")
_DATE_LINE = re.compile(
    rf"(?:(?:published|posted)(?: on)?:? )?{WRITTEN_DAY}(?:[,;|]? [^\n]{{0,25}}\d:\d\d[^\n]{{0,25}})?", re.IGNORECASE
)
_OUTLET = r"(?: ?(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/))?"
# A second date after the dash would make it a span, such as the years of a life.
_DATELINE = re.compile(
    rf"(?P<place>[^\d()/\n]{{2,60}}?){_OUTLET},? (?i:{WRITTEN_DAY}){_OUTLET}"
    rf" ?(?:--|[-–—:])(?! ?(?:\d|(?i:{MONTH})\b))"
)
_PARTICLES = {"al", "da", "de", "del", "do", "el", "la", "las", "le", "les", "los", "of", "the"}


def publication(raw: Raw, *, text: str, default: date | None, into: list[Warning]) -> tuple[date | None, PublishedHow]:
    """The day of publication and the route by which it was found.

    Args:
        raw: the article as read, with its markup and the name of its file.
        text: its cleaned text.
        default: the day that the analyst gave for articles without one of their own.
        into: takes a warning when the article's own date is of no use.
    """
    if (found := _given(raw, into) or default) is not None:
        return found, "given"
    if (found := _metadata(raw, text)) is not None:
        return found, "metadata"
    if (found := _dateline(text)) is not None:
        return found, "dateline"
    return None, "unknown"


def is_date_line(line: str) -> bool:
    """Whether a line is only a date, or a header that states one."""
    return _DATE_LINE.fullmatch(line.strip()) is not None or _HEADER.fullmatch(line.strip()) is not None


def _given(raw: Raw, into: list[Warning]) -> date | None:
    if raw.published is None:
        return None
    try:
        return day(raw.published)
    except ValueError as problem:
        reason = f"the date {raw.published[:40]!r} was not used: {problem}; write it as 2024-11-14"
        into.append(unread(raw.path, "bad_date", reason))
        return None


def _metadata(raw: Raw, text: str) -> date | None:
    """The day that markup, header lines, the address or the file name state; the first that can be read."""
    routes = (_in_markup(raw.text), _in_header(text), _in_url(raw.url or ""), _in_file_name(raw.file_name or ""))
    return next((found for route in routes for found in route), None)


def _in_markup(text: str) -> Iterator[date]:
    if "<meta" in text or "<META" in text:
        for meta in _META.findall(text):
            if _META_NAME.search(meta) and (content := _META_CONTENT.search(meta)):
                yield from _readable(day, content[1])
    for linked in _LINKED_DATA.findall(text):
        yield from _readable(day, linked)


def _in_header(text: str) -> Iterator[date]:
    for line in _top_lines(text):
        if header := _HEADER.fullmatch(line):
            yield from _readable(day, header[1])


def _in_url(url: str) -> Iterator[date]:
    if found := _IN_URL.search(url):
        yield from _readable(day, "-".join(found.groups()))


def _in_file_name(name: str) -> Iterator[date]:
    """The one day that a file name holds; of two nobody can say which is meant."""
    found = {"-".join(match.group(1, 3, 4)) for match in _IN_NAME.finditer(name)}
    if len(found) == 1:
        yield from _readable(day, found.pop())


def _dateline(text: str) -> date | None:
    """The day of a dateline such as `LIMA, Nov 14, 2024 (Outlet) -`, or of a line that is only a date."""
    for line in _top_lines(text):
        found = _DATE_LINE.fullmatch(line) or _DATELINE.match(line)
        if found and _is_place(found.groupdict().get("place") or ""):
            return next(_readable(written_day, found), None)
    return None


def _is_place(text: str) -> bool:
    """Whether every word is written as in the name of a place, or an outlet in brackets."""
    words = re.findall(r"\w+", text)
    return len(words) <= 8 and all(word[0].isupper() or word in _PARTICLES for word in words)


def _top_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[:5_000].split("\n"))
    return [line for line in lines if line][:TOP_LINES]


def _readable[T](read: Callable[[T], date], value: T) -> Iterator[date]:
    """The day, or nothing when there is none."""
    try:
        yield read(value)
    except ValueError:
        return
