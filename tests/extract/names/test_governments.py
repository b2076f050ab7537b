"""Organs of state belong to the country that the text gives them; seats of government stand for their country."""

import pytest

from toolkit.lexicons import rows


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("The Kenyan Finance Ministry cut its forecast.", "Kenyan Finance Ministry", "KEN"),
        ("Thailand's Ministry of Commerce banned exports.", "Ministry of Commerce", "THA"),
        ("The Reserve Bank of Malawi printed new notes.", "Reserve Bank of Malawi", "MWI"),
        (
            "The Peruvian Ministry of Energy and Mines approved the project.",
            "Peruvian Ministry of Energy and Mines",
            "PER",
        ),
        ("The Ministry of Health and Family Welfare closed the ward.", "Ministry of Health and Family Welfare", None),
    ],
)
def test_a_ministry_belongs_to_the_country_named_with_it(read, text, name, iso3):
    reading = read(text)
    mention = next(mention for mention in reading.mentions if mention.text == name)

    assert (mention.type, reading.entities[mention.entity_id].iso3) == ("GOV", iso3)


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("The Kremlin denied the report.", "Kremlin", "RUS"),
        ("Downing Street denied the report.", "Downing Street", "GBR"),
        ("The Blue House denied the report.", "Blue House", "KOR"),
        ("Zhongnanhai denied the report.", "Zhongnanhai", "CHN"),
        ("Rashtrapati Bhavan denied the report.", "Rashtrapati Bhavan", "IND"),
        ("The Quirinal called an election.", "Quirinal", "ITA"),
        ("La Moncloa denied the report.", "La Moncloa", "ESP"),
        ("Planalto denied the report.", "Planalto", "BRA"),
    ],
)
def test_a_seat_of_government_stands_for_its_country(read, text, name, iso3):
    reading = read(text)
    mention = next(mention for mention in reading.mentions if mention.text == name)

    assert (mention.type, mention.metonym, reading.entities[mention.entity_id].iso3) == ("COUNTRY", True, iso3)


def test_the_central_banks_of_most_countries_are_known():
    banks = {row["iso3"] for row in rows("organisations") if row["type"] == "GOV" and is_bank(row["name"])}

    assert len(banks) >= 130


def is_bank(name: str) -> bool:
    return any(word in name for word in ("Bank", "bank", "Banque", "Banco", "Monetary Authority"))
