"""Names that several bear stay apart, in one article and across articles."""

import pytest

from toolkit.resolve import resolve


def meant(reading, name: str) -> list[tuple[str, str | None, bool]]:
    """Type, country and metonym of every mention of the name, in order."""
    found = [m for m in reading.mentions if m.text == name and m.level == "name"]
    return [(m.type, reading.entities[m.entity_id].iso3, m.metonym) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit will be held in Washington on Friday.", [("CITY", "USA", False)]),
        ("She moved from Oregon to Seattle, Washington, in May.", [("REGION", "USA", False)]),
        ("Washington accused Beijing of theft.", [("COUNTRY", "USA", True)]),
        ("Wildfires spread across Washington and Oregon.", [("REGION", "USA", False)]),
        ("Denzel Washington won. Washington thanked his mother.", [("PERSON", None, False)]),
    ],
)
def test_washington_has_four_senses(read, text, expected):
    assert meant(read(text), "Washington") == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Georgia accused Russia of spying, the Tbilisi government said.", "Georgia", [("COUNTRY", "GEO", False)]),
        ("Georgia and Florida voted for the senator.", "Georgia", [("REGION", "USA", False)]),
        ("Michael Jordan played. Jordan scored.", "Jordan", [("PERSON", None, False)]),
        ("Iraq and Jordan opened the crossing near Amman.", "Jordan", [("COUNTRY", "JOR", False)]),
        ("Iraq and Jordan reopened their border crossing.", "Jordan", [("COUNTRY", "JOR", False)]),
        ("Peru, Jordan and Kenya voted against.", "Jordan", [("COUNTRY", "JOR", False)]),
        ("Jim Jordan and Chad Wolf met in Ohio.", "Chad", []),
        ("Georgia and Moldova applied to join the EU.", "Georgia", [("COUNTRY", "GEO", False)]),
        ("Georgia and South Carolina declared an emergency.", "Georgia", [("REGION", "USA", False)]),
        ("Turkey and Greece resumed talks.", "Turkey", [("COUNTRY", "TUR", False)]),
        ("Turkey cooked up a new plan for Cyprus.", "Turkey", [("COUNTRY", "TUR", False)]),
        ("Roast the Turkey cooked in butter for an hour.", "Turkey", []),
        ("Chad declared an emergency in N'Djamena.", "Chad", [("COUNTRY", "TCD", False)]),
        ("Chad Wolf resigned on Monday.", "Chad", []),
    ],
)
def test_a_shared_name_is_read_by_what_stands_around_it(read, text, name, expected):
    assert meant(read(text), name) == expected


def test_two_persons_of_one_family_name_are_two_in_an_article(read):
    reading = read(
        "North Korean leader Kim Jong Un met Kim Yong Nam in Pyongyang. "
        "Kim Jong Un smiled, and Kim Yong Nam signed the guest book."
    )
    people = {reading.entities[m.entity_id].name for m in reading.mentions if m.type == "PERSON" and m.level == "name"}

    assert people == {"Kim Jong Un", "Kim Yong Nam"}


def test_bearers_of_one_name_are_two_across_articles(read):
    texts = (
        "North Korea's defence minister Kim Min-su spoke in Pyongyang.",
        "South Korean singer Kim Min-su performed in Busan.",
    )
    readings = [read(text) for text in texts]
    nodes = [(r.article.article_id, entity) for r in readings for entity in r.entities.values()]
    resolution = resolve(nodes)
    kims = {resolution.global_id[e.entity_id] for _, e in nodes if e.type == "PERSON" and "Kim" in e.name}

    assert len(kims) == 2
