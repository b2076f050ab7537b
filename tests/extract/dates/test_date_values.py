"""Expressions, their TIMEX3 types and values, in articles of Thursday, 14 November 2024."""

from datetime import date

import pytest

POINTS = [
    ("The ministers met on Thursday, November 14, 2024 in Quito.", "Thursday, November 14, 2024", "2024-11-14"),
    ("The treaty was signed on 3 May 1998 in Vienna.", "3 May 1998", "1998-05-03"),
    ("The treaty was signed on the 3rd of May, 1998.", "the 3rd of May, 1998", "1998-05-03"),
    ("The bank was founded in March 2011.", "March 2011", "2011-03"),
    ("The report of 2023-08-09 was withdrawn.", "2023-08-09", "2023-08-09"),
    ("The court ruled in 1989 against the firm.", "1989", "1989"),
    ("The 2022 climate summit ended without a deal.", "2022", "2022"),
    ("Exports grew through the 1990s.", "the 1990s", "199"),
    ("Output fell in the third quarter of 2011.", "the third quarter of 2011", "2011-Q3"),
    ("Output fell in Q3 2011.", "Q3 2011", "2011-Q3"),
    ("Sales rose in the first half of 2012.", "the first half of 2012", "2012-H1"),
    ("Revenue for FY2023 was restated.", "FY2023", "FY2023"),
    ("Revenue for FY2023/24 was restated.", "FY2023/24", "FY2023"),
    ("They won in the summer of 2021.", "the summer of 2021", "2021-SU"),
    ("The shop closed on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
    ("The march was held on Good Friday 2023.", "Good Friday 2023", "2023-04-07"),
    ("The talks broke down yesterday.", "yesterday", "2024-11-13"),
    ("Turnout was low last week.", "last week", "2024-W45"),
    ("The minister resigned last month.", "last month", "2024-10"),
    ("The leaders convened in August last year.", "August last year", "2023-08"),
    ("The pact follows last year's accord.", "last year", "2023"),
    ("Two envoys arrived two weeks ago.", "two weeks ago", "2024-W44"),
    ("The mine closed three years ago.", "three years ago", "2021"),
    ("The vote takes place next month.", "next month", "2024-12"),
    ("Protests grew at the weekend.", "the weekend", "2024-W45-WE"),
    ("The tribunal will sit on Tuesday of next week.", "Tuesday of next week", "2024-11-19"),
    ("She voted on the first Monday of May 2016.", "the first Monday of May 2016", "2016-05-02"),
    ("The bill passed in the first week of January 2015.", "the first week of January 2015", "2015-W01"),
    ("The bill passed in the last week of 2019.", "the last week of 2019", "2019-W52"),
    ("They left two days before 3 May 1998.", "two days before 3 May 1998", "1998-05-01"),
    ("The currency currently trades lower.", "currently", "PRESENT_REF"),
    ("The envoy recently visited Oslo.", "recently", "PAST_REF"),
    ("The mine closed several years ago.", "several years ago", "PAST_REF"),
    ("The mine closed decades ago.", "decades ago", "PAST_REF"),
    ("Growth has slowed in recent years.", "recent years", "PAST_REF"),
]
TIMES = [
    ("They will meet on Tuesday evening next week.", "Tuesday evening next week", "2024-11-19TEV"),
    ("The blast happened at 6:40 p.m. on Friday.", "6:40 p.m. on Friday", "2024-11-08T18:40"),
    ("The ship sank on Monday morning.", "Monday morning", "2024-11-11TMO"),
    ("The flight left at 18:00 UTC on 2 May 2003.", "18:00 UTC on 2 May 2003", "2003-05-02T18:00Z"),
    ("The shops closed last night.", "last night", "2024-11-13TNI"),
    ("The president spoke this morning.", "this morning", "2024-11-14TMO"),
]
DURATIONS = [
    ("The blast came half a century after the war.", "half a century", "P50Y"),
    ("The bank is to cut jobs over the next decade.", "the next decade", "P10Y"),
    ("The army signed a 27-year contract.", "27-year", "P27Y"),
    ("Talks lasted almost two and a half years.", "almost two and a half years", "P2.5Y"),
    ("Prices doubled over the past three months.", "the past three months", "P3M"),
    ("The siege went on for several weeks.", "several weeks", "PXW"),
    ("The bridge was closed for half an hour.", "half an hour", "PT30M"),
    ("He was jailed for two years and three months.", "two years and three months", "P2Y3M"),
    ("The club held talks between 2015 and 2017.", "2015 and 2017", "P2Y"),
    ("The fair ran from 2009 to 2011.", "2009 to 2011", "P2Y"),
    ("The fair ran on 14-16 November 2023.", "14-16 November 2023", "P2D"),
    ("The shop opened on 2 May 2003 from 9 am to 5 pm.", "2 May 2003 from 9 am to 5 pm", "PT8H"),
    ("He chaired the board in 2008-2012.", "2008-2012", "P4Y"),
    ("The road is closed between 10 and 11:30 on Friday.", "10 and 11:30 on Friday", "PT1H30M"),
    ("The road was closed from 3:00 to 4:30 pm on 2 May 2003.", "3:00 to 4:30 pm on 2 May 2003", "PT1H30M"),
    ("Exports grew in the first six months of 2023.", "the first six months of 2023", "P6M"),
    ("Exports grew in the last two weeks of May 2021.", "the last two weeks of May 2021", "P2W"),
    ("Output fell in the first nine months of the year.", "the first nine months of the year", "P9M"),
]
SETS = [
    ("The council meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The bulletin appears daily.", "daily", "P1D"),
    ("It is their annual conference.", "annual", "P1Y"),
    ("They build 15 a year.", "a year", "P1Y"),
    ("The council meets every Tuesday at 9 am.", "every Tuesday at 9 am", "XXXX-WXX-2T09"),
    ("They vote twice a week.", "twice a week", "P1W"),
]


@pytest.mark.parametrize(
    ("text", "span", "type_", "value"),
    [
        (text, span, type_, value)
        for type_, cases in {"DATE": POINTS, "TIME": TIMES, "DURATION": DURATIONS, "SET": SETS}.items()
        for text, span, value in cases
    ],
)
def test_expression(read, text, span, type_, value):
    rows = [(row.text, row.type, row.value) for row in read(text).dates]
    assert (span, type_, value) in rows
    assert len(rows) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke to the lords.",
        "Talks may resume.",
        "Thousands march against the tax.",
        "The 12-year-old boy was found.",
        "The man, 56 years old, was found.",
        "About 2,000 people fled.",
        "Some 2000 people fled the town.",
        "The crew flew an A380 and a Boeing 787.",
        "They paid $1999 for it.",
        "The COVID-19 ward was full.",
        "The Sunday Times reported the loss.",
        "The fall of the wall came quickly.",
        "Call the desk on 123-12-1234.",
        "The second plan failed.",
        "It is the last car.",
        "They refused as soon as they could.",
    ],
)
def test_no_time_expression(read, text):
    assert [row.text for row in read(text).dates] == []


