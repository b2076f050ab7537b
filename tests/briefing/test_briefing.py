"""The briefing pack: every claim numbered to a verbatim sentence, nothing invented, nothing that runs or is fetched."""

import csv
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest

import toolkit as tk
from toolkit.briefing.citations import Citations
from toolkit.errors import BriefingError
from toolkit.workbench import Finding

pytestmark = pytest.mark.slow  # draws charts

TEXT = """Ministers Meet <b>in Lima</b>

Antony Blinken met Takeshi Iwaya in Lima on Thursday. "We are closer than ever," Blinken said. Japan will host talks in
Tokyo in May 2025. Exports of Japan rose 12% in 2024. Trade covers 47% of global output.
"""
SAMPLE = {
    "id": "s",
    "published": "2024-11-13",
    "source": "Gazette (sample)",
    "text": "Chile criticised Fiji on Monday.",
}


@pytest.fixture(scope="module")
def build(language, tmp_path_factory):
    """A corpus of the articles given."""

    def built(*articles):
        path = tmp_path_factory.mktemp("articles") / "wire.jsonl"
        path.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
        return tk.build_corpus(tk.read_articles(path), language=language)

    return built


@pytest.fixture(scope="module")
def corpus(build) -> tk.Corpus:
    return build({"id": "a", "published": "2024-11-15", "text": TEXT})


@pytest.fixture(scope="module")
def briefing(corpus, tmp_path_factory):
    return tk.brief(corpus, None, tmp_path_factory.mktemp("pack"))


class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, page):
        super().__init__()
        self.tags = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def page_of(briefing):
    return briefing.page.read_text(encoding="utf-8")


def test_every_citation_is_found_verbatim(corpus, briefing):
    texts = set(corpus.sentences["text"])

    assert briefing.citations
    assert all(one.found and one.text in texts for one in briefing.citations)
    assert briefing.checked() == f"{len(briefing.citations)} of {len(briefing.citations)} citations found verbatim"


def test_a_sentence_that_is_not_where_it_is_said_to_be_is_named(corpus):
    citations = Citations(corpus)
    sentence = corpus.sentences["sentence_id"].iloc[1]
    citations._sentences[sentence]["start"] += 1
    citations.number(sentence)

    assert not citations.cited[sentence].found


def test_numbers_in_the_page_lead_to_sentences(briefing):
    tags = Tags(page_of(briefing)).tags
    links = {attrs["href"] for tag, attrs in tags if tag == "a"}
    places = {f"#{attrs['id']}" for tag, attrs in tags if tag == "li" and "id" in attrs}

    assert links
    assert links == places


def test_the_page_needs_nothing_else_and_runs_nothing(briefing):
    tags = Tags(page_of(briefing)).tags

    assert not [tag for tag, _ in tags if tag in ("script", "link", "iframe", "img", "object")]
    assert not [attrs for _, attrs in tags if any(name.startswith("on") for name in attrs)]
    assert not re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"", re.sub(r"xlink:href|xmlns\S*", "", page_of(briefing)))


def test_what_the_articles_say_stands_there_as_text(build, tmp_path):
    told = tk.brief(build({"text": "Peru met <script>alert(1)</script> Chile in Lima."}), None, tmp_path)

    assert "<script" not in page_of(told)


def test_judgements_are_left_to_the_analyst(briefing):
    empty = re.findall(r"<h2>([\w ]+)</h2>\s*<div class=\"mine\"></div>", page_of(briefing))

    assert empty == ["Key judgements", "What we do not know", "Watch next"]


def test_deeds_plans_words_and_figures_have_their_places(briefing):
    page = page_of(briefing)

    for heading in ("What happened", "What is planned", "Who said what", "Figures", "Sources", "Evidence"):
        assert f"<h2>{heading}</h2>" in page
    assert "outlet not stated" in page
    assert "“We are closer than ever,”" in page or "“We are closer than ever”" in page


