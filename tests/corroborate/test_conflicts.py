"""Figures against each other: contradictions, possible conflicts, and pairs that agree."""

from datetime import date
from itertools import count

import pytest

from toolkit.corroborate import find_conflicts
from toolkit.records import Statistic, key

_NUMBERS = count()


def figure(text, value, **columns):
    number = next(_NUMBERS)
    columns = {
        "unit": "percent", "subject": "Mercosur", "measure": "share of global GDP", "base": "global GDP",
        "value_low": value, "value_high": value, "article_id": f"a{number}", "as_of_start": date(2024, 1, 1),
    } | columns  # fmt: skip
    return Statistic(
        statistic_id=key(number), sentence_id=f"s{number}", start=0, end=len(text), text=text, rule="share",
        confidence="high", value=value, **columns,
    )  # fmt: skip


def kinds(*figures):
    return [conflict.kind for conflict in find_conflicts(figures)]


def test_same_share_with_two_values_is_a_contradiction():
    (conflict,) = find_conflicts([figure("50%", 50), figure("62%", 62)])

    assert conflict.kind == "contradiction"
    assert conflict.reason.startswith("Mercosur: share of global GDP is given as 50% and as 62%")


def test_close_measures_give_a_possible_conflict():
    output = {"measure": "share of economic output", "base": "economic output"}

    assert kinds(figure("50%", 50), figure("62%", 62, **output)) == ["possible"]


@pytest.mark.parametrize(
    "other",
    [
        figure("50%", 50),
        figure("50.4%", 50.4),
        figure("53%", 53, approx="about"),
        figure("40%", 40, value_high=None, approx="more than"),
        figure("45-55%", 50, value_low=45, value_high=55),
        figure("62%", 62, subject="ASEAN"),
        figure("62%", 62, as_of_start=date(2023, 1, 1)),
        figure("62%", 62, measure="share of world trade", base="world trade"),
        figure("62%", 62, measure="share of regional GDP", base="regional GDP"),
        figure("62", 62, unit="count", measure="number of members", base=None),
        figure("62%", 62, direction="rise"),
    ],
)
def test_no_conflict(other):
    assert kinds(figure("50%", 50), other) == []


def test_counts_within_an_article_may_be_of_different_things():
    jets = {"unit": "count", "measure": "number of jets", "base": None}

    assert kinds(figure("20", 20, **jets), figure("60", 60, **jets)) == ["contradiction"]
    assert kinds(figure("20", 20, article_id="a", **jets), figure("60", 60, article_id="a", **jets)) == ["possible"]


def test_what_two_parties_report_may_be_counted_in_two_ways():
    assert kinds(figure("50%", 50, reported_by="igo:imf"), figure("62%", 62, reported_by="igo:oecd")) == ["possible"]


def test_forecasts_may_differ():
    whole_year = {"as_of_start": date(2025, 1, 1), "as_of_end": date(2025, 12, 31)}
    figures = [figure("50%", 50, article_id="a", **whole_year), figure("62%", 62, article_id="b", **whole_year)]

    (conflict,) = find_conflicts(figures, {"a": date(2024, 11, 14), "b": date(2024, 10, 1)})
    assert conflict.kind == "possible"
    assert [c.kind for c in find_conflicts(figures, {"a": date(2024, 11, 14), "b": date(2026, 2, 1)})] == [
        "contradiction"
    ]


def test_changes_conflict_between_articles_and_not_within_one():
    rise = {"direction": "rise", "measure": "exports change", "base": None}

    assert kinds(figure("3%", 3, **rise), figure("7%", 7, **rise)) == ["contradiction"]
    assert kinds(figure("3%", 3, article_id="a", **rise), figure("7%", 7, article_id="a", **rise)) == []


def test_changes_that_two_parties_report_in_one_article_are_compared():
    rise = {"direction": "rise", "measure": "exports change", "base": None, "article_id": "a"}
    one, other = figure("3%", 3, reported_by="gov:x", **rise), figure("7%", 7, reported_by="igo:imf", **rise)

    assert kinds(one, other) == ["possible"]


def test_people_without_a_name_are_not_the_same_people():
    people = {"subject": "people", "unit": "count", "measure": "number of people", "base": None}

    assert kinds(figure("5", 5, **people), figure("30,000", 30000, **people)) == []


def test_every_odd_value_is_set_against_the_usual_one():
    figures = [figure("50%", 50), *(figure(f"{value}%", value) for value in (50, 60, 70, 80))]

    assert len(find_conflicts(figures)) == 3


def test_order_does_not_matter_to_the_key():
    one, other = figure("50%", 50), figure("62%", 62)

    assert [c.conflict_id for c in find_conflicts([one, other])] == [
        c.conflict_id for c in find_conflicts([other, one])
    ]


def test_states_of_two_days_are_of_one_year_and_may_change_in_weeks():
    days = {"a1": date(2024, 11, 14), "a2": date(2024, 11, 12), "a3": date(2024, 6, 1)}

    def count(text, value, article):
        known = {"base": None, "measure": "number of tanks", "unit": "count", "article_id": article}
        return figure(text, value, **known, as_of_start=days[article], as_of_end=days[article])

    near = find_conflicts([count("200", 200, "a1"), count("250", 250, "a2")], days)
    far = find_conflicts([count("200", 200, "a1"), count("250", 250, "a3")], days)
    assert [conflict.kind for conflict in near + far] == ["contradiction", "possible"]
    assert "weeks apart" in far[0].reason


TOLL = {"unit": "count", "measure": "death toll", "base": None, "subject": "Chile"}


@pytest.mark.parametrize(("earlier", "later", "found"), [(57, 112, []), (112, 57, ["contradiction"])])
def test_tolls_grow(earlier, later, found):
    day, next_day = {"as_of_start": date(2024, 5, 1)}, {"as_of_start": date(2024, 5, 3)}
    first = figure("57", earlier, article_id="a", as_of_end=date(2024, 5, 1), **TOLL, **day)
    second = figure("112", later, article_id="b", as_of_end=date(2024, 5, 3), **TOLL, **next_day)

    published = {"a": date(2024, 5, 1), "b": date(2024, 5, 3)}
    assert [one.kind for one in find_conflicts([first, second], published)] == found


def test_tolls_of_one_day_conflict():
    day = {"as_of_start": date(2024, 5, 1), "as_of_end": date(2024, 5, 1)}
    figures = [figure("57", 57, article_id="a", **TOLL, **day), figure("112", 112, article_id="b", **TOLL, **day)]

    assert [one.kind for one in find_conflicts(figures, dict.fromkeys("ab", date(2024, 5, 1)))] == ["contradiction"]


def test_an_old_level_with_a_time_of_its_own_is_compared():
    rate = {"measure": "inflation", "base": None}
    new = figure("48.6%", 48.6, article_id="a", change_from=49.4, **rate, as_of_start=date(2024, 10, 1))
    old = figure("49.4%", 49.4, article_id="a", **rate, as_of_start=date(2024, 9, 1))
    other = figure("47.4%", 47.4, article_id="b", **rate, as_of_start=date(2024, 9, 1))

    assert kinds(new, old, other) == ["contradiction"]


def test_a_narrower_whole_is_another_whole():
    def share(text, value, whole):
        return figure(text, value, base=whole, measure=f"share of {whole}")

    assert kinds(share("31%", 31, "global manufacturing output"), share("17%", 17, "global GDP")) == []
    assert kinds(share("18%", 18, "world GDP"), share("22%", 22, "global economic output")) == ["possible"]
