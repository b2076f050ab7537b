"""Results of matches and votes: *won 3-1*, *approved by 120-45* are two counts, one for each side, and no range."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from toolkit.extract.reading import Reading
from toolkit.extract.statistics.measure_words import Measure
from toolkit.extract.statistics.places import place_of, verb_above
from toolkit.extract.statistics.quantities import SCORE, Quantity
from toolkit.extract.statistics.rows import Figure
from toolkit.extract.statistics.subjects import Subject, as_subject
from toolkit.extract.statistics.units import COUNT
from toolkit.extract.statistics.wordlists import word_set

_RESULT = re.compile(r"(?<![\w.,/$€£-])([0-9]{1,4})[-–]([0-9]{1,4})(?![\w%/-]|[.,][0-9])")
_SUBJECTS, _OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "pobj")
_AGAINST = ("to", "against", "over", "with", "at")


@dataclass(frozen=True, slots=True)
class Score:
    """A result in the text: both numbers with their characters, and the verb that tells it."""

    first: Quantity
    second: Quantity
    verb: Token

    def holds(self, quantity: Quantity) -> bool:
        """Whether the quantity was read off these characters."""
        return self.first.start < quantity.end and quantity.start < self.second.end


def scores_in(printed: str, sentence: Span, reading: Reading) -> list[Score]:
    """The results that a sentence tells, in order; two numbers before a noun are a range (*10-15 planes*)."""
    found = []
    for match in _RESULT.finditer(printed):
        span = reading.span(sentence.start_char + match.start(), sentence.start_char + match.end())
        verb = verb_above(span.root)
        if verb is not None and _tells_result(verb) and not _is_counting(span):
            first, second = (_side(match, group, sentence.start_char) for group in (1, 2))
            found.append(Score(first, second, verb))
    return found


def without_scores(quantities: Iterable[Quantity], scores: Sequence[Score]) -> Iterator[Quantity]:
    """The quantities that were not read off a result."""
    return (quantity for quantity in quantities if not any(score.holds(quantity) for score in scores))


def figures_of(score: Score, reading: Reading) -> Iterator[Figure]:
    """A figure for each side: the votes for and against, or what each team scored, the winner the larger number."""
    place = place_of(reading.span(score.first.start, score.first.end))
    sides = _votes(score.verb, reading) if score.verb.lemma_ in word_set("ballot") else _teams(score, reading)
    for quantity, (measure, subject) in zip((score.first, score.second), sides, strict=True):
        yield Figure(quantity, place, Measure(measure), subject, None)


def _tells_result(verb: Token) -> bool:
    return verb.lemma_ in word_set("ballot") or verb.lemma_ in word_set("match")


def _is_counting(span: Span) -> bool:
    """Whether a noun follows that the numbers count, which is not the day of the match."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "SYM") and after.ent_type_ != "DATE"


def _side(match: re.Match[str], group: int, offset: int) -> Quantity:
    start, end = match.span(group)
    return Quantity(start + offset, end + offset, float(match[group]), COUNT, COUNT, SCORE)


def _votes(verb: Token, reading: Reading) -> list[tuple[str, Subject | None]]:
    """Votes for and against what was put to the vote; those that decided stand first."""
    measures = ["votes for", "votes against"]
    if verb.lemma_ in word_set("voted_down"):
        measures.reverse()
    is_passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    subject = _party(verb, _SUBJECTS if is_passive or verb.lemma_ == "pass" else _OBJECTS[:1], reading)
    return [(measure, subject) for measure in measures]


def _teams(score: Score, reading: Reading) -> list[tuple[str, Subject | None]]:
    """Whose score each number is: the one that loses has the smaller, wherever it stands."""
    own, other = _party(score.verb, _SUBJECTS[:1], reading), _opponent(score.verb, reading)
    own_is_larger = score.verb.lemma_ not in word_set("beaten")
    first_is_own = (score.first.value >= score.second.value) == own_is_larger
    parties = (own, other) if first_is_own else (other, own)
    return [("score", party) for party in parties]


def _opponent(verb: Token, reading: Reading) -> Subject | None:
    """The object of *beat*, or who is named behind *to*, *against*, *with*."""
    if (beaten := _party(verb, _OBJECTS[:1], reading)) is not None:
        return beaten
    links = (child for child in verb.children if child.lower_ in _AGAINST)
    return next((party for link in links if (party := _party(link, _OBJECTS[1:], reading))), None)


def _party(head: Token, roles: Sequence[str], reading: Reading) -> Subject | None:
    children = (child for child in head.children if child.dep_ in roles and not child.text[:1].isdigit())
    return next((party for child in children if (party := as_subject(child, reading))), None)