@pytest.mark.parametrize(
    ("text", "mod", "first", "last"),
    [
        ("The summit opened earlier this week.", "START", date(2024, 11, 11), date(2024, 11, 14)),
        ("The bill will be debated later this month.", "END", date(2024, 11, 14), date(2024, 11, 30)),
        ("He took leave in early 2009.", "START", date(2009, 1, 1), date(2009, 4, 30)),
        ("It was released in mid-2011.", "MID", date(2011, 5, 1), date(2011, 8, 31)),
        ("The plant shut in late March 2010.", "END", date(2010, 3, 21), date(2010, 3, 31)),
        ("The plant shut at the end of 2010.", "END", date(2010, 9, 1), date(2010, 12, 31)),
        ("The plant will open in 2030 or later.", "ON_OR_AFTER", date(2030, 1, 1), date(2030, 12, 31)),
        ("The plant will open no earlier than 2030.", "ON_OR_AFTER", date(2030, 1, 1), date(2030, 12, 31)),
        ("The firm was founded around 1880.", "APPROX", date(1880, 1, 1), date(1880, 12, 31)),
    ],
)
def test_modifier_narrows_the_days(read, text, mod, first, last):
    (row,) = read(text).dates
    assert (row.mod, row.start_date, row.end_date) == (mod, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met in August 2023.", date(2023, 8, 1), date(2023, 8, 31)),
        ("They met in February 2024.", date(2024, 2, 1), date(2024, 2, 29)),
        ("They met last week.", date(2024, 11, 4), date(2024, 11, 10)),
        ("They met in the 1990s.", date(1990, 1, 1), date(1999, 12, 31)),
        ("They met between 2015 and 2016.", date(2015, 1, 1), date(2016, 12, 31)),
        ("They met on 30 December to 2 January 2020.", date(2019, 12, 30), date(2020, 1, 2)),
        ("Exports grew in the first six months of 2023.", date(2023, 1, 1), date(2023, 6, 30)),
        ("Exports grew in the last two months of 2021.", date(2021, 11, 1), date(2021, 12, 31)),
        ("Output fell in the first nine months of the year.", date(2024, 1, 1), date(2024, 9, 30)),
        ("The vote will be held between now and 20 November.", date(2024, 11, 14), date(2024, 11, 20)),
        ("They meet in the week beginning on 2 December 2024.", date(2024, 12, 2), date(2024, 12, 8)),
        ("They met over the past three months.", date(2024, 8, 14), date(2024, 11, 14)),
        ("They met in FY2023.", None, None),
        ("They met several times in recent years.", None, None),
    ],
)
def test_days_covered(read, text, first, last):
    (row,) = read(text).dates
    assert (row.start_date, row.end_date) == (first, last)


@pytest.mark.parametrize("text", ["They met on 31 February 2020.", "They met on 2020-02-30."])
def test_a_day_that_no_calendar_has_is_not_a_day(read, text):
    assert all(row.value != "2020-02-30" and len(row.value) < 10 for row in read(text).dates)
