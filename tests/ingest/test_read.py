"""`read` as its callers see it: files and folders in, articles and warnings out, nothing stops the rest."""

import json
import os
from datetime import date

import pytest

from toolkit import ingest
from toolkit.errors import InputError
from toolkit.ingest import read
from toolkit.ingest.articles import article

TEXT = "Ministers meet in Lima\n\nThe ministers of twelve countries met on Tuesday. They will meet again in May."


@pytest.fixture
def written(tmp_path):
    """A function that writes bytes or text to a file and returns its path."""

    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def codes(intake):
    return [warning.code for warning in intake.warnings]


def test_a_text_file_is_one_article(written):
    path = written("summit.txt", TEXT + "  \n")
    [article] = read([path]).articles
    assert article.text == TEXT
    assert article.title == "Ministers meet in Lima"
    assert (article.path, article.n_words, article.language) == (str(path), 18, "en")
    assert (article.published, article.published_how) == (None, "unknown")


@pytest.mark.parametrize("name", ["two words.txt", "Zürich – 東京.md", "UPPER.TXT", "a.b.text"])
def test_any_file_name(written, name):
    assert [article.path for article in read([written(name, TEXT)]).articles] == [str(written(name, TEXT))]


def test_a_file_name_that_is_not_unicode_is_shown_as_text(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - pathlib takes no bytes
    try:
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    [article] = read([tmp_path]).articles
    assert article.path.endswith("caf\ufffd.txt")


def test_a_folder_of_many_kinds(written, tmp_path):
    written("b.txt", TEXT)
    written("a/c.jsonl", json.dumps({"text": "A line of news."}))
    written("a/d.csv", "text\nA row of news.\n")
    written("a/e.tsv", "text\nAnother row of news.\n")
    written("blank.txt", " \n\n")
    written("empty.txt", b"")
    written("image.png", b"\x89PNG\r\n\x1a\n")
    written("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    written(".hidden.txt", TEXT)
    intake = read([tmp_path])
    assert [article.path.removeprefix(f"{tmp_path}{os.sep}") for article in intake.articles] == [
        f"a{os.sep}c.jsonl#1",
        f"a{os.sep}d.csv#1",
        f"a{os.sep}e.tsv#1",
        "b.txt",
    ]
    named = {warning.path.removeprefix(f"{tmp_path}{os.sep}"): warning.code for warning in intake.warnings}
    assert named == {
        ".hidden.txt": "hidden",
        "blank.txt": "empty",
        "empty.txt": "empty",
        "image.png": "unknown_suffix",
        "image.txt": "binary",
    }
    assert all(warning.stage == "read" and warning.message for warning in intake.warnings)


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "sub/Readme.text"])
def test_the_note_that_describes_a_folder_is_read_only_when_it_is_named(written, tmp_path, name):
    note = written(name, TEXT)
    assert codes(read([tmp_path])) == ["readme"]
    assert [article.path for article in read([note]).articles] == [str(note)]


