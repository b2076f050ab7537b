"""A weekday that is named again, and names of papers that hold words of time."""

import pytest

AGAIN = [
    ("Talks will resume on Monday. The envoy confirmed that he meant Monday.", ["2024-11-18", "2024-11-18"]),
    ("Talks will resume on Monday. He told them so on Monday.", ["2024-11-18", "2024-11-11"]),
    ("Talks failed on Monday. They will resume on Monday.", ["2024-11-11", "2024-11-18"]),
    ("Talks will resume on Monday. They failed last Monday.", ["2024-11-18", "2024-11-04"]),
    ("Talks failed on Tuesday. They meant Monday.", ["2024-11-12", "2024-11-11"]),
]


@pytest.mark.parametrize(("text", "days"), AGAIN)
def test_a_weekday_named_again_is_the_same_day(read, text, days):
    assert [row.value for row in read(text).dates] == days


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He told The Daily Star that the road is closed.", []),
        ("Daily Graphic reported the strike.", []),
        ("It was reported by China Daily.", []),
        ("The ferry runs daily.", ["P1D"]),
        ("Daily flights are planned.", ["P1D"]),
    ],
)
def test_names_of_papers_are_no_dates(read, text, values):
    assert [row.value for row in read(text).dates] == values
