"""The command line: a contract that other programs read."""

import csv
import json
import subprocess
import sys

import pandas as pd
import pytest

from toolkit.cli import main
from toolkit.corpus import build_corpus, read_articles, read_tables
from toolkit.query import Selection
from toolkit.schema import TABLES, check

TEXT = """Talks Open in Geneva

Foreign Minister Anna Berg of Norway met Paulo Reis in Geneva on Tuesday, 12 November 2024.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "in" / "geneva.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_tables_writes_one_csv_a_table(article, tmp_path, capsys):
    assert main(["tables", str(article), "--out", str(tmp_path / "out")]) == 0

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    (row,) = rows(tmp_path / "out", "articles")
    assert (row["text"], row["duplicate_of"], row["path"]) == (TEXT.strip(), "", str(article))
    assert {row["is_headline"] for row in rows(tmp_path / "out", "sentences")} == {"True", "False"}
    assert capsys.readouterr().out == ""


def test_tables_writes_parquet_with_the_same_contract(article, tmp_path):
    assert main(["tables", str(article), "--out", str(tmp_path / "out"), "--format", "parquet"]) == 0

    for name in TABLES:
        assert len(pd.read_parquet(tmp_path / "out" / f"{name}.parquet").columns) == len(TABLES[name].names)
    assert main(["check", str(tmp_path / "out")]) == 0


def test_check_accepts_what_tables_writes_and_refuses_what_is_tampered_with(article, tmp_path, capsys):
    out = tmp_path / "out"
    main(["tables", str(article), "--out", str(out)])
    assert main(["check", str(out)]) == 0

    sentences = (out / "sentences.csv").read_text(encoding="utf-8")
    (out / "sentences.csv").write_text(sentences.replace("Talks Open", "Talks Over"), encoding="utf-8")

    assert main(["check", str(out)]) == 1
    assert "sentences: 1 rows are not what the text says" in capsys.readouterr().err


def test_check_accepts_a_saved_corpus_and_refuses_a_tampered_one(article, tmp_path, capsys):
    build_corpus(read_articles(article)).save(tmp_path / "corpus")
    assert main(["check", str(tmp_path / "corpus")]) == 0

    (file,) = (tmp_path / "corpus").glob("snapshot-*/sentences.parquet")
    sentences = pd.read_parquet(file)
    sentences.loc[0, "text"] = "Talks Over in Geneva"
    sentences.to_parquet(file)

    assert main(["check", str(tmp_path / "corpus")]) == 1
    assert "sentences: 1 rows are not what the text says" in capsys.readouterr().err


def test_only_articles_and_warnings_needs_no_language_model(article, tmp_path, monkeypatch):
    monkeypatch.setattr("toolkit.corpus.making.load_language", lambda: pytest.fail("the model was loaded"))

    assert main(["tables", str(article), "--out", str(tmp_path / "out"), "--only", "articles", "warnings"]) == 0

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["articles.csv", "warnings.csv"]


def test_only_writes_the_tables_asked_for(article, tmp_path):
    assert main(["tables", str(article), "--out", str(tmp_path / "out"), "--only", "sentences"]) == 0

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sentences.csv"]


def test_jsonl_ids_and_days_come_back(tmp_path):
    source = tmp_path / "wire.jsonl"
    source.write_text(json.dumps({"id": "a-1", "text": TEXT, "published": "2024-11-13"}) + "\n", encoding="utf-8")

    main(["tables", str(source), "--out", str(tmp_path / "out"), "--only", "articles"])

    (row,) = rows(tmp_path / "out", "articles")
    assert (row["external_id"], row["published"], row["published_how"], row["path"]) == (
        "a-1",
        "2024-11-13",
        "given",
        f"{source}#1",
    )


def test_published_is_the_day_of_articles_that_do_not_tell(article, tmp_path):
    main(["tables", str(article), "--out", str(tmp_path / "out"), "--only", "articles", "--published", "2024-11-13"])

    (row,) = rows(tmp_path / "out", "articles")
    assert (row["published"], row["published_how"]) == ("2024-11-13", "given")


def test_corrections_are_applied_and_those_without_a_match_reported(article, tmp_path):
    ledger = tmp_path / "corrections.csv"
    ledger.write_text("action,target,value\nrename,Anna Berg,Anna Bergh\nrename,Nobody,X\n", encoding="utf-8")

    main(["tables", str(article), "--out", str(tmp_path / "out"), "--corrections", str(ledger)])

    assert "Anna Bergh" in {row["name"] for row in rows(tmp_path / "out", "entities")}
    assert "unmatched_correction" in {row["code"] for row in rows(tmp_path / "out", "warnings")}


def test_nothing_readable_is_exit_status_1_and_says_why(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text(" \n")

    assert main(["tables", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "out")]) == 1
    assert "nothing could be read" in capsys.readouterr().err
    assert len(rows(tmp_path / "out", "warnings")) == 1


def test_a_path_that_is_not_there_is_exit_status_1(tmp_path, capsys):
    assert main(["tables", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert "none" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_read(article, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("toolkit.cli.read_articles", lambda *_, **__: 1 / 0)
    (tmp_path / "file").write_text("in the way")

    assert main(["tables", str(article), "--out", str(tmp_path / "file")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["tables"],
        ["tables", "x.txt"],
        ["tables", "x.txt", "--out", "y", "--format", "xml"],
        ["tables", "x.txt", "--out", "y", "--published", "yesterday"],
        ["tables", "x.txt", "--out", "y", "--only", "people"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_exit_status_2(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        main(wrong)

    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_check_of_a_folder_without_a_corpus_is_exit_status_1(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 1
    assert "there is no saved corpus" in capsys.readouterr().err


@pytest.mark.slow
def test_the_package_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "toolkit", "--help"], capture_output=True, text=True, check=True)

    assert "tables" in done.stdout


def test_parquet_tables_hold_the_schema_when_read_back(article, tmp_path):
    main(["tables", str(article), "--out", str(tmp_path / "out"), "--format", "parquet"])

    for name, frame in read_tables(tmp_path / "out").items():
        check(frame, name)


@pytest.mark.slow
def test_brief_takes_days_and_corrections_as_tables_does(article, tmp_path):
    ledger = tmp_path / "corrections.csv"
    ledger.write_text("action,target,value\nrename,Anna Berg,Anna Bergh\n", encoding="utf-8")
    told = ["--published", "2024-11-13", "--corrections", str(ledger), "--cache", str(tmp_path / "parses.sqlite")]

    assert main(["brief", str(article), "--out", str(tmp_path / "out"), *told]) == 0
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    assert "13 Nov 2024" in page
    assert "Anna Bergh (printed: Anna Berg)" in page


def test_brief_on_nothing_readable_is_exit_status_1(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text(" \n")

    assert main(["brief", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "out")]) == 1
    assert "nothing could be read" in capsys.readouterr().err


@pytest.mark.slow
def test_brief_writes_the_pack(article, tmp_path, capsys):
    chosen = tmp_path / "chosen.json"
    chosen.write_text('{"statuses": ["occurred"]}', encoding="utf-8")

    assert main(["brief", str(article), "--out", str(tmp_path / "out"), "--selection", str(chosen)]) == 0
    assert (tmp_path / "out" / "briefing.html").is_file()
    assert (tmp_path / "out" / "selection.json").read_text(encoding="utf-8") == Selection(statuses="occurred").to_json()
    assert "citations found verbatim" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no JSON", "holds no selection: the selection is not JSON"),
        ('{"weather": "fine"}', "a selection has no ['weather']; allowed are published_from"),
        ('{"statuses": "done"}', "statuses cannot be 'done'; allowed are occurred, ongoing"),
    ],
)
def test_brief_refuses_a_wrong_selection_before_anything_is_read(article, tmp_path, capsys, content, said):
    chosen = tmp_path / "chosen.json"
    chosen.write_text(content, encoding="utf-8")

    with pytest.raises(SystemExit, match="2"):
        main(["brief", str(article), "--out", str(tmp_path / "out"), "--selection", str(chosen)])
    assert said in capsys.readouterr().err


def test_a_selection_that_is_not_there_is_said(article, tmp_path, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["brief", str(article), "--out", str(tmp_path), "--selection", str(tmp_path / "none.json")])
    assert "none.json cannot be read: No such file" in capsys.readouterr().err
