"""Sentences, spans and evidence: every row of a reading is what the text says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXT = """Ministers Meet in Lima

Anna Berg arrived on Monday. She met “old friends” 😀 from Peru.

Talks go on."""


def test_sentences_know_their_paragraph_and_the_headline(read):
    reading = read(TEXT, title="Ministers Meet in Lima")

    assert [(s.paragraph, s.position, s.is_headline, s.text) for s in reading.sentences] == [
        (0, 0, True, "Ministers Meet in Lima"),
        (1, 1, False, "Anna Berg arrived on Monday."),
        (1, 2, False, "She met “old friends” 😀 from Peru."),
        (2, 3, False, "Talks go on."),
    ]


def test_without_a_title_no_sentence_is_a_headline(read):
    assert not any(sentence.is_headline for sentence in read(TEXT).sentences)


@pytest.mark.parametrize(("word", "position"), [("Ministers", 0), ("Monday", 1), ("Peru", 2), ("on.", 3)])
def test_an_offset_leads_to_its_sentence(read, word, position):
    assert read(TEXT).sentence_at(TEXT.index(word)).position == position


def test_characters_lead_to_the_tokens_they_touch(read):
    start = TEXT.index("Berg")

    assert read(TEXT).span(start + 1, start + 7).text == "Berg arrived"


def test_characters_outside_the_text_are_refused(read):
    with pytest.raises(ValueError, match="no tokens stand at 900:901"):
        read(TEXT).span(900, 901)


SAID = [
    "Biden met Xi in Lima on Friday.",
    "“No,” said Anna Berg 😀.",
    "GDP rose 3.2% in 2023.",
    "\n\n",
    "x" * 450,
    "’’ “",
    "Nach Berlin?",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=6).map(" ".join))
def test_every_row_slices_back_to_what_it_says(read, text):
    reading = read(text)

    rows = [
        *reading.sentences,
        *reading.mentions,
        *reading.dates,
        *reading.statistics,
        *reading.quotes,
        *reading.events,
    ]
    assert {warning.code for warning in reading.warnings} <= {"long_word"}
    assert all(text[row.start : row.end] == row.text for row in rows)
    assert all(text[event.trigger_start : event.trigger_end] == event.trigger for event in reading.events)
    assert {mention.entity_id for mention in reading.mentions} <= reading.entities.keys()
    assert {actor.entity_id for actor in reading.actors} <= reading.entities.keys()


def test_a_run_of_characters_too_long_for_a_word_is_a_warning(read):
    reading = read("The minister met " + "a" * 1000 + " in Lima.")

    (warning,) = reading.warnings
    assert (warning.stage, warning.code) == ("language", "long_word")
    assert "1000 characters without a space, 'aaaaaaaaaaaaaaaaaaaa' ..., were kept and not parsed" in warning.message
