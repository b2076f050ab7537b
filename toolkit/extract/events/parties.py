"""The parties that an adjective counts: *trilateral cooperation* is among the three countries named together before."""

from collections.abc import Iterable

from spacy.tokens import Token

from toolkit.extract.reading import Reading, Referent

_COUNTED = {"bilateral": 2, "trilateral": 3, "quadrilateral": 4}
# How many sentences back the parties are sought.
_BACK = 8


def parties_counted(words: Iterable[Token], reading: Reading) -> list[Referent]:
    """The countries among which the things are that the words tell of; none where no adjective counts them."""
    counting = next((word for word in words if word.lower_ in _COUNTED), None)
    if counting is None:
        return []
    here = reading.sentence_at(counting.idx).position
    for sentence in reversed(reading.sentences[max(0, here - _BACK) : here + 1]):
        countries = _countries_in(sentence.start, min(sentence.end, counting.idx), reading)
        if len(countries) == _COUNTED[counting.lower_]:
            return [Referent(country, "group") for country in countries]
    return []


def _countries_in(start: int, end: int, reading: Reading) -> tuple[str, ...]:
    named = (mention.entity_id for mention in reading.mentions_in(start, end) if mention.type == "COUNTRY")
    return tuple(dict.fromkeys(named))
