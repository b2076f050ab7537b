"""The day of publication by each route, and no day where the text does not tell."""

from datetime import date

import pytest

from toolkit.ingest.days import day
from toolkit.ingest.publication import publication
from toolkit.ingest.raw import Raw

NOV_14 = date(2024, 11, 14)


def found(text="Ministers meet\n\nThey met.", *, default=None, **given):
    """Day, route and the codes of the warnings for a text, its fields and its file name."""
    warnings = []
    outcome = publication(Raw(path="a.txt", text=text, **given), text=text, default=default, into=warnings)
    return *outcome, [warning.code for warning in warnings]


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-14", "2024-11-14T23:30:00-05:00", "2024-11-14T00:30:00Z", "2024-11-14 10:30:00.123+00:00", "20241114",
        "20241114T103000Z", "2024/11/14", "2024.11.14", "14 November 2024", "14 Nov. 2024", "14th November, 2024",
        "November 14, 2024", "Nov 14 2024", "Thu, 14 Nov 2024 10:00:00 GMT", "Thursday, November 14, 2024",
        "14-Nov-2024", "14/11/2024", "11/14/2024", "14.11.2024", "November 14th, 2024, 5:30 PM EST", " 2024-11-14\n",
    ],
)  # fmt: skip
def test_a_day_however_written(text):
    assert day(text) == NOV_14


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("05/03/2024", "it may mean 2024-05-03 or 2024-03-05"),
        ("32/13/2024", "no such day"),
        ("2024-02-30", "no such day"),
        ("30 February 2024", "no such day"),
        ("1499-12-31", "outside 1500 to 2100"),
        ("2101-01-01", "outside 1500 to 2100"),
        ("0000-00-00", "outside 1500 to 2100"),
        ("2024-11", "not a day"),
        ("2024", "not a day"),
        ("1731542400", "not a day"),
        ("20241114103000", "not a day"),
        ("2024-11-14th", "not a day"),
        ("yesterday", "not a day"),
        ("Nov 14", "not a day"),
        ("", "not a day"),
        ("1" * 100_000, "not a day"),
    ],
)
def test_what_names_no_single_day(text, reason):
    with pytest.raises(ValueError, match=reason):
        day(text)


def test_the_same_number_twice_is_one_day():
    assert day("05/05/2024") == date(2024, 5, 5)


def test_the_articles_own_day_comes_before_the_analysts():
    assert found(published="2024-11-14", default=date(2020, 1, 1)) == (NOV_14, "given", [])
    assert found(default=NOV_14, file_name="2020-01-01.txt") == (NOV_14, "given", [])


@pytest.mark.parametrize("published", ["32/13/2024", "05/03/2024", "soon"])
def test_a_given_day_of_no_use_is_named(published):
    assert found(published=published) == (None, "unknown", ["bad_date"])
    assert found(published=published, default=NOV_14) == (NOV_14, "given", ["bad_date"])


@pytest.mark.parametrize(
    "given",
    [
        {"file_name": "2024-11-14-port-opens.txt"},
        {"file_name": "20241114.txt"},
        {"file_name": "wire_20241114T1030.txt"},
        {"file_name": "wire 2024.11.14.md"},
        {"file_name": "2024-11-14 (2024-11-14).txt"},
        {"url": "https://example.org/world/2024/11/14/port-opens"},
        {"text": "Date: 14 November 2024\n\nPort opens"},
        {"text": "Port opens\nBy Jo Doe\nPublished: Nov. 14, 2024 10:32 GMT\n\nThe port"},
        {"text": '<meta property="article:published_time" content="2024-11-14T10:00:00Z"><p>The port'},
        {"text": "<META content='2024-11-14' name='pubdate'><p>The port"},
        {"text": '<script type="application/ld+json">{"datePublished": "2024-11-14"}</script>'},
    ],
)
def test_metadata(given):
    assert found(**given) == (NOV_14, "metadata", [])


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, Nov 14, 2024 (Outlet) - The port opened.",
        "Port opens\n\nLIMA, Nov. 14, 2024 (Outlet) – The port opened.",
        "LIMA (Outlet) Nov 14, 2024 -- The port opened.",
        "Lima, Peru, 14 November 2024 — The port opened.",
        "RIO DE JANEIRO, Nov. 14, 2024 /Outlet/ -- The port opened.",
        "Port opens\nNovember 14, 2024\nThe port opened.",
        "Port opens\nThursday, 14 November 2024 10:32 GMT\nThe port opened.",
        "Posted on November 14, 2024\n\nThe port opened.",
    ],
)
def test_dateline(text):
    assert found(text) == (NOV_14, "dateline", [])


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"text": "LIMA, Nov. 14 - The port opened."}, id="no year"),
        pytest.param({"text": "Shares fell on Nov 14, 2024 - a black day."}, id="a sentence"),
        pytest.param({"text": "Ann Roe, March 3, 1950 - March 5, 1990, was a pilot."}, id="a life"),
        pytest.param({"text": "Ann Roe (March 3, 1950 - March 5, 1990) was a pilot."}, id="a life in brackets"),
        pytest.param({"text": "Date: 05/03/2024\n\nThe port"}, id="an ambiguous header"),
        pytest.param({"text": "The port.\n" * 20 + "November 14, 2024\n"}, id="a date far down"),
        pytest.param({"file_name": "000_7b1ad20241114e795.txt"}, id="a number in a hash"),
        pytest.param({"file_name": "20241114103000.txt"}, id="a longer number"),
        pytest.param({"file_name": "2024-11-01_2024-11-14.txt"}, id="two days in the file name"),
        pytest.param({"file_name": "2024-13-45.txt"}, id="no such day in the file name"),
        pytest.param({"text": "A " * 400_000}, id="a long line"),
        pytest.param({"text": "<meta content='" * 60_000}, id="tags never closed"),
    ],
)
def test_no_day_is_guessed(given):
    assert found(**given) == (None, "unknown", [])
