"""Statistic rows: value, unit, what is measured, and whose figure it is."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from toolkit.extract.reading import Reading
from toolkit.extract.sentences import sentence_of
from toolkit.extract.statistics.admission import dates_of, in_date, is_dated, is_span_of_time, is_statistic
from toolkit.extract.statistics.amounts import Setting
from toolkit.extract.statistics.changes import change_origins, direction_of, is_change, split_changes
from toolkit.extract.statistics.distances import is_distance, is_situated, placed
from toolkit.extract.statistics.elisions import gapped_owner, is_elided, own_owner, shared_units
from toolkit.extract.statistics.measure_words import Measure, is_bare_measure, is_measure
from toolkit.extract.statistics.measures import counted_again, measure_of
from toolkit.extract.statistics.numbers import number_tokens
from toolkit.extract.statistics.phrasing import noun_phrase
from toolkit.extract.statistics.places import Place, place_of
from toolkit.extract.statistics.quantities import Quantity, quantities
from toolkit.extract.statistics.rows import Figure, statistic
from toolkit.extract.statistics.scores import figures_of, scores_in, without_scores
from toolkit.extract.statistics.subjects import Subject, as_subject, has_figures, subject_of
from toolkit.extract.statistics.tables import in_table
from toolkit.extract.statistics.topics import country_told_of
from toolkit.extract.statistics.units import SHARE
from toolkit.extract.statistics.wordlists import word_set
from toolkit.extract.tokens import places_of
from toolkit.records import Statistic

__all__ = ["statistics_in"]


def statistics_in(sentence: Span, reading: Reading) -> Iterator[Statistic]:
    """The statistics of a sentence, in order of the text. The sentence's dates must be in the reading."""
    numbers = number_tokens(sentence)
    dates = dates_of(sentence, reading) if numbers else []
    if all(is_dated(number, dates) for number in numbers):
        return
    printed = reading.tokens.printed(sentence.start, sentence.end)
    scores = scores_in(printed, sentence, reading)
    yield from (statistic(one, sentence, dates, reading) for score in scores for one in figures_of(score, reading))
    found = quantities(printed, offset=sentence.start_char, setting=_setting(sentence, reading))
    found = without_scores(found, scores)
    kept = [quantity for quantity in split_changes(found, sentence) if not in_date(quantity, dates)]
    kept = list(shared_units([one for one in kept if not is_span_of_time(one)], reading.article.text))
    last: Figure | None = None
    for quantity, origin in zip(kept, change_origins(kept, reading.article.text, dates), strict=True):
        span = reading.span(quantity.start, quantity.end)
        place = place_of(span)
        if figure := in_table(quantity, place, reading):
            yield statistic(figure, sentence, dates, reading)
        elif is_statistic(quantity, span, place, last=last.quantity if last else None, reading=reading):
            last = _figure(quantity, place, last, origin, reading)
            yield statistic(last, sentence, dates, reading)


def _setting(sentence: Span, reading: Reading) -> Setting:
    """The countries named in the sentence, and where its verbs begin."""
    first, last, headed, tokens = sentence.start, sentence.end, reading.mention_of_token, reading.tokens
    mentions = [headed[at] for at in headed.keys() & range(first, last)]
    entities = [reading.entities.get(mention.entity_id) for mention in mentions]
    countries = frozenset(entity.iso3 for entity in entities if entity and entity.iso3)
    verbs = places_of(tokens.pos[first:last], ("VERB", "AUX"))
    return Setting(countries, frozenset([tokens.start[first + at] for at in verbs]))


def _figure(
    quantity: Quantity, place: Place, last: Figure | None, change_from: float | None, reading: Reading
) -> Figure:
    """The quantity with its measure and subject; where they are left out, those of the figure before it hold."""
    bare = Figure(quantity, place, None, None, change_from)
    if last and (owner := gapped_owner(reading.doc[place.figure.start : place.figure.stop], last, reading)):
        return _gapped(bare, owner, last, reading)
    if last and is_elided(bare, last):
        owner = own_owner(place, reading)
        subject = as_subject(owner, reading) if owner is not None else None
        return replace(bare, measure=_shared(quantity, place, last), subject=subject or last.subject)
    if is_distance(quantity, place) and not is_situated(place):
        where = placed(place, reading)
        subject = as_subject(where, reading) if where is not None else None
        return replace(bare, measure=Measure("distance"), subject=subject)
    measure = measure_of(quantity, place)
    said = last.subject if last else _told_of_before(place, reading)
    subject = subject_of(quantity, place, measure.noun if measure else None, said=said, reading=reading)
    if measure is None and last is None and (row := _taken_up(quantity, place, reading)):
        return replace(bare, measure=Measure(row.measure or ""), subject=_owner_of(row))
    if last and (measure is None or _is_bare_change(measure)):
        measure = _measured_before(quantity, place, last) or measure
    if measure is None and quantity.dimension == SHARE and direction_of(quantity, place):
        measure = Measure("change")
    if measure and subject and _says_nothing(subject, measure):
        own = subject if _may_own(subject, measure) else None
        subject = _spoken_of(reading) or country_told_of(measure, reading) or own
    return replace(bare, measure=measure, subject=subject or (last.subject if last else None))


