"""Mentions of one article that mean the same thing: surnames, demonyms, acronyms, pronouns, groups."""

from functools import cache

from spacy.tokens import Token

from toolkit.extract.names.anaphora import refer_back
from toolkit.extract.names.index import Index
from toolkit.extract.names.inherited import inherit_countries
from toolkit.extract.names.offices import offices_in
from toolkit.extract.names.roles import add_places, add_roles
from toolkit.extract.reading import Reading, Referent
from toolkit.lexicons import rows
from toolkit.records import ActorHow, Mention

# Dependencies by which a title or common noun stands beside the name of its holder.
_BESIDE = ("appos", "compound", "nmod", "flat")


def find_entities(reading: Reading) -> None:
    """Complete the entities that the names mean, and add the nominals and pronouns that refer to them."""
    index, offices = Index.of(reading, reading.mentions), offices_in(reading.tokens)
    add_places(reading, index)
    add_roles(reading, index, offices)
    inherit_countries(reading)
    refer_back(reading, index, offices)


def referents(token: Token, reading: Reading) -> list[Referent]:
    """The entities that the noun phrase headed by the token denotes; none where the text does not tell.

    Conjuncts are not followed: ask for each. A group (*the three leaders*) gives its members.
    """
    token = _antecedent_of_relative(token)
    mention = reading.mention_of_token.get(token.i)
    if mention is None or mention.type != "PERSON":
        mention = _named_beside(token, reading) or mention
    if mention is None:
        return [referent for part in _counted(token) for referent in referents(part, reading)]
    members = reading.members.get(mention.entity_id)
    if members:
        return [Referent(member, "group") for member in members]
    how: ActorHow = "pronoun" if mention.level == "pronoun" else "metonym" if mention.metonym else "syntax"
    return [Referent(mention.entity_id, how)]


def _counted(token: Token) -> list[Token]:
    """What a noun of number, part or kind of place stands for: *dozens of protesters*, *the city of Lima*."""
    if token.lemma_.lower() not in _partitives():
        return []
    return [noun for link in token.rights if link.lower_ == "of" for noun in link.children if noun.dep_ == "pobj"]


@cache
def _partitives() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("partitives"))


def _antecedent_of_relative(token: Token) -> Token:
    """The noun that a relative clause describes, for *who*, *which*, *that* in the clause; else the token itself."""
    if token.tag_ in ("WDT", "WP"):
        return next((a.head for a in token.ancestors if a.dep_ == "relcl"), token)
    return token


def _named_beside(token: Token, reading: Reading) -> Mention | None:
    """The person whose name stands beside the title: *the president, Joe Biden*."""
    beside = [child for child in token.children if child.dep_ in _BESIDE]
    if token.dep_ in _BESIDE and token.head.pos_ == "PROPN":
        beside.append(token.head)
    found = (reading.mention_of_token.get(other.i) for other in beside)
    return next(
        (mention for mention in found if mention and mention.type == "PERSON" and mention.level == "name"), None
    )
