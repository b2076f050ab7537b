"""Countries that the article states of someone else: of the office above, of the head of a government."""

from collections import defaultdict
from dataclasses import replace

from toolkit.extract.reading import Reading
from toolkit.records import Entity


def inherit_countries(reading: Reading) -> None:
    """Give offices and governments whose country nobody states the country that the article gives those above them."""
    _inherit_by_office(reading)
    _inherit_by_leader(reading)


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
