"""What the words beside a name say that it is: *the band X*, *X, a village in Peru*, *X was born*, *the town of X*."""

import re
from collections.abc import Iterator
from itertools import chain

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, names_city, straightened
from toolkit.extract.names.kinds import kinds, owned, verbs
from toolkit.extract.names.playing import plays
from toolkit.extract.tokens import Tokens
from toolkit.records import MentionType

# *F-16*, *A380*: the models of aircraft, ships and machines.
_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Z]?")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_QUOTES_BEFORE, _QUOTES_AFTER = {'"', "“", "‘", "«"}, {'"', "”", "’", "»"}
_ROLES = {"nsubj": "subject", "dobj": "object", "nsubjpass": "passive"}
# What the model takes for persons or places.
_MOVED = {"PERSON", "GPE", "LOC", "FAC"}
_WAYS = {"from", "to", "through", "towards", "toward"}
# Pronouns that persons own with, and how far from the verb they tell of whom.
_OWN, _REACH = {"his", "her", "himself", "herself"}, 8
_PLACES: frozenset[MentionType] = frozenset({"CITY", "REGION", "SITE"})


def cued_type(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """The type that the words around the name state, the clearest first; nothing where they state none."""
    root = tokens.root(start, end)
    return (
        _body_of_state(tokens, start, end)
        or described_type(tokens, start, root)
        or _place_of(tokens, start, root)
        or _acting(tokens, root)
        or _owning(tokens, start, root)
        or _native(tokens, start)
        or _located(tokens, start, end)
        or _moved(tokens, start, end)
        or _playing(tokens, start, end)
        or kind_by_noun(tokens, root)
        or _title_or_model(tokens, start, end)
        or _dated(tokens, start, end)
        or _articled(tokens, start, root)
    )


def _body_of_state(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """*Parliament*, *Cabinet*: the common noun, written in capitals for the one that everybody knows."""
    return "GOV" if end - start == 1 and kinds().get(tokens.lower[start]) == "GOV" else None


def described_type(tokens: Tokens, start: int, root: int) -> MentionType | None:
    """The type by a common noun that is said of the name beside it."""
    beside = (_apposed, _predicated, _exemplified, _called)
    nouns = chain(_before(tokens, start, root), *(find(tokens, root) for find in beside))
    return next((kind for noun in nouns if (kind := _kind_of(tokens, noun))), None)


def _kind_of(tokens: Tokens, noun: int) -> MentionType | None:
    """What the noun says, or the compound that it ends: *radio station*; a person's name says person."""
    if tokens.pos[noun] == "PROPN":
        return "PERSON" if tokens.entity[noun] == "PERSON" else None
    lemma = tokens.lemma[noun].lower()
    return kinds().get(f"{tokens.lower_word(noun - 1)} {lemma}") or kinds().get(lemma)


def _before(tokens: Tokens, start: int, root: int) -> Iterator[int]:
    """The noun directly before that heads a phrase of its own: *the striker X*, *the song “X”*."""
    at = max(0, start - 2 if tokens.word(start - 1) in _QUOTES_BEFORE else start - 1)
    if not _is_common(tokens, at) or tokens.dep[root] in ("compound", "poss", "amod"):
        return
    if tokens.head[at] == root or (tokens.children[at] and tokens.children[at][0] < at):
        yield at


def _apposed(tokens: Tokens, name: int) -> Iterator[int]:
    """The nouns in apposition to the name; of *the governor of Lima province, X*, the province is none."""
    yield from (child for child in tokens.children[name] if tokens.dep[child] == "appos" and _is_common(tokens, child))
    if tokens.dep[name] == "appos" and _is_common(tokens, head := tokens.head[name]):
        is_named_itself = any(child < head and tokens.pos[child] == "PROPN" for child in tokens.children[head])
        if not is_named_itself:
            yield head


def _predicated(tokens: Tokens, name: int) -> Iterator[int]:
    """What *is*, *was*, *became* say that it is."""
    if tokens.dep[name] == "nsubj" and tokens.lemma[tokens.head[name]] in ("be", "become"):
        said = tokens.children[tokens.head[name]]
        yield from (child for child in said if tokens.dep[child] == "attr" and _is_common(tokens, child))


def _exemplified(tokens: Tokens, name: int) -> Iterator[int]:
    """The noun of which it is an example: *bands such as X and Y*, *rivers including X*, *the towns of X and Y*."""
    first = tokens.first_conjunct(name)
    link = tokens.head[first]
    if tokens.dep[first] == "appos" and tokens.tag[link] == "NNS":
        yield link
    elif tokens.dep[first] == "pobj" and tokens.lower[link] in words_for("example_link"):
        nouns = [at for at in (tokens.head[link], *tokens.conjuncts(tokens.head[link])) if at < link]
        if nouns and tokens.tag[max(nouns)] == "NNS":
            yield max(nouns)


def _called(tokens: Tokens, name: int) -> Iterator[int]:
    """What the article calls so: *a village known as X*, *the film was renamed X*."""
    verb = tokens.head[name]
    if tokens.dep[name] == "pobj" and tokens.lower[verb] == "as":
        verb = tokens.head[verb]
    elif tokens.dep[name] != "oprd":
        return
    if tokens.lemma[verb] in words_for("naming_verb"):
        if tokens.dep[verb] == "acl":
            yield tokens.head[verb]
        yield from (child for child in tokens.children[verb] if tokens.dep[child] in ("nsubjpass", "dobj"))


def _place_of(tokens: Tokens, start: int, root: int) -> MentionType | None:
    """*the town of X*."""
    if start < 2 or tokens.lower[start - 1] != "of":
        return None
    kind = kinds().get(tokens.lower[start - 2])
    return kind if kind in _PLACES and tokens.head[root] == start - 1 else None


def _located(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """*in X*, *near X* of a single word, and *in X, Peru*."""
    before = tokens.lower_word(start - 1)
    if end - start == 1 and before in ("in", "near", "outside"):
        is_held = before == "in" and tokens.lemma[tokens.head[start - 1]] in words_for("held_in")
        return "COMPANY" if is_held else "CITY"
    if tokens.word(end) != "," or (before != "of" and before not in words_for("locative")):
        return None
    return "CITY" if _names_larger_place(tokens.word(end + 1)) else None


def _moved(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """*marched from X to Y*, *a road that leads to X*, *operated out of X*; one moves to a longer name's body, too."""
    if end - start > 1 or tokens.entity[start] not in _MOVED or tokens.lower_word(start - 1) == "the":
        return None
    first = tokens.first_conjunct(start)
    link = tokens.head[first]
    if tokens.dep[first] != "pobj" or first != link + 1:
        return None
    if tokens.lower[link] == "of":
        return "CITY" if tokens.lower_word(link - 1) == "out" else None
    moves = tokens.lower[link] in _WAYS and tokens.lemma[tokens.head[link]].lower() in words_for("motion_verb")
    return "CITY" if moves else None


def _names_larger_place(word: str) -> bool:
    """Whether it is the name of a country or of a part of one."""
    senses = gazetteer().senses.get(straightened(word), ())
    return any(sense.entity.type in ("COUNTRY", "REGION") and not sense.is_demonym for sense in senses)


def _acting(tokens: Tokens, name: int) -> MentionType | None:
    """What only persons do, and only rivers; what happens to persons alone, and to works alone."""
    if tokens.tag[name] not in ("NNP", "NNPS"):
        return None
    head, role = tokens.head[name], _ROLES.get(tokens.dep[name])
    if tokens.dep[name] == "pobj":
        head, role = tokens.head[head], "agent" if tokens.dep[head] == "agent" else tokens.lower[head]
    kind = verbs(role).get(tokens.lemma[head]) if role else None
    return None if kind == "OTHER" and tokens.entity[name] == "PERSON" else kind


def _native(tokens: Tokens, start: int) -> MentionType | None:
    """*Spaniard X*: behind the noun for one of a people."""
    senses = gazetteer().senses.get(straightened(tokens.word(start - 1)), ())
    return "PERSON" if senses and all(sense.kind == "people" for sense in senses) else None


def _owning(tokens: Tokens, start: int, name: int) -> MentionType | None:
    """*X beat her rival*: the subject whose verb goes on with *his* or *her*, where nobody else is named before."""
    if tokens.dep[name] != "nsubj" or tokens.lower_word(start - 1) == "the":
        return None
    last = min(tokens.right_edge(verb := tokens.head[name]), verb + _REACH)
    own = next((at for at in range(verb + 1, last) if tokens.lower[at] in _OWN), None)
    if own is None or any(tokens.entity[at] == "PERSON" for at in range(verb, own)):
        return None
    first, _ = tokens.sentence(name)
    is_alone = not any(tokens.entity[at] == "PERSON" or tokens.tag[at] == "NN" for at in range(first, start))
    return "PERSON" if is_alone else None


def kind_by_noun(tokens: Tokens, name: int) -> MentionType | None:
    """The type of what has the noun: *X's husband*, *the X drummer*, *shareholders of X*, *an episode from X*."""
    dep, head = tokens.dep[name], tokens.head[name]
    if dep == "pobj":
        link, head = tokens.lower[head], tokens.head[head]
    elif dep in ("poss", "compound"):
        link = "of"
    else:
        return None
    kind = owned().get(tokens.lemma[head].lower()) if tokens.pos[head] in ("NOUN", "PROPN") else None
    return kind if link in ("of", "for") or (kind == "OTHER" and link in ("in", "on", "from", "to")) else None


def _playing(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """A team that the model takes for a person, where it bears a city's name; a person beats another, too."""
    if tokens.entity[start] == "PERSON" and not names_city(tokens.printed(start, end)):
        return None
    return "ORG" if plays(tokens, start, end) else None


def _articled(tokens: Tokens, start: int, root: int) -> MentionType | None:
    """*the X*, which the model takes for a person's name: it is none."""
    if tokens.entity[root] != "PERSON" or tokens.lower_word(start - 1) != "the":
        return None
    return "ORG" if tokens.dep[root] not in ("compound", "poss", "nmod", "amod") else None


def _dated(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """*The Salt Road (1938)*: a year in brackets dates a work; persons have two."""
    is_dated = tokens.word(end) == "(" and tokens.word(end + 2) == ")" and _YEAR.fullmatch(tokens.text[end + 1])
    return "OTHER" if is_dated and end - start > 1 and tokens.entity[start] != "PERSON" else None


def _title_or_model(tokens: Tokens, start: int, end: int) -> MentionType | None:
    """A title in its own quotation marks, or a name with a model's number."""
    if tokens.word(end) in _QUOTES_AFTER and tokens.word(start - 1) in _QUOTES_BEFORE:
        return "OTHER"
    numbered = end - start > 1 and any(map(_MODEL_NUMBER.fullmatch, tokens.text[start:end]))
    return "OTHER" if numbered else None


def _is_common(tokens: Tokens, at: int) -> bool:
    is_single = tokens.tag[at] == "NN" or tokens.lower[at] == "people"
    return is_single and tokens.pos[at] == "NOUN" and tokens.text[at][0].islower()
