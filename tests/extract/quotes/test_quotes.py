"""Who said what: sentence -> quotations with kind, status, speaker, verb and addressee."""

import time

import pytest

from toolkit.extract.quotes import report_verbs
from toolkit.lexicons import rows


def said(reading) -> list[tuple[str, str | None, str]]:
    return [(quote.kind, quote.speaker, quote.text) for quote in reading.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” Anna Berg said.", [("direct", "Anna Berg", "We will stay")]),
        ("“We will stay,” said Anna Berg.", [("direct", "Anna Berg", "We will stay")]),
        ("Anna Berg said: “We will stay.”", [("direct", "Anna Berg", "We will stay.")]),
        ("Anna Berg told reporters, “We will stay.”", [("direct", "Anna Berg", "We will stay.")]),
        ("“Will we stay?” Anna Berg asked.", [("direct", "Anna Berg", "Will we stay?")]),
        ("“We will stay,” said Anna Berg, the foreign minister of Norway.", [("direct", "Anna Berg", "We will stay")]),
        ('"We will stay in the alliance," Berg added.', [("direct", "Berg", "We will stay in the alliance")]),
        ("Anna Berg said that the talks had failed.", [("indirect", "Anna Berg", "the talks had failed")]),
        ("Anna Berg said the talks had failed.", [("indirect", "Anna Berg", "the talks had failed")]),
        ("The talks had failed, Anna Berg said.", [("indirect", "Anna Berg", "The talks had failed")]),
        (
            "According to the central bank, prices will fall next year.",
            [("indirect", "central bank", "prices will fall next year")],
        ),
        (
            "Anna Berg expressed concern about the fighting in the north.",
            [("indirect", "Anna Berg", "concern about the fighting in the north")],
        ),
        (
            "Norway and Peru signed a trade deal on Tuesday, hours after farmers warned that prices would fall.",
            [("indirect", "farmers", "prices would fall")],
        ),
        (
            "Anna Berg described the plan as a grave mistake.",
            [("indirect", "Anna Berg", "the plan as a grave mistake")],
        ),
        ("Critics have labelled the law unjust.", [("indirect", "Critics", "the law unjust")]),
        ("Anna Berg promised to end the war.", [("indirect", "Anna Berg", "to end the war")]),
    ],
)
def test_speakers_and_contents(read, text, expected):
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Her new novel “The Long Winter of Our Silence Begins” sold well.",
        "The summit’s theme “grow, share, build” was on every wall.",
        "The so-called “experts” were absent.",
        "Anna Berg did not say that the talks had failed.",
        "If Anna Berg said that the talks had failed, nobody heard it.",
        "Rain fell in Oslo on Monday.",
    ],
)
def test_what_nobody_said(read, text):
    assert said(read(text)) == []


def test_expected_speech_is_never_said(read):
    (quote,) = read("Anna Berg is expected to say that the talks have failed.").quotes

    assert (quote.status, quote.speaker) == ("expected", "Anna Berg")


def test_a_pronoun_leads_to_the_speaker(read):
    reading = read("Anna Berg arrived in Oslo. “We will stay,” she said.")
    (quote,) = reading.quotes

    assert reading.entities[quote.speaker_id].name == "Anna Berg"


def test_the_addressee_is_who_is_told(read):
    reading = read("Anna Berg told Paulo Reis that the talks had failed.")
    (quote,) = reading.quotes

    assert reading.entities[quote.addressee_id].name == "Paulo Reis"


def test_a_split_quotation_is_one_utterance(read):
    one, two = read("“We will stay,” Anna Berg said, “and we will win.”").quotes

    assert (one.text, two.text) == ("We will stay", "and we will win.")
    assert one.utterance_id == two.utterance_id
    assert {one.speaker, two.speaker} == {"Anna Berg"}


def test_a_quotation_that_stands_alone_goes_on_from_the_one_before(read):
    one, two = read("“We will stay,” Anna Berg told Paulo Reis. “It is our duty to the whole world.”").quotes

    assert (two.speaker_id, two.addressee_id) == (one.speaker_id, one.addressee_id)
    assert two.rule == "marks_continued"


def test_a_quotation_of_two_paragraphs_keeps_its_speaker(read):
    text = "“We will stay,” Anna Berg said. “We have no choice.\n\n“And we will win the peace that we deserve.”"

    assert [quote.speaker for quote in read(text).quotes] == ["Anna Berg"] * 3


def test_an_odd_mark_loses_one_quotation_and_nothing_else(read):
    reading = read("A stray mark” stood here. “We will stay,” Anna Berg said.")

    assert reading.warnings == []
    assert said(reading) == [("direct", "Anna Berg", "We will stay")]


