"""What a corpus has to choose from, as plain words and the values that they stand for."""

from collections.abc import Iterable, Mapping
from functools import cache

from toolkit.corpus import Corpus
from toolkit.lexicons import rows
from toolkit.lexicons.memberships import groupings

STATUSES = {
    "happened": "occurred",
    "under way": "ongoing",
    "planned": "planned",
    "possible": "hypothetical",
    "did not happen": "negated",
}
ORIGINS = {"seed only": "seed", "my articles only": "own", "sample only": "sample"}


def entity_names(corpus: Corpus) -> dict[str, str]:
    """Names and other names, the most mentioned first, each standing for itself."""
    names = [*corpus.entities["name"], *corpus.aliases["text"]]
    return {name: name for name in names}


def countries(corpus: Corpus) -> dict[str, str]:
    """Names of the countries that the corpus speaks of, and their codes; then groupings, which mean their members."""
    codes = set(corpus.entities["iso3"].dropna())
    named = {row["name"]: row["iso3"] for row in rows("countries") if row["iso3"] in codes}
    return named | {name: key for key, name in groupings().items()} if named else {}


def outlets(corpus: Corpus) -> dict[str, str]:
    """The outlets by name; those not stated under words that say so."""
    sources = sorted(set(corpus.articles["source"].fillna("")))
    return {source or "outlet not stated": source for source in sources}


def event_types(corpus: Corpus) -> dict[str, str]:
    """The event types that occur, by their plain labels."""
    occurring = set(corpus.events["event_type"])
    return {
        row["label"]: row["event_type"] for row in _labels() if not row["status"] and row["event_type"] in occurring
    }


def statuses(corpus: Corpus) -> dict[str, str]:
    """The statuses that occur, in plain words."""
    return _occurring(STATUSES, corpus.events["status"])


def measures(corpus: Corpus) -> dict[str, str]:
    """What the figures measure, in the words of the text."""
    return {measure: measure for measure in sorted(set(corpus.statistics["measure"].dropna()))}


def types_of(nature: str) -> tuple[str, ...]:
    """The event types that are deeds, or words."""
    return tuple(row["event_type"] for row in _labels() if row["nature"] == nature and not row["status"])


def _occurring(words: Mapping[str, str], values: Iterable[str]) -> dict[str, str]:
    there = set(values)
    return {word: value for word, value in words.items() if value in there}


@cache
def _labels() -> tuple[Mapping[str, str], ...]:
    return tuple(rows("event_labels"))
