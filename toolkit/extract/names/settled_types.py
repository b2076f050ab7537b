"""One type for each unlisted name of an article, from all that its occurrences say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from toolkit.extract.names.cues import cued_type
from toolkit.extract.names.heads import tells_its_type
from toolkit.extract.names.name import Name
from toolkit.extract.tokens import Tokens
from toolkit.records import MentionType

# What the words beside a name state outweighs this many guesses of the model.
_STATED = 4
_PLACES = {"CITY", "REGION", "SITE"}


def one_type_each(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names, each unlisted one with a single type in the article.

    It is that of the longer name that this one shortens (a family name, a company without its suffix), else the
    type that the text states or the model gives it most often.
    """
    names = _without_labels(tokens, names)
    types = _types_by_text(tokens, [name for name in names if not name.entity_id])
    types |= {short: kind for short, kind in _short_forms(types) if _may_be(types.get(short), kind)}
    return [name if name.entity_id else name.typed(types[tokens.printed(*name.bounds)]) for name in names]


def _without_labels(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names without what only labels numbers in a list: *Milestone 4*, *Milestone 12*."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for name in (name for name in names if len(name) == 1 and name.type == "PERSON"):
        after = tokens.word(name.end)
        numbers[tokens.text[name.start]].add(after if after[:1].isdigit() else "")
    labels = {text for text, found in numbers.items() if len(found) > 2 and "" not in found}
    return [name for name in names if len(name) > 1 or tokens.text[name.start] not in labels]


def _may_be(kind: MentionType | None, longer: MentionType) -> bool:
    """Whether the shorter name is taken for the longer one's bearer: *Dover City* is no short *Dover City Railroad*."""
    return kind is not None and not (kind in _PLACES and longer == "COMPANY")


def _types_by_text(tokens: Tokens, names: Iterable[Name]) -> dict[str, MentionType]:
    """Each printed name -> its type by the votes of the model and of the words around it."""
    votes: dict[str, Counter[MentionType]] = defaultdict(Counter)
    for name in names:
        text = tokens.printed(*name.bounds)
        votes[text][name.type] += 1
        if not tells_its_type(text) and (kind := cued_type(tokens, *name.bounds)):
            votes[text][kind] += _STATED
    return {text: max(kinds, key=kinds.__getitem__) for text, kinds in votes.items()}


def _short_forms(types: dict[str, MentionType]) -> Iterator[tuple[str, MentionType]]:
    """The shorter forms of longer names: the last parts of a person's, a company's without its suffix."""
    for text, kind in types.items():
        words = text.split()
        if kind == "PERSON":
            yield from ((" ".join(words[at:]), kind) for at in range(1, len(words)))
            yield f"{words[-1]}s", kind  # the family
        elif kind == "COMPANY" and len(words) > 1:
            yield " ".join(words[:-1]), kind
