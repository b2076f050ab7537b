"""Countries that the article leaves out: those of known holders, of the office above, of the head of a government."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

from toolkit.extract.names.linking import parts
from toolkit.extract.names.roles import without_qualifier
from toolkit.extract.reading import Reading
from toolkit.lexicons import rows
from toolkit.records import Entity

# Shorter family names are borne by too many.
_LONG_FAMILY_NAME = 5


def inherit_countries(reading: Reading) -> None:
    """Give officials and governments whose country is not stated that of whom they are known as, or serve under."""
    _recognise_holders(reading)
    _inherit_by_office(reading)
    _inherit_by_leader(reading)


def _recognise_holders(reading: Reading) -> None:
    """*former President Donald Trump* is the one of the lexicon of office holders: his name and office are both its."""
    for official in list(reading.entities.values()):
        if official.type == "PERSON" and official.role and official.iso3 is None:
            known = _countries_of_holders().get((parts(official.name), without_qualifier(_title(official))), set())
            if len(known) == 1:
                reading.entities[official.entity_id] = _of_country(official, min(known), reading)


@cache
def _countries_of_holders() -> dict[tuple[tuple[str, ...], str], set[str]]:
    """Name and title -> the countries that such a person has served; a long family name will do for the name."""
    titles: dict[str, set[str]] = defaultdict(set)
    for row in rows("office_titles"):
        titles[row["office"].lower()].add(row["title"])
    served: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for row in (row for row in rows("office_holders") if ":" not in row["of"]):
        family = row["family"] if len(row["family"]) >= _LONG_FAMILY_NAME else ""
        for name in filter(None, (row["person"], *row["also"].split("|"), family)):
            for title in {row["office"].lower(), *titles[row["office"].lower()]}:
                served[parts(name), title].add(row["of"])
    return served


def _inherit_by_office(reading: Reading) -> None:
    """An *assistant secretary of state* serves where the *secretary of state* of the article does."""
    countries: dict[str, set[str]] = defaultdict(set)
    officials = [entity for entity in reading.entities.values() if entity.type == "PERSON" and entity.role]
    for official in officials:
        if official.iso3 and " " in (role := _title(official)):
            countries[role].add(official.iso3)
    for official in officials:
        known = {iso3 for role, found in countries.items() if role in _title(official) for iso3 in found}
        if official.iso3 is None and len(known) == 1:
            reading.entities[official.entity_id] = _of_country(official, known.pop(), reading)


def _title(official: Entity) -> str:
    return (official.role or "").lower()


def _inherit_by_leader(reading: Reading) -> None:
    """The *Ruiz administration* governs the country of the person whose name it begins with."""
    people = {mention.start: mention.entity_id for mention in reading.mentions if mention.type == "PERSON"}
    for mention in reading.mentions:
        government = reading.entities[mention.entity_id]
        leader = reading.entities.get(people.get(mention.start, ""))
        if government.type == "GOV" and government.iso3 is None and leader and leader.iso3:
            reading.entities[government.entity_id] = _of_country(government, leader.iso3, reading)


def _of_country(entity: Entity, iso3: str, reading: Reading) -> Entity:
    country = f"country:{iso3}"
    affiliation = country if country in reading.entities else None
    return replace(entity, iso3=iso3, affiliation_id=entity.affiliation_id or affiliation)
