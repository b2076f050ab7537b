"""What a figure measures."""

from spacy.tokens import Token

from toolkit.extract.statistics.changes import change_in, is_change, is_sum_lost
from toolkit.extract.statistics.levels import is_level_of_measure, level, put_at, subject_of_level
from toolkit.extract.statistics.measure_words import Measure, is_counted, is_measure, of_verb
from toolkit.extract.statistics.movers import moved
from toolkit.extract.statistics.phrasing import noun_phrase, participle, prepositional_object
from toolkit.extract.statistics.places import Place, first_conjunct
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.shares import more_of, part_taken, share, who_do
from toolkit.extract.statistics.units import MONEY, SHARE
from toolkit.extract.statistics.wordlists import word_set


def measure_of(quantity: Quantity, place: Place) -> Measure | None:
    """What the figure measures, from the syntax around it; nothing where that does not tell."""
    if quantity.is_count:
        return _counted(quantity, place)
    if quantity.unit == "magnitude":
        return Measure("magnitude")
    if quantity.unit == "ordinal":
        return _times_done(place)
    if quantity.dimension == "ratio":
        return share(place, is_part=quantity.kind == "fraction") or _degree(place) or _change(place) or level(place)
    if quantity.dimension == SHARE:
        return share(place) or _change(place) or part_taken(place) or more_of(place) or who_do(place) or level(place)
    if quantity.dimension == MONEY:
        is_lost = place.verb is not None and place.verb.pos_ == "VERB" and is_sum_lost(place.verb, quantity)
        change = None if is_lost and place.link == "object" else _change(place)
        measure = more_of(place) or change or _money(place) or level(place)
        return _price(measure) if measure and _is_rate(place) else measure
    if is_level_of_measure(place):
        return level(place)
    return _change(place) or _dimension(quantity, place) or level(place)


def _counted(quantity: Quantity, place: Place) -> Measure | None:
    """*number of planes bought*: the noun counted, with the verb that it is the object of."""
    noun = place.noun if place.link in ("modifier", "") else None
    noun = noun or (place.part if place.link != "of" else None)
    if _is_age(place):
        return Measure("age")
    if led := _level_led_to(place) or more_of(place, is_count=True):
        return led
    if noun is not None and noun.pos_ in ("NOUN", "PROPN") and not (place.link == "modifier" and is_change(noun)):
        return Measure(f"number of {noun_phrase(noun, skip=place.figure)}{_done(noun)}", noun=noun)
    if place.noun is not None:
        text = noun_phrase(place.noun, with_of=True, skip=place.figure)
        return Measure(text if is_measure(place.noun) else f"number of {text}", noun=place.noun)
    if place.verb is not None and place.verb.lemma_ in word_set("trades") and place.link in ("at", "to"):
        return level(place) or Measure("index level")
    if place.link == "at" and place.verb is not None and place.verb.lemma_ in word_set("rates"):
        return put_at(place)
    if place.link in ("attribute", "at") or is_level_of_measure(place):
        return level(place) or _index_level(quantity, place)
    return _change(place) or _done_number(place) or _index_level(quantity, place)


def _is_age(place: Place) -> bool:
    """*died aged 44*."""
    before = place.anchor.doc[place.figure.start - 1] if place.figure.start else place.anchor
    return before.lower_ == "aged" and place.link != "modifier"


def _index_level(quantity: Quantity, place: Place) -> Measure | None:
    """*The PMI rose to 52.3*: what counts no things is the level of an index."""
    is_level = place.link in ("to", "at", "from") and not float(quantity.value).is_integer()
    return Measure("index level") if is_level else None


def _level_led_to(place: Place) -> Measure | None:
    """*sales rose to 310,000 units*, *sales passed a million units*: the sales, not what they are counted in."""
    noun, verb = place.noun, place.verb
    if noun is None or verb is None or place.link != "modifier":
        return None
    mover, is_led = None, False
    if noun.dep_ == "dobj" and verb.lemma_ in word_set("level"):
        mover = subject_of_level(place)
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("to", "at") and noun.head.head == verb and is_change(verb):
        mover = moved(verb, place.figure)
        is_led = mover is not None and is_counted(mover)
    if mover is None or not (is_led or is_measure(mover)):
        return None
    return Measure(noun_phrase(mover, with_of=True), noun=mover)


