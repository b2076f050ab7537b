"""Cases on which extraction has failed before, here or elsewhere: each once, from the text alone to its rows."""

import time
from datetime import date

import pandas as pd
import pytest

import toolkit as tk


def figures(reading) -> list[tuple]:
    return [(row.text, row.value, row.unit) for row in reading.statistics]


def days(reading) -> list[tuple]:
    return [(row.text, row.value) for row in reading.dates]


def codes(reading) -> set[str]:
    return {row.code for row in reading.warnings}


def meant(reading) -> dict[str, str]:
    return {row.text: row.entity_id for row in reading.mentions if row.level == "name"}


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b"])
def test_nothing_gives_nothing(read, text):
    reading = read(text)

    assert [*reading.mentions, *reading.statistics, *reading.dates, *reading.events] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal is worth €3.2bn.", [("€3.2bn", 3.2e9, "EUR")]),
        ("The firm lost $1,250.5 million last year.", [("$1,250.5 million", 1_250_500_000.0, "USD")]),
        ("Growth of 3-4% is expected.", [("3-4%", 3.5, "percent")]),
        ("Support fell by 4.2 percentage points.", [("4.2 percentage points", 4.2, "percentage_point")]),
        ("About two-thirds of voters agreed.", [("two-thirds", 0.666666667, "ratio")]),
        ("A dozen ships were seized off Yemen.", [("dozen", 12.0, "count")]),
    ],
)
def test_figures_as_news_prints_them(read, text, expected):
    assert figures(read(text)) == expected


@pytest.mark.parametrize(
    "text", ["COVID-19 spread through Italy.", "Flight MH17 was shot down.", "A 5-year plan was agreed."]
)
def test_numbers_in_names_are_no_figures(read, text):
    assert figures(read(text)) == []


def test_a_decimal_comma_is_never_read_as_thousands(read):
    (row,) = read("Exports reached 1,5 million tonnes.").statistics

    assert row.value == 1_500_000
    assert (row.rule, row.confidence) == ("decimal_comma", "low")


def test_a_change_between_two_levels_is_one_change(read):
    rows = read("Inflation in Norway fell from 5.1% to 4.8% in October.").statistics

    assert [(row.value, row.change_from, row.direction) for row in rows if row.change_from] == [(4.8, 5.1, "fall")]


def test_a_figure_behind_a_bullet_has_subject_and_measure(read):
    (row,) = read("Outlook\n\n• Japan: GDP up 1.2%\n• China: exports down 3%\n").statistics[:1]

    assert (row.value, row.direction) == (1.2, "rise")
    assert (row.subject, row.measure) == ("Japan", "GDP")


def test_quarters_are_dates(read):
    assert days(read("Sales rose in Q3 2024.")) == [("Q3 2024", "2024-Q3")]


def test_a_fiscal_year_over_two_years_is_one_date_and_no_name(read):
    reading = read("Revenue grew in FY2023/24.")

    assert [text for text, _ in days(reading)] == ["FY2023/24"]
    assert "FY2023/24" not in meant(reading)


def test_a_date_that_can_be_read_two_ways_is_said(read):
    reading = read("The treaty was signed on 05/03/2024.")

    assert days(reading) == [("05/03/2024", "2024")]
    assert "ambiguous_date" in codes(reading)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The talks ended last Friday.", date(2025, 1, 1), "2024-12-27"),
        ("The bank failed on February 29.", date(2024, 3, 4), "2024-02-29"),
        ("He resigned yesterday.", date(2024, 3, 1), "2024-02-29"),
        ("She arrived on December 30.", date(2025, 1, 2), "2024-12-30"),
    ],
)
def test_days_near_the_ends_of_years_and_februaries(read, text, published, value):
    assert [found for _, found in days(read(text, published=published))] == [value]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel did not attack Lebanon on Monday.", {"negated"}),
        ("Russia denied it had attacked Kyiv.", {"negated"}),
        ("Russia attacked Kyiv on Monday.", {"occurred"}),
    ],
)
def test_what_did_not_happen_is_never_told_as_done(read, text, status):
    assert {row.status for row in read(text).events if row.event_type == "ASSAULT"} <= status


def test_months_that_are_people_are_no_dates(read):
    reading = read("Theresa May met Frederic March in Paris.")

    assert days(reading) == []


def test_a_bird_is_no_country(read):
    assert (
        "country:TUR" not in meant(read("The turkey cooked for four hours. Turkey cooked slowly stays moist.")).values()
    )


def test_capitals_of_a_headline_are_the_places_they_name(read):
    found = meant(read("CHINA AND US OPEN TALKS IN GENEVA\n\nChina and the United States met in Geneva on Tuesday."))

    assert found["CHINA"] == "country:CHN"
    assert found["GENEVA"] == found["Geneva"]


