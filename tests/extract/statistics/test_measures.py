"""The words of a measure: compounds are whole, and the time of a figure is no part of them."""

import pytest

MEASURES = [
    ("Year-on-year inflation slipped to 3.1 percent.", ["year-on-year inflation"]),
    ("There was a month-on-month rise of 1.4 percent.", ["month-on-month rise"]),
    ("First-quarter growth came to 4.3 percent.", ["growth"]),
    ("A second-quarter loss of $3 million was reported.", ["loss"]),
    ("Its client base was seven million.", ["client base"]),
    ("She was 45. The year was 2001.", []),
    ("Danone earned $9 million. That was up from $7 million, or 6 cents a share.", ["earnings"] * 3),
    ("The firm had a profit (before tax) of $3 million.", ["profit"]),
    ("Data showed a fall in fuel price inflation - a cause of poverty - of 2%.", ["fuel price inflation fall"]),
    ("Annual inflation was 3 percent.", ["annual inflation"]),
    ("The seasonally adjusted unemployment rate was 5 percent.", ["seasonally adjusted unemployment rate"]),
    ("Non-oil exports reached $3 billion.", ["non-oil exports"]),
    ("The state bought 20 long-haul jets.", ["number of long-haul jets bought"]),
    ("The PMI rose to 52.3 in May from 51.8.", ["index level", "index level"]),
    ("The composite index closed at 2,418.86 on Thursday.", ["composite index"]),
    ("The toll stood at 55 killed.", ["toll"]),
    ("Markets fell, with Japan's Nikkei closing down 6.9% at 7,703.04.", ["change", "index level"]),
    ("Their records put the number of unemployed at 1.82 million.", ["number of unemployed"]),
    ("The market dropped by 10% - an indication of fear.", ["market change"]),
    ("It covers stages 1, 3 and 4.", []),
    ("The new plant will use 40% less water.", ["water change"]),
    ("A quake measuring 5.8 hit the island.", ["magnitude"]),
    ("Exports rose 4.6% from a year earlier.", ["exports change on the year"]),
    ("Exports fell 0.9% on the month.", ["exports change on the month"]),
    ("Exports rose 4.6% from the same period last year.", ["exports change on the year"]),
    ("Inflation was 4.6%, up from 4.1% a year earlier.", ["inflation", "inflation"]),
    ("The shares, which traded at 540 pence in May, closed at 23 pence.", ["shares", "shares"]),
    ("In Rome, the index was down 5.9% at 3,665.21.", ["index", "index"]),
    ("The march drew 50,000 people, or 120,000, according to those who held it.", ["number of people drawn"] * 2),
    ("The rapper 50 Cent played agent 007 at the $2bn Three Bridges Dam.", ["Bridges Dam value"]),
    ("OPEC pumped 26.5 million barrels per day.", ["amount pumped"]),
    ("Sales of electric buses rose to 31,000 units.", ["sales of electric buses"]),
    ("Danone's fourth quarter profits rose to $3 million.", ["profits"]),
    ("Rescuers said 43 people were still missing.", ["number of people missing"]),
    ("Some 24% have bought clothes through them.", ["share who bought clothes"]),
    ("Peru raised defence spending by a third to 2.1% of GDP.", ["defence spending change", "share of GDP"]),
    ("Danone sold 500 cups, an increase of 9 percent.", ["number of cups sold", "number of cups sold change"]),
    ("Danone's revenues added 4% to 142 million euros.", ["revenues change", "revenues"]),
    ("Rates will rise by a quarter of a percentage point to 2.25%.", ["rates change", "rates"]),
    ("The index fell half a point.", ["index change"]),
    ("Peru wants to enforce a $27 billion back tax bill.", ["back tax bill value"]),
    ("Shareholders lost about $180 billion when the company collapsed.", ["loss"]),
    ("The coach has died of cancer aged 44.", ["age"]),
    ("The crisis means 30 million fewer workers.", ["number of workers change"]),
    ("The plan leaves $200 million less debt.", ["debt change"]),
    ("It is a club that is growing by 13% annually.", ["club change"]),
    ("Household debt, which is rising at 15% a year, worries the bank.", ["household debt change"]),
    ("Nearly half of all Peruvians live there.", ["share of Peruvians"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_the_words_of_a_measure(read, text, measures):
    assert [row.measure for row in read(text).statistics] == measures


def test_a_fall_before_dashes_falls(read):
    [row] = read("Data showed a fall in fuel price inflation - a cause of poverty - of 2%.").statistics
    assert row.direction == "fall"


def test_a_pronoun_takes_up_measure_and_owner(read):
    rows = read("Danone earned $9 million. That was up from $7 million.").statistics
    assert [row.subject for row in rows] == ["Danone", "Danone"]
