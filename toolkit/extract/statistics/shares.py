"""What a share is a share of, and who takes it."""

from spacy.tokens import Token

from toolkit.extract.statistics.changes import is_change
from toolkit.extract.statistics.measure_words import Measure, is_counted, is_measure
from toolkit.extract.statistics.phrasing import noun_phrase, participle
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.wordlists import word_set


def share(place: Place, *, is_part: bool = False) -> Measure | None:
    """*50% of global GDP*, *one in five children*.

    Args:
        place: the figure's place.
        is_part: whether the figure is a fraction, so that the noun right behind it is the whole.
    """
    whole = place.part
    behind = _noun_behind(place) if is_part else None
    if behind is not None and not is_measure(behind):
        whole = behind
    elif place.link == "modifier" and place.noun is not None and is_counted(place.noun):
        whole = place.noun
    elif whole is None or whole.i < place.figure.start or whole.i in place.figure or whole.head.lower_ != "of":
        return None
    if whole.like_num or whole.ent_type_ in ("DATE", "TIME") or not whole.text[0].isalpha():
        return None
    base = noun_phrase(whole, with_of=is_measure(whole), with_owner=True)
    return Measure(f"share of {base}", base=base)


def _noun_behind(place: Place) -> Token | None:
    """*half the electorate*, *one in five children*."""
    if place.link == "modifier":
        return place.noun
    last = place.anchor.doc[place.figure.stop - 1]
    return last.head if last.dep_ == "nummod" and last.head.i >= place.figure.stop else None


def who_do(place: Place) -> Measure | None:
    """*24% have bought clothes*: a share by what those do who make it up."""
    verb = place.anchor.head
    if place.link != "subject" or verb.pos_ != "VERB" or verb.lemma_ in word_set("light") or is_change(verb):
        return None
    what = next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ == "NOUN"), None)
    done = "" if what is None else f" {noun_phrase(what)}"
    return Measure(f"share who {participle(verb)}{done}")


def more_of(place: Place, *, is_count: bool = False) -> Measure | None:
    """*40% less water*, *12% more jobs*, *300 fewer jobs*: the change of what there is more or less of."""
    doc, at = place.anchor.doc, place.figure.stop
    degree = doc[at] if at < len(doc) and doc[at].lower_ in ("less", "fewer", "more") else None
    noun = degree.head if degree is not None else None
    if degree is None or noun is None or noun.pos_ != "NOUN" or noun.i < degree.i:
        return None
    if is_count and degree.lower_ == "more":
        return None  # 300 fewer jobs are a change, 300 more jobs may be further ones
    text = noun_phrase(noun, skip=range(place.figure.start, degree.i + 1))
    return Measure(f"number of {text} change" if is_count else f"{text} change", noun=noun)


def part_taken(place: Place) -> Measure | None:
    """*won 38 percent*, *is 60 percent owned by the state*: a share by what is done with it."""
    verb = place.anchor.head
    taken = place.link == "object" and verb.pos_ == "VERB" and verb.lemma_ in word_set("taking")
    return Measure(f"share {participle(verb)}") if taken else None
