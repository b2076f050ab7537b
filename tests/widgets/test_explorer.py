"""The explorer and its parts, driven by their traits: filters, table, reader, pins, decisions."""

import json

import pytest

import toolkit as tk
from toolkit.errors import InputError
from toolkit.ledger import Correction
from toolkit.widgets import Filters, RefreshBar, decide, explore
from toolkit.workbench import Workbench

pytestmark = pytest.mark.slow  # draws charts

TEXT = (
    "Ministers <script>Meet</script> in Lima\n\n"
    "🚗 Toyota said on Monday that sales rose 5 percent. Japan and Peru will sign a trade agreement on Friday.\n\n"
    "“We are glad,” Anna Berg said. 東京 Japan criticised Peru on Tuesday."
)


@pytest.fixture(scope="module")
def corpus(language, tmp_path_factory) -> tk.Corpus:
    path = tmp_path_factory.mktemp("articles") / "wire.jsonl"
    told = [
        {"id": "a", "published": "2024-11-13", "text": TEXT},
        {"id": "b", "text": "Chile criticised Fiji on Monday."},
    ]
    path.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    return tk.build_corpus(tk.read_articles(path), language=language)


@pytest.fixture
def bench(corpus, tmp_path) -> Workbench:
    workbench = Workbench(tmp_path / "workbench")
    workbench.keep(corpus)
    return workbench


def sentence_tone(lines) -> str:
    """The words of the highlighted sentence."""

    def words(piece) -> str:
        return piece if isinstance(piece, str) else "".join(map(words, piece["inside"]))

    return "".join(words(piece) for line in lines for piece in line if isinstance(piece, dict) and piece["tone"] == 6)


def test_a_control_moves_the_selection_and_the_selection_the_control(corpus):
    filters = Filters(corpus)

    filters.control("countries").value = ("JPN",)
    assert filters.selection == tk.Selection(countries="JPN")

    filters.selection = tk.Selection(text="sign", confidence="high")
    assert filters.control("countries").value == ()
    assert (filters.control("text").value, filters.control("confidence").value) == ("sign", "high")
    assert "sign" in filters.printed


def test_the_switch_tells_deeds_words_and_plans_apart(corpus):
    filters = Filters(corpus)

    filters.nature.value = "Plans"
    assert filters.selection == tk.Selection(statuses="planned")

    filters.nature.value = "All"
    assert filters.selection == tk.Selection()


def test_days_that_cannot_be_are_refused_in_words(corpus):
    filters = Filters(corpus, tk.Selection(event_to="2024-11-01"))

    filters.control("event_from").value = tk.Selection(event_from="2024-12-01").event_from

    assert filters.selection.event_from is None
    assert filters.control("event_from").value is None
    assert "exchange them" in filters.printed


def test_a_grouping_is_chosen_by_its_name_and_means_its_members(corpus):
    filters = Filters(corpus)

    filters.control("countries").adding.value = "ASEAN"

    assert filters.selection == tk.Selection(countries="ASEAN")
    assert "ASEAN and its members" in filters.printed


def test_suggestions_become_tags_and_tags_can_be_removed(corpus):
    picked = Filters(corpus).control("entities")

    picked.adding.value = "Japan"
    assert (picked.value, picked.tags.value, picked.adding.value) == (("Japan",), ["Japan"], "")

    picked.tags.value = []
    assert picked.value == ()


def test_a_disabled_control_says_why(corpus):
    nothing = corpus.select(tk.Selection(text="no such words"))

    picked = Filters(nothing).control("measures")

    assert picked.adding.disabled
    assert picked.adding.placeholder == "no figures in this corpus"


def test_the_selection_chooses_rows_charts_and_article(corpus):
    explorer = explore(corpus)
    everything = explorer.reviewed.table.total

    explorer.selection = tk.Selection(entities="Chile")

    assert 0 < explorer.reviewed.table.total < everything
    assert explorer.filters.control("entities").value == ("Chile",)
    assert "Chile criticised Fiji" in sentence_tone(explorer.reviewed.reader.lines)


