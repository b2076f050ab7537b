"""What common nouns say of the names beside them (`kind_nouns.csv`, `kind_owned.csv`), and verbs (`kind_verbs.csv`)."""

from functools import cache

from toolkit.extract.names.context_words import words_for
from toolkit.lexicons import rows
from toolkit.records import MentionType

_PLACES: frozenset[MentionType] = frozenset({"SITE", "REGION"})


@cache
def kinds() -> dict[str, MentionType]:
    """Common noun -> the type of what it is said of; what a thing is called rather than who acts has precedence."""
    actors = {row["lemma"]: row["type"] for row in rows("actor_nouns") if row["type"] not in ("GROUP", "COUNTRY")}
    for word in words_for("person_or_body"):
        actors.pop(word, None)
    return actors | {row["noun"]: row["type"] for row in rows("kind_nouns")}  # type: ignore[return-value]


@cache
def verbs(role: str) -> dict[str, MentionType]:
    """Verb -> the type of its subject, object, passive subject, agent, or of what a preposition adds to it."""
    return {row["lemma"]: row["type"] for row in rows("kind_verbs") if row["role"] == role}  # type: ignore[misc]


@cache
def owned() -> dict[str, MentionType]:
    """Noun -> the type of what has or takes it."""
    return {row["noun"]: row["type"] for row in rows("kind_owned")}  # type: ignore[misc]


def place_noun(word: str) -> MentionType | None:
    """The type of the site or region that ends with the noun: *airport*, *river*."""
    kind = kinds().get(word)
    return kind if kind in _PLACES else None
