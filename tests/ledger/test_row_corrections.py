"""Corrections of rows: each changes what it names, and all that follows from it."""

import pandas as pd
import pytest

from toolkit.corpus import anchor_at, anchor_of
from toolkit.errors import LedgerError
from toolkit.ledger import Correction


@pytest.fixture
def event(corpus):
    """The event told by a word."""
    return lambda word, made=corpus: made.events[made.events["trigger"] == word].iloc[0]


@pytest.fixture
def anchor(corpus):
    """The anchor of the first row of a table whose words these are."""

    def of(name: str, words: str) -> str:
        rows = corpus.table(name)
        said = rows["trigger" if name == "events" else "text"]
        return str(anchor_of(corpus, name, rows[said == words].iloc[0].iloc[0]))

    return of


def names(corpus, event_id: str, role: str) -> list[str]:
    actors = corpus.event_actors
    mine = actors[(actors["event_id"] == event_id) & (actors["role"] == role)]
    return [corpus.entities.set_index("entity_id").loc[id_, "name"] for id_ in mine["entity_id"]]


def test_an_event_takes_the_day_it_is_given(under, anchor, event):
    made = under(Correction("set_date", anchor("events", "met"), "2024-11-05/2024-11-06"))

    row = event("met", made)
    assert (str(row["start_date"].date()), str(row["end_date"].date())) == ("2024-11-05", "2024-11-06")
    assert (row["date_precision"], row["date_how"], row["rule"], row["confidence"]) == (
        "week", "explicit", "analyst", "high",
    )  # fmt: skip


def test_an_event_can_be_left_without_a_day(under, anchor, event):
    row = event("met", under(Correction("set_date", anchor("events", "met"))))

    assert pd.isna(row["start_date"])
    assert row["date_how"] == "none"


def test_codes_follow_from_the_type_and_status_given(under, anchor, event):
    made = under(
        Correction("set_type", anchor("events", "met"), "COOPERATE"),
        Correction("set_status", anchor("events", "met"), "planned"),
    )

    row = event("met", made)
    assert (row["event_type"], row["status"], row["plover_code"], row["quad"]) == (
        "COOPERATE", "planned", "AGREE", "verbal cooperation",
    )  # fmt: skip


def test_actors_of_a_role_are_replaced_and_the_other_role_stays(under, anchor, event):
    made = under(Correction("set_actor", anchor("events", "met"), "target: Norway; target: Geneva"))

    id_ = event("met", made)["event_id"]
    assert names(made, id_, "source") == ["Anna Berg"]
    assert names(made, id_, "target") == ["Norway", "Geneva"]


def test_a_quotation_takes_its_speaker(under, anchor):
    made = under(Correction("set_speaker", anchor("quotes", "We will persist"), "Paulo Reis"))

    speaker = made.quotes.set_index("text").loc["We will persist", "speaker_id"]
    assert made.entities.set_index("entity_id").loc[speaker, "name"] == "Paulo Reis"


def test_a_figure_takes_its_value_and_keeps_its_unit(under, anchor):
    row = under(Correction("set_value", anchor("statistics", "4.8%"), "4.9")).statistics.set_index("text").loc["4.8%"]

    assert (row["value"], row["value_low"], row["value_high"], row["unit"]) == (4.9, 4.9, 4.9, "percent")


def test_a_date_takes_another_day(under, anchor):
    row = under(Correction("set_date", anchor("dates", "Tuesday"), "2024-11-05")).dates.set_index("text").loc["Tuesday"]

    assert (row["value"], str(row["start_date"].date()), row["how"]) == ("2024-11-05", "2024-11-05", "analyst")


def test_a_dropped_event_takes_its_actors_with_it(under, anchor, corpus, event):
    made = under(Correction("drop_row", anchor("events", "met")))

    assert len(made.events) == len(corpus.events) - 1
    assert event("met")["event_id"] not in set(made.event_actors["event_id"])


def test_an_accepted_row_is_vouched_for_and_nothing_else_changes(under, anchor, event):
    before, after = event("met"), event("met", under(Correction("accept", anchor("events", "met"))))

    assert after["rule"] == "analyst"
    assert list(after.drop(["rule", "confidence"]).dropna()) == list(before.drop(["rule", "confidence"]).dropna())


def test_a_missed_event_is_added_on_its_words(under, corpus):
    text = corpus.articles.set_index("article_id").loc["three", "text"]
    at = anchor_at(corpus, "three", span=(text.index("persist"), text.index("persist") + 7), kind="event")

    made = under(Correction("add_row", str(at), "type: AID; status: planned; source: Anna Berg; date: 2025"))

    (row,) = made.events[made.events["trigger"] == "persist"].to_dict("records")
    assert (row["event_type"], row["plover_code"], row["rule"], row["date_precision"]) == (
        "AID", "AGREE", "analyst", "year",
    )  # fmt: skip
    assert names(made, row["event_id"], "source") == ["Anna Berg"]


def test_a_missed_figure_is_added_on_its_words(under, corpus):
    at = anchor_at(corpus, "two", span=(0, 9), kind="statistic")

    made = under(Correction("add_row", str(at), "value: 3.5 percent; measure: inflation; subject: Norway"))

    row = made.statistics.set_index("text").loc["Inflation"]
    assert (row["value"], row["unit"], row["measure"], row["rule"]) == (3.5, "percent", "inflation", "analyst")


def test_rows_keep_the_order_of_their_articles(under, anchor, corpus):
    made = under(Correction("accept", anchor("events", "met")))

    assert list(made.events["event_id"]) == list(corpus.events["event_id"])