def test_one_change_is_computed_once(corpus, monkeypatch):
    explorer = explore(corpus)
    selected, applied = [], tk.Selection.applied
    monkeypatch.setattr(tk.Selection, "applied", lambda self, tables: selected.append(self) or applied(self, tables))

    explorer.filters.control("text").value = "sign"

    assert selected == [tk.Selection(text="sign")]


@pytest.mark.parametrize("view", ["Events", "Figures", "Quotes", "Who", "Dates"])
def test_the_chosen_row_is_focused_in_its_article_with_its_sentence(corpus, view):
    explorer = explore(corpus)
    explorer.view = view
    table, reader = explorer.reviewed.table, explorer.reviewed.reader
    assert explorer.chosen == table.rows[0][0]

    for key, _ in table.rows:
        table.set_state({"chosen": key})

        assert explorer.chosen == key
        assert sentence_tone(reader.lines) in corpus.sentences.set_index("article_id")["text"].to_list()
        assert reader.citation.startswith(f"“{sentence_tone(reader.lines)}”")


def test_a_mark_that_is_clicked_chooses_its_row(corpus):
    explorer = explore(corpus)
    other = explorer.reviewed.table.rows[1][0]

    explorer.reviewed.reader._handle_custom_msg(other, [])

    assert (explorer.chosen, explorer.reviewed.table.chosen) == (other, other)


def test_the_citation_says_what_is_not_stated(corpus):
    explorer = explore(corpus, tk.Selection(entities="Chile"))

    assert explorer.reviewed.reader.citation.endswith("outlet not stated, day not known, paragraph 1)")


def test_presets_open_their_view(corpus):
    assert explore(corpus, preset="figures").view == "Figures"
    assert explore(corpus, table="quotes").view == "Quotes"
    with pytest.raises(InputError, match="no preset 'maps'"):
        explore(corpus, preset="maps")


def test_a_star_is_a_pin_of_the_workbench(corpus, bench):
    table = explore(corpus, workbench=bench).reviewed.table
    key = table.rows[0][0]

    table.set_state({"starred": [key]})
    assert [(finding.kind, finding.row) for finding in bench.findings()] == [("events", key)]
    assert explore(corpus, workbench=bench).reviewed.table.starred == [key]

    table.set_state({"starred": []})
    assert bench.findings() == []


def test_the_selection_is_kept_for_other_notebooks(corpus, bench):
    explore(corpus, workbench=bench).selection = tk.Selection(text="sign")

    assert explore(corpus, workbench=bench).selection.text == "sign"


def test_the_page_without_a_kernel_holds_no_foreign_markup(corpus):
    bundle, _ = explore(corpus)._repr_mimebundle_()

    assert "<script>" not in bundle["text/html"]
    assert "Japan and Peru" in bundle["text/html"]


def test_a_decision_goes_into_the_ledger_and_can_be_undone(corpus, bench):
    decisions = decide(corpus, bench)
    before = set(corpus.entities["name"])
    decisions.chosen = corpus.entities.set_index("name")["entity_id"]["Anna Berg"]

    decisions.act("rename", "Anna Bergström")
    assert "Anna Bergström" in set(decisions.corpus.entities["name"])
    assert decisions.bar.changes == 0

    decisions.undo(bench.corrections()[0])
    assert set(decisions.corpus.entities["name"]) == before


def test_the_bar_counts_what_others_corrected_and_loads_it(bench):
    loaded = []
    bar = RefreshBar(bench, loaded.append)
    bench.correct(Correction("rename", "Anna Berg", "A. Berg"))
    bar.check()
    assert bar.changes == 1

    bar.refresh()

    assert bar.changes == 0
    assert "A. Berg" in set(loaded[0].entities["name"])
