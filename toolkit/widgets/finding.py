"""What a corpus says, in one sentence computed from its tables."""

from collections.abc import Callable, Mapping

import pandas as pd
from IPython.display import Markdown

from toolkit.corpus import Corpus
from toolkit.errors import InputError
from toolkit.query import Selection, happened, planned, reviewed, single_source

_NAMED = 3


def finding(corpus: Corpus, topic: str = "articles") -> Markdown:
    """The sentence and a status line, to open a notebook with.

    Args:
        corpus: what it is about.
        topic: `articles`, `names`, `timeline`, `figures` or `links`.

    Raises:
        InputError: there is no such topic.
    """
    if topic not in _SENTENCES:
        raise InputError(f"there is no finding on {topic!r}; choose from {', '.join(_SENTENCES)}")
    said = _SENTENCES[topic](corpus) if len(corpus.articles) else "Nothing was read; corpus.warnings says why."
    return Markdown(f"**{said}**\n\n*{status(corpus)}*")  # type: ignore[no-untyped-call]  # IPython has no types


def _articles(corpus: Corpus) -> str:
    """Who is named most, and how much is told of them."""
    named = ", ".join(_plain(name) for name in corpus.entities["name"].head(_NAMED)) or "nobody"
    return f"{_counted(len(corpus.articles), 'article')}{_days(corpus.articles['published'])}; most named: {named}."


def _names(corpus: Corpus) -> str:
    """How many names there are, and which of them need a look."""
    entities = corpus.entities
    people = int((entities["type"] == "PERSON").sum())
    advised = entities[entities["suggested_name"].notna()]
    first = ", ".join(_plain(name) for name in advised["name"].head(_NAMED))
    need = f"{_counted(len(advised), 'name')} to decide on: {first}" if len(advised) else "none with a suggestion"
    return (
        f"{_counted(len(entities), 'name')}, {people} of them people; {need}{'.' if len(advised) <= _NAMED else ' ...'}"
    )


def _timeline(corpus: Corpus) -> str:
    """How much is told as done, and what comes next."""
    done, plans = _distinct(corpus, happened(corpus)), _distinct(corpus, planned(corpus))
    kinds = happened(corpus)["did_what"].value_counts().head(_NAMED)
    most = "; most often " + ", ".join(f"“{kind}”" for kind in kinds.index) if done else ""
    return f"{_counted(done, 'event')} told as done, {plans} planned{most}."


def _figures(corpus: Corpus) -> str:
    """How many figures there are, and whether any of them disagree."""
    pairs = len(corpus.conflicts)
    agree = f"{_counted(pairs, 'pair')} of them may not both be true" if pairs else "none of them contradict each other"
    return f"{_counted(len(corpus.statistics), 'figure')}; {agree}."


def _links(corpus: Corpus) -> str:
    """How many events one report alone vouches for."""
    alone, told = _distinct(corpus, single_source(corpus)), _distinct(corpus, corpus.who_did_what())
    return f"{alone} of {_counted(told, 'event')} told by one independent report alone."


def _distinct(corpus: Corpus, told: pd.DataFrame) -> int:
    """How many real events the reports tell of."""
    events = corpus.events[corpus.events["event_id"].isin(told["event_id"])]
    return int(events["cluster_id"].fillna(events["event_id"]).nunique())


_SENTENCES: Mapping[str, Callable[[Corpus], str]] = {
    "articles": _articles,
    "names": _names,
    "timeline": _timeline,
    "figures": _figures,
    "links": _links,
}


def scope(selection: Selection) -> Markdown:
    """What a selection chooses, in words."""
    return Markdown(_plain(selection.words()))  # type: ignore[no-untyped-call]  # IPython has no types


def status(corpus: Corpus) -> str:
    """How many reports of how many events, and what needs a look."""
    events = corpus.events
    return (
        f"{_counted(len(events), 'report')} of {_counted(_distinct(corpus, events), 'event')} "
        f"in {_counted(len(corpus.articles), 'article')}; "
        f"{reviewed(corpus):,} reviewed; {_counted(len(corpus.warnings), 'warning')}"
    )


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _days(published: pd.Series) -> str:
    """` of 14 Nov 2024`, or from the first to the last day; nothing where no day is known."""
    known = published.dropna()
    if known.empty:
        return ""
    first, last = (f"{day.day} {day:%b %Y}" for day in (known.min(), known.max()))
    return f" of {first}" if first == last else f" of {first} to {last}"


def _plain(name: str) -> str:
    """A name without what Markdown or HTML would take as its own; names come from news text."""
    return "".join(sign for sign in name if sign not in "*_`[]<>\\")
