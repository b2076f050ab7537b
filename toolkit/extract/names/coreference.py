"""Mentions of one article that mean the same thing: surnames, demonyms, acronyms, pronouns, groups."""

from functools import cache

from spacy.tokens import Token

from toolkit.extract.names.anaphora import refer_back
from toolkit.extract.names.index import Index
from toolkit.extract.names.inherited import inherit_countries
from toolkit.extract.names.offices import offices_in
from toolkit.extract.names.roles import add_places, add_roles
from toolkit.extract.reading import Reading, Referent
from toolkit.extract.tokens import Tokens
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
    return _referents(token.i, reading)


def _referents(at: int, reading: Reading) -> list[Referent]:
    at = _antecedent_of_relative(at, reading.tokens)
    mention = reading.mention_of_token.get(at)
    if mention is None or mention.type != "PERSON":
        mention = _named_beside(at, reading) or mention
    if mention is None:
        return [referent for part in _counted(at, reading.tokens) for referent in _referents(part, reading)]
    if members := reading.members.get(mention.entity_id):
        return [Referent(member, "group") for member in members]
    how: ActorHow = "pronoun" if mention.level == "pronoun" else "metonym" if mention.metonym else "syntax"
    return [Referent(mention.entity_id, how)]


def _counted(at: int, tokens: Tokens) -> list[int]:
    """What a noun of number, part or kind of place stands for: *dozens of protesters*, *the city of Lima*."""
    if tokens.lemma[at].lower() not in _partitives():
        return []
    links = [child for child in tokens.children[at] if child > at and tokens.lower[child] == "of"]
    return [noun for link in links for noun in tokens.children[link] if tokens.dep[noun] == "pobj"]


@cache
def _partitives() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("partitives"))


def _antecedent_of_relative(at: int, tokens: Tokens) -> int:
    """The noun that a relative clause describes, for *who*, *which*, *that* in the clause; else the token itself."""
    if tokens.tag[at] in ("WDT", "WP"):
        return next((tokens.head[above] for above in tokens.ancestors(at) if tokens.dep[above] == "relcl"), at)
    return at


def _named_beside(at: int, reading: Reading) -> Mention | None:
    """The person whose name stands beside the title: *the president, Joe Biden*."""
    tokens = reading.tokens
    beside = [child for child in tokens.children[at] if tokens.dep[child] in _BESIDE]
    if tokens.dep[at] in _BESIDE and tokens.pos[tokens.head[at]] == "PROPN":
        beside.append(tokens.head[at])
    found = (reading.mention_of_token.get(other) for other in beside)
    return next(
        (mention for mention in found if mention and mention.type == "PERSON" and mention.level == "name"), None
    )
