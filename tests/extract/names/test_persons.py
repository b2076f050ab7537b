"""Persons told from common nouns, places and bodies."""

import pytest

from toolkit.extract.names.family_names import is_family_name


def types_of(reading, text: str) -> set[str]:
    """The types of the names that are printed so."""
    return {mention.type for mention in reading.mentions if mention.text == text and mention.level == "name"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Turnout was low in the north, officials said.", "Turnout"),
        ("Ceasefire talks resumed in Doha on Sunday.", "Ceasefire"),
        ("The Lords rejected the ID cards Bill on Monday.", "Bill"),
        ("Flights leave at noon GMT on Tuesday.", "GMT"),
    ],
)
def test_a_common_word_in_capitals_is_no_name(read, text, word):
    assert types_of(read(text), word) == set()


def test_a_month_is_not_the_person_who_is_called_so(read):
    reading = read("Theresa May resigned. The next election is expected in May.")
    assert [mention.start for mention in reading.mentions if mention.text == "May"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Israel Mensah lost his title to Otto Brandt in Sydney.", "Israel Mensah"),
        ("Jordan Ferris left the club for a rival.", "Jordan Ferris"),
        ("Davenport beat her rival in straight sets.", "Davenport"),
        ("Curbridge said his team deserved the win.", "Curbridge"),
        ("Rates will stay at 4%, Bailey said.", "Bailey"),
        ("It was an unlucky moment, said the coach. Lionel Brask trusts Jordi. Jordi Vell is his keeper.", "Jordi"),
    ],
)
def test_what_persons_do_and_are_called_makes_a_person(read, text, name):
    assert types_of(read(text), name) == {"PERSON"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("MPs return to Parliament on Monday.", "Parliament", "GOV"),
        ("Portsmouth claimed a draw at Everton.", "Portsmouth", "ORG"),
        ("Liverpool manager Rafael Soto blamed nobody.", "Liverpool", "ORG"),
        ("A Liverpool coach firm went bankrupt.", "Liverpool", "CITY"),
        ("Oakville is a town in Iowa. The oakville creek is dry.", "Oakville", "CITY"),
    ],
)
def test_bodies_and_places_are_no_persons(read, text, name, kind):
    assert types_of(read(text), name) == {kind}


@pytest.mark.parametrize("word", ["Turner", "Petrenko", "Nowakowski", "Hernández"])
def test_family_names_are_listed_or_end_like_one(word):
    assert is_family_name(word)


@pytest.mark.parametrize("word", ["Tenko", "Everton", "Ministry", "petrenko"])
def test_other_words_are_no_family_names(word):
    assert not is_family_name(word)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Russian Igor Belan 6-3 6-4 beat Otto Brandt 6-3 in Rome.", "Otto Brandt", "PERSON"),
        ("Lotte Davenport won. Davenport defeated the Chinese qualifier.", "Davenport", "PERSON"),
        ("She reached the Rotterdam final.", "Rotterdam", "CITY"),
        ("England were unable to win, and England lost again.", "England", "REGION"),
        ("He loves English rugby and English beer.", "English", "REGION"),
        ("The Spaniard Costa will face the Croat.", "Costa", "PERSON"),
        ("He won the Grand Slam and the Scottish Premiership.", "Grand Slam", "EVENT"),
        ("Ana Corry kicked well. A simple score for Corry came next.", "Corry", "PERSON"),
    ],
)
def test_sport_names_players_places_and_events(read, text, name, kind):
    assert types_of(read(text), name) == {kind}


def test_an_initial_tells_two_of_a_family_name_apart(read):
    reading = read("Mark Robinson picked the team. J Robinson leads it.")
    found = {m.text: reading.entities[m.entity_id].name for m in reading.mentions if m.type == "PERSON"}

    assert found == {"Mark Robinson": "Mark Robinson", "J Robinson": "J Robinson"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tony Blake and Gordon Braun met. The Blake-Braun feud goes on.", "Braun", "PERSON"),
        ("Vote Brandt, Get Kessler, said the leaflet. Otto Brandt was amused.", "Brandt", "PERSON"),
        ("Vaughan gives up his ambition\n\nMichael Vaughan says he will not stand.", "Vaughan", "PERSON"),
        ("The airline will fly to London, Singapore and Kuala Lumpur.", "London", "CITY"),
        ("Shares rose, said Yukos chief executive Otto Brandt.", "Yukos", "COMPANY"),
    ],
)
def test_persons_in_feuds_slogans_and_headlines(read, text, name, kind):
    assert types_of(read(text), name) == {kind}


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("Roma defender Vincent Candel signed.", "Vincent Candel", None),
        ("Spanish striker Raul Vega signed.", "Raul Vega", "ESP"),
        ("Vodafone chief executive Otto Brandt spoke.", "Otto Brandt", "GBR"),
    ],
)
def test_players_do_not_have_the_country_of_their_club(read, text, name, iso3):
    assert {entity.iso3 for entity in read(text).entities.values() if entity.name == name} == {iso3}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He married the publisher Kimberly Vance.", "Kimberly Vance", "PERSON"),
        ("B. Satyavada said the plant would open.", "B. Satyavada", "PERSON"),
        ("It will buy a stake in Umbrix next year.", "Umbrix", "COMPANY"),
    ],
)
def test_publishers_initials_and_stakes(read, text, name, kind):
    assert types_of(read(text), name) == {kind}


def test_who_is_called_mr_is_a_person_whatever_the_model_takes_him_for(read):
    reading = read('"You have seen it," Mr de Vabres said as he presented the award.')

    assert types_of(reading, "de Vabres") == {"PERSON"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Ferguson-Wenger feud lasted a decade. Ferguson retired in 2013.", {"Ferguson", "Wenger"}),
        ("The Duarte-Lopez ticket leads. Lopez spoke in Lima.", {"Duarte", "Lopez"}),
        ("A Starmer-Macron summit is set for Friday.", {"Starmer", "Macron"}),
        ("The Kirk-Miller debate was on Monday. Anna Kirk-Miller won it.", {"Anna Kirk-Miller"}),
    ],
)
def test_two_persons_tied_by_a_hyphen_are_two_where_the_article_or_the_lexicon_knows_one_alone(read, text, people):
    reading = read(text)

    assert {reading.entities[m.entity_id].name for m in reading.mentions if m.type == "PERSON"} == people
