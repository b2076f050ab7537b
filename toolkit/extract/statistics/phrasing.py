"""Short noun phrases out of the parse, for the cells `measure`, `base` and `subject`."""

from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from toolkit import lexicons
from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.wordlists import word_set

_MODIFIERS = frozenset(["compound", "amod", "nmod", "npadvmod", "advmod"])
_PARTING = (":", ";", "|", "•")
_LONGEST = 8  # words before the head


def noun_phrase(head: Token, *, with_of: bool = False, with_owner: bool = False, skip: range = range(0)) -> str:
    """The head with the words that describe it, without articles, numbers and hedges: *new long-haul aircraft*.

    Args:
        head: the noun.
        with_owner: also the possessor: *the world's population*.
        with_of: also the *of*-phrase, which alone says what a *number*, *price* or *rate* is of.
        skip: tokens to leave out, those of the figure itself.
    """
    links = _MODIFIERS | {"poss"} if with_owner else _MODIFIERS
    around = words_before(head, _LONGEST)
    first = max((token.i + 1 for token in around if token.text in _PARTING), default=0)
    near = [token for token in around if token.i >= first and token.i not in skip]
    said = frozenset(token.i for token in near if _describes(token, head, links))
    text = _joined([*(token for token in near if _is_whole(token, said)), head])
    inner = of_object(head) if with_of else None
    return text if inner is None or inner.i in skip else f"{text} of {noun_phrase(inner)}"


def _is_whole(token: Token, said: frozenset[int]) -> bool:
    """Whether the word is said, with all that hyphens join it to: *year-on-year*; *first-quarter* only says when."""
    joined = _hyphenated(token)
    if len(joined) == 1:
        return token.i in said
    return any(word.i in said for word in joined) and not any(word.like_num for word in joined)


def _hyphenated(token: Token) -> list[Token]:
    """The words of a compound with hyphens that the token is part of."""
    doc, first, last = token.doc, token.i, token.i
    while first >= 2 and _joins(doc[first - 1]):
        first -= 2
    while last + 2 < len(doc) and _joins(doc[last + 1]):
        last += 2
    return [] if token.text == "-" else [doc[at] for at in range(first, last + 1, 2)]


def _joins(sign: Token) -> bool:
    """Whether it is a hyphen without spaces around it."""
    return sign.text == "-" and not sign.whitespace_ and not sign.nbor(-1).whitespace_


def _describes(token: Token, head: Token, links: frozenset[str]) -> bool:
    """Whether the word is a modifier of the head, directly or through another modifier, and says something."""
    if token.like_num or token.lower_ in word_set("vague") or token.is_currency or not token.text[0].isalpha():
        return False
    if token.lower_ in ("quarter", "year", "half") and token.i and token.nbor(-1).ent_type_ == "DATE":
        return False  # fourth quarter profits
    if is_glued_to_number(token):
        return False
    while token.i != head.i:
        if token.dep_ not in links or token.head.i < token.i or not (_may_describe(token) or _is_manner(token)):
            return False
        token = token.head
    return True


def _may_describe(token: Token) -> bool:
    return token.pos_ not in ("NUM", "DET", "ADV", "SYM", "PRON")


def _is_manner(adverb: Token) -> bool:
    """*seasonally adjusted*."""
    return adverb.lower_.endswith("ly") and adverb.head.dep_ == "amod" and adverb.nbor() == adverb.head


def is_glued_to_number(token: Token) -> bool:
    """Whether the word is the unit of another figure: *GB* in *the 30GB edition*."""
    before = token.nbor(-1) if token.i else token
    return before.like_num and not before.whitespace_


def _joined(words: list[Token]) -> str:
    """The words as printed, with the hyphens and possessive endings between them."""
    text = words[0].text
    for before, word in pairwise(words):
        between = word.doc[before.i + 1 : word.i].text
        text += "-" if between == "-" else f"{between} " if between in ("'s", "’s") else " "
        text += word.text
    return text


def of_object(token: Token) -> Token | None:
    """The noun of an *of*-phrase after the token."""
    return prepositional_object(token, "of")


def prepositional_object(token: Token, *prepositions: str) -> Token | None:
    """The noun of the first phrase with one of the prepositions that depends on the token."""
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions and child.i > token.i:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


@cache
def _irregular() -> dict[str, str]:
    return {row["lemma"]: row["participle"] for row in lexicons.rows("participles")}


def participle(verb: Token) -> str:
    """The past participle: *bought*, *supplied*, *cut*. Doubled consonants are kept where the text prints them."""
    if verb.tag_ == "VBN":
        return verb.lower_
    lemma = verb.lemma_.lower()
    if lemma in _irregular():
        return _irregular()[lemma]
    if verb.lower_.endswith("ed"):
        return verb.lower_
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"
