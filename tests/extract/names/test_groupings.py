"""Groups that belong to an international body: *EU leaders*, *the ten ASEAN countries*."""

from datetime import date

import pytest

from toolkit.extract.names import referents


@pytest.mark.parametrize(
    ("text", "group", "body"),
    [
        ("EU leaders agreed to meet.", "EU leaders", "igo:eu"),
        ("NATO allies met on Tuesday.", "NATO allies", "igo:nato"),
        ("The 27 EU member states approved the budget.", "27 EU member states", "igo:eu"),
        ("Leaders of the African Union met.", "Leaders", "igo:african-union"),
        ("OPEC+ members will pump less.", "OPEC+ members", "igo:opec-plus"),
        ("Protesters marched past the EU mission.", "Protesters", None),
    ],
)
def test_a_group_is_affiliated_to_its_body(read, text, group, body):
    reading = read(text)
    mention = next(mention for mention in reading.mentions if mention.text == group)

    assert reading.entities[mention.entity_id].type == "GROUP"
    assert reading.entities[mention.entity_id].affiliation_id == body


@pytest.mark.parametrize(
    ("text", "published", "members"),
    [
        ("The seven G7 countries condemned Iran.", "2024-11-14", 7),
        ("The ten ASEAN countries signed.", "2024-11-14", 10),
        ("The ten ASEAN countries signed.", "2025-11-14", 1),
        ("The 12 OPEC states met.", "2024-11-14", 12),
        ("Kenya and Uganda quarrelled. The two EAC countries will talk.", "2024-11-14", 2),
        ("ASEAN countries signed.", "2024-11-14", 1),
    ],
)
def test_a_counted_group_is_all_members_where_the_number_is_theirs_that_day(read, text, published, members):
    reading = read(text, published=date.fromisoformat(published))
    noun = next(token for token in reading.doc if token.text in ("countries", "states"))
    found = referents(noun, reading)

    assert len(found) == members
    assert members == 1 or {reading.entities[one.entity_id].type for one in found} == {"COUNTRY"}
