"""Fixtures that every test may use: the language model, and a reading of a text."""

from collections.abc import Callable
from datetime import date

import pytest

from toolkit.extract import Reading
from toolkit.extract import read as read_doc
from toolkit.language import Language, load_language, parse
from toolkit.records import Article, key


@pytest.fixture(scope="session")
def language() -> Language:
    """The packaged English model."""
    return load_language()


@pytest.fixture(scope="session")
def read(language: Language) -> Callable[..., Reading]:
    """A function that reads a text as an article of a given day."""

    def reading(text: str, *, published: date | None = date(2024, 11, 14), title: str | None = None) -> Reading:
        article = Article(
            article_id=key("article", text),
            text=text,
            title=title,
            published=published,
            published_how="given" if published else "unknown",
        )
        doc = next(parse([text], language))
        return read_doc(doc, article)

    return reading