def _told_of_before(place: Place, reading: Reading) -> Subject | None:
    """The subject of the figure in the sentence before, for a pronoun: *The dollar fell 2%. It has lost 7%*."""
    subjects = place.verb.children if place.verb is not None else ()
    if not any(child.lower_ == "it" and child.dep_ == "nsubj" for child in subjects):
        return None
    start = place.anchor.sent.start
    earliest = reading.doc[start - 1].sent.start_char if start else 0
    row = reading.statistics[-1] if reading.statistics else None
    return _owner_of(row) if row is not None and earliest <= row.start else None


def _may_own(subject: Subject, measure: Measure) -> bool:
    """Whether the noun of the measure can have a figure: *a contract* its value, *people* their number."""
    return not is_bare_measure(measure) and subject.text.lower() != measure.text.lower()


def _taken_up(quantity: Quantity, place: Place, reading: Reading) -> Statistic | None:
    """The figure of the sentence before that a pronoun takes up: *It made $9 million. That was up from $7 million*."""
    if place.verb is None or place.verb.lemma_ not in word_set("level"):
        return None
    if not any(child.dep_ == "nsubj" and child.lower_ in _TAKES_UP for child in place.verb.children):
        return None
    start = sentence_of(place.anchor).start
    earliest = sentence_of(reading.doc[start - 1]).start_char if start else 0
    near = (row for row in reversed(reading.statistics[-_NEAR:]) if row.start >= earliest and row.measure)
    return next((row for row in near if row.unit == quantity.unit), None)


_TAKES_UP = ("that", "this", "it", "which")
_NEAR = 8  # figures of the sentence before


def _owner_of(row: Statistic) -> Subject | None:
    return Subject(row.subject_id, row.subject) if row.subject else None


def _says_nothing(subject: Subject, measure: Measure) -> bool:
    """Whether the subject only repeats the measure."""
    if subject.text.lower() == measure.text.lower():
        return True
    return subject.entity_id is None and measure.text.lower().startswith(subject.text.lower())


def _measured_before(quantity: Quantity, place: Place, last: Figure) -> Measure | None:
    """What a figure without measure tells of: *sold 500 cars, up 2.6 percent*, *took in 100, twice as many as Peru*.

    *an increase of 9 percent*; *added 4% to 142 million euros*, where a change leads to a level.
    """
    if last.measure is None:
        return None
    if last.quantity.unit == "point" and quantity.is_count:
        return Measure("index level")
    changes = last.measure.text.endswith(" change")
    between = place.anchor.doc[last.place.figure.stop : place.figure.start]
    if changes and quantity.dimension != SHARE and between.text == "to":
        return last.measure._replace(text=last.measure.text.removesuffix(" change"))
    if last.quantity.dimension == quantity.dimension:
        return last.measure
    is_relative = quantity.kind == "multiple" or direction_of(quantity, place) is not None
    if not is_relative or quantity.dimension not in (SHARE, "ratio"):
        return None
    return last.measure if changes else Measure(f"{last.measure.text} change")


def _is_bare_change(measure: Measure) -> bool:
    """*an increase*, *the fall*: of what was said before."""
    noun = measure.noun
    return noun is not None and is_change(noun) and not is_measure(noun) and measure.text == noun.lower_


def _spoken_of(reading: Reading) -> Subject | None:
    """The named subject of the figure before, for a measure whose owner is not said."""
    last = reading.statistics[-1] if reading.statistics else None
    entity = reading.entities.get(last.subject_id or "") if last else None
    if last is None or entity is None or last.measure == "distance" or not has_figures(entity.type, entity.name):
        return None
    return Subject(last.subject_id, last.subject or entity.name)


def _gapped(bare: Figure, owner: Token, last: Figure, reading: Reading) -> Figure:
    """The figure of another owner, or of another measure, under the verb of the figure before."""
    if not is_measure(owner):
        return replace(bare, measure=last.measure, subject=as_subject(owner, reading))
    change = " change" if last.measure and last.measure.text.endswith(" change") else ""
    measure = Measure(noun_phrase(owner, with_of=True) + change, noun=owner)
    return replace(bare, measure=measure, subject=last.subject)


def _shared(quantity: Quantity, place: Place, last: Figure) -> Measure | None:
    """The measure of the figure before; a count under another verb keeps only its noun."""
    noun = last.measure.noun if last.measure else None
    if quantity.is_count and noun is not None and place.verb not in (None, last.place.verb):
        return counted_again(noun, place)
    return last.measure
