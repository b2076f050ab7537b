"""The one country that an article is set in, for actors of whom nobody says where they act: *gunmen*, *police*."""

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.gazetteer import gazetteer, straightened
from toolkit.extract.names.index import Index
from toolkit.extract.names.nominals import Nominal
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.records import Mention, MentionType

# How many sentences the opening has beside headline and dateline.
_OPENING = 3
# What tells where an article is set. Firms and clubs are at home in one country and act in others.
_TELLING: frozenset[MentionType] = frozenset({"COUNTRY", "CITY", "REGION", "SITE", "GOV", "PARTY", "PERSON"})
_PLACES: frozenset[MentionType] = frozenset({"COUNTRY", "CITY", "REGION", "SITE"})
_ACTING = {"nsubj", "nsubjpass", "dobj"}
_DASHES = ("-", "–", "—")
# Stands for a place of which nobody can say whose it is.
_DISPUTED = "?"


class Setting:
    """Which countries the sentences of an article name, and the only one that its opening does, where it is one."""

    def __init__(self, reading: Reading, index: Index) -> None:
        self._reading, self._index = reading, index

    def country_of(self, nominal: Nominal) -> str | None:
        """The country of an actor at home in it: where the article is set, or where it acts: *In Lima, police*."""
        tokens = self._reading.tokens
        if not _is_local(nominal, tokens):
            return None
        at = self._reading.sentence_at(tokens.start[nominal.start]).position
        before = bisect_right(self._naming, at)
        last = self._named[self._naming[before - 1]] if before else set()
        country = self._opening if last <= {self._opening} else None
        if country is None and len(last) == 1 and at in self._named:
            country = self._where(nominal) if _is_on_site(nominal, tokens) else None
        return None if country is None or self._is_owned(nominal, country) else country

    def _where(self, nominal: Nominal) -> str | None:
        """The country of the place that the clause states for what the actor does or undergoes."""
        tokens, verb = self._reading.tokens, self._reading.tokens.head[nominal.head]
        links = [child for child in tokens.children[verb] if tokens.lower[child] in words_for("locative")]
        places = (self._index.by_head.get(noun) for link in links for noun in tokens.children[link])
        return next((self._reading.entities[one.entity_id].iso3 for one in places if one and one.type in _PLACES), None)

    def _is_owned(self, nominal: Nominal, country: str) -> bool:
        """Whether its phrase names what may be of elsewhere: *NATO troops*, *rebels of the Blue Front*."""
        tokens, entities = self._reading.tokens, self._reading.entities
        phrase = range(tokens.left_edge(nominal.head), tokens.right_edge(nominal.head) + 1)
        named = (self._index.by_token[at] for at in phrase if at in self._index.by_token)
        return any(entities[mention.entity_id].iso3 != country for mention in named)

    @cached_property
    def _named(self) -> dict[int, set[str]]:
        """Position of a sentence -> the countries that its names belong to."""
        named: dict[int, set[str]] = defaultdict(set)
        for mention in self._reading.mentions:
            if mention.level == "name" and (iso3 := self._country(mention)):
                named[self._reading.sentence_at(mention.start).position].add(iso3)
        return dict(named)

    @cached_property
    def _naming(self) -> list[int]:
        """The positions of the sentences that name a country, in order."""
        return sorted(self._named)

    def _country(self, mention: Mention) -> str | None:
        if mention.type not in _TELLING:
            return None
        senses = gazetteer().senses.get(straightened(mention.text), ()) if mention.type == "REGION" else ()
        is_disputed = any(sense.kind == "disputed" for sense in senses)
        return self._reading.entities[mention.entity_id].iso3 or (_DISPUTED if is_disputed else None)

    @cached_property
    def _opening(self) -> str | None:
        """The only country of headline and first sentences; that of the dateline, where these name none."""
        sentences = self._reading.sentences
        datelines = [one for one in sentences[:2] if not one.is_headline and one.text.rstrip().endswith(_DASHES)]
        told = [one for one in sentences if not one.is_headline and one not in datelines][:_OPENING]
        headlines = [one for one in sentences if one.is_headline]
        for opening in ([*headlines, *told], datelines):
            if named := {iso3 for one in opening for iso3 in self._named.get(one.position, ())}:
                return named.pop() if len(named) == 1 and _DISPUTED not in named else None
        return None


def _is_local(nominal: Nominal, tokens: Tokens) -> bool:
    """Whether such actors act in their own country, and nothing says that these do not: *foreign troops*."""
    words = tokens.lower[nominal.start : nominal.head]
    is_kind = tokens.lemma[nominal.head].lower() in words_for("local_actor") or nominal.noun in words_for("local_actor")
    return is_kind and words_for("from_abroad").isdisjoint(words)


def _is_on_site(nominal: Nominal, tokens: Tokens) -> bool:
    """Whether it acts, or is acted on, and hardly ever abroad, as troops and officials may: *police*, *villagers*."""
    is_kind = tokens.lemma[nominal.head].lower() in words_for("on_site") or nominal.noun in words_for("on_site")
    return is_kind and tokens.dep[nominal.head] in _ACTING