@pytest.mark.parametrize("path", ["nowhere.txt", "x" * 5_000, "The text itself, by mistake."])
def test_a_path_that_does_not_exist_is_an_error(path):
    with pytest.raises(InputError, match="there is no file or folder"):
        read([path])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_what_is_no_regular_file_is_named(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert codes(read([tmp_path])) == ["not_a_file"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind neither root nor Windows")
def test_files_and_folders_that_may_not_be_read_are_named(written, tmp_path):
    written("closed.txt", TEXT).chmod(0)
    written("folder/a.txt", TEXT).parent.chmod(0)
    assert codes(read([tmp_path])) == ["unreadable", "unreadable"]
    (tmp_path / "folder").chmod(0o700)


def test_a_file_that_vanishes_is_named(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert codes(read([tmp_path])) == ["not_a_file"]


def test_an_article_that_fails_costs_no_other(written, monkeypatch):
    def failing(raw, **context):
        if raw.text == "Two.":
            raise RuntimeError("unforeseen")
        return article(raw, **context)

    monkeypatch.setattr(ingest, "article", failing)
    path = written("a.jsonl", '{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}')
    intake = read([path])
    assert [made.text for made in intake.articles] == ["One.", "Three."]
    assert [(warning.path, warning.code) for warning in intake.warnings] == [(f"{path}#2", "failed")]


def test_a_file_that_fails_costs_no_other(written, monkeypatch, tmp_path):
    def failing(_):
        raise RuntimeError("unforeseen")
        yield

    monkeypatch.setitem(ingest.READERS, ".md", failing)
    written("a.md", TEXT)
    written("b.txt", TEXT)
    intake = read([tmp_path])
    assert len(intake.articles) == 1
    assert [(warning.path, warning.code) for warning in intake.warnings] == [(str(tmp_path / "a.md"), "failed")]


def test_the_same_text_with_the_same_identity_is_one_article(written, tmp_path):
    written("1.txt", TEXT)
    written("2.txt", TEXT.replace("\n\n", "\r\n\r\n"))
    intake = read([tmp_path])
    assert [article.path for article in intake.articles] == [str(tmp_path / "1.txt")]
    assert [(warning.code, warning.path) for warning in intake.warnings] == [
        ("repeated_article", str(tmp_path / "2.txt"))
    ]


def test_the_same_text_in_two_outlets_is_two_articles(written):
    rows = [{"text": TEXT, "source": "Herald"}, {"text": TEXT, "source": "Courier"}, {"text": TEXT, "id": 7}]
    intake = read([written("a.jsonl", "\n".join(map(json.dumps, rows)))])
    assert len({article.article_id for article in intake.articles}) == 3
    assert not intake.warnings


def test_identity_is_id_then_address_then_outlet(written):
    rows = [
        {"text": TEXT, "id": "7", "url": "u", "source": "s"},
        {"text": TEXT, "id": "7"},
        {"text": TEXT, "url": "u", "source": "s"},
        {"text": TEXT, "url": "u"},
    ]
    intake = read([written("a.jsonl", "\n".join(map(json.dumps, rows)))])
    assert [article.path[-2:] for article in intake.articles] == ["#1", "#3"]


def test_articles_keep_their_key_when_white_space_changes(written):
    one, two = written("1.txt", TEXT), written("2.txt", "\ufeff" + TEXT.replace(" ", "\u00a0"))
    assert read([one]).articles[0].article_id == read([two]).articles[0].article_id


def test_the_given_day_is_for_articles_without_their_own(written):
    path = written("a.jsonl", '{"text": "One.", "published": "2024-11-14"}\n{"text": "Two."}')
    articles = read([path], published=date(2020, 1, 2)).articles
    assert [article.published for article in articles] == [date(2024, 11, 14), date(2020, 1, 2)]
    assert {article.published_how for article in articles} == {"given"}


def test_a_given_title_is_not_added_to_the_text(written):
    path = written(
        "a.jsonl", json.dumps({"text": "The port is closed.", "title": " Port&nbsp;closed\n", "author": " Jo "})
    )
    [article] = read([path]).articles
    assert (article.title, article.text, article.author) == ("Port closed", "The port is closed.", "Jo")


FRENCH = (
    "Le gouvernement a annoncé mardi un plan de soutien aux ports du sud du pays. Les syndicats, reçus dans la matinée "
    "par la ministre des transports, ont demandé des garanties sur l'emploi et sur les salaires pour les trois années "
    "à venir. Une nouvelle réunion est prévue la semaine prochaine."
)


def test_a_french_article_is_kept_and_named(written):
    intake = read([written("fr.txt", FRENCH)])
    [article] = intake.articles
    [warning] = intake.warnings
    assert article.language == "fr"
    assert (warning.article_id, warning.stage, warning.code) == (article.article_id, "language", "not_english")


def test_a_short_french_text_is_not_called_french(written):
    assert read([written("fr.txt", FRENCH[:120])]).articles[0].language == "en"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 200_000, id="one word of 200,000 letters"),
        pytest.param("The minister said “no” on Tuesday.\n\n" * 28_000, id="one megabyte"),
    ],
)
def test_huge_texts_are_read_as_they_are(written, text):
    [article] = read([written("huge.txt", text)]).articles
    assert article.text == text.strip()
