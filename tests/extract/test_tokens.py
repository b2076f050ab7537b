"""Tokens as plain lists say what spaCy's tokens say."""

import pytest

from toolkit.extract.tokens import tokens_of
from toolkit.language import parse

TEXT = "Lima port reopens\n\nThe U.S. sent two ships. Peru’s ministers thanked its crews, and didn't say why."


@pytest.fixture(scope="module")
def doc(language):
    return next(iter(parse([TEXT], language)))


def marks(token):
    return bool(token.whitespace_), bool(token.is_sent_start)


def test_every_attribute_is_spacys(doc):
    tokens = tokens_of(doc)

    rows = zip(
        tokens.text, tokens.lower, tokens.lemma, tokens.pos, tokens.tag, tokens.dep, tokens.entity, tokens.start,
        tokens.head, tokens.spaced, tokens.opens, strict=True,
    )  # fmt: skip
    assert list(rows) == [
        (t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.ent_type_, t.idx, t.head.i, *marks(t)) for t in doc
    ]
    assert tokens.source == TEXT
    assert list(map(list, tokens.children)) == [[child.i for child in t.children] for t in doc]


def test_phrases_are_printed_and_headed_as_by_spacy(doc):
    tokens = tokens_of(doc)

    for chunk in doc.noun_chunks:
        assert tokens.printed(chunk.start, chunk.end) == chunk.text
        assert tokens.root(chunk.start, chunk.end) == chunk.root.i


def test_sentences_hold_their_tokens(doc):
    tokens = tokens_of(doc)

    assert {tokens.sentence(at) for at in range(len(tokens))} == {(s.start, s.end) for s in doc.sents}


def test_characters_find_their_tokens_only_when_they_match(doc):
    tokens, at = tokens_of(doc), TEXT.index("U.S. sent")

    assert tokens.printed(*tokens.exactly(at, at + 9)) == "U.S. sent"
    assert tokens.exactly(at + 1, at + 9) is None
    assert tokens.exactly(at, at + 7) is None


def test_outside_the_document_stands_nothing(doc):
    tokens = tokens_of(doc)

    assert (tokens.word(-1), tokens.word(len(tokens)), tokens.lower_word(-1)) == ("", "", "")
    assert tokens.printed(len(tokens), len(tokens) + 2) == ""


def test_an_empty_document_has_none(language):
    assert len(tokens_of(language.nlp(""))) == 0
