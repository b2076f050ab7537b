"""How far away something is: a distance, of what is placed there or of nothing."""

import pytest

DISTANCES = [
    ("The flood hit farms about 600 km (370 miles) northwest of Lima.", [("distance", None), ("distance", None)]),
    ("A crowd gathered in Struga, 100 miles southwest of the capital.", [("distance", "Struga")]),
    ("A crowd gathered in Struga, 12 miles north-east of the capital.", [("distance", "Struga")]),
    ("Many people live within 30 km (18 miles) of the volcano.", [("distance", None), ("distance", None)]),
    ("He spoke from Quito, about 40 km (25 miles) from the volcano.", [("distance", "Quito"), ("distance", "Quito")]),
    ("The town lies 30 miles north of Kabul.", [("distance", "town")]),
    ("The mine is 20 km away.", [("distance", "mine")]),
    ("The plane flew 300 km from Rome.", [("distance flown", "plane")]),
]


@pytest.mark.parametrize(("text", "expected"), DISTANCES)
def test_distances(read, text, expected):
    assert [(row.measure, row.subject) for row in read(text).statistics] == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The storm shook 40 houses.", "number of houses shaken"),
        ("Rebels overran 30 villages.", "number of villages overrun"),
        ("The guards beat 12 inmates.", "number of inmates beaten"),
    ],
)
def test_irregular_participles(read, text, measure):
    assert [row.measure for row in read(text).statistics] == [measure]


def test_a_subject_is_said_without_its_number(read):
    assert [row.subject for row in read("About 600 people marched.").statistics] == ["people"]
