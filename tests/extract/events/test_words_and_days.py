"""What words do (wishes, praise, blame), and the days of events that are told without one."""

from datetime import date

import pytest

from tests.extract.events.rows import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chile hoped to deepen ties with Peru.", ("deepen", "AGREE", ["Chile"], ["Peru"], "hypothetical")),
        ("Kenya wants to expand ties with Chad.", ("expand", "AGREE", ["Kenya"], ["Chad"], "hypothetical")),
        ("Spain wants to meet Cuba.", ("meet", "CONSULT", ["Spain"], ["Cuba"], "hypothetical")),
        (
            "Norway's efforts to widen and strengthen the US-Japan partnership have been visible.",
            ("strengthen", "AGREE", ["Norway"], ["United States", "Japan"], "occurred"),
        ),
        ("US Hopes to Deepen Ties With Chile", ("Deepen", "AGREE", ["United States"], ["Chile"], "hypothetical")),
    ],
)
def test_a_wish_to_cooperate_is_agreement(read, text, event):
    assert event in told(read(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("“Our alliance is stronger than ever,” Poland told Norway.", ("told", "SUPPORT", ["Poland"], ["Norway"])),
        ("Poland said the partnership with Norway will grow.", ("said", "AGREE", ["Poland"], ["Norway"])),
        ("Poland stressed deepening cooperation with Norway.", ("stressed", "SUPPORT", ["Poland"], ["Norway"])),
        ("Poland said that Belarus was responsible.", ("said", "ACCUSE", ["Poland"], ["Belarus"])),
        ("Poland said a reform of NATO was needed.", ("said", "REQUEST", ["Poland"], ["NATO"])),
        ("Poland called Belarus a bully.", ("called", "ACCUSE", ["Poland"], ["Belarus"])),
        ("Poland said attacks on Norway must be avoided.", ("said", "REQUEST", ["Poland"], ["Norway"])),
    ],
)
def test_words_that_praise_promise_and_blame(read, text, event):
    assert event in [row[:4] for row in told(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg hopes to learn Spanish in Peru.",
        "Anna Berg said it will be a hard year.",
        "Anna Berg said the rules must be applied.",
    ],
)
def test_no_word_of_what_others_would_do(read, text):
    assert told(read(text)) == []


def test_a_bond_that_is_weak_is_not_praised(read):
    assert told(read("Poland said the alliance with Norway was in ruins.")) == []


def test_what_is_trilateral_is_among_the_three_named_before(read):
    reading = read("Chad, Mali and Niger met on Monday.\n\nMali vowed to save the trilateral pact.")
    assert told(reading)[-1][1:4] == ("AGREE", ["Mali"], ["Chad", "Niger"])


def days(reading):
    return [(event.start_date, event.end_date, event.date_how) for event in reading.events]


def test_a_gathering_has_the_day_of_its_other_telling(read):
    told_twice = "The APEC summit opened in Lima on Monday.\n\nThe APEC summit is taking place in the rain."
    monday = date(2024, 11, 11)
    assert days(read(told_twice)) == [(monday, monday, "explicit"), (monday, monday, "inherited")]


def test_of_two_days_none_is_taken(read):
    text = "Chad and Mali met on Monday. Chad and Mali met on Tuesday.\n\nRain fell.\n\nMali and Chad met."
    assert days(read(text))[-1] == (None, None, "none")


@pytest.mark.parametrize(
    ("lead", "day", "how"),
    [
        ("Norway accused Russia on Monday.", date(2024, 11, 11), "inherited"),
        ("Rain fell in Oslo.", date(2024, 11, 14), "publication"),
    ],
)
def test_the_day_of_a_headline(read, lead, day, how):
    reading = read(f"Norway Accuses Russia of Spying\n\n{lead}", title="Norway Accuses Russia of Spying")
    assert days(reading)[0] == (day, day, how)


def test_what_todays_news_comes_before_is_planned_and_has_another_day(read):
    reading = read("Anna Berg arrived in Oslo on Thursday ahead of the summit of Chad and Mali.")
    assert [(event.trigger, event.status, event.start_date) for event in reading.events] == [
        ("arrived", "occurred", date(2024, 11, 14)),
        ("summit", "planned", None),
    ]


def test_a_plan_is_not_of_the_day_on_which_it_was_told(read):
    events = read("In September, Norway revealed plans to establish a bank.").events
    assert [(event.event_type, event.start_date) for event in events if event.status == "planned"] == [("FOUND", None)]


def test_a_gathering_that_is_told_of_in_the_present_goes_on(read):
    (event,) = read("The forum, hosted by Peru, focuses on trade.").events
    assert (event.event_type, event.status) == ("HOST", "ongoing")


def test_a_disaster_has_the_day_of_its_other_telling(read):
    events = read("A quake struck Nepal on 12 May 2024. The earthquake killed ten people in Nepal.").events
    assert [event.start_date for event in events] == [date(2024, 5, 12), date(2024, 5, 12)]
    events = read("A quake struck Nepal on 12 May 2024. A flood in Chile killed ten people.").events
    assert [event.start_date for event in events] == [date(2024, 5, 12), None]


@pytest.mark.parametrize(
    "text",
    [
        "Nordia Games released a new console in Norway.",
        "Norway released the figures on Friday.",
        "Norway will not lay down quietly.",
        "Anna Berg trains with a side in Oslo.",
        "When asked if she would stay, Anna Berg left.",
        "The e-mails made people visit fake versions of the sites.",
        "Anna Berg gave a demonstration of the new service.",
        "The keeper erred, allowing Peru to score.",
        "The coach admits his side must improve against Norway.",
        "Prices will rise next year, warn analysts.",
    ],
)
def test_figures_of_speech_and_products_are_no_deeds(read, text):
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The month saw ten firms suspended.", "ten firms"),
        ("Shares rose, with investors persuaded to buy by low rates.", "investors"),
        ("The general had the envoy arrested.", "envoy"),
    ],
)
def test_who_undergoes_a_participle_with_a_subject_of_its_own(read, text, target):
    reading = read(text)

    assert [(a.role, reading.entities[a.entity_id].name) for a in reading.actors] == [("target", target)]


def test_a_person_beside_leaders_who_are_named_takes_part_too(read):
    text = "U.S. Secretary of State Paul Rowe and European leaders, including Britain's minister, discussed a truce."
    reading = read(text)

    assert "Paul Rowe" in {reading.entities[actor.entity_id].name for actor in reading.actors}
