"""Names of countries, their people, capitals and governments: the ISO code is right for nearly all of them."""

import pytest

from toolkit.lexicons import rows

SAID = {
    "demonym": "The {} government rejected the plan on Tuesday.",
    "people": "Two {} were arrested on Tuesday.",
    "capital": "{} rejected the plan and recalled its ambassador.",
    "official": "The {} signed the treaty on Tuesday.",
    "government": "The {} rejected the plan on Tuesday.",
}
OTHERS = "Police in {} arrested two men on Tuesday."
EVERY = 4  # of so many names one is read, which is enough and takes seconds


@pytest.mark.slow
def test_countries_are_found_under_all_their_names_with_their_codes(read):
    names = rows("country_names")[::EVERY]
    codes = {}
    for row in names:
        reading = read(SAID.get(row["kind"], OTHERS).format(row["text"]))
        named = [mention for mention in reading.mentions if mention.text == row["text"]]
        codes[row["text"], row["iso3"]] = reading.entities[named[0].entity_id].iso3 if named else None
    found = {name: iso3 for name, iso3 in codes.items() if iso3}
    wrong = [(*name, iso3) for name, iso3 in found.items() if name[1] != iso3]

    assert len(found) / len(codes) >= 0.97, [name for name in codes if name not in found]
    assert 1 - len(wrong) / len(found) >= 0.98, wrong
