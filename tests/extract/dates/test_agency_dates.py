"""Turns of phrase of news agencies, in articles of Thursday, 14 November 2024: value and days."""

from datetime import date

import pytest

NO_DAYS = (None, None)


def days(first, last):
    return date.fromisoformat(first), date.fromisoformat(last)


PERIODS = [
    ("Orders shrank in the three months to June.", "the three months to June", "P3M", days("2024-04-01", "2024-06-30")),
    ("Orders shrank in the year ended 31 March.", "the year ended 31 March", "P1Y", days("2023-04-01", "2024-03-31")),
    ("The week ending 8 November was calm.", "The week ending 8 November", "P1W", days("2024-11-02", "2024-11-08")),
    ("They left in the week beginning 4 November.", "the week beginning 4 November", "2024-W45", None),
    ("They signed on the last day of February.", "the last day of February", "2024-02-29", None),
    ("They signed on the first day of the year.", "the first day of the year", "2024-01-01", None),
    ("Orders shrank in the third quarter of last year.", "the third quarter of last year", "2023-Q3", None),
    ("They left in the fourth month of 2021.", "the fourth month of 2021", "2021-04", None),
    ("The 2023/24 financial year was poor.", "The 2023/24 financial year", "FY2023", NO_DAYS),
    ("The summer of last year was dry.", "The summer of last year", "2023-SU", None),
    (
        "The fiscal year ending in March 2023 was poor.",
        "The fiscal year ending in March 2023",
        "P1Y",
        days("2022-04-01", "2023-03-31"),
    ),
    ("The 2011-12 financial year was poor.", "The 2011-12 financial year", "FY2011", NO_DAYS),
    ("The 2011-12 season was poor.", "2011-12", "P1Y", days("2011-01-01", "2012-12-31")),
    ("The report of 2015-12 was withdrawn.", "2015-12", "2015-12", None),
    ("They left in week 3 of 2021.", "week 3 of 2021", "2021-W03", None),
    ("They left on 2021-Aug-03.", "2021-Aug-03", "2021-08-03", None),
    ("The monks fasted before Orthodox Easter.", "Orthodox Easter", "2024-05-05", None),
    ("She took office on 20 January last year.", "20 January last year", "2023-01-20", None),
    ("Orders shrank in the first half of the year.", "the first half of the year", "2024-H1", None),
    ("Fourth-quarter earnings are strong.", "Fourth-quarter", "2024-Q4", None),
    ("Results for the third quarter are strong.", "the third quarter", "2024-Q3", None),
    ("Orders shrank in the same period last year.", "the same period last year", "2023", None),
    ("Orders shrank from the year-ago period.", "the year-ago period", "2023", None),
    ("The port grew in the early 2000s.", "the early 2000s", "200", None),
    ("The pipeline will open by year-end.", "year-end", "2024", None),
    ("Stocks stood lower at end-October.", "end-October", "2024-10", None),
]
CLOCKS = [
    ("The blast was heard at 1430 GMT.", "1430 GMT", "2024-11-14T14:30Z"),
    ("The blast was heard at 0830 GMT.", "0830 GMT", "2024-11-14T08:30Z"),
    ("It began at 10:30 a.m. (0830 GMT) on Tuesday.", "10:30 a.m. (0830 GMT) on Tuesday", "2024-11-12T10:30"),
    ("It began at 6 p.m. (GMT+8).", "6 p.m. (GMT+8)", "2024-11-14T18+08:00"),
    ("It began at 18:10 (GMT-3).", "18:10 (GMT-3)", "2024-11-14T18:10-03:00"),
    ("It began at 6:10 p.m. (GMT+8).", "6:10 p.m. (GMT+8)", "2024-11-14T18:10+08:00"),
    ("It began at 4 a.m. local time on Sunday.", "4 a.m. local time on Sunday", "2024-11-10T04"),
    ("They crossed in the early hours of Sunday.", "the early hours of Sunday", "2024-11-10TMO"),
    ("The hall opens from 9 to 17:30.", "9 to 17:30", "PT8H30M"),
    ("Shelling went on overnight.", "overnight", "TNI"),
]
LENGTHS = [
    ("The fund lost money for three straight months.", "three straight months", "P3M"),
    ("She will serve for five more years.", "five more years", "P5Y"),
    ("They quit a week before the vote.", "a week", "P1W"),
    ("Rates may fall in the months ahead.", "the months ahead", "FUTURE_REF"),
    ("They sing on the first Sunday of every month.", "the first Sunday of every month", "XXXX-WXX-7"),
]


@pytest.mark.parametrize(("text", "found", "value", "covered"), PERIODS)
def test_periods(read, text, found, value, covered):
    row = read(text, published=date(2024, 11, 14)).dates[0]
    assert (row.text, row.value) == (found, value)
    assert covered is None or (row.start_date, row.end_date) == covered


@pytest.mark.parametrize(("text", "found", "value"), CLOCKS + LENGTHS)
def test_clocks_and_lengths(read, text, found, value):
    (row,) = read(text, published=date(2024, 11, 14)).dates
    assert (row.text, row.value) == (found, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial was adjourned until 2 December.", "2024-12-02"),
        ("The vote was postponed until Tuesday.", "2024-11-19"),
        ("A profit for the second quarter of 2023, against a loss for the same period a year earlier.", "2022-Q2"),
        ("Orders grew in the second quarter, after a fall in the same quarter last year.", "2023-Q2"),
        ("She stayed until 22 December.", "2024-12-22"),
        ("Orders grew in the third quarter of 2023, and in fewer towns than a year earlier.", "2022-Q3"),
    ],
)
def test_until_and_a_year_earlier(read, text, value):
    assert read(text, published=date(2024, 11, 14)).dates[-1].value == value


def test_days_share_their_month(read):
    rows = read("Inspectors came on 3, 4, 5 and 7 November.", published=date(2024, 11, 14)).dates
    assert [row.value for row in rows] == ["2024-11-03", "2024-11-04", "2024-11-05", "2024-11-07"]


def test_days_share_month_and_year(read):
    rows = read("Inspectors came on 4 and 5 May 2023.", published=date(2024, 11, 14)).dates
    assert [row.value for row in rows] == ["2023-05-04", "2023-05-05"]
