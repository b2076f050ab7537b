"""Frames for people: names, plain words, and dates no narrower than they are known."""

from datetime import date

import pandas as pd
import polars as pl
import pytest

from toolkit.corpus.frames import frame_of
from toolkit.corpus.readable import figures, said_days, who_did_what
from toolkit.lexicons import rows
from toolkit.records import Actor, Article, Entity, Event, EventType, Sentence, Statistic

ROW = {"article_id": "a", "sentence_id": "s", "start": 0, "end": 4, "text": "Rain", "rule": "r", "confidence": "high"}


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2024, 11, 14), date(2024, 11, 14), "14 Nov 2024"),
        (date(2024, 11, 11), date(2024, 11, 14), "11–14 Nov 2024"),
        (date(2024, 10, 30), date(2024, 11, 2), "30 Oct–2 Nov 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 Dec 2023–2 Jan 2024"),
        (date(2023, 8, 1), date(2023, 8, 31), "Aug 2023"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990–1999"),
        (date(2024, 11, 11), None, "from 11 Nov 2024"),
        (None, date(2024, 11, 11), "until 11 Nov 2024"),
        (None, None, None),
    ],
)
def test_days_are_said_as_wide_as_they_are(first, last, said):
    assert said_days(first, last) == said


def test_every_event_type_has_a_label():
    assert {row["event_type"] for row in rows("event_labels") if not row["status"]} == set(EventType.__args__)


@pytest.fixture
def tables() -> dict[str, pl.LazyFrame]:
    """Anna Berg met Paulo Reis and Li Na in Lima, as said by nobody; planned rain of 3 mm."""
    people = {"p1": "Anna Berg", "p2": "Paulo Reis", "p3": "Li Na", "c": "Lima"}
    event = {
        "trigger": "met",
        "trigger_start": 0,
        "trigger_end": 3,
        "event_type": "CONSULT",
        "location_id": "c",
        "cluster_id": "x",
    }
    articles = [Article(article_id="a", text="Rain"), Article(article_id="b", text="Rain", duplicate_of="a")]
    copy = ROW | {"article_id": "b"}
    made = {
        "articles": articles,
        "entities": [Entity(entity_id=id_, name=name, type="PERSON") for id_, name in people.items()],
        "sentences": [
            Sentence(
                sentence_id="s", article_id="a", paragraph=0, position=0, is_headline=False, start=0, end=4, text="Rain"
            )
        ],
        "events": [
            Event(
                **ROW,
                event_id="e1",
                **event,
                status="occurred",
                start_date=date(2024, 11, 14),
                end_date=date(2024, 11, 14),
            ),
            Event(**ROW, event_id="e2", **event, status="planned", reported_by="p2"),
            Event(**copy, event_id="e3", **event, status="planned"),
        ],
        "event_actors": [
            Actor(event_id="e1", entity_id="p1", role="source"),
            Actor(event_id="e1", entity_id="p3", role="target", position=1),
            Actor(event_id="e1", entity_id="p2", role="target", position=0),
        ],
        "aliases": [],
        "statistics": [
            Statistic(**ROW, statistic_id="f", value=3, unit="millimetre", subject="Lima", reported_by="p1")
        ],
    }
    return {name: frame_of(some, name).lazy() for name, some in made.items()}


def test_who_did_what_names_everyone_in_order(tables):
    met, plan, _ = who_did_what(tables).to_dict("records")

    assert [met[cell] for cell in ("when", "who", "did_what", "to_whom", "where")] == [
        "14 Nov 2024",
        "Anna Berg",
        "met or talked",
        "Paulo Reis, Li Na",
        "Lima",
    ]
    assert (plan["did_what"], plan["said_by"], plan["evidence"]) == ("plans to meet or talk", "Paulo Reis", "Rain")
    assert pd.isna(plan["when"])
    assert (met["reports"], plan["reports"]) == (1, 1)
    assert pd.isna(plan["who"])


def test_figures_carry_their_sentence(tables):
    (figure,) = figures(tables).to_dict("records")

    assert (figure["subject"], figure["value"], figure["unit"]) == ("Lima", 3, "millimetre")
    assert (figure["said_by"], figure["printed"], figure["evidence"]) == ("Anna Berg", "Rain", "Rain")
