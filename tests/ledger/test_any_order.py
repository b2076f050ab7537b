"""Corrections of identities hold in whatever order articles come, and whichever corrections there are."""

from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import toolkit as tk
from toolkit.ledger import Correction
from toolkit.ledger.file import add_corrections
from toolkit.schema import TABLES

TEXTS = {
    "a": "Foreign Minister Anna Berg of Norway met Paulo Reis in Geneva.",
    "b": "Anna Berg, the foreign minister of Norway, praised Peru.",
    "c": "Norway's foreign minister Berg Anna left Oslo for Lima.",
    "d": "Paulo Reis of Portugal and P. Reis of Portugal voted.",
    "e": "Acme Widgets Inc. fired Paulo Reis of Portugal.",
}
CORRECTIONS = (
    Correction("never_merge", "Paulo Reis", "P. Reis"),
    Correction("split", "Anna Berg", "Anna Berg of Bergen", "article b"),
    Correction("merge", "Acme Widgets Inc.", "Acme"),
    Correction("merge", "P. Reis", "Paulo Reis"),
    Correction("rename", "Norway", "Kingdom of Norway"),
    Correction("set_country", "Paulo Reis", "BRA"),
    Correction("drop", "Lima"),
)


def articles(names: Sequence[str]) -> pd.DataFrame:
    rows = [{"article_id": n, "text": TEXTS[n], "published": pd.Timestamp("2024-11-14")} for n in names]
    return pd.DataFrame(rows)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache") / "parses.sqlite"


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(sorted(TEXTS)),
    cut=st.integers(1, len(TEXTS) - 1),
    kept=st.lists(st.sampled_from(range(len(CORRECTIONS))), unique=True, max_size=4).map(sorted),
)
def test_tables_and_report_are_the_same(cache, tmp_path_factory, order, cut, kept):
    ledger = tmp_path_factory.mktemp("ledger") / "corrections.csv"
    add_corrections(ledger, [CORRECTIONS[at] for at in kept], reason="seen in the text")
    whole = tk.build_corpus(articles(sorted(TEXTS)), corrections=ledger, cache=cache)

    first = tk.build_corpus(articles(order[:cut]), cache=cache)
    grown = first.add(articles(order[cut:]), corrections=ledger)

    for name in TABLES:
        one, other = (made.table(name).sort_values(list(TABLES[name].names)) for made in (grown, whole))
        assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True))
    assert list(grown.corrections.report()["outcome"]) == list(whole.corrections.report()["outcome"])
    assert whole.problems() == []
