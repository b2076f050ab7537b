"""Results of matches and votes."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru beat Chile 3-1 in Lima.", [(3, "score", "Peru"), (1, "score", "Chile")]),
        ("Peru lost 1-3 to Chile.", [(1, "score", "Peru"), (3, "score", "Chile")]),
        ("Peru lost 3-1 to Chile.", [(3, "score", "Chile"), (1, "score", "Peru")]),
        ("Peru drew 2–2 with Chile.", [(2, "score", "Peru"), (2, "score", "Chile")]),
        ("Senators approved the treaty by 120-45.", [(120, "votes for", "treaty"), (45, "votes against", "treaty")]),
        ("The bill was rejected 52-48.", [(52, "votes against", "bill"), (48, "votes for", "bill")]),
        ("The army lost 10-15 planes.", [(12.5, "number of planes lost", "army")]),
    ],
)
def test_a_result_is_a_count_of_each_side(read, text, expected):
    assert [(row.value, row.measure, row.subject) for row in read(text).statistics] == expected


def test_a_result_rises_and_falls_nowhere(read):
    assert {(row.rule, row.direction) for row in read("Peru lost 1-3 to Chile.").statistics} == {("score", None)}