def counted_again(noun: Token, place: Place) -> Measure:
    """The count of a noun that was said before, under its own verb: *killed 12 people and injured 40*."""
    done = f" {participle(place.verb)}" if place.verb is not None and place.link in ("object", "subject") else ""
    return Measure(f"number of {noun_phrase(noun)}{done}", noun=noun)


def _done(noun: Token) -> str:
    """What is done to the things counted: * killed*, * bought*; of those who die or flee, what they did."""
    if plight := _plight(noun):
        return f" {plight}"
    noun = first_conjunct(noun)
    verb = noun.head
    acts = noun.dep_ == "nsubj" and verb.lemma_ in word_set("harm")
    if verb.lemma_ in word_set("saying"):
        verb = next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VBN"), verb)
    if verb.pos_ != "VERB" or verb.lemma_ in word_set("light") | word_set("forecasting"):
        return ""
    if not (acts or noun.dep_ in ("dobj", "nsubjpass")):
        return ""
    return f" who {participle(verb)}" if acts else f" {participle(verb)}"


def _plight(noun: Token) -> str:
    """What those counted are, said behind them: *43 people are still missing*, *left 200 families homeless*."""
    for token in noun.doc[noun.i + 1 : noun.i + 4]:
        if token.lower_ in word_set("plight"):
            return token.lower_
        if token.pos_ not in ("ADV", "AUX"):
            break
    return ""


def _done_number(place: Place) -> Measure | None:
    """*15 were killed*, *can carry 290*: no noun, so the verb must tell."""
    verb = place.verb
    if verb is None or place.link not in ("object", "subject") or verb.lemma_ in word_set("light") | word_set("level"):
        return None
    named = of_verb(verb)
    if place.link == "subject" and place.anchor.dep_ == "nsubj" and verb.lemma_ not in word_set("harm") and not named:
        return None  # 11 of them showed growth
    return Measure(named or f"number {participle(verb)}")


def _times_done(place: Place) -> Measure | None:
    """*the third time that it has devalued*, *hosted it for the third time*."""
    around = [token for token in (place.noun, place.verb) if token is not None]
    clauses = (child for token in around if token.lemma_ in ("time", "be") for child in token.children)
    verb = next((child for child in clauses if child.dep_ in ("relcl", "acl", "ccomp", "advcl")), place.verb)
    if verb is None or verb.lemma_ == "be":
        return None
    return Measure(f"number of times {participle(verb)}", noun=verb)


def _degree(place: Place) -> Measure | None:
    """*twice as fast*, *four times larger*: how fast, how large."""
    head = place.anchor.head
    is_near = place.figure.stop <= head.i <= place.figure.stop + 1
    if head.pos_ not in ("ADJ", "ADV") or not is_near or head.lower_ in word_set("no_degree"):
        return None
    return Measure(f"how {head.lemma_.lower()}")


def _change(place: Place) -> Measure | None:
    """What rose or fell: *profits increase* for *a 78 percent increase in profits*, *exports change* for a verb."""
    if place.noun is not None and is_change(place.noun) and place.noun.pos_ == "NOUN":
        of_what = prepositional_object(place.noun, "in", "of") or place.part
        if of_what is not None and of_what.i != place.anchor.i and not of_what.like_num:
            return Measure(f"{noun_phrase(of_what)} {place.noun.lemma_}", noun=of_what)
        return Measure(noun_phrase(place.noun, skip=place.figure), noun=place.noun)
    if place.noun is not None and (change := change_in(place.noun)) is not None:
        return Measure(f"{noun_phrase(place.noun)} {change.lemma_}", noun=place.noun)
    if place.verb is None or not is_change(place.verb) or place.link == "modifier":
        return None
    mover = moved(place.verb, place.figure)
    if mover is None:
        return Measure("change") if _is_pronoun_moved(place) else None
    at_pace = (place.noun is not None and place.noun.lemma_ in word_set("pace")) or _is_yearly(place)
    to_level = place.verb.lemma_ in word_set("level") and place.link != "by"  # exports reached $3 billion
    amount = at_pace or (place.link in ("object", "by", "") and not to_level)
    if mover.pos_ in ("PROPN", "NUM"):
        return Measure("change") if amount else None
    return Measure(
        noun_phrase(mover, with_of=is_measure(mover), skip=place.figure) + (" change" if amount else ""), noun=mover
    )


def _is_yearly(place: Place) -> bool:
    """*is rising at 15% a year*: how fast."""
    behind = [token.lower_ for token in place.anchor.doc[place.figure.stop : place.figure.stop + 2]]
    return place.link == "at" and (behind[:1] == ["annually"] or behind in _EVERY)


