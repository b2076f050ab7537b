"""What the notebooks have besides the explorer: tiles, coverage, disagreements, own articles, the briefing desk."""

import json
import re
from datetime import UTC, datetime

import pytest

import toolkit as tk
from toolkit.query import unused
from toolkit.widgets import add_articles, articles_beside, coverage, desk, disagreements, listed, tiles
from toolkit.widgets.mainviews import figures_grouped
from toolkit.workbench import Finding, Workbench

TEXT = """Exports of Japan <i>rise</i>

Exports of Japan rose 12 percent in 2024, the ministry said. Exports of Japan rose 15 percent in 2024, the bank said.
Ministers of Japan and Chile met in Lima on Monday. Nothing else was to be seen there.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    path = tmp_path_factory.mktemp("articles") / "wire.jsonl"
    path.write_text(json.dumps({"id": "a", "published": "2025-01-15", "text": TEXT}), encoding="utf-8")
    return tk.read_articles(path)


@pytest.fixture(scope="module")
def read(language, articles) -> tk.Corpus:
    return tk.build_corpus(articles, language=language)


@pytest.fixture
def bench(tmp_path) -> Workbench:
    return Workbench(tmp_path / "bench")


def test_tiles_count_what_the_tables_hold(read):
    shown = tiles(read).data
    numbers = {name: number for number, name in re.findall(r">([\d,]+)</div>(\w+)<", shown)}

    assert numbers["articles"] == "1"
    assert numbers["figures"] == str(len(read.statistics))
    assert numbers["sentences"] == str(len(read.sentences))


def test_coverage_says_which_sentences_hold_nothing(read):
    found = re.findall(r">(\d+)% of the sentences ([\w ]+)<", coverage(read).data)
    shares = {words: share for share, words in found}

    assert 0 < int(shares["say nothing that a table holds"]) < 100
    assert "Nothing else was to be seen there." in set(unused(read)["text"])


def test_disagreements_stand_side_by_side_with_their_citations(read):
    card = disagreements(read).html()

    assert len(read.conflicts) == card.count("contradiction.") > 0
    assert "15 percent" in card
    assert "outlet not stated, 15 Jan 2025, paragraph 2" in card
    assert "<i>rise" not in card


def test_without_disagreements_that_is_said(read):
    assert "No two figures" in disagreements(read.select(tk.Selection(text="Lima"))).html()


def test_the_figures_are_marked_in_their_sentences(read):
    card = disagreements(read).html()

    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", card) == [
        read.statistics.set_index("statistic_id").loc[row[side], "text"]
        for row in read.conflicts.sort_values("kind", kind="stable").to_dict("records")
        for side in ("statistic_id", "other_id")
    ]


def test_an_answer_is_kept_and_can_be_taken_back(read, tmp_path):
    bench = Workbench(tmp_path)
    bench.keep(read)
    cards = disagreements(read, bench)
    pairs = cards._pairs()

    cards.answer(pairs[0], same=False)
    assert len(bench.corpus().conflicts) == len(cards._pairs()) == len(pairs) - 1
    assert "no contradiction" in cards._said.value

    cards.undo()
    assert cards._pairs() == pairs

    cards.answer(pairs[0], same=True)
    assert bench.corpus().conflicts["reason"].str.endswith("says the analyst)").sum() == 1


def test_a_side_of_a_pair_is_read_in_its_article(read):
    cards = disagreements(read)
    pair = cards._pairs()[0]

    cards.read(cards._told[pair["other_id"]])

    assert cards.reader.focus == pair["other_id"]


def test_figures_that_disagree_stand_first_and_say_with_what(read):
    told = figures_grouped(read)
    disputed = set(read.conflicts["statistic_id"]) | set(read.conflicts["other_id"])

    assert set(told["statistic_id"].head(len(disputed))) == disputed
    assert told["disagrees_with"].head(len(disputed)).notna().all()
    others = told.iloc[len(disputed) :]
    assert list(others["measure"].dropna()) == sorted(others["measure"].dropna())


def test_a_frame_of_any_kind_is_listed_with_numbered_rows(read):
    table = listed(read.quotes[["text"]], "quotations")

    assert table.total == len(read.quotes)
    assert "row" not in [column["name"] for column in table.columns]


def test_articles_are_read_beside_their_table(read):
    view = articles_beside(read)

    assert view.chosen == read.articles["article_id"].iloc[0]
    assert view.reader.title == "Exports of Japan rise"
    assert "<mark" in view.reader.html


@pytest.mark.slow
def test_what_is_pasted_is_kept_read_and_known_at_the_next_start(read, bench):
    adding = add_articles(bench.keep(read), bench)
    adding.text.value = "Peru signs\n\nPeru and Chile signed a trade pact in Lima on Tuesday."
    adding.outlet.value = "My paper"
    adding.add()

    assert "1 added, 0 known already; 2 articles in the corpus" in adding.said
    assert "My paper" in set(bench.corpus().articles["source"])
    assert adding.text.value == ""
    assert bench.articles in bench.sources()
    assert "My paper" in set(tk.read_articles(bench.articles)["source"])


@pytest.mark.slow
def test_what_is_uploaded_keeps_its_name_and_never_replaces_another_file(read, bench):
    adding = add_articles(bench.keep(read), bench)
    for text in (b"Fiji and Chile signed a pact.", b"Fiji and Peru signed a pact."):
        file = {"name": "../note.txt", "content": memoryview(text), "type": "", "size": len(text)}
        adding.files.value = ({**file, "last_modified": datetime.now(tz=UTC)},)
        adding.add()

    assert sorted(path.name for path in bench.articles.iterdir()) == ["note-1.txt", "note.txt"]
    assert len(bench.corpus().articles) == 3


def test_nothing_to_add_is_said(read, bench):
    adding = add_articles(bench.keep(read), bench)
    adding.add()

    assert "Nothing to add" in adding.said


@pytest.fixture
def pinned(read, bench) -> Workbench:
    for row, headline in zip(read.events.to_dict("records"), ("One", "Two"), strict=False):
        bench.pin(
            Finding(kind="events", row=row["event_id"], headline=headline, article_id=row["article_id"], start="30")
        )
    return bench


@pytest.mark.slow
def test_the_desk_writes_the_briefing_and_shows_it(read, pinned):
    shown = desk(read, pinned)

    assert "citations found verbatim" in shown.said
    assert (pinned.folder / "briefing" / "briefing.html").is_file()
    assert 'sandbox=""' in shown._page.value
    assert "<script" not in shown._page.value


@pytest.mark.slow
def test_pins_are_worded_moved_and_taken_out(read, pinned):
    shown = desk(read, pinned)
    last = shown.pins.children[-1]
    (headline, up, out), note = last.children[0].children, last.children[1]
    headline.value, note.value = "Better", "my note"
    assert [pin.headline for pin in pinned.findings()][-1] == "Better"
    assert pinned.findings()[-1].note == "my note"
    up.press()
    assert pinned.findings()[0].headline == "Better" or len(pinned.findings()) == 1
    out.press()

    assert "Better" not in [pin.headline for pin in pinned.findings()] or len(pinned.findings()) == 1


@pytest.mark.slow
def test_a_selection_that_leaves_nothing_is_said_at_the_desk(read, bench):
    bench.choose(tk.Selection(text="zebra"))

    assert "nothing to brief on" in desk(read, bench).said
