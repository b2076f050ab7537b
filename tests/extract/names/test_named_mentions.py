"""Names: their spans, types and lexicon entries."""

import pytest
from spacy.tokens import Doc, Span

from toolkit.extract.names.offices import offices_in
from toolkit.extract.names.recognised import recognised
from toolkit.extract.tokens import tokens_of


def named(reading) -> set[tuple[str, str, str]]:
    """Text, type and entity name of every name."""
    return {(m.text, m.type, reading.entities[m.entity_id].name) for m in reading.mentions if m.level == "name"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US and Brazil signed a pact.", {("US", "COUNTRY", "United States"), ("Brazil", "COUNTRY", "Brazil")}),
        ("Norwegian rescuers left Oslo's harbour.", {("Norwegian", "COUNTRY", "Norway")}),
        (
            "The US-South Korea alliance is strong.",
            {("US", "COUNTRY", "United States"), ("South Korea", "COUNTRY", "South Korea")},
        ),
        ("CHINA SENDS AID", {("CHINA", "COUNTRY", "China")}),
        ("Talks at the NATO summit went on.", {("NATO", "IGO", "NATO"), ("NATO summit", "EVENT", "NATO summit")}),
        ("The Biden administration agreed.", {("Biden", "PERSON", "Biden")}),
        ("Acme Holdings Ltd sold its shares.", {("Acme Holdings Ltd", "COMPANY", "Acme Holdings Ltd")}),
        (
            "South Korean President Han Dae-jin spoke.",
            {("Han Dae-jin", "PERSON", "Han Dae-jin"), ("South Korean", "COUNTRY", "South Korea")},
        ),
        ("The Republicans lost the vote.", {("Republicans", "PARTY", "Republican Party")}),
        ("Crowds met in Durham, N.C., on Monday.", {("N.C.", "REGION", "North Carolina")}),
        ("Sri Lanka police left.", {("Sri Lanka", "COUNTRY", "Sri Lanka")}),
        ("Boats sailed down the Danube.", {("Danube", "REGION", "Danube")}),
        ("Foreign Minister Daniel Park spoke.", {("Daniel Park", "PERSON", "Daniel Park")}),
        ("The Meloni government fell.", {("Meloni", "PERSON", "Meloni")}),
        ("Diplomatic Efforts Intensify Towards Peru Border Deal", {("Peru", "COUNTRY", "Peru")}),
    ],
)  # fmt: skip
def test_names(read, text, expected):
    assert named(read(text)) >= expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Officials arrived in Tokyo on Monday.", "Tokyo", ("CITY", False)),
        ("Tokyo condemned the launch.", "Tokyo", ("COUNTRY", True)),
        ("Talks with Seoul and Beijing have stalled.", "Seoul", ("COUNTRY", True)),
        ("She praised Washington's support for the plan.", "Washington", ("COUNTRY", True)),
        ("They met in Washington on Friday.", "Washington", ("CITY", False)),
        ("The Kremlin denied the report.", "Kremlin", ("COUNTRY", True)),
        ("The treaty angered Beijing.", "Beijing", ("COUNTRY", True)),
        ("The tourists toured Beijing.", "Beijing", ("CITY", False)),
        ("Aung San Suu Kyi was freed.", "Aung San Suu Kyi", ("PERSON", False)),
        ("Michael Jordan flew to Jordan last week.", "Jordan", ("COUNTRY", False)),
        ("Michael Jordan flew to Jordan last week.", "Michael Jordan", ("PERSON", False)),
    ],
)
def test_ambiguous_names_are_read_in_context(read, text, name, expected):
    found = [(m.type, m.metonym) for m in read(text).mentions if m.text == name]

    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary of State resigned.",
        "the minister for east asian affairs said so",
        "He was 35 in May.",
        "The card holds 30GB of data.",
        "Turkey cooked in butter is tasty.",
        "She ate a Turkey sandwich.",
    ],
)
def test_what_is_no_name(read, text):
    assert named(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia and Russia signed a truce in Tbilisi.", "country:GEO"),
        ("Voters in Georgia and in Texas went to the polls.", "region:georgia-USA"),
        ("Rain fell on Georgia, Texas and Florida.", "region:georgia-USA"),
    ],
)
def test_the_bearer_of_a_shared_name_is_the_one_the_article_speaks_of(read, text, expected):
    assert [m.entity_id for m in read(text).mentions if m.text == "Georgia"] == [expected]


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("The vault is in Paris, France.", "Paris", "FRA"),
        ("She moved to Paris, Texas.", "Paris", "USA"),
        ("She moved to Perth in Scotland.", "Perth", "GBR"),
        ("She moved to Perth in Western Australia.", "Perth", "AUS"),
        ("Mexico, Texas and Arizona share a river.", "Mexico", "MEX"),
    ],
)
def test_a_place_lies_where_the_text_puts_it(read, text, name, iso3):
    reading = read(text)

    assert [reading.entities[m.entity_id].iso3 for m in reading.mentions if m.text == name] == [iso3]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Michael Jordan retired. Jordan smiled. He flew to Jordan.", ["PERSON", "COUNTRY"]),
        ("Jordan and Israel signed a truce. Then Michael Jordan spoke.", ["COUNTRY"]),
    ],
)
def test_after_a_full_name_the_family_name_is_no_place(read, text, types):
    assert [m.type for m in read(text).mentions if m.text == "Jordan"] == types


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        (["Anna", "Berg", "and", "Jon", "Lie"], "PERSON", ["Anna Berg", "Jon Lie"]),
        (["Minister", "Anna", "Berg"], "PERSON", ["Anna Berg"]),
        (["the", "Quarry", "and"], "ORG", ["Quarry"]),
        (["Trinidad", "and", "Tobago"], "GPE", ["Trinidad and Tobago"]),
    ],
)
def test_what_the_model_glued_is_cut(language, words, label, expected):
    doc = Doc(language.nlp.vocab, words=words, pos=["CCONJ" if word == "and" else "PROPN" for word in words])
    doc.set_ents([Span(doc, 0, len(doc), label=label)])

    assert [doc[name.start : name.end].text for name in recognised(doc, offices_in(tokens_of(doc)))] == expected


