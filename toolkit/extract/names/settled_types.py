"""One type for each unlisted name of an article, from all that its occurrences say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from toolkit.extract.names.cues import cued_type, described_type
from toolkit.extract.names.family_names import is_family_name
from toolkit.extract.names.given_names import given_names
from toolkit.extract.names.heads import tells_its_type, type_by_head
from toolkit.extract.names.name import Name
from toolkit.extract.names.playing import plays
from toolkit.extract.tokens import Tokens
from toolkit.records import MentionType

# What the words beside a name state outweighs this many guesses of the model.
_STATED = 4
# So does half a known name beside it in a list, or a family name as the subject.
_LISTED = 0.5
# The model's guesses at one name repeat each other: of types that it gives so often, the first counts.
_GUESSED = 3
type Votes = dict[MentionType, float]
_PLACES = {"CITY", "REGION", "SITE"}
_BODIES = {"IGO", "ORG", "COMPANY", "GOV", "PARTY"}


def one_type_each(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names, each unlisted one with a single type in the article.

    It is that of the longer name that this one shortens (a family name, a company without its suffix), else the
    type that the text states, its neighbours in lists have, or the model gives it most often.
    """
    names = _without_labels(tokens, names)
    unlisted = [(name, tokens.printed(*name.bounds)) for name in names if not name.entity_id]
    stated = _stated(tokens, unlisted, {tokens.root(*name.bounds): name for name in names})
    types = _types(unlisted, stated)
    types |= {short: kind for short, kind in _short_forms(types) if _may_be(short, kind, types, stated)}
    return [name if name.entity_id else name.typed(types[tokens.printed(*name.bounds)]) for name in names]


def _types(names: Iterable[tuple[Name, str]], stated: dict[str, Votes]) -> dict[str, MentionType]:
    """Each printed name -> the type with the most votes, those of the model included."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for name, text in names:
        votes[text][name.type] += 1
    return {text: _elected(guessed, stated.get(text)) for text, guessed in votes.items()}


def _elected(guessed: Votes, stated: Votes | None) -> MentionType:
    """The type with the most votes of the family (person, place, body, ...) with the most."""
    if len(guessed) == 1 and not stated:
        return next(iter(guessed))
    votes: Votes = {kind: min(number, _GUESSED) for kind, number in guessed.items()}
    for kind, number in (stated or {}).items():
        votes[kind] = votes.get(kind, 0) + _STATED * number
    families: dict[str, float] = defaultdict(float)
    for kind, number in votes.items():
        families[_family(kind)] += number
    family = max(families, key=families.__getitem__)
    return max((kind for kind in votes if _family(kind) == family), key=votes.__getitem__)


def _family(kind: MentionType) -> str:
    return "body" if kind in _BODIES else "place" if kind in _PLACES else kind


def _without_labels(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names without what only labels numbers in a list: *Milestone 4*, *Milestone 12*."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for name in (name for name in names if len(name) == 1 and name.type == "PERSON"):
        after = tokens.word(name.end)
        numbers[tokens.text[name.start]].add(after if after[:1].isdigit() else "")
    labels = {text for text, found in numbers.items() if len(found) > 2 and "" not in found}
    return [name for name in names if len(name) > 1 or tokens.text[name.start] not in labels]


def _may_be(short: str, longer: MentionType, types: dict[str, MentionType], stated: dict[str, Votes]) -> bool:
    """Whether the shorter name is taken for the longer one's bearer.

    *Dover City* is no short *Dover City Railroad*, and *Zorvela was founded in 1898* is said of no *Anna Zorvela*.
    """
    kind = types.get(short)
    if kind is None or (kind in _PLACES and longer == "COMPANY"):
        return False
    return kind not in _BODIES or not stated.get(short, {}).get(kind)


def _stated(tokens: Tokens, names: Iterable[tuple[Name, str]], by_head: dict[int, Name]) -> dict[str, Votes]:
    """Each printed name -> how often the words around it, and its neighbours in lists, tell each type."""
    stated: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    names = list(names)
    families = {text.rpartition(" ")[2] for name, text in names if name.type == "PERSON" and len(name) > 1}
    for name, text in names:
        root = tokens.root(*name.bounds)
        if tells_its_type(text):
            if described_type(tokens, name.start, root) == "OTHER":  # works are called like anything
                stated[text]["OTHER"] += 1
            continue
        kind = cued_type(tokens, *name.bounds)
        is_player = kind == "ORG" and text in families and plays(tokens, *name.bounds)
        if kind and not is_player and not (kind in _BODIES and _is_persons(name, text)):
            stated[text][kind] += 1
        for kind in _listed_beside(tokens, root, by_head):
            stated[text][kind] += _LISTED
        if len(name) == 1 and _is_lone_subject(tokens, root) and is_family_name(text):
            stated[text]["PERSON"] += _LISTED
    return stated


def _is_persons(name: Name, text: str) -> bool:
    """Whether it is a person's to the model, too, and in full: *the publisher Ana Quinn* is no company."""
    given, _, family = text.partition(" ")
    return name.type == "PERSON" and given in given_names() and bool(family)


def _is_lone_subject(tokens: Tokens, root: int) -> bool:
    return tokens.dep[root] == "nsubj" and not tokens.conjuncts(root)


def _listed_beside(tokens: Tokens, root: int, by_head: dict[int, Name]) -> Iterator[MentionType]:
    """The types of the lexicons' names that the name is coordinated with, in a list of proper names."""
    if tokens.dep[root] != "conj" and all(tokens.dep[child] != "conj" for child in tokens.children[root]):
        return
    beside = [by_head.get(at) for at in tokens.conjuncts(root)]
    known = [name for name in beside if name and name.entity_id and not name.metonym]
    if known and all(name.type in _PLACES for name in known):
        yield known[0].type


def _short_forms(types: dict[str, MentionType]) -> Iterator[tuple[str, MentionType]]:
    """The shorter forms of longer names: the last parts of a person's, a company's without its suffix."""
    for text, kind in types.items():
        words = text.split()
        if kind == "PERSON":
            yield from ((" ".join(words[at:]), kind) for at in range(1, len(words)))
            if words[0] in given_names():
                yield words[0], kind
            yield f"{words[-1]}s", kind  # the family
        elif kind == "COMPANY":
            while len(words) > 1 and type_by_head(" ".join(words)) == "COMPANY":
                words = words[:-1]
                yield " ".join(words), kind
