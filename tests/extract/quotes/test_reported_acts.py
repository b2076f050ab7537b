"""What is said without a clause: blame, praise, calls, nouns that a verb confirms or denies, and silence."""

import pytest

from tests.extract.quotes.test_quotes import said
from toolkit.lexicons import rows


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Poland criticised Hungary for blocking the aid.", "Hungary for blocking the aid"),
        ("Poland accused the army of burning villages.", "the army of burning villages"),
        ("Poland slammed Shell over the spill.", "Shell over the spill"),
        ("Poland thanked volunteers for their work.", "volunteers for their work"),
        ("Poland called on rich nations to cut emissions.", "rich nations to cut emissions"),
        ("Poland appealed for more money.", "more money"),
        ("Poland appealed to drivers to avoid the bridge.", "drivers to avoid the bridge"),
        ("Poland urged both sides to return to the table.", "both sides to return to the table"),
        ("Poland rejected claims that it had hacked the ministry.", "claims that it had hacked the ministry"),
        ("Poland confirmed the death of three soldiers.", "the death of three soldiers"),
        ("Poland condemned the killing of two nuns.", "the killing of two nuns"),
    ],
)
def test_what_verbs_of_blame_and_calls_say(read, text, content):
    assert said(read(text)) == [("indirect", "Poland", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg declined to comment.",
        "Anna Berg declined to say when the report would be published.",
        "The heavy rain confirmed the fear of farmers.",
        "Hungary was criticised for blocking the aid.",
        "The film is called “The Long Night”.",
    ],
)
def test_nobody_says_anything(read, text):
    assert said(read(text)) == []


def test_a_short_sentence_goes_on_with_the_speaker(read):
    reading = read("“We are ready,” said Anna Berg. “We need help.” Her book, “The Night”, was ready.")
    assert said(reading) == [("direct", "Anna Berg", "We are ready"), ("direct", "Anna Berg", "We need help.")]


def test_prepositions_are_plain_words():
    assert {word for row in rows("reporting_verbs") for word in row["about"].split("|")} <= {
        "", "about", "against", "for", "of", "on", "over", "to"
    }  # fmt: skip
