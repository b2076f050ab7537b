"""Mentions of one article that mean the same thing: surnames, demonyms, acronyms, pronouns, groups."""

from spacy.tokens import Token

from toolkit.extract.reading import Reading, Referent
from toolkit.records import Entity


def find_entities(reading: Reading) -> None:
    """Fill the reading's entities, and give every mention the entity it refers to."""
    for mention in reading.mentions:
        reading.entities.setdefault(mention.entity_id, Entity(entity_id=mention.entity_id, name=mention.text, type=mention.type))


def referents(token: Token, reading: Reading) -> list[Referent]:
    """The entities that the noun phrase headed by the token denotes; none where the text does not tell.

    Conjuncts are not followed: ask for each. A group (*the three leaders*) gives its members.
    """
    mention = reading.mention_of_token.get(token.i)
    if mention is None:
        return []
    members = reading.members.get(mention.entity_id)
    if members:
        return [Referent(member, "group") for member in members]
    how = "pronoun" if mention.level == "pronoun" else "metonym" if mention.metonym else "syntax"
    return [Referent(mention.entity_id, how)]