def test_pins_stand_first_in_their_order(corpus, tmp_path):
    rows = corpus.events.head(2).to_dict("records")
    pins = [
        Finding(
            kind="events", row=row["event_id"], headline=name, article_id=row["article_id"], start=str(row["start"])
        )
        for row, name in zip(reversed(rows), ("Second", "First"), strict=True)
    ]
    page = page_of(tk.brief(corpus, None, tmp_path, findings=pins))

    assert re.findall(r"<li>(Second|First) +<a", page) == ["Second", "First"]


def test_a_pin_of_another_corpus_is_named_and_makes_no_claim(corpus, tmp_path):
    gone = Finding(kind="events", row="x", headline="Gone", article_id="none", start="0")
    page = page_of(tk.brief(corpus, None, tmp_path, findings=[gone]))

    assert "Pinned, but not in this scope: Gone." in page
    assert "<li>Gone" not in page


def test_a_pin_without_a_headline_says_its_row_in_words(corpus, tmp_path):
    quote = corpus.quotes[corpus.quotes["kind"] == "direct"].iloc[0]
    place = {name: str(quote[name]) for name in ("article_id", "start", "end")}
    pin = Finding(kind="quotes", row=quote["quote_id"], evidence=quote["text"], **place)
    page = page_of(tk.brief(corpus, None, tmp_path, findings=[pin]))

    assert re.search(r"<li>Antony Blinken: “We are closer than ever[^<]*” +<a", page)
    assert "Chosen by the analyst." in page


def test_samples_are_marked_everywhere(build, tmp_path):
    told = tk.brief(build(SAMPLE), None, tmp_path)

    assert "SAMPLE DATA" in page_of(told)
    for table in (tmp_path / "tables").glob("*.csv"):
        with table.open(encoding="utf-8-sig", newline="") as handle:
            assert {row["data"] for row in csv.DictReader(handle)} <= {"SAMPLE"}, table.name


def test_samples_stay_out_of_a_briefing_on_real_articles_unless_asked_for(build, tmp_path):
    both = build(SAMPLE, {"id": "a", "published": "2024-11-15", "text": TEXT})

    assert "Chile" not in page_of(tk.brief(both, None, tmp_path / "real"))
    assert "Chile" in page_of(tk.brief(both, tk.Selection(origins=("sample",)), tmp_path / "asked"))


def test_samples_are_asked_for_by_their_outlet_too(build, tmp_path):
    both = build(SAMPLE, {"id": "a", "published": "2024-11-15", "text": TEXT})

    assert "Chile" in page_of(tk.brief(both, tk.Selection(sources="Gazette (sample)"), tmp_path))


def test_the_tables_hold_plain_words_with_outlet_and_sentence(briefing):
    tables = {path.stem: pd.read_csv(path) for path in (briefing.folder / "tables").glob("*.csv")}

    assert set(tables) == {"who_did_what", "figures", "quotes", "dates", "disagreements", "entities", "sources"}
    assert not [column for table in tables.values() for column in table.columns if column.endswith("_id")]
    for name in ("who_did_what", "figures", "quotes", "dates"):
        assert set(tables[name]["outlet"]) == {"outlet not stated"}
        assert tables[name]["evidence"].notna().all()


def test_the_day_of_the_briefing_is_that_which_is_given(corpus, tmp_path):
    page = page_of(tk.brief(corpus, None, tmp_path, made_on=date(2024, 11, 20)))

    assert "20 November 2024" in page


def test_a_chart_of_an_earlier_briefing_does_not_stay(corpus, tmp_path):
    (tmp_path / "charts").mkdir()
    for name in ("matrix.png", "network.svg", "mine.png"):
        (tmp_path / "charts" / name).write_bytes(b"old")
    without_links = tk.brief(corpus, tk.Selection(text="covers"), tmp_path)
    left = {path.name for path in (tmp_path / "charts").iterdir()}

    assert "network.svg" not in left
    assert {"matrix.png", "mine.png"} <= left
    assert left - {"matrix.png", "mine.png"} == {
        path.name for path in without_links.files if path.parent.name == "charts"
    }


