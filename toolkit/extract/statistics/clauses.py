"""The subjects of the clauses around a figure."""

from collections.abc import Iterator

from spacy.tokens import Token

from toolkit.extract.sentences import words_before
from toolkit.extract.statistics.phrasing import of_object
from toolkit.extract.statistics.places import verb_above
from toolkit.extract.statistics.wordlists import word_set

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
FIGURES = ("PERCENT", "MONEY", "QUANTITY", "CARDINAL")
_DEEPEST = 8  # clauses to climb


def clause_subjects(token: Token) -> Iterator[tuple[Token, bool]]:
    """The subjects of the clauses around the token, innermost first, and whether they only say what is in it.

    A participle after a comma shares the subject of the main clause: *X has 21 members, covering 47% of trade*.
    """
    at: Token | None = token if token.pos_ in ("VERB", "AUX") else verb_above(token)
    says = False
    for _ in range(_DEEPEST):
        if at is None:
            return
        own = [child for child in at.children if _is_subject(child)]
        yield from ((_named(child), says) for child in own)
        if (at.dep_ == "relcl" and (_begins_in_which(at) or not any(child.pos_ == "NOUN" for child in own))) or (
            at.dep_ == "acl" and not _after_comma(at) and at.head.pos_ in ("NOUN", "PROPN")
        ):
            yield at.head, says
        following = verb_above(at)
        only_says = says and at.lemma_ in word_set("saying") and not own  # X quoted Y, saying that ...
        content = following if at.dep_ in ("ccomp", "parataxis") else None
        says = only_says or (content is not None and content.lemma_ in word_set("saying"))
        at = following if following != at else None


def _begins_in_which(verb: Token) -> bool:
    """*a riot in which 15 guards were hurt*."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.i < verb.i)
    return any(inner.tag_ == "WDT" for link in links for inner in link.children)


def _has_relative_subject(verb: Token) -> bool:
    return any(child.tag_ == "WDT" and child.dep_ in SUBJECTS for child in verb.children)


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.tag_ not in ("WDT", "WP")


def _named(token: Token) -> Token:
    """The name in apposition (*the airline, Ryanair*); of a share, the whole (*70 percent of the grain*)."""
    if token.ent_type_ in FIGURES:
        return of_object(token) or token
    if token.pos_ == "PROPN":
        return token
    return next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), token)


def _after_comma(verb: Token) -> bool:
    return words_before(verb, 1).text == ","


def is_apart(subject: Token, figure: Token, *, known: bool) -> bool:
    """Whether a clause with a subject of its own parts them: *winds blew as the death toll rose to 9*.

    Who is known by name has the figures of clauses below, but not those beside: *Peru voted and prices rose 3%*.
    """
    parting = ("conj",) if known else ("advcl", "relcl", "acl", "conj")
    verb = verb_above(figure)
    while verb is not None and verb not in (subject, subject.head):
        if verb.dep_ == "relcl" and verb.head == subject and _begins_in_which(verb):
            return False
        if verb.dep_ == "relcl" and not known and verb.head != subject and _has_relative_subject(verb):
            return True
        if verb.dep_ in parting and any(_is_subject(child) for child in verb.children):
            return True
        above = verb_above(verb)
        verb = above if above != verb else None
    return False
