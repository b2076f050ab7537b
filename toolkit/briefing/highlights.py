"""The findings that open a briefing: what the analyst has pinned, else what most independent reports tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.briefing import happenings
from toolkit.briefing.citations import Citations
from toolkit.briefing.contents import numbers
from toolkit.briefing.wording import figure, measured, told, word
from toolkit.corpus import Corpus
from toolkit.workbench import Finding

# Events that are shown where the analyst has pinned nothing.
_UNPINNED = 7
_UNPINNED_ABOUT = (
    "Nothing is pinned. These are the events that most independent reports tell, and most fully; "
    "machine-extracted and unreviewed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlights:
    """The findings.

    Attributes:
        rows: headline, note, and the numbers of the sentences.
        about: who chose them.
        left_out: the headlines of pins that this part of the corpus does not hold.
    """

    rows: list[tuple[str, str, str]]
    about: str
    left_out: tuple[str, ...] = ()


def highlights(corpus: Corpus, pins: Iterable[Finding], citations: Citations) -> Highlights:
    """The pins in their order; where there is none of this part, the events with most independent reports."""
    words = _words(corpus)
    placed = [(pin, _row(pin, words, citations)) for pin in pins]
    rows = [row for _, row in placed if row]
    left_out = tuple(pin.headline or pin.evidence or pin.row for pin, row in placed if not row)
    if rows:
        return Highlights(rows=rows, about="Chosen by the analyst.", left_out=left_out)
    return Highlights(rows=_most_reported(corpus, citations), about=_UNPINNED_ABOUT, left_out=left_out)


def _row(pin: Finding, words: Mapping[str, str], citations: Citations) -> tuple[str, str, str] | None:
    if not (pin.article_id and pin.start.isdigit()):
        return (pin.headline, pin.note, "") if pin.headline else None
    sentence = citations.holding(pin.article_id, int(pin.start))
    if sentence is None:
        return None
    return pin.headline or words.get(pin.row) or pin.evidence, pin.note, numbers(citations, sentence)


def _words(corpus: Corpus) -> dict[str, str]:
    """What every row that can be pinned says, by its key."""
    who = corpus.entities.set_index("entity_id")["name"]
    events = {row["event_id"]: told(row) for row in corpus.who_did_what().to_dict("records")}
    figures = {row["statistic_id"]: _figure(row) for row in corpus.figures().to_dict("records")}
    quotes = {
        row["quote_id"]: _quote(row, word(who.get(row["speaker_id"]))) for row in corpus.quotes.to_dict("records")
    }
    return {**events, **figures, **quotes}


def _figure(row: Mapping[Any, Any]) -> str:
    return f"{', '.join(filter(None, (word(row['subject']), measured(row))))}: {figure(row)}"


def _quote(row: Mapping[Any, Any], speaker: str) -> str:
    said = f"“{row['text']}”" if row["kind"] == "direct" else row["text"]
    verb = "" if row["status"] == "said" else ", expected to say"
    return f"{speaker or word(row['speaker']) or 'not stated who'}{verb}: {said}"


def _most_reported(corpus: Corpus, citations: Citations) -> list[tuple[str, str, str]]:
    events = happenings.happened(corpus)
    ranked = events[events["start_date"].notna() & events["who"].notna()].sort_values(
        ["reports", "gaps", "grade", "start_date"], ascending=[False, True, True, False], kind="stable"
    )
    return [
        (told(row), _reports(row["reports"]), numbers(citations, *row["sentences"]))
        for row in ranked.head(_UNPINNED).to_dict("records")
    ]


def _reports(number: int) -> str:
    return f"{number} independent reports" if number > 1 else "1 report"
