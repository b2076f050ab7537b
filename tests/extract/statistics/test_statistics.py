"""Statistic rows: sentence -> value, unit, measure, subject, and what is no statistic."""

from datetime import date

import pytest

from toolkit import lexicons


def rows(read, text, *columns):
    return [tuple(getattr(row, column) for column in columns) for row in read(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan: GDP up 1.2%", [(1.2, "percent", "GDP", "rise")]),
        (
            "Inflation fell from 5.1% to 4.8% in October.",
            [(5.1, "percent", "inflation", None), (4.8, "percent", "inflation", "fall")],
        ),
        ("The bank paid 1,5 million euros for the building.", [(1_500_000, "EUR", "payment", None)]),
        ("Two-thirds of voters backed the plan.", [(pytest.approx(2 / 3), "ratio", "share of voters", None)]),
        ("A dozen people were killed.", [(12, "count", "number of people killed", None)]),
        (
            "The flood killed 230 people and displaced 40,000 in the north.",
            [(230, "count", "number of people killed", None), (40_000, "count", "number of people displaced", None)],
        ),
        (
            "Oil prices fell 2% to $75 a barrel.",
            [(2, "percent", "oil prices change", "fall"), (75, "USD", "oil prices", "fall")],
        ),
        (
            "At least 11 soldiers and four civilians died, officials said.",
            [(11, "count", "number of soldiers who died", None), (4, "count", "number of civilians who died", None)],
        ),
        ("Russia fired 120 missiles and 90 drones.", [
            (120, "count", "number of missiles fired", None), (90, "count", "number of drones fired", None),
        ]),
        ("China's population is about 1.4 billion.", [(1_400_000_000, "count", "population", None)]),
        ("The firm won a $40 million contract.", [(40_000_000, "USD", "contract value", None)]),
        ("The company reported a net profit of $3 billion.", [(3e9, "USD", "net profit", None)]),
        ("The train can travel at 300 kilometres per hour.", [(300, "kilometre_per_hour", "speed", None)]),
        (
            "The army has 12,000 troops, 300 tanks and 45 aircraft.",
            [
                (12_000, "count", "number of troops", None),
                (300, "count", "number of tanks", None),
                (45, "count", "number of aircraft", None),
            ],
        ),
    ],
)  # fmt: skip
def test_row(read, text, expected):
    assert rows(read, text, "value", "unit", "measure", "direction") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The three leaders met in Lima.",
        "COVID-19 spread after MH17 was shot down during a 5-year war.",
        "They met for three hours on 14 November 2024 in Room 101.",
        "In 2008 the talks failed.",
        "Maria Silva, 45, was elected.",
        "Three years later, the Airbus A380 was retired.",
        "He owns a Boeing 737 aircraft.",
        "Ministers agreed a five-point plan in the Three Gorges region.",
        "At one point he left the room.",
    ],
)
def test_no_statistic(read, text):
    assert rows(read, text, "text", "measure") == []


def test_elided_heads_share_the_subject_of_a_long_coordination(read):
    text = (
        "Norway runs 90 fields, producing 60% of regional gas, about 30% of the continent's crude, "
        "supplying 45% of British imports, and 52% of German demand."
    )

    assert {row.subject for row in read(text).statistics} == {"Norway"}
    assert rows(read, text, "value", "approx", "base") == [
        (90, None, None),
        (60, None, "regional gas"),
        (30, "about", "continent's crude"),
        (45, None, "British imports"),
        (52, None, "German demand"),
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Brazil's exports rose 3-4%.", (3, 4)),
        ("Brazil bought more than 60 jets.", (60, None)),
        ("Brazil bought up to 60 jets.", (None, 60)),
        ("Brazil bought about 60 jets.", (60, 60)),
    ],
)
def test_open_ends_are_empty(read, text, ends):
    assert rows(read, text, "value_low", "value_high") == [ends]


def test_old_level_is_kept(read):
    first, second = read("Unemployment rose to 21%, up from 19%.").statistics

    assert (first.change_from, second.change_from) == (19, None)


def test_foreign_decimal_comma_is_flagged(read):
    (row,) = read("The bank paid 1,5 million euros.").statistics

    assert (row.rule, row.confidence) == ("decimal_comma", "low")


@pytest.mark.parametrize(
    "text", ["Canada has 200 tanks.", "Canada has bought 200 tanks.", "Canada has 200 tanks, the most in ten years."]
)
def test_present_state_is_of_the_day_of_publication(read, text):
    row = read(text).statistics[0]

    assert (row.as_of_start, row.as_of_end) == (date(2024, 11, 14), date(2024, 11, 14))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Exports rose 3% in May, the bank said on Friday.", date(2024, 5, 1), date(2024, 5, 31)),
        ("Exports rose 3% in the first six months of 2023.", date(2023, 1, 1), date(2023, 6, 30)),
        ("As of February, the store accounts for 70% of all sales.", date(2024, 2, 1), date(2024, 2, 29)),
        ("The ministry said on Tuesday that exports rose 3%.", None, None),
    ],
)
def test_the_period_is_that_of_the_figures_clause(read, text, start, end):
    (row,) = read(text).statistics
    assert (row.as_of_start, row.as_of_end) == (start, end)


@pytest.mark.parametrize(
    ("name", "column"),
    [("units", "form"), ("hedges", "phrase"), ("measures", "word"), ("changes", "word"), ("participles", "lemma")],
)
def test_lexicon_has_no_duplicates(name, column):
    entries = [(row[column], row.get("kind", ""), row.get("side", "")) for row in lexicons.rows(name)]

    assert len(entries) == len(set(entries))


