"""What a reader hands on -> an article: identity, cleaned text, headline, day of publication, language."""

from datetime import date

from toolkit.ingest.cleaning import cleaned, cleaned_line
from toolkit.ingest.languages import language_of
from toolkit.ingest.publication import is_date_line, publication
from toolkit.ingest.raw import Raw, unread, visible
from toolkit.records import Article, Warning, key

LONGEST_HEADLINE = 200
MOST_HEADLINE_WORDS = 25


def article(raw: Raw, *, published: date | None, into: list[Warning]) -> Article | None:
    """The article that was read; None, and a warning, when no text is left of it.

    Args:
        raw: the article as its file gives it.
        published: the publication day of articles that are not given their own.
        into: takes the warnings.
    """
    text = cleaned(raw.text)
    if not text:
        into.append(unread(raw.path, "empty", f"no text is left of {raw.text[:40]!r}; give the article's text"))
        return None
    day, how = publication(raw, text=text, default=published, into=into)
    made = Article(
        article_id=key("article", visible(raw.text), raw.external_id or raw.url or raw.source or ""),
        external_id=raw.external_id,
        title=cleaned_line(raw.title or "") or headline(text),
        source=cleaned_line(raw.source or "") or None,
        url=raw.url,
        author=cleaned_line(raw.author or "") or None,
        published=day,
        published_how=how,
        language=language_of(text),
        path=raw.path,
        n_words=len(text.split()),
        text=text,
    )
    if made.language != "en":
        into.append(_not_english(made))
    return made


def headline(text: str) -> str | None:
    """The first line, where it reads like a headline: short, no full stop at its end, and more text after it."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    if not rest.strip() or len(first) > LONGEST_HEADLINE or len(first.split()) > MOST_HEADLINE_WORDS:
        return None
    ends_a_sentence = first.rstrip("\"'”’)").endswith((".", ",", ";", ":"))
    return None if ends_a_sentence or is_date_line(first) else first


def _not_english(made: Article) -> Warning:
    message = (
        f"the text is in the language {made.language!r}: {made.text[:40]!r}; "
        "it is kept and not parsed, only English is; give a translation to have it parsed"
    )
    return Warning(article_id=made.article_id, path=made.path, stage="language", code="not_english", message=message)
