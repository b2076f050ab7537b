"""Amounts and ranges: spans, values, units and hedges, without a language model."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract.statistics.amounts import Setting
from toolkit.extract.statistics.quantities import quantities


def found(text, **setting):
    setting = Setting(**{name: frozenset(values) for name, values in setting.items()})
    return [(text[q.start : q.end], q.value, q.unit) for q in quantities(text, setting=setting)]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("a $3.2bn deal", "$3.2bn", 3.2e9, "USD"),
        ("$ 125 million", "$ 125 million", 125e6, "USD"),
        ("US$ 40 billion", "US$ 40 billion", 40e9, "USD"),
        ("USD 200", "USD 200", 200, "USD"),
        ("€1,250.5 million", "€1,250.5 million", 1_250_500_000, "EUR"),
        ("€10M", "€10M", 10e6, "EUR"),
        ("15m euros", "15m euros", 15e6, "EUR"),
        ("a 50-billion-euro package", "50-billion-euro", 50e9, "EUR"),
        ("magnitude 7.1", "7.1", 7.1, "magnitude"),
        ("300 million yen", "300 million yen", 300e6, "JPY"),
        ("Rs 40 crore", "Rs 40 crore", 400e6, "INR"),
        ("R$5 million", "R$5 million", 5e6, "BRL"),
        ("90 Hong Kong dollars", "90 Hong Kong dollars", 90, "HKD"),
        ("75p a litre", "75p", 0.75, "GBP"),
        ("70 euro cents", "70 euro cents", 0.7, "EUR"),
        ("110m tonnes", "110m tonnes", 110e6, "tonne"),
        ("39m cases", "39m", 39e6, "count"),
        ("200m titles", "200m", 200, "metre"),
        ("four in ten leaders", "four in ten", 0.4, "ratio"),
        ("6ft 4in tall", "6ft 4in", pytest.approx(6 + 1 / 3), "foot"),
        ("26 cents a share", "26 cents", 0.26, "USD"),
        ("470 pence", "470 pence", 4.7, "GBP"),
        ("3 dollars and 50 cents", "3 dollars and 50 cents", 3.5, "USD"),
        ("50%", "50%", 50, "percent"),
        ("50 per cent", "50 per cent", 50, "percent"),
        ("4.2 percentage points", "4.2 percentage points", 4.2, "percentage_point"),
        ("25 basis points", "25 basis points", 25, "basis_point"),
        ("190 km2", "190 km2", 190, "square_kilometre"),
        ("twenty tonnes", "twenty tonnes", 20, "tonne"),
        ("188 miles an hour", "188 miles an hour", 188, "mile_per_hour"),
        ("50 metres per second", "50 metres per second", 50, "metre_per_second"),
        ("-5 degrees Celsius", "-5 degrees Celsius", -5, "degree_celsius"),
        ("a 13.3-inch screen", "13.3-inch", 13.3, "inch"),
        ("5 feet 6 inches", "5 feet 6 inches", 5.5, "foot"),
        ("25 pounds of flour", "25 pounds", 25, "pound"),
        ("25 million pounds", "25 million pounds", 25e6, "GBP"),
        ("two-thirds of them", "two-thirds", 2 / 3, "ratio"),
        ("one in five children", "one in five", 0.2, "ratio"),
        ("four times faster", "four times", 4, "ratio"),
        ("a dozen eggs", "dozen", 12, "count"),
        ("10,000 jobs", "10,000", 10_000, "count"),
    ],
)
def test_amount(text, span, value, unit):
    assert found(text) == [(span, value if unit == "foot" else pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("text", "span", "ends"),
    [
        ("3-4%", "3-4%", (3, 4)),
        ("20 through 100 pupils", "20 through 100", (20, 100)),
        ("between 10 and 15 people", "10 and 15", (10, 15)),
        ("from 20 to 25 percent", "20 to 25 percent", (20, 25)),
        ("$3-4 billion", "$3-4 billion", (3e9, 4e9)),
        ("$16 million to $28 million", "$16 million to $28 million", (16e6, 28e6)),
        ("10 to 15 million tonnes", "10 to 15 million tonnes", (10e6, 15e6)),
        ("an 8- to 16-metre wall", "8- to 16-metre", (8, 16)),
    ],
)
def test_range_is_one_quantity(text, span, ends):
    (quantity,) = quantities(text)

    assert text[quantity.start : quantity.end] == span
    assert (quantity.low, quantity.high) == ends
    assert quantity.value == sum(ends) / 2


@pytest.mark.parametrize(
    "text",
    ["COVID-19", "MH17", "the A380s", "737s", "a 777-200LR", "3G", "a 3-1 win", "05/03/2024", "2024-11-14", "at 08:30",
     "version 10.4.1", "a 15-member team", "the 27-nation bloc", "2013-14", "http://example.org/2024"],
)  # fmt: skip
def test_names_dates_and_compounds_are_no_quantities(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hedge", "bound"),
    [
        ("about 40%", "about", "about"),
        ("more than 4 billion songs", "more than", "lower"),
        ("at least 12 people", "at least", "lower"),
        ("up to 60 jets", "up to", "upper"),
        ("a record 60 jets", "", ""),
        ("60 people or more", "", ""),
        ("60% or more", "or more", "lower"),
    ],
)
def test_hedge_stays_outside_the_span(text, hedge, bound):
    (quantity,) = quantities(text)

    assert (quantity.hedge, quantity.bound) == (hedge, bound)
    assert not text[quantity.start :].startswith(hedge or "\0")


@pytest.mark.parametrize(
    ("countries", "unit"),
    [([], "USD"), (["AUS"], "AUD"), (["CAN"], "CAD"), (["AUS", "USA"], "USD"), (["AUS", "CAN"], "USD")],
)
def test_dollar_follows_the_one_country_of_the_sentence(countries, unit):
    assert found("a grant of $9 million", countries=countries) == [("$9 million", 9e6, unit)]


def test_won_as_verb_is_no_currency():
    text = "Team 3 won"

    assert found(text, verbs=[text.index("won")]) == [("3", 3, "count")]
    assert found("3,000 won") == [("3,000 won", 3000, "KRW")]


@given(st.text(alphabet="0123456789 .,-$%€kmtoandbillion'\"", max_size=80))
def test_quantities_do_not_overlap(text):
    spans = [(q.start, q.end) for q in quantities(text)]

    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("unit", ["1", "1-", "1,", "$", "one ", "a ", "hundred and ", "1 to ", "more than ", '"1'])
def test_long_runs_take_linear_time(unit):
    begin = perf_counter()
    list(quantities(unit * 20_000))

    assert perf_counter() - begin < 5
