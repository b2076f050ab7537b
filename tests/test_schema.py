"""The tables' contract: what DESIGN and the README promise, and that a broken table is said to be broken."""

import pandas as pd
import pytest

from toolkit import schema
from toolkit.errors import SchemaError
from toolkit.records import Mention, key
from toolkit.schema import TABLES, check, problems

EVIDENCE = ["article_id", "sentence_id", "start", "end", "text", "rule", "confidence"]


def frame(name: str, *rows: dict) -> pd.DataFrame:
    """A frame of the table from partial rows."""
    columns = {column.name: column.dtype for column in TABLES[name].columns}
    return pd.DataFrame(list(rows), columns=list(columns)).astype(columns)


def mention(**cells) -> dict:
    """A sound row of mentions."""
    row = {"mention_id": "m", "article_id": "a", "sentence_id": "s", "start": 0, "end": 4, "text": "Lima", "rule": "r"}
    return row | {"confidence": "high", "type": "CITY", "level": "name", "metonym": False, "entity_id": "e"} | cells


@pytest.mark.parametrize("name", ["mentions", "events", "statistics", "quotes", "dates"])
def test_every_extracted_row_carries_its_evidence(name):
    assert TABLES[name].names[1:8] == EVIDENCE
    assert TABLES[name].key == [f"{name[:-1]}_id"]


def test_the_tables_are_the_agreed_ones_in_the_agreed_order():
    agreed = ["articles", "sentences", "mentions", "entities", "aliases", "events", "event_actors"]
    agreed += ["statistics", "conflicts", "quotes", "dates", "warnings"]

    assert list(TABLES) == agreed


def test_every_column_says_what_it_means():
    assert all(column.meaning for table in TABLES.values() for column in table.columns)


def test_references_lead_to_keys():
    targets = {column.refers for table in TABLES.values() for column in table.columns} - {""}
    assert targets <= TABLES.keys()
    assert all(len(TABLES[name].key) == 1 for name in targets)


def test_a_sound_frame_passes_unchanged():
    good = frame("mentions", mention())

    assert check(good, "mentions") is good


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"type": "TOWN"}, "type holds ['TOWN'], allowed are PERSON"),
        ({"entity_id": None}, "entity_id is empty in 1 rows"),
    ],
)
def test_a_broken_cell_is_named(fault, said):
    with pytest.raises(SchemaError, match=said.replace("[", r"\[").replace("]", r"\]")):
        check(frame("mentions", mention(**fault)), "mentions")


def test_a_repeated_key_is_named():
    with pytest.raises(SchemaError, match=r"key .*mention_id.* is not unique"):
        check(frame("mentions", mention(), mention()), "mentions")


def test_a_missing_column_is_named():
    with pytest.raises(SchemaError, match="columns are"):
        check(frame("mentions", mention()).drop(columns="rule"), "mentions")


def test_an_unknown_table_is_answered_with_the_known_ones():
    with pytest.raises(SchemaError, match="there is no table 'people'; the tables are articles, sentences"):
        schema.table("people")


def corpus_of(*mentions: dict) -> dict[str, pd.DataFrame]:
    """A small sound corpus with these mentions."""
    tables = {name: frame(name) for name in TABLES}
    tables["articles"] = frame(
        "articles", {"article_id": "a", "published_how": "unknown", "n_words": 1, "text": "Lima"}
    )
    sentence = {"sentence_id": "s", "article_id": "a", "paragraph": 0, "position": 0, "is_headline": False}
    tables["sentences"] = frame("sentences", sentence | {"start": 0, "end": 4, "text": "Lima"})
    entity = {"entity_id": "e", "name": "Lima", "type": "CITY", "n_mentions": 1, "n_articles": 1, "source": "article"}
    tables["entities"] = frame("entities", entity)
    return tables | {"mentions": frame("mentions", *mentions)}


def test_a_sound_corpus_has_no_problems():
    assert problems(corpus_of(mention())) == []


def test_evidence_that_the_text_does_not_hold_is_a_problem():
    assert problems(corpus_of(mention(text="Cusco"))) == [
        "mentions: 1 rows are not what the text says, for example 'Cusco' at 0:4 of a"
    ]


def test_a_reference_to_no_row_is_a_problem():
    assert problems(corpus_of(mention(entity_id="nobody"))) == [
        "mentions.entity_id: 1 values are not in entities, for example nobody"
    ]


def test_keys_are_stable_and_tell_their_parts_apart():
    assert key("mention", "a", 1) == "a642e2d682692313"
    assert len({key("a", "bc"), key("ab", "c"), key("a", "b", "c")}) == 3


def test_records_are_frozen():
    row = Mention(**mention())
    with pytest.raises(AttributeError):
        row.start = 1
