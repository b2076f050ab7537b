"""Teams that go by the name of their city: *Leeds beat Derby*, *she signed for Lyon*, *the Porto striker*."""

from collections.abc import Collection
from dataclasses import replace

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.name import Name
from toolkit.extract.names.playing import plays
from toolkit.extract.tokens import Tokens

_CITIES = {"lexicon_city", "lexicon_capital"}


def with_teams(tokens: Tokens, names: Collection[Name]) -> list[Name]:
    """The names, cities made teams where they play, and then wherever the article does not say *in* of them."""
    playing = {tokens.printed(*name.bounds) for name in names if _is_city(name) and plays(tokens, *name.bounds)}
    if not playing:
        return list(names)
    return [_as_team(name) if _is_city(name) and _may_be(tokens, name, playing) else name for name in names]


def _is_city(name: Name) -> bool:
    return name.rule in _CITIES


def _may_be(tokens: Tokens, name: Name, playing: Collection[str]) -> bool:
    """Whether a name of which the article speaks as a team may be the team here."""
    if tokens.printed(*name.bounds) not in playing:
        return False
    before = tokens.lower_word(name.start - 1)
    return before != "of" and (before not in words_for("locative") or plays(tokens, *name.bounds))


def _as_team(name: Name) -> Name:
    return replace(name, type="ORG", entity_id=None, metonym=False, rule="team", confidence="medium")
