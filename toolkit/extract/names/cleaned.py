"""The spans that the model marks as names, cut to the names themselves."""

import re
from collections.abc import Iterator

from toolkit.extract.names.common import is_common_noun
from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.heads import type_by_head
from toolkit.extract.names.name import in_title_case, is_capitalised, is_number, is_unit, trimmed
from toolkit.extract.names.offices import Offices
from toolkit.extract.tokens import Tokens

# Labels under which the model glues several names of a list into one.
_LISTED = {"PERSON", "GPE", "LOC", "FAC"}
_JOINTS = {",", "and", "&", "/", "+", ";", "(", "[", ")", "]", "to", "or"}
_DASHES = {"-", "–", "—", "--"}
_PLACES = {"COUNTRY", "REGION", "CITY", "GROUP"}
_PLACE_NAMES = {"name", "short", "state", "province", "nation", "city"}
# Labels of names without prose in them, and what ends such a name.
_PROPER = {"PERSON", "GPE", "LOC", "FAC", "ORG"}
_CUT = {"before", "after", "on", "between", "with", "during", "near", "who", "which", "is", "was", "are", "were"}
# Labels that the model gives to stretches of headlines.
_PROSE = {"ORG", "PERSON", "WORK_OF_ART", "PRODUCT"}
_TAIL = {"CCONJ", "ADP", "DET"}
# *D-Ohio*: the party and state of a member of Congress, not a name.
_SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")
# *Derby 2-1*: the result behind a team's name.
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
_COMMON = {"NN", "NNS"}
# What stands before a bill or an act of parliament: *the ID cards Bill*.
_BEFORE_LAWS = {"DET", "NOUN", "PROPN", "PRON"}
_VERBS = {"VB", "VBZ", "VBD", "VBP", "MD"}
# Fiscal years, quarters and halves: *FY2023/24*, *Q3*, *H1 2024*.
_PERIOD = re.compile(r"(?:FY ?'?\d{2,4}(?:[/-]\d{2,4})?|[QH][1-4](?: ?\d{4})?)")


def cleaned(tokens: Tokens, start: int, end: int, *, label: str, offices: Offices) -> Iterator[tuple[int, int]]:
    """The names in a span of the model: glued ones apart, without articles, titles, marks and prose around them."""
    for piece in _pieces(tokens, start, end, label):
        if name := _cleaned(tokens, *piece, label, offices):
            yield name


