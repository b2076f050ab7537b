"""Outlets as the analyst rates them: kept beside the corpus, used by filters and said in briefings."""

import pandas as pd
import pytest

import toolkit as tk
from toolkit.errors import WorkbenchError
from toolkit.widgets import outlets
from toolkit.workbench import Outlet, Workbench

TEXTS = {
    "Harbour Dispatch": "Norway met Peru in Lima on 13 May 2024.",
    "State Herald": "Chad praised Mali on 12 May 2024.",
    "Northgate Ledger": "Mali accused Chad of spying on 11 May 2024.",
}


@pytest.fixture(scope="module")
def corpus():
    rows = [{"article_id": str(at), "text": text, "source": name} for at, (name, text) in enumerate(TEXTS.items())]
    return tk.build_corpus(pd.DataFrame(rows).assign(published=pd.Timestamp("2024-05-14"), published_how="given"))


@pytest.fixture
def bench(tmp_path):
    made = Workbench(tmp_path)
    made.rate(Outlet(name="Harbour Dispatch", country="Norway", state_owned="no", reliability="B"))
    made.rate(Outlet(name="State Herald", state_owned="yes", reliability="A"))
    return made


def test_an_outlet_is_rated_and_shown_again(corpus, bench):
    widget = outlets(corpus, bench)
    widget.chosen = "Northgate Ledger"
    widget.country.value, widget.state.value, widget.reliability.value = "United Kingdom", "no", "C"

    widget.rate()

    assert bench.outlets()["Northgate Ledger"].words() == "United Kingdom, reliability C"
    row = dict(outlets(corpus, bench).table.rows)["Northgate Ledger"]
    assert row == ["Northgate Ledger", "1", "United Kingdom", "no", "C: fairly reliable"]


def test_the_line_shows_what_is_known_of_the_outlet_chosen(corpus, bench):
    widget = outlets(corpus, bench)
    widget.chosen = "State Herald"
    assert (widget.state.value, widget.reliability.value, widget.country.value) == ("yes", "A", "")

    widget.chosen = "Harbour Dispatch"
    assert (widget.state.value, widget.reliability.value, widget.country.value) == ("no", "B", "Norway")


@pytest.mark.parametrize(
    ("least", "private", "wanted"),
    [
        ("B", False, ("Harbour Dispatch", "State Herald")),
        ("B", True, ("Harbour Dispatch",)),
        ("A", False, ("State Herald",)),
    ],
)
def test_the_filter_is_set_to_outlets_that_are_reliable_enough(corpus, bench, least, private, wanted):
    widget = outlets(corpus, bench)
    widget.least.value, widget.private.value = least, private

    widget.choose()

    assert bench.selection().sources == wanted
    assert set(corpus.select(bench.selection()).articles["source"]) == set(wanted)


def test_without_a_rated_outlet_the_filter_stays(corpus, tmp_path):
    widget = outlets(corpus, Workbench(tmp_path))

    widget.choose()

    assert "rate some first" in widget._said.value
    assert Workbench(tmp_path).selection().sources == ()


@pytest.mark.slow
def test_briefings_say_it_with_every_citation_and_in_the_table_of_sources(corpus, bench, tmp_path):
    made = tk.brief(corpus, folder=tmp_path / "briefing", outlets=bench.outlets())

    assert "State Herald (state-owned, reliability A)" in made.page.read_text(encoding="utf-8")
    assert {one.outlet for one in made.citations} >= {"Harbour Dispatch (Norway, reliability B)", "Northgate Ledger"}
    table = pd.read_csv(tmp_path / "briefing" / "tables" / "sources.csv").set_index("outlet")
    assert table.loc["State Herald", "outlet_state_owned"] == "yes"
    assert table.loc["State Herald", "outlet_reliability"] == "A"


def test_what_is_no_rating_is_named(tmp_path):
    (tmp_path / "outlets.csv").write_text("name,reliability\nHerald,Z\n")

    with pytest.raises(WorkbenchError, match="the reliability of 'Herald' is 'Z'; allowed are A, B, C, D, E, F"):
        Workbench(tmp_path).outlets()
