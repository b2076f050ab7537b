"""The publication day as far as the text tells it."""

from datetime import date
from pathlib import Path

import pytest

from toolkit.extract.dates import inferred_publication
from toolkit.language import parse


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "The envoy landed in Quito on Tuesday, March 12. She is scheduled to meet the king on Friday, March 15. "
            "The 2019 forum is the third of its kind. The first was held in 2008.",
            date(2019, 3, 12),
            id="latest day told, year by weekday",
        ),
        pytest.param(
            "The envoy landed on Monday, March 11. She met the king on Tuesday, March 12. The 2019 forum begins soon.",
            date(2019, 3, 12),
            id="the later of two",
        ),
        pytest.param(
            "Ministers meet\n12 March 2019\nThe envoy met the king.", date(2019, 3, 12), id="a line of its own"
        ),
        pytest.param("QUITO, March 12, 2019 (Agency) - The envoy met the king.", date(2019, 3, 12), id="dateline"),
    ],
)
def test_inferred(language, text, day):
    assert inferred_publication(next(parse([text], language))).day == day


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The envoy met the king on Tuesday.", id="no date"),
        pytest.param("The envoy met the king on Tuesday, March 12.", id="no year"),
        pytest.param("The king was born on 4 July 1926.", id="history"),
        pytest.param("The envoy will land on Tuesday, March 12. The 2019 forum is the third.", id="only announced"),
        pytest.param("The envoy landed on Friday, March 12. The 2019 forum is the third.", id="weekday fits no year"),
        pytest.param(
            "The envoy landed on Tuesday, March 12. The 2019 forum is the third. The king died on 3 May 2019.",
            id="told later than the latest",
        ),
        pytest.param(
            "The envoy landed on Friday, March 15. She will meet the king on Tuesday, March 12. It is the 2019 forum.",
            id="announced before what is told",
        ),
        pytest.param("", id="empty"),
    ],
)
def test_not_inferred(language, text):
    assert inferred_publication(next(parse([text], language))) is None


def test_the_seed_article_is_of_14_november_2024(language):
    """Arrival and talks are told, Friday's meeting is announced, and the year is that of the summit it names."""
    (seed,) = (Path(__file__).parents[3] / "seeds").glob("*.txt")
    inferred = inferred_publication(next(parse([seed.read_text(encoding="utf-8").strip()], language)))

    assert inferred.day == date(2024, 11, 14)
    assert inferred.reason == (
        "“Thursday, November 14” is the latest day told as past, "
        "“Friday, November 15” is still to come; 2024-11-15 is possible too"
    )
