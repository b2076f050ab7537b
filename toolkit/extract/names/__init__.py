"""Mentions, and the entities of this article that they refer to."""

from toolkit.extract.names.coreference import find_entities, referents
from toolkit.extract.names.mentions import find_mentions

__all__ = ["find_entities", "find_mentions", "referents"]
