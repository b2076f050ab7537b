"""The words of a measure: compounds are whole, and the time of a figure is no part of them."""

import pytest

MEASURES = [
    ("Year-on-year inflation slipped to 3.1 percent.", ["year-on-year inflation"]),
    ("There was a month-on-month rise of 1.4 percent.", ["month-on-month rise"]),
    ("First-quarter growth came to 4.3 percent.", ["growth"]),
    ("A second-quarter loss of $3 million was reported.", ["loss"]),
    ("Annual inflation was 3 percent.", ["annual inflation"]),
    ("The seasonally adjusted unemployment rate was 5 percent.", ["seasonally adjusted unemployment rate"]),
    ("Non-oil exports reached $3 billion.", ["non-oil exports"]),
    ("The state bought 20 long-haul jets.", ["number of long-haul jets bought"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_the_words_of_a_measure(read, text, measures):
    assert [row.measure for row in read(text).statistics] == measures