@pytest.fixture
def corpus(tmp_path):
    """A function that makes a corpus of a file with these bytes."""

    def of(content: bytes, name: str = "a.txt") -> tk.Corpus:
        (tmp_path / name).write_bytes(content)
        made = tk.build_corpus(tk.read_articles(tmp_path / name))
        assert made.problems() == []
        return made

    return of


def countries(corpus) -> set[str]:
    return set(corpus.entities[corpus.entities["type"] == "COUNTRY"]["iso3"])


def test_zero_width_characters_do_not_break_names(corpus):
    assert "RUS" in countries(corpus("Ru\u200bssia and Ja\u200bpan signed a treaty.".encode()))


def test_mojibake_does_not_break_names(corpus):
    text = corpus("CÃ´te dâ€™Ivoire and Ghana signed a treaty.".encode()).articles["text"].iloc[0]

    assert "Côte d" in text


def test_bytes_of_windows_are_read(corpus):
    made = corpus("“We agree,” said Zoë Müller of Germany.".encode("cp1252"))

    assert "Zoë Müller" in set(made.entities["name"])


def test_bidirectional_marks_do_not_break_names(corpus):
    assert "ISR" in countries(corpus("\u202bIsrael\u202c and \u200fJordan\u200e signed a treaty.".encode()))


def test_markup_does_not_lose_an_event(corpus):
    made = corpus(b"<p>The United States imposed sanctions on Iran on Monday.</p><p>More text follows.</p>")

    assert "SANCTION" in set(made.events["event_type"])


def test_a_paragraph_printed_twice_keeps_both_places(corpus):
    text = "Japan attacked nobody.\n\nRussia attacked Ukraine on Monday.\n\nRussia attacked Ukraine on Monday.\n"
    events = corpus(text.encode()).events.query("event_type == 'ASSAULT' and status == 'occurred'")

    assert events["start"].nunique() == 2
    assert len(set(events["cluster_id"])) == 1


def test_a_table_in_the_text_stops_nothing(corpus):
    made = corpus(
        b"Output by year\n\nYear | GDP | Jobs\n2022 | 3.1% | 4,000\n2023 | 2.8% | 4,200\n\nChina praised Japan."
    )

    assert "SUPPORT" in set(made.events["event_type"])
    assert not {"2022", "2023"} & set(made.statistics["text"])


def test_several_articles_in_one_file_are_told_apart(corpus):
    made = corpus(b'{"text": "Japan praised Peru."}\n{"text": "Chile praised Cuba."}\n', "a.jsonl")

    assert len(made.articles) == 2
    assert list(made.articles["path"].str.contains("#")) == [True, True]


def test_another_language_is_kept_and_said(corpus):
    german = "Die Bundesregierung hat am Montag neue Sanktionen gegen Russland beschlossen, sagte der Minister. "
    made = corpus((german * 3).encode())

    assert made.events.empty
    assert "not_english" in set(made.warnings["code"])


def test_arabic_is_kept_and_said(corpus):
    made = corpus("أعلنت الحكومة المصرية يوم الاثنين عن خطة جديدة للاقتصاد في القاهرة.".encode())

    assert len(made.articles) == 1
    assert "not_english" in set(made.warnings["code"])


def test_a_dateline_is_no_part_of_the_sentence(read):
    (met,) = (
        row for row in read("LIMA, Peru (AP) — Japan attacked Russia on Monday.").events if row.event_type == "ASSAULT"
    )

    assert met.trigger == "attacked"
    assert met.status == "occurred"


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a" * 50, "1,", "“", "and , ", "$ ", "Kim "])
def test_a_long_strange_text_is_read_in_time(corpus, piece):
    text = f"Talks opened in Lima.\n\n{piece * (200_000 // len(piece))}\n"
    started = time.perf_counter()

    corpus(text.encode())

    assert time.perf_counter() - started < 60


def test_bare_korea_is_the_south(read):
    assert meant(read("Trade with Korea grew."))["Korea"] == "country:KOR"


@pytest.mark.parametrize(
    ("text", "printed", "suggested"),
    [
        ("Ministers of Phillipines and Japan met in Lima.", "Phillipines", "Philippines"),
        ("The Untied States imposed sanctions on Iran.", "Untied States", "United States"),
        ("Workers in Lybia and Tunisia went on strike.", "Lybia", "Libya"),
        ("Columbia's government signed a peace deal in Bogotá.", "Columbia", "Colombia"),
    ],
)
def test_a_misspelt_country_is_suggested_and_keeps_its_printed_name(text, printed, suggested):
    row = {"article_id": "a", "text": text, "published": pd.Timestamp("2024-11-14")}
    made = tk.build_corpus(pd.DataFrame([row]))

    assert made.entities.set_index("name")["suggested_name"][printed] == suggested
