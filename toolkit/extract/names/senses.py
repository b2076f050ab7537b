"""Which of its senses a lexicon name has in the text: Georgia, Jordan, Washington, Tokyo."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.cues import cued_type
from toolkit.extract.names.gazetteer import Match, Sense
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.name import Name
from toolkit.extract.names.recognised import compatible
from toolkit.lexicons import rows

_PLACES = {"city", "region", "capital"}
_PLACE_TYPES = {"CITY", "REGION", "COUNTRY"}
# Parts of countries that are named after a place in them.
_PARTS = {"state", "province", "county", "nation"}
_WHOLES = {"name", "short", "abbreviation"}
# A city this many times as large as its namesakes is meant where nothing else is said.
_DOMINANT = 10


class Context:
    """What the article's other names say about an ambiguous one: how often each country is meant, and how."""

    def __init__(self, doc: Doc, matches: Collection[Match]) -> None:
        self.doc = doc
        self._starting = {match.start: match for match in matches}
        self._texts_ending = {match.end: doc[match.start : match.end].text for match in matches}
        clear = [sense for match in matches if (sense := _clear(match.senses))]
        self.countries = Counter(sense.entity.iso3 for sense in clear)
        self.provinces = Counter(sense.entity.iso3 for sense in clear if sense.entity.type in ("CITY", "REGION"))

    def around(self, span: Span) -> set[str]:
        """The countries of the larger place that the text names next: *Paris, Texas*, *Perth in Scotland*."""
        return {sense.entity.iso3 for sense in self._larger(span) if sense.entity.iso3}

    def speaks_of(self, iso3: str | None) -> bool:
        """Whether other names of the text belong to the country beyond doubt."""
        return self.countries[iso3] > 0

    def ends_address(self, span: Span) -> bool:
        """Whether a city of that state or province stands before it: *Seattle, Washington*."""
        if span.start < 2 or self.doc[span.start - 1].text != ",":
            return False
        return (self._texts_ending.get(span.start - 1), span.text) in _cities_with_part()

    def is_in_part(self, span: Span) -> bool:
        """Whether a part of a country follows between commas: *Lebanon, Pennsylvania, lost* is no country."""
        part = self._starting.get(span.end + 1)
        if (
            part is None
            or self.doc[span.end].text != ","
            or self.doc[part.end : part.end + 1].text not in ("", ",", ".")
        ):
            return False
        return any(sense.kind in _PARTS for sense in part.senses)

    def _larger(self, span: Span) -> list[Sense]:
        link = self.doc[span.end : span.end + 1].text
        match = self._starting.get(span.end + 1) if link in (",", "in") else None
        return [sense for sense in match.senses if sense.kind in _PARTS | _WHOLES] if match else []

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
    senses = _believed(match.senses, model, span, context)
    if context.ends_address(span):
        senses = [sense for sense in senses if sense.kind in _PARTS] or senses
    if any(sense.kind == "capital" for sense in senses):
        senses = _of_capital(senses, span)
    return context.best(_inside(senses, span, context))


def is_dish(span: Span) -> bool:
    """*Turkey cooked in butter*, *a Turkey sandwich*: a word beside it is said of food, and it does nothing itself."""
    root, head = span.root, span.root.head
    if len(span) > 1 or root.lower_ not in words_for("also_food"):
        return False
    acts = root.dep_ == "nsubj" and any(child.dep_ in ("dobj", "ccomp", "prt") for child in head.children)
    return not acts and any(token.lemma_.lower() in words_for("of_food") for token in (head, *root.children))


def _inside(senses: list[Sense], span: Span, context: Context) -> list[Sense]:
    """The places that lie in the country stated next to them, where one is; else whatever is no city."""
    countries = context.around(span)
    if not countries:
        return senses
    inside = [sense for sense in senses if sense.entity.iso3 in countries]
    if inside or (context.is_in_part(span) and {sense.entity.type for sense in senses} == {"COUNTRY"}):
        return inside
    return [sense for sense in senses if sense.entity.type != "CITY"]


def _clear(senses: Sequence[Sense]) -> Sense | None:
    """What the name means whatever stands around it: one country's, or one city far larger than its namesakes."""
    if senses[0].ambiguous:
        return None
    largest, *others = sorted(senses, key=lambda sense: -sense.population)
    alone = len({sense.entity.iso3 for sense in senses}) == 1
    dominant = largest.population > _DOMINANT * max((sense.population for sense in others), default=0)
    return senses[0] if alone else largest if dominant else None


def _believed(senses: Iterable[Sense], model: Name | None, span: Span, context: Context) -> list[Sense]:
    """The senses that hold beside what the model found on the same tokens."""
    if model is None:
        return [sense for sense in senses if _stands_alone(sense, span)]
    if model.type == "PERSON":
        return [sense for sense in senses if _beats_a_person(sense, span) or _is_named_state(sense, span, context)]
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
    if sense.entity.type in _PLACE_TYPES and cued_type(span) in _PLACE_TYPES and not _is_in_compound(span):
        return sense.kind != "capital"
    known = sense.entity.type in ("COUNTRY", "IGO", "GOV", "ORG", "PARTY", "GROUP") or len(span) > 1
    placed = _is_locative(span) or (_is_reached(span) and span.text not in given_names())
    placed = placed or (span.text in _capitals() and span.text not in given_names())
    known = known or (placed and not _is_in_compound(span)) or _is_articled_region(sense, span)
    return known and not sense.ambiguous and sense.kind != "capital"


def _is_named_state(sense: Sense, span: Span, context: Context) -> bool:
    """A state that shares its name with persons, where the article names its cities or people as well."""
    alone = len(span) == 1 and not _is_in_compound(span) and span.root.dep_ != "compound"
    return alone and sense.kind == "name" and context.speaks_of(sense.entity.iso3)


@cache
def _cities_with_part() -> frozenset[tuple[str | None, str]]:
    """City and the state or province that it lies in."""
    return frozenset((row["name"], row["admin"]) for row in rows("cities") if row["admin"])


@cache
def _capitals() -> frozenset[str]:
    """The capitals of the world, which are hardly ever persons' names."""
    return frozenset(row["capital"] for row in rows("countries"))


def _is_reached(span: Span) -> bool:
    """*entered Goma*, *fled Kharkiv and Sumy*, *in Goma and Sumy*: what troops enter and people flee is a place."""
    first = _first_joined(span.root)
    located = first.dep_ == "pobj" and first.head.lower_ in ("in", "near", "outside")
    return located or (first.dep_ == "dobj" and first.head.lemma_ in words_for("reach_verb"))


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


def _first_joined(token: Token) -> Token:
    """The first of the conjuncts that the token is one of."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _among_states(token: Token) -> bool:
    """Whether it is joined to others by a preposition between states, itself or through its first conjunct."""
    first = _first_joined(token)
    if first.dep_ == "nsubj":
        return first.head.lemma_ not in words_for("place_verb")
    return first.dep_ == "pobj" and first.head.lower_ in words_for("dealing")


def _is_city_modifier(token: Token) -> bool:
    """*Washington suburbs*: the modifier of a common noun that is no body of state."""
    return token.dep_ == "compound" and token.head.pos_ == "NOUN" and token.head.ent_type_ == ""


def _is_locative(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in words_for("locative")
