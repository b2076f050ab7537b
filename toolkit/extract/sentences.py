"""The article's sentences, from the parse; the unit of evidence."""

from collections.abc import Iterator

from spacy.tokens import Doc

from toolkit.records import Article, Sentence, key


def find_sentences(doc: Doc, article: Article) -> Iterator[Sentence]:
    """Every sentence with its paragraph, without white space at its ends.

    The first paragraph is the headline when it is the article's title.
    """
    paragraph = position = 0
    for span in doc.sents:
        text = span.text.strip()
        if not text:
            paragraph += position > 0
            continue
        start = span.start_char + span.text.index(text)
        yield Sentence(
            sentence_id=key("sentence", article.article_id, start, start + len(text)),
            article_id=article.article_id,
            paragraph=paragraph,
            position=position,
            is_headline=paragraph == 0 and bool(article.title) and _first_line(article.text) == article.title,
            start=start,
            end=start + len(text),
            text=text,
        )
        position += 1


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].strip()
