"""The reader, driven by its traits, and the page that stands for it without a kernel."""

import json
from html.parser import HTMLParser

import pytest

import toolkit as tk
from toolkit.errors import InputError, SchemaError
from toolkit.widgets import Reader, reader
from toolkit.widgets.views import VIEWS, spans_of

TEXT = (
    "Ministers Meet in Lima <b>Today</b>\n\n"
    "🚗 Toyota said on Monday that sales rose 5 percent. Japan & Peru will sign a trade agreement on Friday.\n\n"
    "“We are glad,” Anna Berg said."
)


@pytest.fixture(scope="module")
def corpus(language, tmp_path_factory) -> tk.Corpus:
    path = tmp_path_factory.mktemp("articles") / "wire.jsonl"
    path.write_text(json.dumps({"id": "a", "published": "2024-11-13", "text": TEXT}), encoding="utf-8")
    return tk.build_corpus(tk.read_articles(path), language=language)


def marks(pieces):
    """Every mark, outer before inner."""
    for piece in pieces:
        if isinstance(piece, dict):
            yield piece
            yield from marks(piece["inside"])


def words(pieces) -> str:
    return "".join(piece if isinstance(piece, str) else words(piece["inside"]) for piece in pieces)


class Plain(HTMLParser):
    """What a browser would show of the page's text, and the tags it would meet."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser's interface
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("table", VIEWS)
def test_every_row_of_the_table_is_marked_with_the_words_it_read(corpus, table):
    view, rows = VIEWS[table], corpus.table(table)
    text = corpus.articles["text"].iloc[0]

    drawn = {mark["row"]: words(mark["inside"]) for line in reader(corpus, table=table).lines for mark in marks(line)}

    assert drawn == {
        key: text[start:end] for key, start, end in zip(rows.iloc[:, 0], rows[view.start], rows[view.end], strict=True)
    }


def test_the_whole_text_is_drawn_and_nothing_else(corpus):
    text = corpus.articles["text"].iloc[0]

    assert [words(line) for line in reader(corpus).lines] == [line for line in text.split("\n") if line]


def test_marks_say_who_is_meant(corpus):
    labels = {mark["label"] for line in reader(corpus).lines for mark in marks(line)}

    assert "Lima · CITY" in labels


def test_the_legend_holds_only_what_occurs(corpus):
    tones = {span.tone for span in spans_of(corpus, corpus.articles["article_id"].iloc[0], "mentions")}

    assert [tone for tone, _ in reader(corpus).legend] == sorted(tones)


def test_a_click_is_the_value_and_focus_is_settable(corpus):
    widget = reader(corpus)
    key = corpus.mentions["mention_id"].iloc[0]
    assert (widget.clicked, widget.focus) == (None, None)

    widget._handle_custom_msg(key, [])
    widget.focus = key

    assert widget.clicked == key
    assert widget.get_state("focus") == {"focus": key}


def test_an_article_or_table_that_is_not_there_is_named(corpus):
    with pytest.raises(InputError, match="no article 'nowhere'"):
        reader(corpus, "nowhere")
    with pytest.raises(SchemaError, match="'aliases' has nothing to mark"):
        reader(corpus, table="aliases")


def test_the_page_without_a_kernel_shows_the_same_text_and_no_foreign_markup(corpus):
    plain = Plain()
    (bundle, _) = reader(corpus)._repr_mimebundle_()

    plain.feed(bundle["text/html"])

    assert "Japan & Peru will sign" in plain.text
    assert "<b>" not in bundle["text/html"]
    assert set(plain.tags) <= {"style", "article", "header", "h3", "p", "span", "div", "mark"}
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_printing_a_reader_does_not_print_its_text(corpus):
    assert len(repr(reader(corpus))) < 100
    assert isinstance(reader(corpus), Reader)
