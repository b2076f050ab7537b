"""Which of its senses a lexicon name has in the text: Georgia, Jordan, Washington, Tokyo."""

from collections import Counter
from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Span, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import Match, Sense
from toolkit.extract.names.name import Name
from toolkit.extract.names.recognised import compatible

_PLACES = {"city", "region", "capital"}
# Parts of countries that are named after a place in them.
_PARTS = {"state", "province", "county", "nation"}


class Context:
    """What the article's other names say about an ambiguous one: how often each country is meant, and how."""

    def __init__(self, doc: Doc, matches: Collection[Match]) -> None:
        self.doc = doc
        self._starting = {match.start: match for match in matches}
        clear = [match.senses[0] for match in matches if not match.senses[0].ambiguous]
        self.countries = Counter(sense.entity.iso3 for sense in clear)
        self.provinces = Counter(sense.entity.iso3 for sense in clear if sense.entity.type in ("CITY", "REGION"))

    def around(self, span: Span) -> set[str]:
        """The countries of the larger place that the text names next: *Paris, Texas*, *Perth in Scotland*."""
        link = self.doc[span.end : span.end + 1].text
        match = self._starting.get(span.end + 1) if link in (",", "in") else None
        found = (sense.entity for sense in match.senses if sense.kind in _PARTS) if match else ()
        return {entity.iso3 for entity in found if entity.iso3}

    def best(self, senses: Iterable[Sense]) -> Sense | None:
        """The clearest sense, then the one whose country the article speaks of, then the largest place."""
        return max(senses, key=self._weight, default=None)

    def _weight(self, sense: Sense) -> tuple[bool, bool, int, int, int]:
        iso3, kind = sense.entity.iso3, sense.entity.type
        others = self.provinces[iso3] if kind == "REGION" else self.countries[iso3]
        return (not sense.ambiguous, kind == "COUNTRY" and others > 0, others, sense.population, kind == "COUNTRY")


def named_sense(match: Match, model: Name | None, context: Context) -> Sense | None:
    """What the name means here; nothing when it is not this name at all (*Turkey* as a dish, *Jordan* as a person).

    Args:
        match: the name and its senses.
        model: the model's name on the same tokens, where it found one.
        context: the article's other names.
    """
    span = context.doc[match.start : match.end]
    senses = _believed(match.senses, model, span)
    if any(sense.kind == "capital" for sense in senses):
        senses = _of_capital(senses, span)
    return context.best(_inside(senses, context.around(span)))


def _inside(senses: list[Sense], countries: set[str]) -> list[Sense]:
    """The places that lie in one of the countries, where any are stated; else whatever is no city."""
    if not countries:
        return senses
    return [s for s in senses if s.entity.iso3 in countries] or [s for s in senses if s.entity.type != "CITY"]


def _believed(senses: Iterable[Sense], model: Name | None, span: Span) -> list[Sense]:
    """The senses that hold beside what the model found on the same tokens."""
    if model is None:
        return [sense for sense in senses if _stands_alone(sense, span)]
    if model.type == "PERSON":
        return [sense for sense in senses if _beats_a_person(sense, span)]
    fitting = [sense for sense in senses if sense.entity.type in compatible(model.type)]
    people = [sense for sense in fitting if sense.is_demonym or sense.kind == "member"]
    alike = people if model.type == "GROUP" else [sense for sense in fitting if sense not in people]
    return alike or [sense for sense in senses if not sense.ambiguous]


def _of_capital(senses: list[Sense], span: Span) -> list[Sense]:
    """A capital as its government, or else as the city."""
    capital = [sense for sense in senses if sense.kind == "capital"][:1]
    city = [sense for sense in senses if sense.entity.type == "CITY"]
    return capital if is_metonym(span) else city or capital


def _stands_alone(sense: Sense, span: Span) -> bool:
    """Whether a name that the model did not see can be believed."""
    proper = any(token.pos_ in ("PROPN", "ADJ") for token in span)
    if sense.ambiguous or not proper:
        return False
    if sense.kind in _PLACES or sense.entity.type in ("CITY", "REGION"):
        return len(span) > 1 or (_is_locative(span) and not _is_in_compound(span))
    return len(span) > 1 or not _is_first_name(span)


def _is_first_name(span: Span) -> bool:
    """Whether a proper noun follows that the word belongs to: *Chad Smith*."""
    head = span.root.head
    return span.root.dep_ == "compound" and head.pos_ == "PROPN" and head.i == span.end and span.root.pos_ == "PROPN"


def _is_in_compound(span: Span) -> bool:
    doc = span.doc
    return span.end < len(doc) and doc[span.end].pos_ == "PROPN" and doc[span.end].text[:1].isupper()


def _beats_a_person(sense: Sense, span: Span) -> bool:
    """Whether the lexicon is right although the model takes the name for a person's."""
    known = sense.entity.type in ("COUNTRY", "IGO", "GOV", "ORG", "PARTY", "GROUP") or len(span) > 1
    known = known or (_is_locative(span) and not _is_in_compound(span)) or _is_articled_region(sense, span)
    return known and not sense.ambiguous and sense.kind != "capital"


def _is_articled_region(sense: Sense, span: Span) -> bool:
    """*the Danube*."""
    return sense.entity.type == "REGION" and span.start > 0 and span.doc[span.start - 1].lower_ == "the"


def is_metonym(span: Span) -> bool:
    """Whether a capital stands for its government here: it acts, owns, or is dealt with as states are."""
    root, before = span.root, span.doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in words_for("locative"):
        return False
    if span.text == "Washington":
        return root.dep_ != "appos" and not _is_city_modifier(root)
    if span.text.startswith("Washington"):
        return False
    if root.dep_ == "nsubj":
        return root.head.lemma_ not in words_for("place_verb")
    if root.dep_ == "poss":
        return True
    if root.dep_ == "dobj":
        return root.head.lemma_ in words_for("dealing_verb")
    return root.dep_ in ("conj", "pobj") and _among_states(root)


def _among_states(token: Token) -> bool:
    """Whether it is joined to others by a preposition between states, itself or through its first conjunct."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "nsubj":
        return first.head.lemma_ not in words_for("place_verb")
    return first.dep_ == "pobj" and first.head.lower_ in words_for("dealing")


def _is_city_modifier(token: Token) -> bool:
    """*Washington suburbs*: the modifier of a common noun that is no body of state."""
    return token.dep_ == "compound" and token.head.pos_ == "NOUN" and token.head.ent_type_ == ""


def _is_locative(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in words_for("locative")
