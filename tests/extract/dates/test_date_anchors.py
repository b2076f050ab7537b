"""Where relative expressions land: by publication, tense, discourse, and what is done without them."""

from datetime import date

import pytest

from toolkit.extract import read as read_doc
from toolkit.language import parse
from toolkit.records import Article

THURSDAY = date(2024, 11, 14)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister resigned on Friday.", "2024-11-08"),
        ("The minister will resign on Friday.", "2024-11-15"),
        ("The minister is set to resign on Friday.", "2024-11-15"),
        ("The minister is scheduled to speak on Friday.", "2024-11-15"),
        ("The minister resigned on Thursday.", "2024-11-14"),
        ("The minister will resign on Thursday.", "2024-11-14"),
        ("The trial opens on Monday.", "2024-11-18"),
        ("The minister resigned last Friday.", "2024-11-08"),
        ("The envoy arrived in September.", "2024-09"),
        ("The envoy arrived in December.", "2023-12"),
        ("The envoy will arrive in February.", "2025-02"),
        ("Prices have fallen since October.", "2024-10"),
        ("The envoy arrived on December 3.", "2023-12-03"),
        ("The envoy will arrive on December 3.", "2024-12-03"),
        ("The strike is to end by Monday.", "2024-11-18"),
        ("The hall will open in two weeks.", "2024-W48"),
        ("It was the first win in two weeks.", "P2W"),
        ("The club said it would open a shop on Monday.", "2024-11-18"),
        ("A vote planned for Monday was put off.", "2024-11-18"),
        ("The envoy came to power in May.", "2024-05"),
        ("As of September the bank holds bonds.", "2024-09"),
        pytest.param(
            "The law passed after the 11 September attacks.",
            "2001-09-11",
            marks=pytest.mark.xfail(strict=True, reason="days known by their events need a list of such events"),
        ),
    ],
)
def test_tense_chooses(read, text, value):
    (row,) = read(text, published=THURSDAY).dates
    assert row.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy arrived on Monday. In the afternoon, she met the king.", "2024-11-11TAF"),
        ("The envoy arrived on 3 May 2019. The next day she met the king.", "2019-05-04"),
        ("The envoy arrived in May 2019. She left a year later.", "2020"),
        ("The envoy arrived on 3 May 2019. That month, the king fell ill.", "2019-05"),
        ("The envoy arrived on 3 May 2019. The plane landed at 18:30.", "2019-05-03T18:30"),
    ],
)
def test_the_paragraph_is_spoken_of(read, text, value):
    assert read(text, published=THURSDAY).dates[-1].value == value


def test_a_count_of_days_needs_a_day_to_begin(read):
    """Three days after some day of May are some day of May or June: no day is claimed."""
    row = read("The envoy arrived in May 2019. Three days later, the king fell ill.").dates[-1]
    assert (row.value, row.start_date, row.how) == ("XXXX-XX-XX", None, "not anchored")


@pytest.mark.xfail(strict=True, reason="a story told from the past takes its months from publication, not from itself")
def test_a_story_of_the_past_keeps_its_year(read):
    rows = read("The firm was founded in 2001. In May it opened its first shop.").dates
    assert rows[-1].value == "2001-05"


def test_discourse_ends_with_the_paragraph(read):
    rows = read("The envoy arrived on 3 May 2019.\n\nIn the afternoon, the king fell ill.").dates
    assert (rows[-1].value, rows[-1].start_date) == ("TAF", None)


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("It opened on 3 May 2019.", "2019-05-03", (date(2019, 5, 3), date(2019, 5, 3))),
        ("It opened on 3 May.", "XXXX-05-03", (None, None)),
        ("It opened on Friday.", "XXXX-WXX-5", (None, None)),
        ("It opened last year.", "XXXX", (None, None)),
        ("It opened last week.", "XXXX-WXX", (None, None)),
        ("It opened in August last year.", "XXXX-08", (None, None)),
        ("It opened in May.", "XXXX-05", (None, None)),
    ],
)
def test_without_a_publication_day(read, text, value, days):
    (row,) = read(text, published=None).dates
    assert (row.value, (row.start_date, row.end_date)) == (value, days)


def test_a_weekday_that_contradicts_its_date_is_a_warning(read):
    reading = read("The envoy arrived on Friday, November 14, 2024.")
    assert [row.value for row in reading.dates] == ["2024-11-14"]
    assert [warning.code for warning in reading.warnings if warning.stage == "dates"] == ["weekday_mismatch"]


def test_a_weekday_that_fits_is_no_warning(read):
    reading = read("The envoy arrived on Thursday, November 14, 2024.")
    assert [warning.code for warning in reading.warnings if warning.stage == "dates"] == []


@pytest.mark.parametrize(
    ("figures", "url", "value", "codes"),
    [
        ("05/03/2024", None, "2024", ["ambiguous_date"]),
        ("05/03/2024", "https://news.example.co.uk/a", "2024-03-05", []),
        ("05/03/2024", "https://www.example.gov/a", "2024-05-03", []),
        ("23/03/2024", None, "2024-03-23", []),
        ("03/23/2024", None, "2024-03-23", []),
        ("05.03.2024", None, "2024-03-05", []),
    ],
)
def test_dates_in_figures(language, figures, url, value, codes):
    text = f"The permit was issued on {figures}."
    article = Article(article_id="a", text=text, url=url, published=THURSDAY)
    reading = read_doc(next(parse([text], language)), article)
    assert [row.value for row in reading.dates] == [value]
    assert [warning.code for warning in reading.warnings if warning.stage == "dates"] == codes


@pytest.mark.parametrize(
    ("text", "how", "confidence"),
    [
        ("It opened on 3 May 2019.", "explicit", "high"),
        ("It opened on Friday.", "weekday by tense", "medium"),
        ("It opened in May.", "year from publication", "medium"),
        ("It opened last year.", "relative to publication", "medium"),
        ("It opened recently.", "not anchored", "low"),
        ("It opened at 8:30.", "publication day assumed", "low"),
    ],
)
def test_how_and_confidence(read, text, how, confidence):
    (row,) = read(text).dates
    assert (row.how, row.confidence) == (how, confidence)


def test_a_headline_tells_in_the_present_what_has_happened(read):
    headline = "Exports jump in October as buyers hurry"
    (row,) = read(f"{headline}\n\nShips were full.", title=headline).dates
    assert row.value == "2024-10"


def test_a_weekday_before_a_counted_day_is_a_weekday(read):
    assert next(row.value for row in read("They marched on Friday, the third day of the strike.").dates) == "2024-11-08"


def test_a_quarter_that_something_fell_by_is_no_time(read):
    assert read("Oil revenues fell by about a quarter.").dates == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The firm will report results for the third quarter on Friday.", ["2024-07-01", "2024-11-15"]),
        ("Profit in the second quarter will be published next week.", ["2024-04-01", "2024-11-18"]),
        ("The bank will raise rates in the first quarter.", ["2025-01-01"]),
    ],
)
def test_a_quarter_that_a_noun_has_is_the_last_one_whatever_the_verb(read, text, days):
    assert [str(row.start_date) for row in read(text).dates] == days


@pytest.mark.parametrize("text", ["Her films include Midnight Express.", "She sang Morning Glory on stage."])
def test_a_title_is_no_time(read, text):
    assert not read(text).dates