def test_a_name_seen_once_is_found_everywhere(read):
    reading = read("Jonas Ekdahl founded the club. Nobody but Ekdahl knew why. ekdahl is not his name in lower case.")

    assert [m.text for m in reading.mentions if m.type == "PERSON" and m.level == "name"] == ["Jonas Ekdahl", "Ekdahl"]


def test_spans_are_text_of_the_article(read):
    text = "Peru’s President Ana Ruiz hailed the “historic” World Health Organization (WHO) deal.\n\nWHO staff left."
    reading = read(text)

    assert all(text[m.start : m.end] == m.text for m in reading.mentions)
    assert len({m.mention_id for m in reading.mentions}) == len(reading.mentions)


def test_a_part_of_the_world_has_no_country(read):
    reading = read("Trouble in the Middle East, China and elsewhere went on.")

    assert reading.entities["region:middle-east"].iso3 is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Institute of Marine Biology (IMB) published the study.",
            {("Institute of Marine Biology", "ORG"), ("IMB", "ORG")},
        ),
        ("Rivers crossed the Harrow District of Peru.", {("Harrow District", "REGION"), ("Peru", "COUNTRY")}),
        ("He died in the 2nd Battle of Harrowick.", {("2nd Battle of Harrowick", "EVENT")}),
        ("Doctors at Ridgeway Valley Hospital went on strike.", {("Ridgeway Valley Hospital", "ORG")}),
        (
            "The Carnegie Institution of Washington paid.",
            {("Carnegie Institution of Washington", "ORG"), ("Washington", "CITY")},
        ),
        ("Lessons at the Harrow Institute of Lima began.", {("Harrow Institute of Lima", "ORG"), ("Lima", "CITY")}),
        ("The Norwegian Maritime Archive opened.", {("Norwegian Maritime Archive", "ORG"), ("Norwegian", "COUNTRY")}),
        ("Her last film was Blue Harbour Dancing (1938).", {("Blue Harbour Dancing", "OTHER")}),
        ("Anna Brandt starred in Vorkin.", {("Anna Brandt", "PERSON"), ("Vorkin", "OTHER")}),
        (
            "The Lebanese army met US Navy officers.",
            {("Lebanese army", "GOV"), ("Lebanese", "COUNTRY"), ("US", "COUNTRY")},
        ),
        ("The USS Harrow left Norfolk.", {("USS Harrow", "OTHER"), ("Norfolk", "CITY")}),
        ("Swiss Lausanne hosted the talks.", {("Swiss", "COUNTRY"), ("Lausanne", "CITY")}),
        (
            "Officials at the Ministry of Fisheries and Ports in Port Moresby agreed.",
            {("Ministry of Fisheries and Ports", "GOV"), ("Port Moresby", "CITY")},
        ),
        ("He chaired the Senate Committee on Inland Waters.", {("Senate Committee on Inland Waters", "ORG")}),
        ("The Treaty of Vallory gave the island to Denmark.", {("Treaty of Vallory", "OTHER"), ("Denmark", "COUNTRY")}),
        ("The Herons beat the Otters on Sunday.", {("Herons", "ORG"), ("Otters", "ORG")}),
        ("The rebels shelled Tolmeta airport.", {("Tolmeta airport", "SITE")}),
        ("The court heard an appeal by Constructora Vallory.", {("Constructora Vallory", "COMPANY")}),
        ("Her third novel, The Copper Harbour, was published in May.", {("Copper Harbour", "OTHER")}),
    ],
)
def test_names_within_and_beside_names(read, text, expected):
    assert {(m.text, m.type) for m in read(text).mentions if m.level == "name"} >= expected
