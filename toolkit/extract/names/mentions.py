"""The names of an article: the lexicons' and the model's, settled where they differ, and found wherever they recur."""

from collections.abc import Iterator

from spacy.tokens import Doc

from toolkit.extract.names.article_context import Context
from toolkit.extract.names.coined import coined
from toolkit.extract.names.composed import composed
from toolkit.extract.names.gazetteer import Match, gazetteer, straightened
from toolkit.extract.names.joined import joined
from toolkit.extract.names.linking import linked_names
from toolkit.extract.names.misspelt import misspelt
from toolkit.extract.names.name import Name, is_unit
from toolkit.extract.names.namesakes import without_namesakes
from toolkit.extract.names.offices import Offices, offices_in
from toolkit.extract.names.placing import is_dish
from toolkit.extract.names.recognised import recognised
from toolkit.extract.names.recurring import recurring
from toolkit.extract.names.senses import named_sense
from toolkit.extract.names.settled_types import one_type_each
from toolkit.extract.names.teams import with_teams
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens, tokens_of
from toolkit.records import Mention

# Names in which a country keeps its own mention (*Japanese Defence Ministry*); *Bank of America* is one thing.
_TRANSPARENT = {"GOV", "EVENT", "OTHER"}
# What the model glues names with, and the types that it then gives the whole.
_GLUE = {",", "-", "–", "and", "&", "/", "("}
_GLUED = {"CITY", "REGION", "GROUP", "ORG", "PERSON"}


def find_mentions(reading: Reading) -> Iterator[Mention]:
    """The named mentions in order of the text, with the entities that they name, which the reading keeps."""
    names = found_names(reading.doc)
    entity_ids = linked_names(names, reading)
    tokens, key = reading.tokens, reading.key
    for name in names:
        start, end = tokens.start[name.start], tokens.end[name.end - 1]
        yield Mention(
            **reading.evidence(start, end),
            mention_id=key("mention", start, end, name.type),
            type=name.type,
            level="name",
            metonym=name.metonym,
            entity_id=entity_ids[name.bounds],
            rule=name.rule,
            confidence=name.confidence,
        )


def found_names(doc: Doc) -> list[Name]:
    """The names of the document in order, an outer one before those within it; one a place."""
    tokens = tokens_of(doc)
    offices = offices_in(tokens)
    names = joined(tokens, list(settled(doc, tokens, offices)))
    taken = {at for name in names for at in range(name.start, name.end)}
    names += [*coined(tokens, taken), *misspelt(tokens, taken)]
    names = one_type_each(tokens, with_teams(tokens, without_namesakes(tokens, names)))
    names += recurring(tokens, names)
    names += composed(tokens, names, offices)
    one_a_place = {name.bounds: name for name in reversed(names)}
    return sorted(one_a_place.values(), key=lambda name: (name.start, -name.end))


def settled(doc: Doc, tokens: Tokens, offices: Offices) -> Iterator[Name]:
    """The lexicons' and the model's names, without contradictions."""
    known = (match for match in gazetteer().matches(tokens) if not offices.cover(match.start, match.end))
    matches = [match for match in known if not _is_thing(tokens, match)]
    context = Context(tokens, matches)
    model = {at: name for name in recognised(doc, offices) for at in range(name.start, name.end)}
    beaten: set[Name] = set()
    for match in matches:
        rivals = {model[at] for at in range(match.start, match.end) if at in model}
        if is_dish(tokens, match):
            beaten |= rivals
        elif name := _listed(match, rivals, context):
            yield name
            yield from _country_within(tokens, name)
            beaten |= {rival for rival in rivals if not _may_hold(tokens, rival, name)}
    yield from (name for name in dict.fromkeys(model.values()) if name not in beaten)


def _is_thing(tokens: Tokens, match: Match) -> bool:
    """Whether a unit is meant, or what the article writes small elsewhere: *Turkey* where a sentence on one begins."""
    at = match.start
    if is_unit(tokens, at):
        return True
    if len(match) > 1 or not tokens.opens[at] or match.senses[0].entity.type != "COUNTRY":
        return False
    return tokens.text[at].istitle() and tokens.lower[at] in tokens.text


def _listed(match: Match, rivals: set[Name], context: Context) -> Name | None:
    """The lexicon's name, where it holds its own against what the model found there."""
    outer = next((rival for rival in rivals if len(rival) > match.end - match.start), None)
    if outer and _hides(context.tokens, outer, match) and not _is_glued(match, outer, context.tokens):
        return None
    same = next((rival for rival in rivals if (rival.start, rival.end) == (match.start, match.end)), None)
    sense = named_sense(match, same, context)
    if sense is None:
        return None
    return Name(
        match.start,
        match.end,
        sense.entity.type,
        sense.entity.entity_id or None,
        metonym=sense.kind in ("capital", "government") and sense.entity.type == "COUNTRY",
        rule=f"lexicon_{sense.kind}",
        confidence="medium" if sense.ambiguous else "high",
    )


def _country_within(tokens: Tokens, name: Name) -> Iterator[Name]:
    """*Lebanese* of *Lebanese army*: a body of state keeps the country that its name begins with."""
    if name.type != "GOV" or len(name) < 2:
        return
    sense, *others = gazetteer().senses.get(straightened(tokens.text[name.start]), ()) or (None,)
    if sense and not others and not sense.ambiguous and sense.entity.type == "COUNTRY":
        yield Name(name.start, name.start + 1, "COUNTRY", sense.entity.entity_id, rule=f"lexicon_{sense.kind}")


def _hides(tokens: Tokens, outer: Name, match: Match) -> bool:
    """Whether the match is only a word of the model's longer name: *America* in *America Online*."""
    inside = outer.start <= match.start and match.end <= outer.end
    return inside and outer.type not in _TRANSPARENT and not _is_seat(tokens, outer, match)


def _is_seat(tokens: Tokens, outer: Name, inner: Match | Name) -> bool:
    """Whether the body's name ends with its place: *University of Lima*, *Institute for Peace in Oslo*."""
    is_last = outer.start < inner.start and inner.end == outer.end and outer.type != "PERSON"
    return is_last and tokens.lower[inner.start - 1] in ("of", "in")


def _is_glued(match: Match, outer: Name, tokens: Tokens) -> bool:
    """Whether the model glued a known name to its neighbour by a comma, a hyphen or *and*."""
    known = match.senses[0]
    if (
        known.ambiguous
        or known.entity.type == "PERSON"
        or outer.type not in _GLUED
        or (outer.type == "ORG" and known.entity.type == "COUNTRY")
    ):
        return False
    return not _GLUE.isdisjoint(tokens.lower[outer.start : outer.end])


def _may_hold(tokens: Tokens, rival: Name, name: Name) -> bool:
    """Whether the model's name stands beside the lexicon's: around it, as a body around its country."""
    may = rival.type in _TRANSPARENT or _is_seat(tokens, rival, name)
    return may and rival.covers(name) and len(rival) > len(name)
