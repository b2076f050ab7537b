"""Offices and titles in the text: *foreign minister*, *Secretary of State*, *Mr*."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import Dictionary, Match, Sense, dictionary
from toolkit.extract.names.name import is_capitalised
from toolkit.extract.tokens import Tokens
from toolkit.lexicons import rows
from toolkit.records import Entity


@dataclass(frozen=True, slots=True)
class Office:
    """An office or title on tokens [start, end)."""

    start: int
    end: int
    kind: str
    branch: str


@cache
def _offices() -> Dictionary:
    """Every office, in lower case, as a dictionary; the office stands in place of an entity."""
    return dictionary(
        {
            row["text"].lower(): (Sense(Entity(entity_id=row["branch"], name=row["text"], type="PERSON"), row["kind"]),)
            for row in rows("offices")
        }
    )


def _with_portfolio(tokens: Tokens, match: Match) -> int:
    """The end of the office with its field: *Assistant Secretary for East Asian and Pacific Affairs*."""
    end, words, lower = match.end, tokens.text, tokens.lower
    if end + 1 >= len(words) or lower[end] != "for" or not is_capitalised(words[match.start]):
        return match.end
    end += 1
    while end < len(words) and (is_capitalised(words[end]) or lower[end] in ("and", "&")):
        end += 1
    return end if lower[end - 1] in words_for("portfolio") else match.end


class Offices:
    """The offices and titles of one text, by where they end and begin."""

    def __init__(self, tokens: Tokens) -> None:
        found = _offices().matches(tokens, lower=True)
        self.found = [
            Office(m.start, _with_portfolio(tokens, m), m.senses[0].kind, m.senses[0].entity.entity_id) for m in found
        ]
        self.at = {at: office for office in self.found for at in range(office.start, office.end)}
        self.ending = {office.end: office for office in self.found}
        self._starts = [office.start for office in self.found]

    def cover(self, start: int, end: int) -> bool:
        """Whether the tokens are part of one office: *State* of *Secretary of State*; not *Sri Lanka* for its *Sri*."""
        office = self.at.get(start)
        return office is not None and office.end >= end

    def within(self, start: int, end: int) -> list[Office]:
        """The offices that lie within the tokens."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [office for office in self.found[first:last] if office.end <= end]


@lru_cache(maxsize=1)
def offices_in(tokens: Tokens) -> Offices:
    """The offices of the text; found once, since several steps ask for them one after the other."""
    return Offices(tokens)