def test_a_row_is_found_by_its_words_where_its_key_has_changed(under, anchor, event):
    moved = anchor("events", "met").rsplit(" (", 1)[0] + " (0000000000000000)"

    assert event("met", under(Correction("set_status", moved, "negated")))["status"] == "negated"


def test_an_article_read_again_under_another_id_is_known_by_the_sentence(under, anchor, event):
    moved = anchor("events", "met").replace(" of one", " of another")

    assert event("met", under(Correction("set_status", moved, "negated")))["status"] == "negated"


def test_what_stands_nowhere_is_reported(under):
    made = under(Correction("drop_row", 'event "sang" in "They sang." of one'))

    (row,) = made.corrections.report().to_dict("records")
    assert (row["line"], row["outcome"]) == (2, "unmatched")
    assert "the corpus has 0 events on these words" in row["reason"]
    assert "unmatched_correction" in set(made.warnings["code"])


def test_an_actor_that_there_is_not_is_reported(under, anchor):
    (row,) = (
        under(Correction("set_actor", anchor("events", "met"), "source: Nobody"))
        .corrections.report()
        .to_dict("records")
    )

    assert row["outcome"] == "unmatched"
    assert "the corpus has 0 entities" in row["reason"]


@pytest.mark.parametrize(
    ("action", "value", "said"),
    [
        ("set_date", "14 Nov", "'14 Nov' is no date; give 2024-11-14"),
        ("set_date", "2024-02-30", "is no date"),
        ("set_status", "maybe", "the status 'maybe' of a event is not known; allowed are occurred"),
        ("set_type", "FIGHT", "the type 'FIGHT' of a event is not known; allowed are AGREE"),
        ("set_actor", "Norway", "'Norway' is no field; write NAME: VALUE; with source, target"),
        ("set_value", "5", "set_value is not for a event; it is for statistic"),
        ("add_row", "status: planned", "an added event needs the field 'type'"),
        ("add_row", "type: AID; type: AID", "the field 'type' is given twice"),
    ],
)
def test_a_value_that_is_none_is_refused_before_it_is_written(ledger, anchor, action, value, said):
    with pytest.raises(LedgerError, match=said.replace("'", ".")):
        ledger(Correction(action, anchor("events", "met"), value))


def test_a_row_correction_needs_an_anchor(ledger):
    with pytest.raises(LedgerError, match="drop_row needs an anchor such as event"):
        ledger(Correction("drop_row", "Anna Berg"))


@pytest.mark.parametrize(
    ("action", "value", "wanted"),
    [
        ("set_measure", "price level", "price level"),
        ("set_base", "all households", "all households"),
        ("set_subject", "the fishing fleet", "the fishing fleet"),
        ("set_subject", "country:NOR", "Norway"),
        ("set_subject", "", None),
        ("set_measure", "", None),
        ("set_base", "", None),
        ("set_reported_by", "Anna Berg", "Anna Berg"),
        ("set_reported_by", "", None),
    ],
)
def test_a_figure_says_what_it_is_told_to(under, anchor, action, value, wanted):
    column = action.removeprefix("set_")
    made = under(Correction(action, anchor("statistics", "4.8%"), value))

    row = made.statistics.set_index("text").loc["4.8%"]
    names = made.entities.set_index("entity_id")["name"]
    said = row[column] if column != "reported_by" or pd.isna(row[column]) else names[row[column]]
    assert (None if pd.isna(said) else said) == wanted
    assert (row["rule"], row["confidence"]) == ("analyst", "high")
    assert list(made.corrections.report()["outcome"]) == ["applied"]


def test_a_subject_that_is_a_name_is_that_entity(under, anchor):
    made = under(Correction("set_subject", anchor("statistics", "4.8%"), "Paulo Reis"))

    id_ = made.statistics.set_index("text").loc["4.8%", "subject_id"]
    assert made.entities.set_index("entity_id").loc[id_, "name"] == "Paulo Reis"


def test_a_subject_in_words_of_no_name_is_no_entity(under, anchor):
    made = under(Correction("set_subject", anchor("statistics", "4.8%"), "the fishing fleet"))

    assert pd.isna(made.statistics.set_index("text").loc["4.8%", "subject_id"])


def test_an_event_is_placed_and_told_by_whom_the_analyst_says(under, anchor, event):
    made = under(
        Correction("set_place", anchor("events", "met"), "Norway"),
        Correction("set_reported_by", anchor("events", "met"), "Anna Berg"),
    )

    row, names = event("met", made), made.entities.set_index("entity_id")["name"]
    assert (names[row["location_id"]], names[row["reported_by"]]) == ("Norway", "Anna Berg")


def test_an_event_can_be_left_without_a_place(under, anchor, event):
    assert pd.isna(event("met", under(Correction("set_place", anchor("events", "met"))))["location_id"])


def test_a_place_that_nobody_names_is_told(under, anchor):
    report = under(Correction("set_place", anchor("events", "met"), "Atlantis")).corrections.report()

    assert list(report["outcome"]) == ["unmatched"]
    assert "0 entities of that name" in report["reason"][0]


@pytest.mark.parametrize("action", ["set_measure", "set_base", "set_subject", "same_measure"])
def test_what_is_said_of_figures_is_not_said_of_events(ledger, anchor, action):
    with pytest.raises(LedgerError, match=f"{action} is not for a event; it is for statistic"):
        ledger(Correction(action, anchor("events", "met"), "inflation"))
