"""What is at a level: the subject of *is* or *reached*, the noun before a figure."""

from spacy.tokens import Token

from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.changes import is_change
from toolkit.extract.statistics.measure_words import Measure, is_counted, is_measure
from toolkit.extract.statistics.phrasing import noun_phrase
from toolkit.extract.statistics.places import Place, verb_above
from toolkit.extract.statistics.wordlists import word_set

_DEEPEST = 4  # verbs to climb for a shared subject


def level(place: Place) -> Measure | None:
    """*the rate is 5%*, *a rate of 5%*, *GDP up 1.2%*."""
    candidates = (place.noun, subject_of_level(place), _noun_before(place.anchor))
    noun = next((noun for noun in candidates if noun is not None and _can_be_level(noun, place)), None)
    if noun is None:
        return None
    return Measure(noun_phrase(noun, with_of=is_measure(noun), skip=place.figure), noun=noun)


def subject_of_level(place: Place) -> Token | None:
    """The subject of *is*, *stands at*, *rose to*; that of other verbs acts and has no value."""
    levels = word_set("level") | word_set("trades")
    if place.verb is None or not (place.verb.lemma_ in levels or is_change(place.verb)):
        return None
    verb = place.verb
    for _ in range(_DEEPEST):
        if subject := next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None):
            return verb.head if subject.tag_ == "WDT" and verb.dep_ == "relcl" else subject
        if verb.dep_ not in ("xcomp", "conj"):
            break
        if verb.dep_ == "conj" and verb.lemma_ == "be" and not (verb.head.lemma_ in levels or is_change(verb.head)):
            break  # Traders hardly moved, and shares were down 2%, where the parser misses the subject
        verb = verb.head
    return None


def is_level_of_measure(place: Place) -> bool:
    """*the population will exceed 400 million*, *exports averaged 2 million barrels*."""
    is_level = place.verb is not None and place.verb.lemma_ in word_set("level")
    subject = subject_of_level(place) if is_level and place.link in ("object", "") else None
    return subject is not None and (is_measure(subject) or is_counted(subject))


def _can_be_level(noun: Token, place: Place) -> bool:
    """Whether the noun can have a value; names cannot, nor can who says or expects the figure."""
    if noun.pos_ == "PRON" or noun.i in place.figure or noun.lemma_ == "percent" or noun.like_num:
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma_ in word_set("saying"):
        return False
    if noun.pos_ == "PROPN" and noun.text[:1].isupper() and not (is_measure(noun) or is_counted(noun)):
        return noun.i == noun.sent.start  # a capital that begins the sentence
    return (
        is_measure(noun) or is_counted(noun) or noun.ent_type_ not in ("PERSON", "NORP", "ORG", "GPE", "DATE", "TIME")
    )


def _noun_before(anchor: Token) -> Token | None:
    """The nearest common noun before the figure in its sentence; for headlines and bullets."""
    before = reversed(words_before(anchor, 6))
    verbless = verb_above(anchor) is None
    nouns = (token for token in before if token.pos_ in ("NOUN", "PROPN"))
    return next((token for token in nouns if is_measure(token) or (verbless and token.pos_ == "NOUN")), None)


def put_at(place: Place) -> Measure | None:
    """*exports came to $3 billion*, *the bank puts the debt at $3 billion*."""
    if place.verb is not None and place.verb.lemma_ in word_set("level") | word_set("trades"):
        return level(place)
    objects = place.verb.children if place.verb is not None else ()
    noun = next((child for child in objects if child.dep_ in ("dobj", "nsubjpass") and is_measure(child)), None)
    return Measure(noun_phrase(noun, with_of=True), noun=noun) if noun is not None else None
