"""How the name of a place stands in its sentence: as where something is, as its government, or as something else."""

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import Match
from toolkit.extract.tokens import Tokens

_ACTED_ON = {"dobj", "ccomp", "prt"}


def is_dish(tokens: Tokens, match: Match) -> bool:
    """*Turkey cooked in butter*, *a Turkey sandwich*: a word beside it is said of food, and it does nothing itself."""
    at = match.start
    if len(match) > 1 or tokens.lower[at] not in words_for("also_food"):
        return False
    head = tokens.head[at]
    acts = tokens.dep[at] == "nsubj" and any(tokens.dep[child] in _ACTED_ON for child in tokens.children[head])
    return not acts and any(tokens.lemma[one].lower() in words_for("of_food") for one in (head, *tokens.children[at]))


def is_metonym(tokens: Tokens, match: Match) -> bool:
    """Whether a capital stands for its government here: it acts, owns, or is dealt with as states are."""
    if is_locative(tokens, match) or _is_seat(tokens, match):
        return False
    root, text = tokens.root(*match.bounds), tokens.printed(*match.bounds)
    dep, head = tokens.dep[root], tokens.head[root]
    if text == "Washington":
        return dep != "appos" and not _is_city_modifier(tokens, root)
    if text.startswith("Washington"):
        return False
    if dep == "nsubj":
        return tokens.lemma[head] not in words_for("place_verb") or _takes_stance(tokens, head)
    if dep == "dobj":
        return tokens.lemma[head] in words_for("dealing_verb")
    return dep == "poss" or (dep in ("conj", "pobj") and _among_states(tokens, root))


def _takes_stance(tokens: Tokens, verb: int) -> bool:
    """*is not ready to*, *remains opposed*."""
    return any(tokens.lower[child] in words_for("stance") for child in tokens.children[verb])


def is_where(tokens: Tokens, match: Match) -> bool:
    """*in Kherson*, *residents of Kherson*, *shook Mandalay*, *University of Lima*."""
    alone = match.start == 0 or tokens.pos[match.start - 1] not in ("PROPN", "ADJ")
    if is_locative(tokens, match) or _is_seat(tokens, match) or (alone and is_reached(tokens, match)):
        return True
    of_place = tokens.lower_word(match.start - 1) == "of" and match.start > 1
    return of_place and tokens.lemma[match.start - 2].lower() in words_for("of_place")


def is_locative(tokens: Tokens, match: Match) -> bool:
    """*in Lima*, *near Lima*: behind a preposition of place."""
    return tokens.lower_word(match.start - 1) in words_for("locative")


def _is_seat(tokens: Tokens, match: Match) -> bool:
    """*University of Lima*: the place in the name of a body."""
    return tokens.lower_word(match.start - 1) == "of" and tokens.pos[match.start - 2] == "PROPN"


def is_reached(tokens: Tokens, match: Match) -> bool:
    """*entered Goma*, *fled Kharkiv and Sumy*, *in Goma and Sumy*: what troops enter and people flee is a place."""
    first = _first_joined(tokens, tokens.root(*match.bounds))
    head = tokens.head[first]
    if tokens.dep[first] == "pobj":
        return tokens.lower[head] in ("in", "near", "outside")
    return tokens.dep[first] == "dobj" and tokens.lemma[head] in words_for("reach_verb")


def is_first_name(tokens: Tokens, match: Match) -> bool:
    """Whether a proper noun follows that the word belongs to: *Chad Smith*."""
    at = match.start
    head = tokens.head[at]
    is_modifier = tokens.dep[at] == "compound" and head == match.end
    return is_modifier and tokens.pos[at] == tokens.pos[head] == "PROPN"


def is_in_compound(tokens: Tokens, match: Match) -> bool:
    """*Lima Declaration*, *Jordan Pickford*: before a proper noun that it belongs to."""
    end = match.end
    return end < len(tokens) and tokens.pos[end] == "PROPN" and tokens.text[end][0].isupper()


def _first_joined(tokens: Tokens, at: int) -> int:
    """The first of the conjuncts that the token is one of."""
    while tokens.dep[at] == "conj" and tokens.head[at] < at:
        at = tokens.head[at]
    return at


def _among_states(tokens: Tokens, at: int) -> bool:
    """Whether it is joined to others by a preposition between states, itself or through its first conjunct."""
    first = _first_joined(tokens, at)
    head = tokens.head[first]
    if tokens.dep[first] == "nsubj":
        return tokens.lemma[head] not in words_for("place_verb")
    return tokens.dep[first] == "pobj" and tokens.lower[head] in words_for("dealing")


def _is_city_modifier(tokens: Tokens, at: int) -> bool:
    """*Washington suburbs*: the modifier of a common noun that is no body of state."""
    head = tokens.head[at]
    return tokens.dep[at] == "compound" and tokens.pos[head] == "NOUN" and not tokens.entity[head]
