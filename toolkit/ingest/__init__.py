"""Files and folders -> articles: found, decoded, cleaned, dated, and what could not be read named in warnings."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.errors import isolate
from toolkit.ingest.articles import article
from toolkit.ingest.delimited import delimited_articles
from toolkit.ingest.encoding import shown
from toolkit.ingest.files import find_files
from toolkit.ingest.json_lines import json_line_articles
from toolkit.ingest.plain import plain_article
from toolkit.ingest.raw import Raw, unread
from toolkit.records import Article, Warning

__all__ = ["Intake", "read"]

READERS: dict[str, Callable[[Path], Iterator[Raw | Warning]]] = {
    ".txt": plain_article,
    ".text": plain_article,
    ".md": plain_article,
    ".jsonl": json_line_articles,
    ".ndjson": json_line_articles,
    ".csv": delimited_articles,
    ".tsv": delimited_articles,
}


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read, in the order of the inputs, and everything that was not or not fully."""

    articles: list[Article]
    warnings: list[Warning]


def read(inputs: Iterable[str | Path], *, published: date | None = None) -> Intake:
    """Every article of the files and folders, each once.

    Args:
        inputs: files, or folders that are searched recursively; see `READERS` for the formats.
        published: the publication day of articles that are not given one of their own.

    Raises:
        InputError: an input does not exist. Whatever else is wrong is a row of `warnings`.
    """
    warnings: list[Warning] = []
    articles: dict[str, Article] = {}
    for raw in _raw_articles(inputs, warnings):
        with isolate("read", None, path=raw.path, into=warnings):
            one = article(raw, published=published, into=warnings)
            if one is not None and (first := articles.setdefault(one.article_id, one)) is not one:
                warnings.append(_repeated(one, first))
    return Intake(list(articles.values()), warnings)


def _raw_articles(inputs: Iterable[str | Path], into: list[Warning]) -> Iterator[Raw]:
    """What the readers find, one file after another; a file that fails costs no other."""
    for file in find_files(inputs, READERS):
        if isinstance(file, Warning):
            into.append(file)
            continue
        with isolate("read", None, path=shown(file), into=into):
            for found in READERS[file.suffix.lower()](file):
                if isinstance(found, Warning):
                    into.append(found)
                else:
                    yield found


def _repeated(copy: Article, first: Article) -> Warning:
    message = f"the same text with the same identity was already read from {first.path!r}; it is kept once"
    return unread(copy.path or "", "repeated_article", message)
