"""Figures in tables: aligned, tabbed and barred."""

from datetime import date

import pytest

from toolkit.extract.statistics.cells import tabled

BARS = "| Country | GDP growth (%) | Troops |\n|---|---|---|\n| Japan | 1.2 | 240,000 |\n| Peru | 0.4 | 81,000 |"
TABS = "Jobless rates, percent\n\nCountry\t2022\t2023\nJapan\t2.6\t2.5\nPeru\t4.1\t4.9\n\nThe data are final."
SPACES = "Country       GDP growth   Inflation\nJapan         1.2%         2.8%\nSouth Korea   0.4%         3.1%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BARS,
            [
                ("Japan", "GDP growth", 1.2, "percent"),
                ("Japan", "troops", 240_000, "count"),
                ("Peru", "GDP growth", 0.4, "percent"),
                ("Peru", "troops", 81_000, "count"),
            ],
        ),
        (
            SPACES,
            [
                ("Japan", "GDP growth", 1.2, "percent"),
                ("Japan", "inflation", 2.8, "percent"),
                ("South Korea", "GDP growth", 0.4, "percent"),
                ("South Korea", "inflation", 3.1, "percent"),
            ],
        ),
    ],
)
def test_heading_is_the_measure_and_label_the_subject(read, text, expected):
    assert [(row.subject, row.measure, row.value, row.unit) for row in read(text).statistics] == expected


def test_years_as_headings_are_periods_and_the_caption_is_the_measure(read):
    rows = read(TABS).statistics
    assert {(row.measure, row.unit) for row in rows} == {("jobless rates", "percent")}
    assert [(row.subject, row.value, row.as_of_start) for row in rows] == [
        ("Japan", 2.6, date(2022, 1, 1)),
        ("Japan", 2.5, date(2023, 1, 1)),
        ("Peru", 4.1, date(2022, 1, 1)),
        ("Peru", 4.9, date(2023, 1, 1)),
    ]


def test_a_bullet_has_its_label_before_the_colon(read):
    rows = read("* Japan: GDP up 1.2%\n* Peru: GDP down 0.4%").statistics
    assert [(row.subject, row.measure, row.value, row.direction) for row in rows] == [
        ("Japan", "GDP", 1.2, "rise"),
        ("Peru", "GDP", 0.4, "fall"),
    ]


@pytest.mark.parametrize(
    "text",
    ["He said  that exports rose  3% in May.", "Japan  3%", "1  2  3%\n4  5  6%", "| 3% |", "3%", "a\t3%\nb\t4%"],
)
def test_text_with_wide_spaces_is_no_table(text):
    at = text.index("3%")
    assert tabled(text, at, at + 2) is None


def test_time_is_linear_in_wide_lines():
    line = "a\t" * 20_000 + "3%"
    assert tabled(f"{line}\n{line}", 2 * len(line) - 1, 2 * len(line) + 1) is None
