"""Random rows, and the interval that their checks give."""

import pandas as pd
import pytest

import toolkit as tk
from toolkit.errors import SchemaError
from toolkit.query import precision, sampled, wilson

TEXT = "Norway praised Peru. Norway accused Russia. Chad praised Mali. Peru met Chad. Mali accused Chad of spying."


@pytest.fixture(scope="module")
def corpus():
    rows = [
        {"article_id": name, "text": TEXT, "published": pd.Timestamp("2024-05-14"), "source": name} for name in "ab"
    ]
    return tk.build_corpus(pd.DataFrame(rows).assign(published_how="given"))


@pytest.mark.parametrize(
    ("right", "checked", "low", "high"),
    # By hand from the formula, and as the tables of Newcombe (1998) have it: 81 of 263 is 0.2553 to 0.3662.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (50, 50, 0.9287, 1.0),
    ],
)
def test_the_interval_is_wilsons(right, checked, low, high):
    assert wilson(right, checked) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@pytest.mark.parametrize(("right", "checked"), [(0, 0), (2, 1), (-1, 1)])
def test_what_is_no_share_has_no_interval(right, checked):
    with pytest.raises(ValueError, match="is no share"):
        wilson(right, checked)


def test_rows_are_drawn_at_random_and_again_with_the_same_seed(corpus):
    first = sampled(corpus, "events", number=3, seed=1)

    assert list(first["event_id"]) == list(sampled(corpus, "events", number=3, seed=1)["event_id"])
    drawn = [frozenset(sampled(corpus, "events", number=3, seed=seed)["event_id"]) for seed in range(8)]
    assert len(set(drawn)) > 1


def test_copies_and_rows_that_were_checked_are_not_drawn(corpus):
    assert corpus.articles["duplicate_of"].notna().sum() == 1
    everything = sampled(corpus, "events")
    assert len(set(everything["article_id"])) == 1

    left = sampled(corpus, "events", without=list(everything["event_id"][:2]))

    assert set(left["event_id"]) == set(everything["event_id"][2:])


def test_tables_without_evidence_are_not_checked(corpus):
    with pytest.raises(SchemaError, match="choose from events"):
        sampled(corpus, "warnings")


def test_checks_are_counted_by_table_kind_and_rule():
    checks = pd.DataFrame(
        [
            ("events", "CONSULT", "met", True),
            ("events", "CONSULT", "was met", False),
            ("dates", "DATE", "day", True),
        ],
        columns=["table", "kind", "rule", "right"],
    )

    whole = precision(checks).set_index("table")
    assert list(whole.loc["events", ["checked", "right", "precision"]]) == [2, 1, 0.5]
    assert whole.loc["events", "low"] < 0.5 < whole.loc["events", "high"]
    assert list(precision(checks, "rule")["rule"]) == ["day", "met", "was met"]
    assert precision(checks[:0]).empty
