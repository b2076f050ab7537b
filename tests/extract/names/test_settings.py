"""Unnamed actors have the country that their article is set in, where it is one and nothing speaks against it."""

import pytest


@pytest.fixture
def country_of(read):
    def country_of(text, noun):
        reading = read(text)
        found = [m for m in reading.mentions if m.level == "nominal" and m.text.lower() == noun.lower()]
        assert found, f"no mention {noun!r}"
        return reading.entities[found[-1].entity_id].iso3

    return country_of


@pytest.mark.parametrize(
    ("text", "noun", "iso3"),
    [
        ("Gunmen raided a market in Niger on Friday. Villagers buried the dead.", "gunmen", "NER"),
        ("Gunmen raided a market in Niger on Friday. Villagers buried the dead.", "villagers", "NER"),
        ("Sri Lanka imposed a curfew on Monday. Troops patrolled the streets.", "troops", "LKA"),
        ("Kenyan police fired tear gas on Monday. Protesters threw stones.", "protesters", "KEN"),
        ("Students clashed with police in Bangladesh's capital on Tuesday.", "police", "BGD"),
        ("Rebels took a town in Congo. The army said it would return.", "army", "COD"),
        ("The court in Warsaw jailed a spy. The prime minister praised it.", "prime minister", "POL"),
        ("Peru declared an emergency. A policeman was shot.", "policeman", "PER"),
        ("MEXICO CITY (AP) - Attackers threw a grenade late on Sunday.", "attackers", "MEX"),
    ],
)
def test_unnamed_actors_are_of_the_only_country_of_the_opening(country_of, text, noun, iso3):
    assert country_of(text, noun) == iso3


def test_a_dateline_abroad_does_not_tell_where_the_news_is(country_of):
    assert country_of("BEIRUT (Agency) - Rebels took a town in Syria on Tuesday. Residents fled.", "residents") == "SYR"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Israeli troops entered a village in Lebanon on Monday. Gunmen fired rockets.", "gunmen"),
        ("Kashmir was quiet on Friday. Police patrolled.", "police"),
        ("Foreign troops left Chad in January.", "foreign troops"),
        ("NATO troops left Chad in January.", "NATO troops"),
        ("Researchers in Sweden found an enzyme. Patients may gain.", "patients"),
        ("Boeing built a plant. Police watched.", "police"),
        ("Serbia cut taxes. Protesters cheered. Croatia raised them. Soldiers cheered.", "soldiers"),
    ],
)
def test_where_another_country_is_in_question_there_is_none(country_of, text, noun):
    assert country_of(text, noun) is None


def test_who_acts_at_a_place_is_of_its_country_in_an_article_on_two(country_of):
    text = "Firefighters battled a blaze in Athens. In London, police held a climber. Troops landed in London."

    assert [country_of(text, noun) for noun in ("firefighters", "police", "troops")] == ["GRC", "GBR", None]


def test_the_army_and_another_countrys_forces_are_two(read):
    reading = read("Pakistan's army and Afghan forces exchanged fire at the border on Sunday.")

    forces = {m.text: reading.entities[m.entity_id].iso3 for m in reading.mentions if m.level == "nominal"}
    assert forces["Afghan forces"] == "AFG"


@pytest.mark.parametrize(
    "text", ["Mali surprised diplomats by expelling the envoy.", "Japan alarmed diplomats in Rome."]
)
def test_a_verb_behind_a_country_is_no_part_of_an_actor(read, text):
    nominals = {mention.text for mention in read(text).mentions if mention.level == "nominal"}

    assert "diplomats" in nominals


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (
            "The finance minister quit. Junior finance minister Nora Hale took over. The finance minister left.",
            "minister",
        ),
        ("The minister quit. Prime Minister Nora Hale thanked the minister.", "minister"),
        ("The president hit out. Club president Nora Hale hit back. The president left.", "president"),
        ("The prime minister fell ill. Deputy Prime Minister Nora Hale stood in. The prime minister left.", "minister"),
    ],
)
def test_another_office_is_not_the_one_named_before(read, text, noun):
    reading = read(text)

    meant = {reading.entities[m.entity_id].name for m in reading.mentions if m.text.endswith(noun)}
    assert meant
    assert "Nora Hale" not in meant