def _pieces(tokens: Tokens, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """The single names where the model glued what the text lists or brackets: *Windsor, Vermont*."""
    start, end = trimmed(tokens, start, end)
    if _is_local(tokens, start, end):
        yield start, start + 1
        start += 1
    joints = [at for at in range(start + 1, end) if _is_joint(tokens, start, at, end, label)]
    if joints and not _is_known(tokens, start, end):
        for at in joints:
            yield start, at
            start = at + 1
    if start < end:
        yield start, end


def _is_joint(tokens: Tokens, start: int, at: int, end: int, label: str) -> bool:
    """Whether the token stands between two names; in those of bodies only a comma before a place does."""
    word = tokens.text[at]
    if label in _LISTED:
        is_dash = word in _DASHES and tokens.spaced[at] and tokens.spaced[at - 1]
        return tokens.lower[at] in _JOINTS or is_dash or (word == "of" and _is_part_of(tokens, start, at, end))
    if word == "(":
        return ")" not in tokens.text[at:end]
    return word in (",", "in") and label == "ORG" and _is_place(tokens.printed(at + 1, end))


def _is_known(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the lexicons list the whole."""
    return straightened(tokens.printed(*trimmed(tokens, start, end))) in gazetteer().senses


def _is_local(tokens: Tokens, start: int, end: int) -> bool:
    """*Swiss Lausanne*, *Spaniard Costa*: a demonym before a place, a people's noun before a name: no name together."""
    is_local = _is_demonym(tokens.text[start]) and _is_place(tokens.printed(start + 1, end))
    is_local = is_local or (end - start == 2 and _is_native(tokens.text[start]))
    return is_local and not _is_known(tokens, start, end)


def _is_part_of(tokens: Tokens, start: int, of: int, end: int) -> bool:
    """*Harrow District* of *Peru*: a region of several words, and the larger place that it lies in."""
    is_region = of - start > 1 and type_by_head(tokens.printed(start, of)) == "REGION"
    return is_region and any(_is_place(tokens.printed(at, end)) for at in range(of + 1, end))


def _is_place(text: str) -> bool:
    """Whether a country, a part of one, a city or a people is called so."""
    senses = gazetteer().senses.get(straightened(text), ())
    return any(sense.kind in _PLACE_NAMES and sense.entity.type in _PLACES for sense in senses)


def _cleaned(tokens: Tokens, start: int, end: int, label: str, offices: Offices) -> tuple[int, int] | None:
    """The name in the piece, or nothing when it cannot be one."""
    start, end = _one_line(tokens, *trimmed(tokens, start, end))
    end = _before_score(tokens, start, end)
    if label in _PROPER:
        start, end = trimmed(tokens, *_proper(tokens, start, end))
    elif label == "EVENT" and 0 < start < end and _ORDINAL.fullmatch(tokens.text[start - 1]):
        start -= 1
    if label == "PERSON":
        start, end = trimmed(tokens, *_without_titles(tokens, start, end, offices))
    else:
        start, end = _before_office(tokens, start, end, offices)
        start, end = trimmed(tokens, start, _without_tail(tokens, start, end))
    if start >= end or not any(text[0].isupper() or text[0].isdigit() for text in tokens.text[start:end]):
        return None
    if label == "PERSON" and end - start == 1 and tokens.tag[start] == "NNS":
        return None
    if label in _PROSE and _is_headline_prose(tokens, start, end):
        return None
    return None if _is_other(tokens, start, end, offices) else (start, end)


def _before_score(tokens: Tokens, start: int, end: int) -> int:
    """The end without the result, of one token or three: *Otto Brandt 6-3*."""
    length = next((some for some in (1, 3) if _SCORE.fullmatch("".join(tokens.text[end - some : end]))), 0)
    return end - length if end - start > length else end


def _is_other(tokens: Tokens, start: int, end: int, offices: Offices) -> bool:
    """Whether it is no name but a letter, number, unit, office, seat of Congress, period, act or common noun."""
    text = tokens.printed(start, end)
    return (
        len(text) == 1
        or _is_office(start, end, offices)
        or all(map(is_number, tokens.text[start:end]))
        or is_unit(tokens, start)
        or _SEAT.fullmatch(text) is not None
        or _PERIOD.fullmatch(text) is not None
        or (end - start == 1 and is_common_noun(tokens, start))
        or text in words_for("no_name")
        or (text in words_for("law_noun") and start > 0 and tokens.pos[start - 1] in _BEFORE_LAWS)
    )


def _proper(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """From the first word in capitals, or the ordinal before it, up to what no name has: *Goa on the sea*."""
    while start < end and tokens.text[start].islower() and tokens.text[start] not in words_for("name_particle"):
        start += 1
    cuts = (at for at in range(start + 1, end) if tokens.text[at] in _CUT)
    end = next((at for at in cuts if tokens.text[at - 1] not in words_for("head_of_topic")), end)
    if 0 < start < end and _ORDINAL.fullmatch(tokens.text[start - 1]):
        start -= 1
    return start, end


def _one_line(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The span up to the first line end."""
    stop = next((at for at in range(start, end) if tokens.text[at].isspace()), None)
    return (start, end) if stop is None else trimmed(tokens, start, stop)


def _without_titles(tokens: Tokens, start: int, end: int, offices: Offices) -> tuple[int, int]:
    """A person's name without what stands before it: demonyms, offices, *then-*; and without a lower-case tail."""
    words = tokens.text
    for office in offices.within(start, end - 1):
        start = max(start, office.end)
    while start < end - 1 and (
        _is_demonym(words[start]) or not is_capitalised(words[start]) or _is_call(tokens, start)
    ):
        if tokens.lower[start] in words_for("name_particle"):
            break
        start += 1
    while end > start and not is_capitalised(words[end - 1]) and words[end - 2] != "-":
        end -= 1
    while end + 1 < len(words) and words[end] == "-" and words[end + 1].isalpha() and not tokens.spaced[end - 1]:
        end += 2
    return start, end


def _is_call(tokens: Tokens, at: int) -> bool:
    """*Vote Brandt*: a verb that opens the sentence, and no given name."""
    return tokens.opens[at] and tokens.tag[at] in ("VB", "VBP") and tokens.text[at] not in given_names()


def _without_tail(tokens: Tokens, start: int, end: int) -> int:
    """The end without a conjunction, preposition or article that it ends with."""
    while end > start and tokens.text[end - 1].islower() and tokens.pos[end - 1] in _TAIL:
        end -= 1
    return end


def _before_office(tokens: Tokens, start: int, end: int, offices: Offices) -> tuple[int, int]:
    """The span up to an office that ends it: *White House* of *White House National Security Advisor*."""
    begun = (offices.at[at] for at in range(start + 1, min(end, len(tokens))) if at in offices.at)
    office = next((office for office in begun if start < office.start), None)
    return (start, office.start) if office and office.end >= end else (start, end)


def _is_demonym(word: str) -> bool:
    senses = gazetteer().senses.get(straightened(word), ())
    return bool(senses) and all(sense.kind in ("demonym", "people", "abbreviation") for sense in senses)


def _is_native(word: str) -> bool:
    """*Spaniard*, *Frenchman*: the noun for one of a people, which is no adjective."""
    senses = gazetteer().senses.get(straightened(word), ())
    return bool(senses) and all(sense.kind == "people" for sense in senses)


def _is_headline_prose(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the span is a stretch of a title-case headline that no lexicon lists.

    It has a verb, ends with a preposition, or begins with a common noun: *Ceasefire Talks*.
    """
    is_clause = not _VERBS.isdisjoint(tokens.tag[start:end]) or tokens.tag[end - 1] == "IN"
    if not (tokens.tag[start] in _COMMON or (is_clause and end - start > 1)):
        return False
    return straightened(tokens.printed(start, end)) not in gazetteer().senses and in_title_case(tokens, start)


def _is_office(start: int, end: int, offices: Offices) -> bool:
    """Whether the span is an office or a part of one: *State* of *Secretary of State*."""
    office = offices.at.get(start)
    return office is not None and office.end >= end
