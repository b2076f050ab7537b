"""The paged table, driven by its traits as the browser drives it."""

import time

import pandas as pd
import pytest

from toolkit.widgets import PagedTable

BAD = "<script>alert(1)</script>"


@pytest.fixture
def frame() -> pd.DataFrame:
    days = pd.to_datetime(["2024-11-14", "2023-02-01", None] * 15)
    return pd.DataFrame(
        {
            "when": ["14 Nov 2024", "1 Feb 2023", None] * 15,
            "who": [f"Person {number:02}" for number in range(45)],
            "value": [float(number) for number in range(45)],
            "evidence": [BAD, "Straße und Kaffee", "東京 🚗"] * 15,
            "start_date": days,
            "event_id": [f"e{number}" for number in range(45)],
        }
    )


@pytest.fixture
def table(frame) -> PagedTable:
    return PagedTable(frame, key="event_id", label="events", order={"when": "start_date"})


def keys(table) -> list[str]:
    return [key for key, _ in table.rows]


def column(table, name: str) -> list[str]:
    at = [one["name"] for one in table.columns].index(name)
    return [cells[at] for _, cells in table.rows]


def test_pages_hold_twenty_rows_and_the_last_one_the_rest(table):
    assert (len(table.rows), table.pages, table.total) == (20, 3, 45)

    table.set_state({"page": 2})

    assert keys(table) == ["e40", "e41", "e42", "e43", "e44"]


def test_a_heading_sorts_and_goes_back_to_the_first_page(table):
    table.page = 1
    table.set_state({"sort": "value", "descending": True})

    assert table.page == 0
    assert keys(table)[:2] == ["e44", "e43"]


def test_days_in_words_are_sorted_as_days_with_the_unknown_last(table):
    table.sort = "when"

    assert column(table, "when")[0] == "1 Feb 2023"
    table.page = 2
    assert column(table, "when")[-1] == ""


def test_search_finds_all_words_in_any_case(table):
    table.search = "strasse PERSON 16"

    assert keys(table) == ["e16"]
    assert (table.found, table.total) == (1, 45)

    table.search = "nobody"
    assert (table.rows, table.pages) == ([], 1)


def test_ids_are_shown_on_demand(table):
    assert {"event_id", "start_date"}.isdisjoint(one["name"] for one in table.columns)

    table.technical = True

    assert column(table, "event_id")[:2] == ["e0", "e1"]


def test_other_rows_come_into_the_same_table(table):
    table.set_state({"chosen": "e3", "search": "person", "page": 1})

    table.show(pd.DataFrame({"name": ["Lima"], "id": ["x"]}), key="id", label="places")

    assert (table.rows, table.page, table.search, table.chosen) == ([["x", ["Lima"]]], 0, "", None)


def test_the_page_without_a_kernel_holds_no_foreign_markup(table):
    bundle, _ = table._repr_mimebundle_()

    assert BAD not in bundle["text/html"]
    assert "&lt;script&gt;" in bundle["text/html"]
    assert "20 of 45 events" in bundle["text/html"]


def test_empty_frames_are_tables_too():
    table = PagedTable(pd.DataFrame({"id": pd.Series(dtype="str"), "who": pd.Series(dtype="str")}), key="id")

    assert (table.rows, table.pages, table.found) == ([], 1, 0)


def test_fifty_thousand_rows_are_turned_sorted_and_searched_at_once():
    frame = pd.DataFrame({"id": range(50_000), "who": [f"Person {n % 977}." for n in range(50_000)]})
    table = PagedTable(frame, key="id")
    began = time.perf_counter()

    table.page = 2_000
    table.sort = "who"
    table.search = "person 976."

    assert table.found == 51
    assert time.perf_counter() - began < 3


def test_rows_of_the_same_kind_stay_sorted_searched_and_on_the_page_of_the_chosen(frame, table):
    table.set_state({"sort": "value", "descending": True, "search": "person"})

    table.show(frame, key="event_id", label="events", order={"when": "start_date"})
    table.chosen = "e2"

    assert (table.sort, table.descending, table.search) == ("value", True, "person")
    assert table.page == 2
    assert "e2" in keys(table)


def test_other_rows_begin_anew(frame, table):
    table.set_state({"sort": "value", "search": "2024"})

    table.show(frame, key="event_id", label="others")

    assert (table.sort, table.search) == ("", "")


def test_columns_in_which_nothing_stands_are_left_out(frame):
    table = PagedTable(frame.assign(nothing=None), key="event_id")

    assert "nothing" not in [column["name"] for column in table.columns]


def test_the_next_row_is_the_next_as_sorted(table):
    table.set_state({"sort": "value", "descending": True})

    assert table.after("e44") == "e43"
    assert table.after("gone") is None
