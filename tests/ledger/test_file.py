"""The corrections file: one readable row a correction, appended under a lock, and left alone otherwise."""

import csv
from concurrent.futures import ThreadPoolExecutor

import pytest

from toolkit.errors import LedgerError
from toolkit.ledger import COLUMNS, Correction, add_corrections, read_ledger, take_back

WRITTEN = """\
action,target,value,scope,reason,who,when\r
rename,Anna Berg,Anne Berg,,"seen in
the text",me,2024-11-14\r
rename,Paulo Reis,,,,me,2024-11-14\r
fly,Paulo Reis,away,,,me,2024-11-14\r
retype,Paulo Reis,ROBOT,,,me,2024-11-14\r
drop,Lima,,,no name,me,2024-11-14\r
"""


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "corrections.csv"
    made.write_bytes(WRITTEN.encode())
    return made


def test_a_correction_is_one_row_that_says_who_when_and_why(tmp_path):
    add_corrections(tmp_path / "new.csv", [Correction("rename", "Berg", "Anne Berg")], reason="seen\nin the text")

    with (tmp_path / "new.csv").open(encoding="utf-8", newline="") as handle:
        columns, row = list(csv.reader(handle))
    assert tuple(columns) == COLUMNS
    assert row[:5] == ["rename", "Berg", "Anne Berg", "", "seen in the text"]
    assert row[5]
    assert row[6].endswith("+00:00")


def test_malformed_rows_are_told_by_their_line_and_the_others_hold(path):
    ledger = read_ledger(path)

    assert [(one.action, one.line) for one in ledger.corrections] == [("rename", 3), ("drop", 7)]
    assert {one.line: said.split(";")[0] for one, said in ledger.faults} == {
        4: "rename 'Paulo Reis' has no value",
        5: "the action 'fly' is not known",
        6: "the type 'ROBOT' is not known",
    }


def test_what_stands_in_the_file_is_never_rewritten(path):
    read_ledger(path)
    add_corrections(path, [Correction("drop", "Oslo")])

    assert path.read_bytes().startswith(WRITTEN.encode())
    assert read_ledger(path).corrections[-1].target == "Oslo"


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_file_without_its_last_line_end_gets_one(tmp_path, end):
    path = tmp_path / "corrections.csv"
    path.write_text(f"action,target,value,scope\ndrop,Lima,,{end}")

    add_corrections(path, [Correction("drop", "Oslo")])

    assert [one.target for one in read_ledger(path).corrections] == ["Lima", "Oslo"]


def test_columns_stand_in_the_order_of_the_file(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("note,value,target,action,scope\nmine,Anne Berg,Anna Berg,rename,\n")

    add_corrections(path, [Correction("retype", "Lima", "CITY")])

    assert path.read_text().splitlines()[-1] == ",CITY,Lima,retype,"


def test_all_of_several_are_written_or_none(path):
    with pytest.raises(LedgerError, match="'ROBOT' is not known"):
        add_corrections(path, [Correction("drop", "Oslo"), Correction("retype", "Lima", "ROBOT")])

    assert path.read_bytes() == WRITTEN.encode()


def test_several_notebooks_write_at_once_and_nothing_is_lost(tmp_path):
    path = tmp_path / "corrections.csv"

    def write(number):
        add_corrections(path, [Correction("rename", f"name {number}", "one"), Correction("drop", f"name {number}")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))

    ledger = read_ledger(path)
    assert ledger.faults == ()
    pairs = list(zip(ledger.corrections[::2], ledger.corrections[1::2], strict=True))
    assert all((one.action, other.action) == ("rename", "drop") for one, other in pairs)
    assert all(one.target == other.target for one, other in pairs)
    assert len(pairs) == 40


def test_a_row_is_taken_back_and_the_rest_stays_as_it_was(path):
    assert take_back(path, 3)

    lines = WRITTEN.splitlines(keepends=True)
    assert path.read_bytes() == "".join([lines[0], *lines[3:]]).encode()
    assert not path.with_suffix(".new").exists()


@pytest.mark.parametrize("line", [0, 1, 2, 99])
def test_what_is_no_row_cannot_be_taken_back(path, line):
    assert not take_back(path, line)
    assert path.read_bytes() == WRITTEN.encode()


def test_a_file_that_is_not_there_cannot_be_changed(tmp_path):
    with pytest.raises(LedgerError, match="cannot be changed"):
        take_back(tmp_path / "none.csv", 2)
