"""Rise and fall, and the level before."""

import pytest

DIRECTIONS = [
    ("Figures from the ministry showed a fall in imports of 0.4%.", ["fall"]),
    ("The unemployment rate edged up to 4.1%.", ["rise"]),
    ("The yield ticked down to 3.2%.", ["fall"]),
    ("The Danish minority makes up 12% of the town.", [None]),
    ("Air defences shot down 12 drones.", [None]),
    ("The union won 43 seats, eight fewer than in 2019.", [None, "fall"]),
    ("Output was 400 tonnes, 2.2 percent more than a year ago.", [None, "rise"]),
    ("Danone lost $3 million. It had a loss of $2 million.", [None, None]),
    ("Danone shares lost 30 cents.", ["fall"]),
    ("Some 250 mm of rain fell on the town.", [None]),
    ("The troops advanced 5 to 7 km into the province.", [None]),
    ("The river rose 3 metres.", ["rise"]),
    ("Danone is setting up a $5 million fund.", [None]),
    ("A slip of 0.2% in sales was reported.", ["fall"]),
    ("The new plant will use 40% less water.", ["fall"]),
    ("Peru plans to raise defence spending by a third to 2.1% of GDP.", ["rise", "rise"]),
    ("Growth slowed to 1.9% from an estimated 2.3%.", ["fall", None]),
    ("Sales of electric buses rose to 31,000 units.", ["rise"]),
]
ORIGINS = [
    ("The rate rose to 4.1% from last month's 3.9%.", [3.9, None]),
    ("Growth slowed to 1.9% in 2021 from an upwardly revised 2.3%.", [2.3, None]),
    ("Profit fell to 78 million euros ($90 million) from 95 million euros.", [95e6, None, None]),
    ("Prices rose 2.6% in May, after a 2.4% increase in April.", [None, None]),
    ("Inflation fell from 5.1% to 4.8%.", [None, 5.1]),
]
CHANGES_TO_LEVELS = [
    ("Output fell by 300,000 barrels per day to 9.6 million barrels per day.", [300_000, 9.6e6]),
    ("Danone raised net income by about 400 million euros to 2.5 billion euros.", [400e6, 2.5e9]),
    ("Output will rise by 3 to 5 percent.", [4]),
]


@pytest.mark.parametrize(("text", "directions"), DIRECTIONS)
def test_the_direction_of_a_figure(read, text, directions):
    assert [row.direction for row in read(text).statistics] == directions


@pytest.mark.parametrize(("text", "origins"), ORIGINS)
def test_the_level_before(read, text, origins):
    assert [row.change_from for row in read(text).statistics] == origins


@pytest.mark.parametrize(("text", "values"), CHANGES_TO_LEVELS)
def test_a_change_and_the_level_it_leads_to_are_no_range(read, text, values):
    assert [row.value for row in read(text).statistics] == pytest.approx(values)
