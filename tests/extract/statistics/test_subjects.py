"""Whose a figure is; an empty subject is better than a wrong one."""

import pytest

OWNERS = [
    ("Analysts expected inflation of 4.6 to 4.7 percent in June.", [None]),
    ("Economists were forecasting earnings of 80 cents a share.", [None]),
    ("Norway expects exports of $30 billion.", ["Norway"]),
    (
        "The Xinhua agency quoted an aide, Wang Lei, saying nine miners sought help and three firemen were injured.",
        ["miners", "firemen"],
    ),
    ("The clashes injured 15 farmers and 24 officers.", ["clashes", "clashes"]),
    ("Gunmen killed 15 farmers.", ["farmers"]),
    ("The minister blamed an explosion that injured 15 farmers.", ["explosion"]),
    ("Strong winds lashed the island on Monday, as the death toll climbed to 31.", [None]),
    ("While the valley has no large towns, around 20,000 people live beside the volcano.", ["people"]),
    ("The inquiry concerned a riot on Tuesday in which 15 guards were hurt.", ["riot"]),
    ("Total revenue increased 49 percent.", [None]),
    ("Peru grew. Its exports rose 4 percent.", ["Peru"]),
    ("Rescuers came after a quake of magnitude 6.1.", ["quake"]),
    ("There was a year-on-year rise of 11.1 percent in March.", [None]),
    ("Peru's exports rose by 5.4 percent and imports by 6 percent.", ["Peru", "Peru"]),
    ("Exports rose by 5.4 percent and imports by 6 percent.", [None, None]),
    ("The subscriber base was seven million.", [None]),
    ("The central bank predicts growth, but data showed a fall in inflation of 2 percent.", [None]),
    ("A 6.1-magnitude quake hit Chile.", ["Chile"]),
    ("A poll in May put the opposition at 43%.", ["opposition"]),
    ("The peso fell 2% on Monday. It has lost 7% this year.", ["peso", "peso"]),
    ("Shares of the Danish banks fell, with Fiat rising 5%.", ["Fiat"]),
    ("Chile's bank met on Monday.\n\nInflation was 4.1 percent in May.", ["Chile"]),
    ("Chile and Peru met on Monday.\n\nInflation was 4.1 percent in May.", [None]),
    ("Chile's bank met on Monday.\n\nRevenue was $4 million in May.", [None]),
    ("The union, which represents 72,000 workers, met in Rome.", ["union"]),
    ("The death toll from the landslide has climbed to 61.", ["landslide"]),
    ("Shares in the Dutch retailer slid 4%.", ["Dutch retailer"]),
    ("The World Bank raised its growth forecast for Ghana to 3.4% from 2.9%.", ["Ghana", "Ghana"]),
    ("Inflation fell to 2.4% in Norway and 3.1% in Chile.", ["Norway", "Chile"]),
    ("In May, pension funds bought $3 billion of Japanese bonds.", ["pension funds"]),
    ("The bank worried about risks posed by household debt, which is rising at 15% a year.", [None]),
    ("The Economic Commission for Europe forecasts growth of 4%.", [None]),
    ('"People over 60 will make up 30% of the population," explains Maria Silva of the centre.', ["People"]),
    ("The population of the city reached 3 million.", [None]),
]


@pytest.mark.parametrize(("text", "subjects"), OWNERS)
def test_the_subject_has_the_figure(read, text, subjects):
    assert [row.subject for row in read(text).statistics] == subjects


def test_an_index_with_a_number_owns_its_points_share_and_level(read):
    rows = read("Tokyo's Nikkei 225 lost 881.06 points, or 9.4 percent, to 8,458.45.").statistics
    assert [row.subject for row in rows] == ["Nikkei 225"] * 3
    assert [row.unit for row in rows] == ["point", "percent", "count"]


def test_a_scale_behind_the_figure_is_a_magnitude(read):
    [row] = read("The quake, which measured 7.2 on the Richter scale, was felt in Lima.").statistics
    assert (row.unit, row.measure, row.subject) == ("magnitude", "magnitude", "quake")
