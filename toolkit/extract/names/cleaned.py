"""The spans that the model marks as names, cut to the names themselves."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.name import is_capitalised, is_title_case, is_unit, trimmed
from toolkit.extract.names.offices import Offices

# Labels under which the model glues several names of a list into one.
_LISTED = {"PERSON", "GPE", "LOC", "FAC"}
_JOINTS = {",", "and", "&", "/", "+", ";", "(", "[", ")", "]", "to", "or"}
_LABELS = _LISTED | {"ORG"}
_DASHES = {"-", "–", "—", "--"}
_PLACE_NAMES = {"name", "short", "state", "province", "nation", "city"}
# Labels of names without prose in them, and what ends such a name.
_PROPER = {"PERSON", "GPE", "LOC", "FAC", "ORG"}
_CUT = {"before", "after", "on", "between", "with", "during", "near", "who", "which", "is", "was", "are", "were"}
# *D-Ohio*: the party and state of a member of Congress, not a name.
_SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
_VERBS = {"VB", "VBZ", "VBD", "VBP", "MD"}


def cleaned(entity: Span, offices: Offices) -> Iterator[Span]:
    """The names in a span of the model: glued ones apart, without articles, titles, marks and prose around them."""
    pieces = (_cleaned(piece, offices) for piece in _pieces(entity))
    yield from (span for span in pieces if span)


def _pieces(entity: Span) -> Iterator[Span]:
    """The single names where the model glued persons or places that the text lists: *Windsor, Vermont*."""
    start = entity.start
    if entity.label_ in _LABELS and straightened(trimmed(entity).text) not in gazetteer().senses:
        for token in entity:
            if token.i > start and _is_joint(token, entity):
                yield _labelled(entity, start, token.i)
                start = token.i + 1
    if start < entity.end:
        yield _labelled(entity, start, entity.end)


def _is_joint(token: Token, entity: Span) -> bool:
    """Whether the token stands between two names; in those of bodies only a comma before a place does."""
    if entity.label_ in _LISTED:
        is_dash = token.text in _DASHES and token.whitespace_ and token.nbor(-1).whitespace_
        return token.lower_ in _JOINTS or bool(is_dash)
    rest = straightened(entity.doc[token.i + 1 : entity.end].text)
    return token.text == "," and any(sense.kind in _PLACE_NAMES for sense in gazetteer().senses.get(rest, ()))


def _labelled(entity: Span, start: int, end: int) -> Span:
    return Span(entity.doc, start, end, label=entity.label_)


# Fiscal years, quarters and halves: *FY2023/24*, *Q3*, *H1 2024*.
_PERIOD = re.compile(r"(?:FY ?'?\d{2,4}(?:[/-]\d{2,4})?|[QH][1-4](?: ?\d{4})?)")


def _cleaned(entity: Span, offices: Offices) -> Span | None:
    """The entity's span, or nothing when it cannot be a name."""
    span = _one_line(trimmed(entity))
    if entity.label_ in _PROPER:
        span = trimmed(_proper(span))
    if entity.label_ == "PERSON":
        span = trimmed(_without_titles(span, offices))
    elif span:
        span = trimmed(_without_tail(_before_office(span, offices)))
    if not span or not any(is_capitalised(token) or token.text[:1].isdigit() for token in span):
        return None
    if entity.label_ in ("ORG", "PERSON", "WORK_OF_ART", "PRODUCT") and _is_headline_prose(span):
        return None
    if entity.label_ == "PERSON" and len(span) == 1 and span[0].tag_ == "NNS":
        return None
    is_other = (
        len(span.text) == 1
        or _is_office(span, offices)
        or _is_bare_number(span)
        or is_unit(span[0])
        or _SEAT.fullmatch(span.text)
        or _PERIOD.fullmatch(span.text)
    )
    return None if is_other else span


def _proper(span: Span) -> Span:
    """The span from its first word in capitals, or the ordinal before it, up to what no name has: *Goa on the sea*."""
    doc, start = span.doc, span.start
    while start < span.end and doc[start].is_lower and doc[start].lower_ not in words_for("name_particle"):
        start += 1
    ends = (token.i for token in doc[start + 1 : span.end] if token.text in _CUT)
    if start and _ORDINAL.fullmatch(doc[start - 1].text):
        start -= 1
    return doc[start : next(ends, span.end)]


def _one_line(span: Span) -> Span:
    """The span up to the first line end."""
    breaks = [token.i for token in span if token.is_space]
    return trimmed(span.doc[span.start : breaks[0]]) if breaks else span


def _without_titles(span: Span, offices: Offices) -> Span:
    """A person's name without what stands before it: demonyms, offices, *then-*; and without a lower-case tail."""
    doc, start, end = span.doc, span.start, span.end
    for office in offices.within(span.start, span.end - 1):
        start = max(start, office.end)
    while start < end - 1 and (_is_demonym(doc[start]) or not is_capitalised(doc[start])):
        if doc[start].lower_ in words_for("name_particle"):
            break
        start += 1
    while end > start and not is_capitalised(doc[end - 1]) and doc[end - 2].text != "-":
        end -= 1
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].is_alpha and not doc[end - 1].whitespace_:
        end += 2
    return doc[start:end]


def _without_tail(span: Span) -> Span:
    """The span without a conjunction, preposition or article that it ends with."""
    end = span.end
    while end > span.start and span.doc[end - 1].is_lower and span.doc[end - 1].pos_ in ("CCONJ", "ADP", "DET"):
        end -= 1
    return span.doc[span.start : end]


def _before_office(span: Span, offices: Offices) -> Span:
    """The span up to an office that ends it: *White House* of *White House National Security Advisor*."""
    cut = next(
        (at for at in range(span.start + 1, span.end) if (office := offices.at.get(at)) and office.start == at), 0
    )
    return span.doc[span.start : cut] if cut and offices.at[cut].end >= span.end else span


def _is_demonym(token: Token) -> bool:
    senses = gazetteer().senses.get(straightened(token.text), ())
    return bool(senses) and all(sense.kind in ("demonym", "people", "abbreviation") for sense in senses)


def _is_headline_prose(span: Span) -> bool:
    """Whether the span is a stretch of a title-case headline: it has a verb, and no lexicon lists it."""
    if straightened(span.text) in gazetteer().senses:
        return False
    has_verb = any(token.tag_ in _VERBS for token in span) and len(span) > 1
    return has_verb and is_title_case(span.doc, span.sent.start, span.sent.end)


def _is_office(span: Span, offices: Offices) -> bool:
    """Whether the span is an office or a part of one: *State* of *Secretary of State*."""
    return any(
        office.start <= span.start and span.end <= office.end
        for office in offices.within(max(0, span.start - 8), span.end + 8)
    )


def _is_bare_number(span: Span) -> bool:
    return all(token.like_num or token.is_digit for token in span)
