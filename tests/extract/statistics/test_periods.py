"""The time of a figure: its own, not that of what it is compared with."""

from datetime import date

import pytest

Q1 = ("2024-01-01", "2024-03-31")
PERIODS = [
    ("First-quarter growth came to 4.3 percent, compared to the same period last year.", [Q1]),
    ("Sales rose 12.8 percent over the same period last year.", [None]),
    ("Sales rose 12.8 percent over the same period last year, while rents rose 4 percent.", [None, None]),
    ("Sales rose 12.8 percent on the month.", [None]),
    ("The retailer sold 26% more than in December 2003.", [None]),
    ("Sales were $30 million, up 27% from the same 2023 period.", [None, None]),
    ("The hit to 2025 earnings came after the bank had upped its target of $36.", [None]),
    ("The retailer sold 26% more in May than in April.", [("2024-05-01", "2024-05-31")]),
    (
        "The bank had $3.08 billion as of Sept. 30, compared with $3.25 billion at the end of the second quarter.",
        [("2024-09-30", "2024-09-30"), ("2024-04-01", "2024-06-30")],
    ),
    ("It earned $176 million for the three months that ended Nov. 2.", [("2024-08-03", "2024-11-02")]),
    (
        "Ryanair earned $9 million in the third quarter ended Sept. 30, against $4 million a year earlier.",
        [("2024-07-01", "2024-09-30"), ("2023-07-01", "2023-09-30")],
    ),
    ("Inflation rose 1.0 percentage point from February to 9.1 percent.", [None, None]),
    ("Exports rose 3 percent in May from a year ago.", [("2024-05-01", "2024-05-31")]),
    (
        "Danone earned $9 million in the second quarter. That was up from $7 million a year ago.",
        [("2024-04-01", "2024-06-30"), ("2023-04-01", "2023-06-30")],
    ),
    (
        "Danone's profit was $9 million in the second quarter. Its revenue rose 3 percent.",
        [("2024-04-01", "2024-06-30")] * 2,
    ),
    (
        "Danone's profit was $9 million in the second quarter. Fiat's revenue rose 3 percent.",
        [("2024-04-01", "2024-06-30"), None],
    ),
    (
        "Danone earned $9 million in the second quarter, against $7 million a year earlier. Its sales rose 3 percent.",
        [("2024-04-01", "2024-06-30"), ("2023-04-01", "2023-06-30"), ("2024-04-01", "2024-06-30")],
    ),
    ("Peru's economy shrank by 6.2 percent in the final three months of 2023.", [("2023-10-01", "2023-12-31")]),
    ("He spoke of a riot on Monday in which 15 guards were hurt.", [("2024-11-11", "2024-11-11")]),
    ("A demand for $280 million, filed in 2019, was rejected.", [("2019-01-01", "2019-12-31")]),
    ("The firm saw first quarter profits fall to $7 million.", [("2024-01-01", "2024-03-31")]),
    (
        "Danone reported a third-quarter loss of $2 million on Friday and dismissed its head.",
        [("2024-07-01", "2024-09-30")],
    ),
    (
        "It was due to accidents, including a disaster this year - the loss of Flight 574, which killed 102 people.",
        [("2024-01-01", "2024-12-31")],
    ),
    ("By Wednesday evening the number of dead had reached 212.", [("2024-11-13", "2024-11-13")]),
    ("Danone will raise output by 3 percent, having sold two plants in May.", [None, ("2024-05-01", "2024-05-31")]),
    ("An explosion that killed 20 miners shook the town on Monday.", [None]),
    ("Profits fell to 78 million euros from 95 million euros in 2021.", [None, ("2021-01-01", "2021-12-31")]),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_the_period_is_the_figures_own(read, text, periods):
    found = [(row.as_of_start, row.as_of_end) for row in read(text).statistics]
    assert found == [_days(period) for period in periods]


def _days(period):
    return (None, None) if period is None else tuple(date.fromisoformat(day) for day in period)
