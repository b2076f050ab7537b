"""Countries that the article leaves out: those of known holders, of the office above, of the head of a government."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

from toolkit.extract.reading import Reading
from toolkit.lexicons import rows
from toolkit.records import Entity


def inherit_countries(reading: Reading) -> None:
    """Give officials and governments whose country is not stated that of whom they are known as, or serve under."""
    _recognise_holders(reading)
    _inherit_by_office(reading)
    _inherit_by_leader(reading)


def _recognise_holders(reading: Reading) -> None:
    """*former President Donald Trump* is the one of the lexicon of office holders: his name and office are both its."""
    for official in list(reading.entities.values()):
        if official.type != "PERSON" or not official.role or official.iso3:
            continue
        known = {of for office, of in _terms().get(official.name, ()) if _title(official).endswith(office)}
        if len(known) == 1:
            reading.entities[official.entity_id] = _of_country(official, known.pop(), reading)


@cache
def _terms() -> dict[str, set[tuple[str, str]]]:
    """Person -> the offices of states that they have held, with the country."""
    terms: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows("office_holders"):
        for name in (row["person"], *filter(None, row["also"].split("|"))):
            if ":" not in row["of"]:
                terms[name].add((row["office"], row["of"]))
    return terms


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