_EVERY = (["a", "year"], ["per", "year"], ["every", "year"], ["a", "month"], ["per", "month"])


def _is_pronoun_moved(place: Place) -> bool:
    """*It has lost 7%*; *lost 7% of the vote* was read before."""
    children = place.verb.children if place.verb is not None else ()
    is_amount = place.link in ("object", "by")
    return is_amount and any(child.dep_ == "nsubj" and child.lower_ in ("it", "they") for child in children)


def _money(place: Place) -> Measure | None:
    """*contract value*, *price*, *amount raised*."""
    noun, verb = place.noun, place.verb
    if place.anchor.head.lower_ == "worth" or (place.noun is not None and place.noun.lower_ == "worth"):
        return _worth(place)
    if noun is not None and place.link == "for" and noun.lemma_.lower() not in word_set("deal"):
        return Measure("price")
    if noun is not None and place.link in ("modifier", "apposition", "of", "for", "at", "in", "with", "to"):
        text = noun_phrase(noun, with_of=place.link != "of", skip=place.figure)
        return Measure(text if is_measure(noun) else f"{text} value", noun=noun)
    if place.part is not None and place.link == "object" and verb is not None:
        return Measure(f"value of {noun_phrase(place.part)} {participle(verb)}", noun=place.part)
    if place.link in ("at", "to") and (put := put_at(place)):
        return put
    if place.link in ("for", "at") or (place.link == "to" and verb is not None):
        named = of_verb(verb)
        return Measure("value" if named == "value" else "price")
    if verb is not None and place.link in ("object", "subject"):
        if verb.lemma_ in word_set("level") and (at_level := level(place)):
            return at_level
        named = of_verb(verb)
        return Measure(named or f"amount {participle(verb)}")
    return None


def _is_rate(place: Place) -> bool:
    """*$82 a barrel*, *$900 per tonne*; not *$5 a day*, which is an amount."""
    behind = place.anchor.doc[place.figure.stop : place.figure.stop + 2]
    return len(behind) == 2 and behind[0].lower_ in ("a", "an", "per") and behind[1].lemma_ in word_set("priced")


def _price(measure: Measure) -> Measure:
    """The price of a measure's noun, unless the noun is a measure itself: *a profit of 31 cents a share*."""
    if measure.noun is not None and is_measure(measure.noun):
        return measure
    changes = measure.text.endswith(" change") or measure.text == "change"
    return Measure("price change" if changes else "price", measure.base, measure.noun)


def _worth(place: Place) -> Measure:
    """*order value* for *an order worth $15 billion* and *the order is worth $15 billion*."""
    worth = place.anchor.head
    noun = worth.head if worth.head.pos_ == "NOUN" else None
    if noun is None:
        return Measure("value")
    return Measure(f"{noun_phrase(noun, skip=place.figure)} value", noun=noun)


_DIMENSIONS = {
    "length": "length", "area": "area", "volume": "volume", "mass": "weight", "temperature": "temperature",
    "speed": "speed", "data": "capacity", "frequency": "speed", "power": "power", "energy": "energy",
    "time": "duration", "index": "points",
}  # fmt: skip


def _dimension(quantity: Quantity, place: Place) -> Measure | None:
    """*display length*, *weight of equipment*, *distance flown*."""
    label = _DIMENSIONS.get(quantity.dimension, "amount")
    if place.part is not None and place.part.head.lower_ == "of":
        return Measure(f"{label} of {noun_phrase(place.part)}", noun=place.part)
    if place.noun is not None and place.noun.i != place.anchor.i:
        text = noun_phrase(place.noun, skip=place.figure)
        return Measure(text if is_measure(place.noun) else f"{text} {label}", noun=place.noun)
    named = of_verb(place.verb)
    if named and place.verb is not None and named != "distance":
        return Measure(named)
    if named and place.verb is not None and quantity.dimension == "length":
        return Measure(f"distance {participle(place.verb)}")
    if place.verb is not None and place.verb.lemma_ in word_set("situated"):
        return Measure("distance" if label == "length" else label)
    if place.link == "object" and place.verb is not None and place.verb.lemma_ not in word_set("light"):
        return _degree(place) or Measure(f"{label} {participle(place.verb)}")
    return _degree(place) or (Measure(label) if named else None)
