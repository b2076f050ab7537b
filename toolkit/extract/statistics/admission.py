"""Which quantities are statistics. Years, names with numbers, ages, spans of time and sizes of groups are not."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from toolkit.extract.reading import Reading
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.changes import is_change
from toolkit.extract.statistics.measure_words import is_counted, is_measure
from toolkit.extract.statistics.movers import moved
from toolkit.extract.statistics.places import Place
from toolkit.extract.statistics.quantities import Quantity
from toolkit.extract.statistics.units import MONEY, TIME
from toolkit.extract.statistics.wordlists import word_set
from toolkit.extract.tokens import tokens_of
from toolkit.records import Date

_SMALL = 12  # up to here a count after a definite article sizes a group: the three leaders


def is_statistic(quantity: Quantity, figure: Span, place: Place, *, last: Quantity | None, reading: Reading) -> bool:
    """Whether the quantity says how much or how many.

    Args:
        quantity: what stands in the text.
        figure: its tokens.
        place: its syntax.
        last: the statistic before it in the sentence, whose noun it may share.
        reading: the article, for its names.
    """
    if quantity.dimension == TIME:
        shared = last is not None and last.unit == quantity.unit
        return shared or _is_amount_of_content(figure)
    if quantity.unit == "point" and (quantity.value == 1 or "-" in figure.text):
        return False  # at one point; a five-point plan
    if quantity.unit == "pixel" or _is_named_sum(quantity, figure):
        return False  # mark-up: |150px|
    if not quantity.is_count:
        return quantity.dimension != "ratio" or _is_ratio(quantity, figure)
    if _is_year(quantity, figure) or _is_code(figure) or _in_name(figure, reading) or _is_model(figure):
        return False
    return _is_counted(quantity, figure, place) or (last is not None and last.is_count and _goes_on(figure))


def _is_named_sum(quantity: Quantity, figure: Span) -> bool:
    """*50 Cent*: more than one, yet singular and with a capital, as in names."""
    return quantity.dimension == MONEY and figure[-1].text == "Cent" and quantity.value != 0.01


def is_span_of_time(quantity: Quantity) -> bool:
    """Whether it only says when or for how long: *the three months to January*; hours can be an amount of content."""
    return quantity.dimension == TIME and quantity.unit not in ("second", "minute", "hour")


def _goes_on(figure: Span) -> bool:
    """A further count of a list whose noun was said before: *4,300 jobs in France, 3,700 in Germany*."""
    before = words_before(figure[0], 1).text.lower()
    after = figure.doc[figure.end].lower_ if figure.end < len(figure.doc) else ""
    return (before in (",", "and", "or", ";") and after in word_set("goes_on")) or (before == "or" and after == ",")


def _is_amount_of_content(figure: Span) -> bool:
    """*75 hours of video* is a capacity; *two hours of talks* too is told as an amount."""
    return figure.end < len(figure.doc) and figure.doc[figure.end].lower_ == "of"


def _is_ratio(quantity: Quantity, figure: Span) -> bool:
    """*half of*, *half the price*, *twice as fast*, *doubled*; not *the first half of 2024* or *double standards*."""
    if figure.root.pos_ == "VERB":
        return _multiplies(figure)
    if quantity.kind == "verb":
        return False
    before = next(iter(words_before(figure[0], 1)), None)
    after = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    if quantity.kind == "multiple":
        return (
            "times" in figure.text
            or figure.text.endswith("fold")
            or (after is not None and after.lower_ in word_set("after_multiple"))
        )
    if before is not None and (before.lower_ in word_set("before_half") or before.pos_ == "NUM"):
        return False
    if "half" not in figure.text.lower() or (before is not None and before.lower_ == "by"):
        return True
    return after is not None and after.lower_ in word_set("after_half")


def _multiplies(figure: Span) -> bool:
    """*exports doubled*, not *the hall doubles as a court*."""
    after = figure.doc[figure.end].lower_ if figure.end < len(figure.doc) else ""
    what = moved(figure.root, range(figure.start, figure.end))
    return is_change(figure.root) and what is not None and after not in word_set("no_multiple")


def _is_year(quantity: Quantity, figure: Span) -> bool:
    """Four plain digits of our time, unless they count a plural noun right behind them; 2025 earnings are of 2025."""
    if not (figure.text.isdecimal() and len(figure.text) == 4 and 1500 <= quantity.value <= 2100) or quantity.hedge:
        return False
    after = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    return after is None or after.tag_ != "NNS" or is_measure(after)


def _is_code(figure: Span) -> bool:
    """*agent 007*: nothing is counted with a nought in front."""
    return re.match("0[0-9]", figure.text) is not None


def _in_name(figure: Span, reading: Reading) -> bool:
    """Whether a named mention holds the figure, beside other words: *Flight 447*, *the S&P 500*."""
    for token in (figure.root, figure.root.head):
        mention = reading.mention_of_token.get(token.i)
        if (
            mention
            and mention.level == "name"
            and mention.start <= figure.start_char
            and figure.end_char <= mention.end
        ):
            return True
    return _follows_name(figure) or _is_capitalised(figure)


def _is_capitalised(figure: Span) -> bool:
    """*the Three Gorges*, *the Six Nations*: a number word in capitals before a name, inside a sentence."""
    after = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    inside = any(token.is_alpha or token.text[0].isdigit() for token in words_before(figure[0], 1))
    return inside and figure.text.istitle() and after is not None and after.pos_ == "PROPN" and after.is_title


def _is_in_numbered_list(figure: Span) -> bool:
    """*stages 1, 3 and 4*."""
    around = [token for token in words_before(figure[0], 8) if token.text != "," and token.lower_ not in ("and", "or")]
    while around and around[-1].text.isdecimal():
        around.pop()
    name = around[-1] if around else None
    return name is not None and name.tag_ in ("NNS", "NNPS") and name.lower_.removesuffix("s") in word_set("numbered")


def _follows_name(figure: Span) -> bool:
    """*Boeing 737*, *Flight 447*, *Chapter 11*: digits after the noun or name that they number."""
    before = next(iter(words_before(figure[0], 1)), None)
    if before is None or not figure.text[0].isdecimal():
        return False
    if before.lower_ in word_set("numbered") or _is_in_numbered_list(figure):
        return True
    return (
        before.pos_ == "PROPN"
        and before.text[0].isupper()
        and bool(before.whitespace_)
        and before.ent_type_ not in ("GPE", "DATE")
    )


_VARIANT = re.compile(r"([0-9](?<!\w.)[0-9]{1,3})(?:s\b|-[0-9]{2,4}[A-Z]{1,3}\b)")


@lru_cache(maxsize=4)
def _models(doc: Doc) -> frozenset[str]:
    """Numbers that the article also uses as names: *Boeing 737*, *737s*, *777-200LR*."""
    numbers = [doc[at] for at in doc.to_array("IS_DIGIT").nonzero()[0].tolist()]
    after_names = [token.text for token in numbers if token.i and len(token) > 1 and token.nbor(-1).pos_ == "PROPN"]
    return frozenset([*after_names, *_VARIANT.findall(tokens_of(doc).source)])


def _is_model(figure: Span) -> bool:
    digits = re.match("[0-9]+", figure.text)
    return digits is not None and "," not in figure.text and digits.group() in _models(figure.doc)


def _is_counted(quantity: Quantity, figure: Span, place: Place) -> bool:
    """Whether a bare number counts something, and does not only refer to a group."""
    noun = place.noun if place.link in ("modifier", "") else None
    if noun is not None and noun.lemma_.lower() in word_set("time"):
        return False
    if _only_sizes_group(quantity, figure):
        return False
    if quantity.value == 1 and quantity.low is None:
        return noun is not None and place.verb is not None and place.verb.lemma_ in word_set("harm")
    if noun is not None:
        return _is_plural(noun)
    if _is_index_level(quantity, place):
        return True
    if not float(quantity.value).is_integer():
        return False
    return _stands_alone(quantity, figure, place)


def _is_plural(noun: Token) -> bool:
    """Whether the noun can be counted as more than one: *60 aircraft*, not *the 777 airliner*."""
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in word_set("uncounted") or noun.lower_.endswith("s")


def _only_sizes_group(quantity: Quantity, figure: Span) -> bool:
    """*the three leaders*, *any two cities*, *his two sons*; *all 51 carriers* counts them."""
    around = words_before(figure[0], 2)
    if quantity.value > _SMALL or quantity.hedge or not len(around):
        return False
    before = around[-1]
    return (
        before.lower_ in word_set("definite")
        or before.tag_ == "POS"
        or (before.pos_ == "ADJ" and around[0].lower_ in word_set("definite"))
    )


def _stands_alone(quantity: Quantity, figure: Span, place: Place) -> bool:
    """A count without its noun: *killing 102*, *to 230*, *24 in Germany*, *five of its engineers*."""
    if place.part is not None and place.part.i > figure.start and not _is_age(figure):
        return True
    if place.link == "attribute":
        return quantity.value > _SMALL and (_is_of_measure(place) or _is_scaled_level(quantity, figure, place))
    if place.link in ("object", "subject"):
        return place.verb is not None and place.verb.pos_ == "VERB" and quantity.value > 1 and not _is_age(figure)
    if place.link == "of" and place.noun is not None and is_counted(place.noun):
        return True
    if place.link == "at" and place.verb is not None and quantity.value > _SMALL:
        rates = place.verb.lemma_ in word_set("rates") and not _is_age(figure)
        return rates or (place.verb.lemma_ in word_set("level") and _is_of_measure(place))
    passes = place.link in ("above", "below") and is_change(place.verb)
    return (passes or place.link in ("to", "of", "from", "by")) and quantity.value > _SMALL and not _is_age(figure)


def _is_index_level(quantity: Quantity, place: Place) -> bool:
    """*The index closed at 2,418.86*, *the FTSE ended the day at 5,012*, *rose to 52.3 from 51.8*, *was 52.3*."""
    verb = place.verb
    if verb is None or quantity.value <= _SMALL:
        return False
    if float(quantity.value).is_integer():
        return verb.lemma_ in word_set("trades") and place.link in ("at", "to")
    if place.link == "attribute":
        return _is_of_measure(place)
    moves = is_change(verb) or verb.lemma_ in word_set("trades") or verb.lemma_ in word_set("level")
    return moves and place.link in ("at", "to", "from")


def _is_of_measure(place: Place) -> bool:
    """*China's population is 1.4 billion*, not *she is 30*."""
    subjects = place.verb.children if place.verb is not None else ()
    return any(child.dep_ == "nsubj" and (is_measure(child) or is_counted(child)) for child in subjects)