def test_a_currency_form_means_one_currency_in_one_context():
    entries = [(row["form"], row["context"]) for row in lexicons.rows("currencies")]

    assert len(entries) == len(set(entries))
    assert all(len(row["currency"]) == 3 and row["currency"].isupper() for row in lexicons.rows("currencies"))


def test_nth_time_is_an_ordinal(read):
    assert rows(read, "Peru hosted the summit for the third time.", "value", "unit") == [(3, "ordinal")]


def test_doubled_is_a_ratio(read):
    assert rows(read, "Exports doubled last year.", "value", "unit") == [(2, "ratio")]


MULTIPLES = [
    ("Peru hosted the summit for the third time.", 3, "ordinal", "number of times hosted", "Peru"),
    ("It was the 12th time that Peru had devalued the currency.", 12, "ordinal", "number of times devalued", "Peru"),
    ("Japanese exports doubled last year.", 2, "ratio", "Japanese exports change", "Japanese"),
    ("Peru has halved its imports of wheat.", 0.5, "ratio", "imports of wheat change", "Peru"),
    ("Peru nearly tripled its imports of wheat.", 3, "ratio", "imports of wheat change", "Peru"),
    ("Peru's imports fell by half.", 0.5, "ratio", "imports change", "Peru"),
    ("One in five children in Peru is hungry.", 0.2, "ratio", "share of children", "Peru"),
    ("Half the electorate of Peru stayed at home.", 0.5, "ratio", "share of electorate", "Peru"),
]


@pytest.mark.parametrize(("text", "row"), [(text, tuple(row)) for text, *row in MULTIPLES])
def test_multiples_and_parts(read, text, row):
    assert rows(read, text, "value", "unit", "measure", "subject") == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Peru hosted the summit for the first time in ten years.",
        "They met at the same time.",
        "The hall doubles as a court.",
        "She doubled back to the port.",
        "It was a double room.",
    ],
)
def test_mere_order_and_figures_of_speech_are_no_statistics(read, text):
    assert read(text).statistics == []


def test_old_level_stands_behind_a_date(read):
    first, second = read("Unemployment rose to 21% in October, up from 19% in September.").statistics

    assert (first.change_from, second.change_from) == (19, None)
    assert (first.as_of_start.month, second.as_of_start.month) == (10, 9)


LEVELS = [
    ("The number of jobless people in Poland rose 32,000.", "number of jobless people change", "Poland"),
    ("Exports of soybeans from Brazil reached 101 million tonnes.", "exports of soybeans", "Brazil"),
    ("Spending by Poland will rise to $4 billion.", "spending", "Poland"),
    ("The population of Nigeria is expected to exceed 400 million.", "population", "Nigeria"),
    ("Brazil's oil exports averaged 2 million barrels a day.", "oil exports", "Brazil"),
    ("Poland's central bank raised its policy rate to 5 percent.", "policy rate", "central bank"),
    ("Steel output in India climbed 9% year-on-year.", "steel output change on the year", "India"),
    ("Last year's growth in Poland was 5.2%.", "growth", "Poland"),
]


@pytest.mark.parametrize(("text", "measure", "subject"), LEVELS)
def test_levels_and_their_owners(read, text, measure, subject):
    assert rows(read, text, "measure", "subject") == [(measure, subject)]


def test_elided_figures_have_their_own_place(read):
    text = "Poland's exports were worth 14 billion euros in May and 2 billion euros in June."
    assert {row.subject for row in read(text).statistics} == {"Poland"}
    text = "The party won 54% of the vote against 43% for the Liberals."
    assert rows(read, text, "value", "subject") == [(54, "party"), (43, "Liberals")]


def test_price_of_a_unit(read):
    assert rows(read, "Brent fell to $82.30 a barrel.", "measure") == [("price",)]
    assert rows(read, "Peru made a profit of 31 cents a share.", "measure") == [("profit",)]


def test_what_it_is_compared_with_is_not_its_time(read):
    (row,) = read("In May exports were up 24% on the year before.").statistics
    assert row.as_of_start == date(2024, 5, 1)
    (row,) = read("Exports have fallen 24% since 2016.").statistics
    assert (row.as_of_start, row.as_of_end) == (date(2016, 1, 1), date(2024, 11, 14))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brent fell 35 cents to $71.15 a barrel.", [(0.35, "change", "fall"), (71.15, "price", "fall")]),
        ("Brent rose $3 to $4 a barrel.", [(3.5, "price change", "rise")]),
        ("Peru's exports were 36% higher than in May.", [(36, "exports", "rise")]),
    ],
)
def test_changes_and_levels_behind_a_verb(read, text, expected):
    assert rows(read, text, "value", "measure", "direction") == expected


SUBJECTS = [
    ("Apple said sales rose 2%.", "Apple"),
    ("The Office for National Statistics said sales rose 2%.", None),
    ("Officials told of a deal worth $7 billion.", "deal"),
    ("Its film division saw profits slump 27%.", "film division"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_who_says_it_and_who_has_it(read, text, subject):
    assert rows(read, text, "subject") == [(subject,)]


def test_a_measure_without_owner_has_that_of_the_figure_before(read):
    rows = read("China's exports rose 9% in May. Imports grew 4%.").statistics
    assert [row.subject for row in rows] == ["China", "China"]
