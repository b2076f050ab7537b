"""How far away something is: *600 km northwest of the capital*, *within 100 km of the volcano*."""

from spacy.tokens import Token

from toolkit.extract.reading import Reading
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.measure_words import of_verb
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.wordlists import word_set

_BRACKET = 5  # tokens of a second unit: (about 370 miles)
_LEADS = 3  # hedges before a figure: just over about


def is_distance(quantity: Quantity, place: Place) -> bool:
    """Whether the length only says how far from a place something is; *flew 300 km from Rome* is a way covered."""
    if quantity.dimension != "length" or _is_way(place):
        return False
    first, after = _word_before(place), _words_behind(place)
    if not after:
        return False
    if after[0] in word_set("afar"):
        return True
    is_headed = after[0] in word_set("compass") and after[1:2] in (["of"], ["from"], ["off"])
    return is_headed or (first == "within" and after[0] == "of")


def is_situated(place: Place) -> bool:
    """Whether the verb tells where its subject is: *the town lies 30 km north of Kabul*."""
    return place.verb is not None and place.verb.lemma_ in word_set("situated")


def placed(place: Place, reading: Reading) -> Token | None:
    """The place whose distance it is: *from Tari, about 40 km from the mine*, *the mine is 40 km away*."""
    return _named_before(place, reading) or _subject_of_being(place)


def _subject_of_being(place: Place) -> Token | None:
    around = place.verb.children if place.verb is not None and place.verb.lemma_ == "be" else ()
    return next((child for child in around if child.dep_ == "nsubj" and child.i < place.figure.start), None)


def _named_before(place: Place, reading: Reading) -> Token | None:
    around = [token for token in words_before(place.anchor, _LEADS + 2) if token.i < place.figure.start]
    while around and (around[-1].lower_ in word_set("vague") or around[-1].lower_ in word_set("gap")):
        around.pop()
    if len(around) < 2 or around[-1].text != ",":
        return None
    mention = reading.mention_of_token.get(around[-2].i)
    return around[-2] if mention is not None and mention.level == "name" and mention.type in _PLACES else None


_PLACES = ("CITY", "REGION", "COUNTRY", "SITE")


def _is_way(place: Place) -> bool:
    return place.link == "object" and place.verb is not None and of_verb(place.verb) == "distance"


def _word_before(place: Place) -> str:
    before = [token.lower_ for token in place.anchor.doc[max(place.figure.start - _LEADS, 0) : place.figure.start]]
    return next((word for word in reversed(before) if word not in word_set("vague")), "")


def _words_behind(place: Place) -> list[str]:
    """The two words behind the figure, and behind the same in another unit."""
    doc = place.anchor.doc
    text = " ".join(token.lower_ for token in doc[place.figure.stop : place.figure.stop + _BRACKET + 5])
    ahead = text.replace(" - ", "-").split()
    if ahead[:1] == ["("] and ")" in ahead:
        ahead = ahead[ahead.index(")") + 1 :]
    return ahead[1:3] if ahead[:1] == [")"] else ahead[:2]
