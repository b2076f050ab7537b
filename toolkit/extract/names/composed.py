"""Names made of names: *Biden administration*, *APEC summit*, *2024 APEC summit*."""

from collections.abc import Iterator, Mapping

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.heads import heads_alone, is_event_head, type_by_head
from toolkit.extract.names.name import Name, in_title_case, is_capitalised
from toolkit.extract.names.offices import Offices
from toolkit.extract.tokens import Tokens, places_of

_BEFORE_EVENTS = {"COUNTRY", "CITY", "REGION", "SITE", "IGO", "GOV", "ORG", "PARTY", "COMPANY"}
_LONGEST = 8
_PROPER = {"PROPN", "ADJ", "NOUN"}
_ADJECTIVES = {"lexicon_demonym", "lexicon_people"}


def composed(tokens: Tokens, names: list[Name], offices: Offices) -> Iterator[Name]:
    """The names that a head noun makes of the name before it, each around that name."""
    yield from filter(None, (_head_of_administration(tokens, name) for name in names))
    ending = {name.end: name for name in sorted(names, key=len)}
    begun = {at for name in names for at in range(name.start, name.end)} | offices.at.keys()
    spans = {name.bounds for name in names}
    for name in ending.values():
        made = (
            _administration(tokens, name)
            or _event(tokens, name)
            or _site_of(tokens, name)
            or _headed_by(tokens, name, ending)
            or _lengthened(tokens, name, begun)
            or _widened(tokens, name, ending, offices)
        )
        if made and made.bounds not in spans:
            yield made
    yield from _unseen(tokens, begun)
    yield from _unseen_headed(tokens, begun)


def _unseen_headed(tokens: Tokens, begun: set[int]) -> Iterator[Name]:
    """*Treaty of Morvane*: a head noun in capitals, *of*, and a proper noun, none of which any name has."""
    for at in places_of(tokens.lower, ("of",)):
        if begun.isdisjoint((at - 1, at + 1)) and heads_alone(tokens.word(at - 1)) and _is_proper(tokens, at + 1):
            kind = type_by_head(tokens.printed(at - 1, at + 2))
            if kind and not in_title_case(tokens, at):
                yield Name(at - 1, at + 2, kind, rule="proper_nouns", confidence="low")


