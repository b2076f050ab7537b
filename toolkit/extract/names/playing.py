"""Teams in sport: what is said of them alone (*beat X*, *signed for X*, *the X striker*, *X coach Ana Ruiz*)."""

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import names_city
from toolkit.extract.names.kinds import owned
from toolkit.extract.tokens import Tokens

_RESULTS = {"lose to", "draw with"}


def plays(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what is said of the name is said of teams alone."""
    root = tokens.first_conjunct(tokens.root(start, end))
    dep, head = tokens.dep[root], tokens.head[root]
    if dep == "nsubj":
        return tokens.lemma[head] in words_for("win_verb") or _gains(tokens, head) or _has_opponent(tokens, head)
    if dep == "dobj":
        return tokens.lemma[head] in words_for("win_verb")
    if dep in ("poss", "compound"):
        return _has_player(tokens, root) or _is_led(tokens, root, end)
    return dep == "pobj" and _is_side(tokens, head)


def _is_led(tokens: Tokens, name: int, end: int) -> bool:
    """*Porto coach Ana Ruiz*, *Porto's captain*: before whoever leads a team; by name, for *Porto coach crash*."""
    if tokens.lower_word(end) in ("'s", "’s"):
        return tokens.lower_word(end + 1) in words_for("team_leader") and tokens.head[name] == end + 1
    return (
        tokens.lower_word(end) in words_for("team_leader") and tokens.entity[min(end + 1, len(tokens) - 1)] == "PERSON"
    )


def _gains(tokens: Tokens, verb: int) -> bool:
    """*claimed a draw*, *took the lead*: what only teams do; persons win matches, but no draws and points."""
    objects = (child for child in tokens.children[verb] if tokens.dep[child] == "dobj")
    return tokens.lemma[verb] in words_for("gain_verb") and any(
        tokens.lemma[one] in words_for("team_gain") for one in objects
    )


def _is_side(tokens: Tokens, link: int) -> bool:
    """*play for X*, *sign with X*; *a win against X*, *lost to X*, *drew with X*."""
    above, word = tokens.lemma[tokens.head[link]].lower(), tokens.lower[link]
    if word == "against":
        return above in words_for("match_noun")
    return f"{above} {word}" in _RESULTS or (word in words_for("playing_for") and above in words_for("play_verb"))


def _has_opponent(tokens: Tokens, verb: int) -> bool:
    """Whether it is a result against a city: *lost to Lyon*, *drew 2-2 with Porto*."""
    links = [child for child in tokens.children[verb] if tokens.dep[child] == "prep" and _is_side(tokens, child)]
    opponents = (noun for link in links for noun in tokens.children[link])
    return any(names_city(tokens.text[noun]) or tokens.entity[noun] == "ORG" for noun in opponents)


def _has_player(tokens: Tokens, name: int) -> bool:
    """*the X striker*, *X's line-up*."""
    head = tokens.head[name]
    return tokens.pos[head] in ("NOUN", "PROPN") and owned().get(tokens.lemma[head].lower()) == "ORG"
