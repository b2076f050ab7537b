"""Real events of a briefing: what is one row, how many reports tell it, and what of it is still open."""

import json

import pytest

import toolkit as tk
from toolkit.briefing import happenings

FIRST = "Anna Berg of Norway met Paulo Reis of Brazil in Lima on Thursday. Norway will meet Poland on Friday."
SECOND = "On Thursday Anna Berg of Norway met Paulo Reis of Brazil in Lima. Norway did not criticise Chile."


@pytest.fixture(scope="module")
def corpus(language, tmp_path_factory) -> tk.Corpus:
    path = tmp_path_factory.mktemp("articles") / "wire.jsonl"
    told = [
        {"id": "a", "published": "2024-11-14", "source": "Gazette", "text": FIRST},
        {"id": "b", "published": "2024-11-14", "source": "Herald", "text": SECOND},
        {"id": "c", "published": "2024-11-18", "source": "Gazette", "text": "Chad praised Mali."},
    ]
    path.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    return tk.build_corpus(tk.read_articles(path), language=language)


def test_two_reports_of_a_meeting_are_one_row_with_both_sentences(corpus):
    met = happenings.happened(corpus).query("where == 'Lima'")

    assert met["reports"].tolist() == [2]
    texts = corpus.sentences.set_index("sentence_id")["text"]
    assert all("met Paulo Reis" in texts[one] for one in met["sentences"].iloc[0])


def test_a_plan_whose_day_is_over_is_marked(corpus):
    (plan,) = happenings.planned(corpus).to_dict("records")

    assert (plan["who"], plan["to_whom"], plan["overdue"]) == ("Norway", "Poland", True)


def test_what_is_denied_is_not_told_as_done(corpus):
    assert "Chile" not in set(happenings.happened(corpus)["to_whom"])
    assert happenings.doubtful(corpus)["to_whom"].tolist() == ["Chile"]


def test_the_most_reported_come_before_the_latest_and_stand_in_the_order_of_their_days(corpus):
    events = happenings.happened(corpus)

    assert happenings.best(events, most=1)["reports"].tolist() == [2]
    days = happenings.best(events, most=9)["start_date"].dropna()
    assert days.is_monotonic_increasing


def test_meetings_that_one_article_tells_of_in_turn_stay_two():
    met = {"article_id": "a", "parties": frozenset({"berg", "reis"}), "sides": frozenset({"NOR", "BRA"})}
    other = {**met, "parties": frozenset({"berg", "lund"}), "sides": frozenset({"NOR", "BRA"})}

    assert not happenings._same(met, other)
    assert happenings._same(met, {**other, "article_id": "b"})
    assert happenings._same(met, {**met, "parties": frozenset({"berg"})})


def test_nothing_is_no_event(corpus):
    nothing = corpus.select(tk.Selection(text="zebra"))

    for asked in (happenings.happened, happenings.planned, happenings.doubtful):
        assert asked(nothing).empty