def _is_scaled_level(quantity: Quantity, figure: Span, place: Place) -> bool:
    """*The subscriber base was seven million*: so many of a thing; *the year was 2001* has no word of scale."""
    subjects = place.verb.children if place.verb is not None else ()
    is_scaled = quantity.value >= _SCALED and figure[-1].is_alpha
    return is_scaled and any(child.dep_ == "nsubj" and child.pos_ == "NOUN" for child in subjects)


_SCALED = 1000


def _is_age(figure: Span) -> bool:
    """*Maria Silva, 45, said*."""
    around = words_before(figure[0], 2)
    return len(around) == 2 and around[1].text == "," and around[0].pos_ == "PROPN"


def dates_of(sentence: Span, reading: Reading) -> Sequence[Date]:
    """The dates found in the sentence; they are the last rows of the table so far."""
    return list(reversed(list(_last_dates(sentence, reading))))


def _last_dates(sentence: Span, reading: Reading) -> Iterator[Date]:
    for row in reversed(reading.dates):
        if row.start < sentence.start_char:
            return
        yield row


def is_dated(number: Token, dates: Sequence[Date]) -> bool:
    """Whether the number stands in a date or a time of day."""
    return any(row.type != "DURATION" and row.start <= number.idx < row.end for row in dates)


def in_date(quantity: Quantity, dates: Sequence[Date]) -> bool:
    """Whether the figure is part of a date or time; a length of time is judged by its unit."""
    if not quantity.is_count and quantity.dimension != TIME:
        return False
    holding = (row for row in dates if row.start <= quantity.start and quantity.end <= row.end)
    return any(row.type != "DURATION" or quantity.is_count for row in holding)