def test_the_reporting_verbs_are_many_and_each_has_a_stance():
    verbs = rows("reporting_verbs")

    assert len(verbs) >= 200
    assert len({row["lemma"] for row in verbs}) == len(verbs)
    assert all(row["stance"] for row in verbs)
    assert all(
        any(row[frame] for frame in ("speech", "clause", "addressee", "nominal", "infinitive", "describing", "about"))
        for row in verbs
    )
    assert {"say", "tell", "deny"} <= report_verbs()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berg was angry. “We will never leave this town again.”", "Anna Berg"),
        ("Rain fell. “We will never leave this town again.”", None),
        ("Here is what they said.\n\n“BERG: We will never leave this town again.”", "BERG"),
    ],
)
def test_the_speaker_where_no_verb_says_so(read, text, speaker):
    assert [quote.speaker for quote in read(text).quotes if quote.kind == "direct"] == [speaker]


def test_a_word_in_doubt_is_no_quotation(read):
    assert [row.kind for row in read("Anna Berg said the so-called “reform” had failed.").quotes] == ["indirect"]


def test_what_stands_before_a_semicolon_is_not_what_is_denied_after_it(read):
    quotes = read("Russia said Ukraine had attacked a bridge; Ukraine denied it.").quotes

    assert [(quote.verb, quote.text) for quote in quotes] == [("said", "Ukraine had attacked a bridge")]


def test_who_is_according_to_is_not_told(read):
    (quote,) = read("According to the United Nations, the rebels have left the town.").quotes

    assert quote.addressee_id is None


def test_marks_within_indirect_speech_are_both_kept(read):
    quotes = read("Anna Berg said the deal was “a grave mistake”.").quotes

    assert [quote.text for quote in quotes if quote.kind == "indirect"] == ["the deal was “a grave mistake”"]


def test_a_very_long_paragraph_costs_no_more_than_its_length(read):
    started = time.process_time()
    read("“We will stay,” Anna Berg said. " * 50)
    short = time.process_time() - started

    started = time.process_time()
    read("“We will stay,” Anna Berg said. " * 500)

    assert time.process_time() - started < 30 * short


def test_a_quotation_of_two_sentences_is_not_told_again_as_indirect_speech(read):
    rows = read("“They counted our votes. We want to count them too,” said Anna Berg.").quotes

    assert [(row.kind, row.text) for row in rows] == [("direct", "They counted our votes. We want to count them too")]


def test_a_title_that_promises_is_no_quotation(read):
    assert read("The “Lima Declaration of Trade Ministers” promises free and open trade.").quotes == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Anna Berg said Norway would host the talks, adding that both sides had agreed.", ["Anna Berg", "Anna Berg"]),
        ("Anna Berg said the talks were useful, noting that two ministers had left.", ["Anna Berg", "Anna Berg"]),
        ("Anna Berg met Paulo Reis in Oslo, saying that Norway would help.", ["Anna Berg"]),
        ("Anna Berg has not ruled out changes as a result of the talks adding that two ministers left.", ["Anna Berg"]),
        ("The agency quoted an official, Paulo Reis, saying five people had left.", ["official"]),
        ("The minister, who said Chad was safe, stressing that nobody was hurt, left.", ["minister", "minister"]),
    ],
)
def test_what_a_participle_adds_is_said_by_the_main_speaker(read, text, speakers):
    assert [quote.speaker for quote in read(text).quotes] == speakers


def test_what_is_added_is_no_part_of_what_was_said_before(read):
    first, second = read("Anna Berg said Norway would pay, adding that Peru would not.").quotes

    assert (first.text, second.text) == ("Norway would pay", "Peru would not")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The toll climbed to 20, and is expected to rise further.", []),
        ("Anna Berg said they would report back and possibly agree how to resume the talks.", ["Anna Berg"]),
    ],
)
def test_things_and_possibilities_say_nothing(read, text, speakers):
    assert [quote.speaker for quote in read(text).quotes] == speakers


def test_who_stands_right_before_the_verb_says_it_where_the_parser_finds_two_subjects(read):
    text = (
        "The sharp drop in steel output points to the slower building trade, "
        "but wages rose less than hoped in May due to new taxes, economists commented on May data."
    )

    assert {quote.speaker for quote in read(text).quotes} == {"economists"}


def test_the_verb_of_the_next_sentence_says_no_word_in_marks_of_this_one(read):
    reading = read('Callers use a universal "stop" command sent as a text. He said the system had been changed.')

    assert [quote.kind for quote in reading.quotes] == ["indirect"]
