"""Mentions of one article that mean the same thing: surnames, demonyms, acronyms, pronouns, groups."""

from dataclasses import replace

from spacy.tokens import Token

from toolkit.extract.names.index import Index
from toolkit.extract.names.linking import linked_names
from toolkit.extract.names.offices import Offices
from toolkit.extract.names.roles import add_roles
from toolkit.extract.reading import Reading, Referent

# Dependencies by which a title or common noun stands beside the name of its holder.
_BESIDE = ("appos", "compound", "nmod", "flat")


def find_entities(reading: Reading) -> None:
    """Fill the reading's entities, and give every mention the entity it refers to."""
    linked = linked_names(reading)
    reading.mentions[:] = [replace(mention, entity_id=linked[mention.mention_id]) for mention in reading.mentions]
    index, offices = Index.of(reading, reading.mentions), Offices(reading.doc)
    add_roles(reading, index, offices)


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