def _is_proper(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.pos[at] == "PROPN" and is_capitalised(tokens.text[at])


def _unseen(tokens: Tokens, begun: set[int]) -> Iterator[Name]:
    """*Norwood High School*, *Anna Bergersen*: proper nouns that no name has, where a word of theirs tells the type."""
    for start, end in _proper_runs(tokens, begun):
        by_head = type_by_head(tokens.printed(start, end))
        kind = by_head or ("PERSON" if tokens.text[start] in given_names() else None)
        if kind and not in_title_case(tokens, start):
            yield Name(start, end, kind, rule="proper_nouns", confidence="low")


def _proper_runs(tokens: Tokens, begun: set[int]) -> Iterator[tuple[int, int]]:
    """The tokens of two and more proper nouns in a row, not at the start of a sentence and not beside a name."""
    proper = [
        at
        for at in places_of(tokens.pos, ("PROPN",))
        if at not in begun and not tokens.opens[at] and is_capitalised(tokens.text[at])
    ]
    start = last = -1
    for at in [*proper, len(tokens) + 1]:
        if at != last + 1:
            if last > start and last + 1 < len(tokens) and begun.isdisjoint((start - 1, last + 1)):
                yield start, last + 1
            start = at
        last = at


def _administration(tokens: Tokens, name: Name) -> Name | None:
    if name.type == "PERSON" and tokens.lower_word(name.end) in words_for("administration"):
        return Name(name.start, name.end + 1, "GOV", rule="composed_administration")
    return None


def _head_of_administration(tokens: Tokens, name: Name) -> Name | None:
    """*Biden* inside *Biden administration*, where that was found as a whole."""
    if len(name) < 2 or tokens.lower[name.end - 1] not in words_for("administration"):
        return None
    known = straightened(tokens.printed(name.start, name.end - 1)) in gazetteer().senses
    return None if known else Name(name.start, name.end - 1, "PERSON", rule="head_of_administration")


def _event(tokens: Tokens, name: Name) -> Name | None:
    """The event: a year before, the name, capitalised words or a bracketed acronym between, and the event's noun."""
    if name.type not in _BEFORE_EVENTS or name.metonym:
        return None
    end = _after_bracket(tokens, name.end)
    while end - name.start < _LONGEST and is_capitalised(tokens.word(end)) and not is_event_head(tokens.text[end]):
        end += 1
    if not is_event_head(tokens.word(end)) or tokens.left_edge(end) > name.end - 1:
        return None
    start = name.start - 1 if _is_year(tokens.word(name.start - 1)) else name.start
    while is_capitalised(tokens.word(end + 1)) and is_event_head(tokens.text[end + 1]):
        end += 1
    return Name(start, end + 1, "EVENT", rule="composed_event")


def _site_of(tokens: Tokens, name: Name) -> Name | None:
    """*Lima airport*, *Vallory railway station*: what a town has one of."""
    if name.type != "CITY" or tokens.lower_word(name.start - 1) in ("a", "an"):
        return None
    last = name.end + (tokens.word(name.end + 1) == "station")
    is_site = tokens.printed(name.end, last + 1) in words_for("site_of_place")
    return Name(name.start, last + 1, "SITE", rule="composed_site") if is_site else None


def _headed_by(tokens: Tokens, name: Name, ending: Mapping[int, Name]) -> Name | None:
    """*Battle of Lima*, *Harrow Institute of Oslo*: the name after its head word, or after a name that ends with it."""
    of = name.start - (2 if tokens.lower_word(name.start - 1) == "the" else 1)
    if of < 1 or name.type in ("PERSON", "EVENT") or not _links_head(tokens, of):
        return None
    if not is_capitalised(tokens.text[of - 1]):
        return None
    head = ending.get(of)
    start = head.start if head and not head.entity_id else of - 1
    kind = type_by_head(tokens.printed(start, name.end))
    return Name(start, name.end, kind, rule="composed_head") if kind else None


def _links_head(tokens: Tokens, link: int) -> bool:
    """*of*, and *on* or *for* between a body and its topic: *Committee on Natural Resources*."""
    has_topic = tokens.text[link - 1] in words_for("head_of_topic")
    return tokens.lower[link] == "of" or (has_topic and tokens.lower[link] in ("on", "for"))


def _widened(tokens: Tokens, name: Name, ending: Mapping[int, Name], offices: Offices) -> Name | None:
    """*Ridgeway Valley Hospital* of *Valley Hospital*: the capitalised modifiers before a name that its head ends."""
    kind, start = type_by_head(tokens.printed(*name.bounds)), name.start
    if name.entity_id or kind is None or kind == "COMPANY":
        return None
    while start > 0 and _modifies(tokens, start - 1, name) and start - 1 not in offices.at:
        before = ending.get(start)
        if before and before.rule in _ADJECTIVES:
            break
        start = before.start if before else start - 1
    if start == name.start or in_title_case(tokens, start):
        return None
    return Name(start, name.end, kind, rule="composed_wider")


def _modifies(tokens: Tokens, at: int, name: Name) -> bool:
    """Whether the word in capitals is a modifier of the name, and not capitalised for its place alone."""
    is_modifier = tokens.dep[at] in ("compound", "nmod", "amod") and name.start <= tokens.head[at] < name.end
    return is_modifier and tokens.text[at].istitle() and not tokens.opens[at]


def _lengthened(tokens: Tokens, name: Name, begun: set[int]) -> Name | None:
    """*Fremantle Dockers*, *Lima Metro Works*: capitalised words after a name that the parser takes it to modify."""
    end = name.end
    while end < len(tokens) and tokens.pos[end] in _PROPER and end not in begun and tokens.text[end].istitle():
        end += 1
    last = end - 1
    if end == name.end or name.type in ("PERSON", "EVENT") or tokens.head[name.end - 1] != last:
        return None
    if in_title_case(tokens, last):
        return None
    kind = type_by_head(tokens.printed(name.start, end)) or "ORG"
    return Name(name.start, end, kind, rule="composed_longer")


def _after_bracket(tokens: Tokens, at: int) -> int:
    """The token after a bracketed acronym, or the token itself."""
    return at + 3 if tokens.word(at) == "(" and tokens.word(at + 2) == ")" else at


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
