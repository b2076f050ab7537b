"""The article's sentences, from the parse; the unit of evidence."""

from collections.abc import Iterator
from itertools import compress, pairwise

from spacy.tokens import Doc, Span, Token

from toolkit.extract.tokens import tokens_of
from toolkit.records import Article, Sentence, key


def find_sentences(doc: Doc, article: Article) -> Iterator[Sentence]:
    """Every sentence with its paragraph, without white space at its ends.

    The first paragraph is the headline when it is the article's title.
    """
    tokens = tokens_of(doc)
    starts = compress(tokens.start, tokens.opens)
    has_headline = bool(article.title) and _first_line(article.text) == article.title
    paragraph = position = 0
    for first, last in pairwise([*starts, len(tokens.source)]):
        printed = tokens.source[first:last]
        text = printed.strip()
        if not text:
            paragraph += position > 0
            continue
        start = first + printed.index(text)
        yield Sentence(
            sentence_id=key("sentence", article.article_id, start, start + len(text)),
            article_id=article.article_id,
            paragraph=paragraph,
            position=position,
            is_headline=paragraph == 0 and has_headline,
            start=start,
            end=start + len(text),
            text=text,
        )
        position += 1


def sentence_of(token: Token) -> Span:
    """The sentence that holds the token; `Token.sent` walks through the whole of it."""
    return Span(token.doc, *tokens_of(token.doc).sentence(token.i))


def words_before(token: Token, most: int) -> Span:
    """Up to so many tokens before the token, none of them from the sentence before it.

    The sentence itself can be very long.
    """
    doc, first, opens = token.doc, token.i, tokens_of(token.doc).opens
    furthest = max(0, first - most)
    while first > furthest and not opens[first]:
        first -= 1
    return Span(doc, first, token.i)


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].strip()