def test_every_chart_has_words_for_those_who_do_not_see_it(briefing):
    labels = [attrs.get("aria-label") for tag, attrs in Tags(page_of(briefing)).tags if tag == "svg"]

    assert labels
    assert all(labels)


def test_nothing_selected_is_said(corpus, tmp_path):
    with pytest.raises(BriefingError, match="nothing to brief on: Sentences with the words “zebra”"):
        tk.brief(corpus, tk.Selection(text="zebra"), tmp_path)


def test_a_name_that_the_analyst_gave_says_what_is_printed(corpus, tmp_path):
    ledger = tmp_path / "corrections.csv"
    ledger.write_text("action,target,value\nrename,Takeshi Iwaya,Iwaya Takeshi\n", encoding="utf-8")
    page = page_of(tk.brief(corpus.corrected(ledger), None, tmp_path))

    assert "Iwaya Takeshi (printed: Takeshi Iwaya)" in page


def test_a_chart_and_a_table_are_exported_by_their_ending(corpus, tmp_path):
    chart = tk.charts.timeline(corpus)
    begins = {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF", "json": b"{"}
    for ending, first in begins.items():
        assert tk.export(chart, tmp_path / f"chart.{ending}").read_bytes().startswith(first)
    table = tk.export(corpus.figures(), tmp_path / "new" / "figures.csv")

    assert len(pd.read_csv(table)) == len(corpus.figures())


def test_an_unknown_ending_names_those_that_there_are(corpus, tmp_path):
    with pytest.raises(BriefingError, match=r"a table cannot be written as '\.docx'; end it in \.csv, \.html, \.json"):
        tk.export(corpus.figures(), tmp_path / "figures.docx")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("-2 points", "'-2 points"),
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        (" =1+1", "' =1+1"),
        ("＝1+1", "'＝1+1"),
        ("plain", "plain"),
        ("-5%", "-5%"),
        ("+1,200.5", "+1,200.5"),
    ],
)
def test_no_text_cell_is_a_formula_and_numbers_stay_numbers(tmp_path, cell, written):
    frame = pd.DataFrame({"text": [cell], "number": [-2.5], "day": [pd.Timestamp("2024-11-14")]})
    with tk.export(frame, tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as handle:
        (row,) = csv.DictReader(handle)

    assert row == {"text": written, "number": "-2.5", "day": "2024-11-14"}


def test_a_heading_is_no_formula_either_and_an_empty_table_keeps_its_headings(tmp_path):
    written = tk.export(pd.DataFrame({"=a": pd.Series([], dtype="str"), "b": []}), tmp_path / "t.csv")

    assert written.read_bytes() == b"\xef\xbb\xbf'=a,b\r\n"


def test_a_table_as_a_page_says_its_encoding_and_runs_nothing(tmp_path):
    frame = pd.DataFrame({"text": ["<script>alert(1)</script> São Paulo, 東京"]})
    page = tk.export(frame, tmp_path / "t.html").read_text(encoding="utf-8")

    assert '<meta charset="utf-8">' in page
    assert "東京" in page
    assert "<script" not in page


def test_what_is_neither_chart_nor_table_is_refused(tmp_path):
    with pytest.raises(BriefingError, match=r"a str cannot be exported; give a chart of toolkit\.charts or a frame"):
        tk.export("words", tmp_path / "words.csv")


def test_a_folder_that_cannot_be_written_is_said(corpus, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(BriefingError, match="cannot be written"):
        tk.export(corpus.figures(), tmp_path / "file" / "figures.csv")


def test_a_briefing_is_a_value(briefing):
    assert replace(briefing, citations=()).checked() == "0 of 0 citations found verbatim"
