"""What changes: the thing that rises, falls or is cut."""

from spacy.tokens import Token

from toolkit.extract.statistics.clauses import FIGURES


def moved(verb: Token, figure: range) -> Token | None:
    """What changes: the object of *cut*, the subject of *fall*."""
    for dependency in ("dobj", "nsubjpass", "nsubj"):
        for child in verb.children:
            if child.dep_ != dependency or child.i in figure or not (is_numbered_name(child) or _can_move(child)):
                continue
            if dependency != "dobj" or child.i < figure.start or verb.i in figure or not _is_told_of(verb):
                return child
    if verb.dep_ == "relcl" and verb.head.i not in figure and _can_move(verb.head) and _is_relative(verb):
        return verb.head
    return moved(verb.head, figure) if verb.dep_ in ("conj", "xcomp") and verb.head != verb else None


def _is_relative(verb: Token) -> bool:
    """*debt, which is rising*, *a club that grows*."""
    return any(child.tag_ == "WDT" and child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _is_told_of(verb: Token) -> bool:
    """Whether its subject is known, so that what follows the figure is no object: *it fell by 10% - an indication*."""
    return any(child.dep_ == "nsubj" and _can_move(child) for child in verb.children)


def _can_move(noun: Token) -> bool:
    """Not the unit of another figure: *lost 881 points, or 9 percent*."""
    return noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in FIGURES and noun.lemma_ not in ("point", "percent")


def is_numbered_name(token: Token) -> bool:
    """*the Nikkei 225*, where the number is the head."""
    return token.pos_ == "NUM" and any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in token.children)
