"""What an article has said so far, for what refers back to it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from toolkit.extract.names.index import Index
from toolkit.extract.names.pronouns import Gender, described_gender, quoted_tokens, stated_gender, usual_gender
from toolkit.extract.names.setting import Setting
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.records import Mention, Sentence


class Said(NamedTuple):
    """A mention as a possible antecedent; its sentence is counted without those that are quoted whole."""

    mention: Mention
    head: int
    sentence: int
    plural: bool = False


@dataclass
class Discourse:
    """What has been said so far, and what is known of it."""

    reading: Reading
    tokens: Tokens
    index: Index
    said: list[Said] = field(default_factory=list)
    genders: dict[str, Gender] = field(default_factory=dict)
    described: dict[tuple[str, str | None], str] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def note(self, mention: Mention, head: int, *, plural: bool = False) -> None:
        """Take the mention in as said, with the gender and office that it shows."""
        self.said.append(Said(mention, head, self.told_until(mention.start), plural))
        entity = self.reading.entities[mention.entity_id]
        if mention.level == "name":
            self.names.add(mention.entity_id)
        if entity.role:
            self.holders.setdefault(entity.role.split()[-1].lower(), set()).add(mention.entity_id)
        if mention.level == "nominal" and (described := described_gender(self.tokens.lemma[head].lower())):
            self.genders.setdefault(mention.entity_id, described)
        if mention.type == "PERSON" and (bounds := self.index.bounds.get(mention.mention_id)):
            stated = stated_gender(self.tokens.lower_word(bounds[0] - 1))
            if gender := stated or self.genders.get(mention.entity_id) or usual_gender(entity.name):
                self.genders[mention.entity_id] = gender

    @cached_property
    def setting(self) -> Setting:
        """Where the article is set."""
        return Setting(self.reading, self.index)

    def is_named(self, mention: Mention) -> bool:
        """Whether it refers to someone with a name, though it may not be the name itself."""
        return mention.entity_id in self.names

    def told_until(self, offset: int) -> int:
        """How many sentences the article has told until there, without those that are quoted whole.

        So that whoever spoke before a long quotation is still near behind it: *He added ...*.
        """
        return self._told[self.reading.sentence_at(offset).position]

    @cached_property
    def _told(self) -> list[int]:
        """Position of every sentence -> how many up to it are told by the article itself."""
        quoted = quoted_tokens(self.tokens)
        sentences = self.reading.sentences
        own = [not quoted or not self._is_quoted(one, quoted) for one in sentences]
        return list(accumulate(own))

    def _is_quoted(self, sentence: Sentence, quoted: Collection[int]) -> bool:
        first, last = self.reading.bounds(sentence.start, sentence.end)
        return all(at in quoted or not self.tokens.text[at][:1].isalnum() for at in range(first, last))

    def recent(self, at: int, *, reach: int = 1) -> Iterator[Said]:
        """What the token's sentence and the last ones said, the nearest first."""
        here = self.told_until(self.tokens.start[at])
        for said in reversed(self.said):
            if said.sentence < here - reach:
                return
            yield said
