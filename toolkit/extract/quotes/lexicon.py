"""The reporting verbs and what they take, as the lexicons have it."""

from functools import cache

from spacy.tokens import Token

from toolkit.lexicons import rows


@cache
def verbs_taking(frame: str) -> frozenset[str]:
    """Lemmas of the verbs that take `speech`, a `clause`, an `addressee`, `nominal` or `infinitive` content."""
    return frozenset(row["lemma"] for row in rows("reporting_verbs") if row[frame])


@cache
def verbs_of_any_content() -> frozenset[str]:
    """Lemmas of the verbs whose object, whatever it is, is what somebody says (*confirmed the death of three*)."""
    return frozenset(row["lemma"] for row in rows("reporting_verbs") if row["nominal"] == "any")


@cache
def prepositions_of(lemma: str) -> frozenset[str]:
    """The prepositions that say for what the verb blames, praises or calls upon somebody; empty for other verbs."""
    return _abouts().get(lemma, frozenset())


@cache
def _abouts() -> dict[str, frozenset[str]]:
    return {row["lemma"]: frozenset(row["about"].split("|")) for row in rows("reporting_verbs") if row["about"]}


@cache
def report_verbs() -> frozenset[str]:
    """Lemmas of the verbs whose clause is what somebody says: saying, not thinking, wanting or doing."""
    return frozenset(row["lemma"] for row in rows("reporting_verbs") if row["clause"])


@cache
def content_nouns() -> frozenset[str]:
    """Nouns that are what somebody says when a verb of expressing takes them: *concern*, *the importance of*."""
    return frozenset(row["lemma"] for row in rows("reported_contents"))


@cache
def _title_words(pos: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("title_words") if row["pos"] == pos)


def names_a_title(token: Token) -> bool:
    """Whether the word before a quotation mark says that a title, a theme or a nickname follows."""
    return token.lemma_.lower() in _title_words("noun" if token.pos_ == "NOUN" else "verb")
