"""The country that an article tells of, for its economy's figures without an owner."""

from toolkit.extract.reading import Reading
from toolkit.extract.statistics.measure_words import Measure, is_national
from toolkit.extract.statistics.subjects import Subject


def country_told_of(measure: Measure, reading: Reading) -> Subject | None:
    """The only country that headline and first sentence name, for a measure that countries have, such as inflation."""
    if measure.noun is None or not is_national(measure.noun):
        return None
    end = next((one.end for one in reading.sentences if not one.is_headline), 0)
    near = (one for one in reading.mentions if one.start < end and one.type == "COUNTRY" and one.level == "name")
    named = {one.entity_id for one in near}
    entity = reading.entities.get(named.pop()) if len(named) == 1 else None
    return Subject(entity.entity_id, entity.name) if entity else None
