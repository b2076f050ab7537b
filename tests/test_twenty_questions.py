"""The twenty questions that an analyst asks of the seed article, asked through the public names."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def corpus() -> tk.Corpus:
    """The seed article, read with nothing given but its text."""
    return tk.build_corpus(tk.read_articles(SEEDS))


@pytest.fixture(scope="module")
def names(corpus) -> dict[str, str]:
    """Entity id -> name."""
    return dict(zip(corpus.entities["entity_id"], corpus.entities["name"], strict=True))


@pytest.fixture(scope="module")
def events(corpus, names) -> pd.DataFrame:
    """The events with the names of their sources, targets and place."""
    actors = corpus.event_actors.assign(name=corpus.event_actors["entity_id"].map(names))
    sides = {
        role: actors[actors["role"] == role].groupby("event_id")["name"].agg(frozenset).rename(role)
        for role in ("source", "target")
    }
    table = corpus.events.join(sides["source"], on="event_id").join(sides["target"], on="event_id")
    table["place"] = table["location_id"].map(names)
    for role in sides:
        table[role] = table[role].map(lambda side: side if isinstance(side, frozenset) else frozenset())
    return table


@pytest.fixture(scope="module")
def quotes(corpus, names) -> pd.DataFrame:
    """The quotations with the names of speakers and addressees."""
    table = corpus.quotes
    return table.assign(who=table["speaker_id"].map(names), whom=table["addressee_id"].map(names))


def days(rows: pd.DataFrame) -> set[tuple[date, date]]:
    """The first and last days of the rows."""
    return {(start.date(), end.date()) for start, end in zip(rows["start_date"], rows["end_date"], strict=True)}


def one_day(*parts: int) -> set[tuple[date, date]]:
    return {(date(*parts), date(*parts))}


def having(events: pd.DataFrame, *names: str, role: str | None = None) -> pd.DataFrame:
    """The events in which all these take part."""
    columns = [role] if role else ["source", "target"]
    sides = [frozenset().union(*row) for row in events[columns].itertuples(index=False)]
    return events[[set(names) <= side for side in sides]]


def test_01_who_met_on_14_november_and_where(events):
    met = having(events, "Antony Blinken", role="source").query("event_type == 'CONSULT' and mode != 'visit'")
    met = met[met["start_date"] == pd.Timestamp("2024-11-14")]

    assert set(met["target"]) >= {frozenset({"Cho Dae-yeol"}), frozenset({"Takeshi Iwaya"})}
    assert set(met["place"]) == {"Lima"}


def test_02_biden_has_not_met_ishiba_and_yoon_yet(events):
    (meeting,) = having(events, "Joe Biden", "Ishiba Shigeru", "Yoon Suk-joon").to_dict("records")

    assert (meeting["event_type"], meeting["status"], meeting["plover_code"]) == ("CONSULT", "planned", "AGREE")
    assert meeting["start_date"] == meeting["end_date"] == pd.Timestamp("2024-11-15")


def test_03_blinken_arrived_in_lima_on_14_november(events):
    visit = having(events, "Antony Blinken", role="source").query("mode == 'visit' and status == 'occurred'")

    assert days(visit) == one_day(2024, 11, 14)
    assert set(visit["place"]) == {"Lima"}


def test_04_the_summit_opened_in_the_week_of_11_november(events):
    opened = events[(events["trigger"] == "opened") & events["text"].str.contains("Lima")]

    assert days(opened) == {(date(2024, 11, 11), date(2024, 11, 14))}
    assert set(opened["date_precision"]) == {"week"}
    assert set(opened["place"]) == {"Lima"}


def test_05_the_leaders_last_met_in_august_2023_at_camp_david_as_printed(events):
    (met,) = events[events["trigger"] == "convened"].to_dict("records")

    assert (met["start_date"], met["end_date"]) == (pd.Timestamp("2023-08-01"), pd.Timestamp("2023-08-31"))
    assert (met["date_precision"], met["place"]) == ("month", "Davis Camp")
    assert met["source"] | met["target"] == {"United States", "Japan", "South Korea"}


def test_06_blinken_discussed_with_cho_and_kamikawa_in_september(events):
    (talk,) = having(events, "Antony Blinken", "Cho Dae-yeol", "Yoko Kamikawa").to_dict("records")

    assert (talk["start_date"], talk["end_date"]) == (pd.Timestamp("2024-09-01"), pd.Timestamp("2024-09-30"))
    assert pd.isna(talk["place"])


def test_07_they_talked_about_cooperation_between_russia_and_north_korea(events):
    talk = events[events["trigger"] == "discussed"]["text"].iloc[0]
    cooperation = having(events, "Russia", "North Korea")

    assert "trilateral cooperation" in talk
    assert set(cooperation["event_type"]) == {"COOPERATE"}
    assert set(cooperation["text"]) == {talk}


def test_08_iwaya_is_foreign_minister_and_kamikawa_was(corpus):
    roles = corpus.entities.set_index("name")["role"].str.lower()

    assert roles["Takeshi Iwaya"] == "foreign minister"
    assert roles["Yoko Kamikawa"].startswith(("then-", "former"))
    assert set(corpus.entities.set_index("name").loc[["Takeshi Iwaya", "Yoko Kamikawa"], "iso3"]) == {"JPN"}


def test_09_the_article_was_published_on_14_november_as_inferred(corpus):
    (article,) = corpus.articles.to_dict("records")

    assert (article["published"], article["published_how"]) == (pd.Timestamp("2024-11-14"), "inferred")


def test_10_apec_figures(corpus):
    figures = corpus.statistics[corpus.statistics["subject"] == "APEC"]
    of = (figures["measure"].fillna("") + " " + figures["base"].fillna("")).str.lower()

    def value(word: str, unit: str) -> tuple[float, bool]:
        (row,) = figures[of.str.contains(word) & (figures["unit"] == unit)].to_dict("records")
        return row["value"], isinstance(row["approx"], str)

    assert value("member", "count") == (21, False)
    assert value("gdp", "percent") == (50, False)
    assert value("population", "percent") == (40, True)
    assert value("trade", "percent") == (47, False)
    assert value("output", "percent") == (62, False)
    assert set(figures["as_of_start"].dt.year) == {2024}


def test_11_nobody_vouches_for_them(corpus):
    assert corpus.statistics[corpus.statistics["subject"] == "APEC"]["reported_by"].isna().all()


def test_12_gdp_and_output_may_disagree(corpus):
    value = dict(zip(corpus.statistics["statistic_id"], corpus.statistics["value"], strict=True))
    (conflict,) = corpus.conflicts.to_dict("records")

    assert {value[conflict["statistic_id"]], value[conflict["other_id"]]} == {50, 62}
    assert conflict["kind"] == "possible"


def test_13_blinken_said_stronger_than_ever_to_iwaya_and_went_on(quotes):
    said = quotes[quotes["text"].str.contains("stronger than ever before|lays the foundation")]

    assert list(said["who"]) == ["Antony Blinken"] * 2
    assert list(said["whom"]) == ["Takeshi Iwaya"] * 2
    assert set(said["kind"]) == {"direct"}


def test_14_what_sullivan_said_in_his_own_words(quotes):
    sullivan = quotes[quotes["who"] == "Jake Sullivan"].set_index("kind")["text"]

    assert sullivan["direct"].startswith("We will focus on ensuring")
    assert "will build upon" in sullivan["indirect"]


def test_15_nobody_said_the_theme(quotes):
    assert not quotes["text"].str.contains("empower, include, growth").any()


def test_16_the_secretariat_is_planned(events, quotes):
    founding = events[events["text"].str.contains("plans to establish") & (events["trigger"] != "revealed")]
    revealed = quotes[quotes["verb"] == "revealed"]

    assert "planned" in set(founding["status"])
    assert list(revealed["who"]) == ["Antony Blinken"]


def test_17_where_apec_was_and_will_be_held(events):
    hosting = events[events["event_type"] == "HOST"]
    held = {
        (next(iter(row.source)), row.start_date.year, row.status)
        for row in hosting.itertuples()
        if row.source and not pd.isna(row.start_date)
    }

    assert {("Peru", 2008, "occurred"), ("Peru", 2016, "occurred"), ("South Korea", 2025, "planned")} <= held
    assert any(source == "Peru" and year == 2024 for source, year, _ in held)


def test_18_blinken_has_not_spoken_at_the_summit(corpus, quotes):
    expected = quotes[quotes["status"] == "expected"]
    speech_days = corpus.dates[corpus.dates["text"] == "Friday"]

    assert set(expected["who"]) == {"Antony Blinken"}
    assert days(speech_days) == one_day(2024, 11, 15)


def test_19_trump_won_on_a_day_not_stated_and_apec_dates_from_a_year(events):
    won = having(events, "Donald Trump").query("event_type == 'ELECT'")
    back = having(events, "Donald Trump").query("event_type == 'OFFICE'")
    founded = having(events, "APEC").query("event_type == 'FOUND'")

    assert set(won["status"]) == {"occurred"}
    assert "day" not in set(won["date_precision"])
    assert set(back["status"]) == {"planned"}
    assert set(founded["date_precision"]) == {"year"}
    assert days(founded) == {(date(1989, 1, 1), date(1989, 12, 31))}


def test_20_names_that_need_a_look_and_the_two_washingtons(corpus, names):
    mentions = corpus.mentions.assign(name=corpus.mentions["entity_id"].map(names))
    washington = mentions[mentions["text"].str.startswith("Washington") & (mentions["level"] == "name")]
    suggested = set(corpus.entities.dropna(subset=["suggested_name"])["name"])

    assert set(zip(washington["text"], washington["name"], washington["metonym"], strict=True)) >= {
        ("Washington", "United States", True),
        ("Washington D.C.", "Washington", False),
    }
    assert {"Cho Dae-yeol", "Yoon Suk-joon", "Daniel Krintenbrink", "Davis Camp"} <= suggested
