"""Where in its clause a figure stands: the noun it modifies, the preposition before it, the verb above it."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from toolkit.extract.statistics.phrasing import prepositional_object
from toolkit.extract.statistics.wordlists import word_set
from toolkit.extract.tokens import tokens_of

_DEEPEST = 12  # heads to climb; deeper trees are parsing accidents
_MODIFIER = frozenset(["nummod", "compound", "amod", "nmod", "quantmod", "poss", "advmod", "npadvmod", "det", "predet"])
_TIMES = ("year", "month", "week", "quarter", "annum")  # 5% a year, 8% year-on-year
_NOUNS = ("NOUN", "PROPN")
_PERCENT = ("%", "percent", "pct")


@dataclass(frozen=True, slots=True)
class Place:
    """The syntax around a figure.

    Attributes:
        figure: the tokens of the figure.
        anchor: the token that heads the figure, or the first figure of a coordination.
        noun: the noun that the figure modifies or belongs to (*$40 billion contract*, *a profit of $3 billion*).
        link: how: `modifier`, `apposition`, a preposition (`of`, `for`), `object`, `subject`, `attribute`, or empty.
        verb: the verb of the clause.
        part: the noun behind the figure (*50% of GDP*, *$6 billion in new airliners*).
    """

    figure: range
    anchor: Token
    noun: Token | None
    link: str
    verb: Token | None
    part: Token | None


def place_of(figure: Span) -> Place:
    """Where the figure stands."""
    tokens = range(figure.start, figure.end)
    anchor = _extreme(_anchor(figure.root))
    part = _part(figure.root) or _part_behind(figure)
    verb = verb_above(anchor)
    head = anchor.head
    if (noun := _before_insertion(figure)) is not None:
        return Place(tokens, anchor, noun, "of", verb_above(noun), None)
    if figure.root.pos_ == "VERB":
        return Place(tokens, anchor, None, "", figure.root, None)
    if head.lower_ in _TIMES and head.i >= figure.end:
        return Place(tokens, anchor, None, "object", verb, part)
    if anchor.dep_ in _MODIFIER and head.pos_ in _NOUNS and head.i not in tokens:
        return Place(tokens, anchor, _whole(head), "modifier", verb, part)
    if anchor.dep_ == "appos" and head.pos_ in _NOUNS:
        return Place(tokens, anchor, head, "apposition", verb, part)
    if anchor.dep_ == "pobj":
        governor = _governor(head)
        noun = governor if governor.pos_ in _NOUNS and governor.ent_type_ not in ("MONEY", "PERCENT") else None
        return Place(tokens, anchor, noun, head.lower_, verb, part)
    links = {"dobj": "object", "nsubj": "subject", "nsubjpass": "subject", "attr": "attribute", "npadvmod": "object",
             "dep": "object", "oprd": "attribute", "acomp": "attribute"}  # fmt: skip
    return Place(tokens, anchor, _behind(figure), links.get(anchor.dep_, ""), verb, part)


_INSERTION = 20  # tokens between a noun and the figure that belongs to it
_OPENS = {")": "(", "-": "-", "–": "–", "—": "—"}


def _before_insertion(figure: Span) -> Token | None:
    """The noun before the dashes or brackets that part it from its figure: *a fall in prices - the third - of 2%*."""
    doc = figure.doc
    if not figure.start or doc[figure.start - 1].lower_ != "of":
        return None
    start, _ = tokens_of(doc).sentence(figure.start)
    if figure.start - start < 4:
        return None
    opens = _OPENS.get(doc[figure.start - 2].text)
    inside = range(figure.start - 3, max(start, figure.start - _INSERTION), -1)
    at = next((at for at in inside if doc[at].text == opens and doc[at - 1].whitespace_), None) if opens else None
    if at is None or doc[at - 1].pos_ not in _NOUNS:
        return None
    noun = doc[at - 1]
    is_inner = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "of") and noun.head.head.pos_ == "NOUN"
    return noun.head.head if is_inner else noun


def _whole(noun: Token) -> Token:
    """The head of the compound that the parser takes the figure for a part of: *a $3bn back tax bill*."""
    for _ in range(_DEEPEST):
        if noun.dep_ not in ("compound", "amod", "nmod") or noun.head.pos_ != "NOUN" or noun.head.i < noun.i:
            break
        noun = noun.head
    return noun


def _extreme(anchor: Token) -> Token:
    """The noun in whose place its figure stands: *fell from a peak of 7 million*, *hit a record low of $1.2*."""
    link, noun = anchor.head, anchor.head.head
    if anchor.dep_ != "pobj" or link.lower_ != "of" or noun.lemma_.lower() not in word_set("extreme"):
        return anchor
    in_phrase = noun.dep_ == "pobj" and noun.head.lower_ in ("from", "to") and noun.head.head.pos_ == "VERB"
    return noun if in_phrase or (noun.dep_ == "dobj" and noun.head.lemma_ in word_set("level")) else anchor


def _part(head: Token) -> Token | None:
    """The noun behind *of*, *in* or *from*; *in March* and *in Peru* only say when and where."""
    part = prepositional_object(head, "of", "in", "from")
    only_where = part is not None and part.head.lower_ != "of" and part.ent_type_ in ("DATE", "TIME", "GPE")
    return None if only_where else part


def _anchor(root: Token) -> Token:
    """The head of the figure's coordination; in *voted 63 to 41* the second number stands for both."""
    first = root.i
    if root.dep_ == "quantmod" and root.head.like_num:
        root = root.head
    if root.dep_ in ("amod", "quantmod", "nummod") and root.head.lower_ in _PERCENT and root.head.i > first + 1:
        root = root.head  # raised it by a third to 4%
    return first_conjunct(root)


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that the token is part of."""
    for _ in range(_DEEPEST):
        if token.dep_ != "conj" or token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def _governor(preposition: Token) -> Token:
    """What a preposition depends on; the outer one of two (*from ... to*, *up to*)."""
    for _ in range(3):
        if preposition.head.pos_ != "ADP" or preposition.head == preposition:
            break
        preposition = preposition.head
    return preposition.head


def _behind(figure: Span) -> Token | None:
    """The noun right behind the figure, where the parser does not join them."""
    after = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    return after if after is not None and after.pos_ == "NOUN" and after.dep_ != "nsubj" else None


def _part_behind(figure: Span) -> Token | None:
    """The object of an *of* right behind the figure, whatever the parser attached it to."""
    if figure.end >= len(figure.doc) or figure.doc[figure.end].lower_ != "of":
        return None
    return next((child for child in figure.doc[figure.end].children if child.dep_ == "pobj"), None)


def verb_above(token: Token) -> Token | None:
    """The nearest verb above the token."""
    for _ in range(_DEEPEST):
        if token.head == token:
            return token if token.pos_ in ("VERB", "AUX") else None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None
