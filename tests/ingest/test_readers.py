"""JSON Lines and CSV: every article that can be read is read, every one that cannot is named with its place."""

import json

import pytest

from toolkit.ingest.delimited import delimited_articles
from toolkit.ingest.json_lines import json_line_articles
from toolkit.ingest.raw import Raw


def outcome(reader, path, content):
    """The articles and the (place, code) of every warning."""
    path.write_text(content, encoding="utf-8", newline="")
    found = list(reader(path))
    warnings = [item for item in found if not isinstance(item, Raw)]
    return [item for item in found if isinstance(item, Raw)], [
        (w.path.removeprefix(str(path)), w.code) for w in warnings
    ]


@pytest.fixture
def json_lines(tmp_path):
    return lambda content: outcome(json_line_articles, tmp_path / "a.jsonl", content)


@pytest.fixture(params=["csv", "tsv"])
def suffix(request):
    return request.param


@pytest.fixture
def rows(tmp_path):
    return lambda content, suffix="csv": outcome(delimited_articles, tmp_path / f"a.{suffix}", content)


def test_every_field_of_a_line_is_read(json_lines):
    given = {
        "id": "x1", "text": "News.", "title": "T", "published": "2024-11-14", "source": "S", "url": "U", "author": "A",
    }  # fmt: skip
    [article], warnings = json_lines(json.dumps(given))
    assert not warnings
    found = {name: getattr(article, name) for name in ("text", "title", "published", "source", "url", "author")}
    assert found | {"id": article.external_id} == given


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"text": "cut', "bad_line"),
        ("text without braces", "bad_line"),
        ('["a", "list"]', "bad_line"),
        ('"a string"', "bad_line"),
        ("null", "bad_line"),
        ("[" * 100_000, "bad_line"),
        ('{"text": ' + "9" * 5_000 + "}", "bad_line"),
        ('{"title": "No text"}', "no_text"),
        ('{"text": null}', "no_text"),
        ('{"text": ""}', "no_text"),
        ('{"text": ["a"]}', "no_text"),
        ('{"text": 5}', "no_text"),
    ],
)
def test_a_broken_line_is_named_and_costs_no_other(json_lines, line, code):
    articles, warnings = json_lines(f'{{"text": "One."}}\n{line}\n\n{{"text": "Two."}}')
    assert [article.text for article in articles] == ["One.", "Two."]
    assert warnings == [("#2", code)]
    assert articles[-1].path.endswith("#4")


@pytest.mark.parametrize(
    ("value", "cell", "n_warnings"),
    [
        ("7", "7", 0),
        (7, "7", 0),
        (None, None, 0),
        ("", None, 0),
        (["A", "B"], "A, B", 0),
        ({"a": 1}, None, 1),
        (True, None, 1),
    ],
)
def test_values_of_other_types_are_read_or_named(json_lines, value, cell, n_warnings):
    [article], warnings = json_lines(json.dumps({"text": "News.", "author": value}))
    assert article.author == cell
    assert warnings == [("#1", "bad_field")] * n_warnings


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param('{"text": "old", "text": "new"}', "new", id="a key twice"),
        pytest.param('{"text": "a\u2028b\u0085c"}', "a\u2028b\u0085c", id="line separators inside a string"),
        pytest.param('{"text": "\\ud83d\\ude00"}', "😀", id="an escaped emoji"),
        pytest.param('{"Text ": "News."}\r', "News.", id="name with a capital, and CRLF"),
        pytest.param('{"text": "' + "long " * 400_000 + '"}', "long " * 400_000, id="a very long line"),
        pytest.param('\ufeff{"text": "News."}', "News.", id="byte order mark"),
    ],
)
def test_odd_lines_are_read(json_lines, line, text):
    articles, warnings = json_lines(line)
    assert [article.text for article in articles] == [text]
    assert not warnings


def test_cells_with_quotes_commas_and_line_ends(rows):
    articles, warnings = rows('id,text\r\n1,"He said ""no"", then\r\n\r\nleft."\r\n2,Plain.\r\n')
    assert [article.text for article in articles] == ['He said "no", then\r\n\r\nleft.', "Plain."]
    assert [article.external_id for article in articles] == ["1", "2"]
    assert not warnings


def test_columns_under_other_names(rows, suffix):
    content = "Headline,Body,Outlet,Publication Date,Link,Byline\nH,News.,O,2024-11-14,L,B\n"
    [article], warnings = rows(content.replace(",", "\t") if suffix == "tsv" else content, suffix)
    assert (article.title, article.text, article.source) == ("H", "News.", "O")
    assert (article.published, article.url, article.author) == ("2024-11-14", "L", "B")
    assert not warnings


def test_a_semicolon_is_a_delimiter_too(rows):
    assert [article.text for article in rows("id;text\n1;One, two.\n")[0]] == ["One, two."]


def test_a_text_column_that_is_empty_gives_way_to_the_next(rows):
    assert [article.text for article in rows("text,content\n,News.\n")[0]] == ["News."]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param("2,One,two", "bad_row", id="too many cells"),
        pytest.param('2,"He said "no" again"', "bad_row", id="quotation marks not doubled"),
        pytest.param("2", "no_text", id="too few cells"),
        pytest.param("2,", "no_text", id="empty cell"),
    ],
)
def test_a_broken_row_is_named_and_the_next_is_read(rows, row, code):
    articles, warnings = rows(f"id,text\n1,One.\n{row}\n3,Three.\n")
    assert [article.external_id for article in articles] == ["1", "3"]
    assert warnings == [("#2", code)]


def test_an_open_quotation_mark_is_named(rows):
    articles, warnings = rows('id,text\n1,One.\n2,"never closed\n3,Three.\n')
    assert [article.external_id for article in articles] == ["1"]
    assert warnings == [("#2", "bad_row")]


@pytest.mark.parametrize("content", ["id,title\n1,No text column\n", '""\n', '"open'])
def test_a_header_without_text_is_named(rows, content):
    assert rows(content) == ([], [("", "no_text_column")])


def test_a_cell_longer_than_the_librarys_limit(rows):
    [article], _ = rows(f"text\n{'a' * 200_000}\n")
    assert len(article.text) == 200_000
