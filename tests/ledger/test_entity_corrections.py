"""The corrections ledger: applied in order, each on its own, and nothing silently lost."""

import pytest

from toolkit.corpus.frames import empty
from toolkit.errors import LedgerError
from toolkit.ledger import Identities, Told, corrected, read_ledger
from toolkit.records import Entity

NOTHING_TOLD = Told(*(empty(name) for name in ("articles", "sentences", "mentions")))

ENTITIES = {
    "p1": Entity(entity_id="p1", name="Daniel Krintenbrink", type="PERSON"),
    "p2": Entity(entity_id="p2", name="Daniel Kritenbrink", type="PERSON"),
    "o1": Entity(
        entity_id="o1", name="Institutionalize", type="ORG", suggested_name="Institute", suggestion_reason="a misprint"
    ),
    "p3": Entity(entity_id="p3", name="Kim", type="PERSON", affiliation_id="o1"),
    "p4": Entity(entity_id="p4", name="Kim", type="PERSON"),
}
ALIASES = {"Krintenbrink": {"p1"}, "Kim": {"p3", "p4"}}


@pytest.fixture
def apply(tmp_path):
    """A function that applies the rows of a corrections file to the entities above."""

    def result(*rows: str) -> Identities:
        file = tmp_path / "corrections.csv"
        file.write_text("\n".join(["action,target,value,scope,reason,who,when", *rows]), encoding="utf-8")
        found = Identities({id_: id_ for id_ in ENTITIES}, ENTITIES)
        return corrected(found, read_ledger(file), told=NOTHING_TOLD, aliases=ALIASES).identities

    return result


def faults(result: Identities) -> list[tuple[str, str]]:
    """State and reason of every correction that is not in effect."""
    return [(one.state, one.said) for one in result.outcomes.of.values() if one.state != "applied"]


def test_no_file_is_no_corrections():
    assert read_ledger(None).corrections == ()


def test_rename_by_name(apply):
    result = apply("rename,Daniel Krintenbrink,Daniel J. Kritenbrink,,misprint,ana,2024-11-15")

    assert (result.entities["p1"].name, result.entities["p1"].source) == ("Daniel J. Kritenbrink", "analyst")
    assert faults(result) == []


def test_an_accepted_name_is_settled_and_a_rejected_one_stays(apply):
    accepted = apply("accept,Institutionalize,Institute,,,,").entities["o1"]
    rejected = apply("reject,Institutionalize,,,,,").entities["o1"]

    assert (accepted.name, accepted.suggested_name, accepted.source) == ("Institute", None, "analyst")
    assert (rejected.name, rejected.suggested_name, rejected.suggestion_reason) == ("Institutionalize", None, None)


def test_a_country_is_set_by_its_code(apply):
    assert apply("set_country,o1,JPN,,,,").entities["o1"].iso3 == "JPN"


def test_a_country_that_there_is_not_is_said(apply):
    ((state, said),) = faults(apply("set_country,o1,Japan,,,,"))

    assert state == "malformed"
    assert "the country 'Japan' is not known; give an ISO 3166 alpha-3 code such as JPN" in said


def test_merge_by_alias_redirects_every_mention(apply):
    result = apply("merge,Krintenbrink,Daniel Kritenbrink,,,,")

    assert result.global_id["p1"] == result.global_id["p2"] == "p2"
    assert "p1" not in result.entities


def test_retype_by_id(apply):
    assert apply("retype,o1,OTHER,,,,").entities["o1"].type == "OTHER"


def test_drop_leaves_nothing_that_points_to_it(apply):
    result = apply("drop,Institutionalize,,,,,")

    assert "o1" not in result.entities
    assert "o1" not in result.global_id
    assert result.entities["p3"].affiliation_id is None


def test_corrections_see_what_earlier_ones_did(apply):
    result = apply("rename,p1,D. Kritenbrink,,,,", "merge,D. Kritenbrink,p2,,,,")

    assert result.global_id["p1"] == "p2"


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        (
            "rename,Nobody,Somebody,,,,",
            "unmatched",
            "rename 'Nobody' was not applied: the corpus has 0 entities",
        ),
        (
            "rename,Kim,Kim Jong Un,,,,",
            "unmatched",
            "the corpus has 2 entities of that name; use an entity_id",
        ),
        ("merge,p1,Nobody,,,,", "unmatched", "no single entity 'Nobody' to merge with"),
        ("beautify,p1,x,,,,", "malformed", "the action 'beautify' is not known; allowed are rename"),
        ("rename,,x,,,,", "malformed", "rename has no target"),
        ("rename,p1,,,,,", "malformed", "rename 'p1' has no value"),
        ("retype,p1,HUMAN,,,,", "malformed", "the type 'HUMAN' is not known; allowed are PERSON"),
    ],
)
def test_a_row_that_does_nothing_is_reported_and_the_next_is_applied(apply, row, code, said):
    result = apply(row, "rename,p2,Kritenbrink,,,,")

    ((state, reason),) = faults(result)
    assert state == code
    assert said in reason
    assert result.entities["p2"].name == "Kritenbrink"


def test_the_identities_given_are_left_alone(apply):
    before = dict(ENTITIES)

    apply("drop,p1,,,,,")

    assert before == ENTITIES


@pytest.mark.parametrize("content", [b"what,ever\n1,2\n", b"\xff\xfe\x00", b""])
def test_a_file_that_is_no_ledger_is_an_error(tmp_path, content):
    (tmp_path / "c.csv").write_bytes(content)

    with pytest.raises(LedgerError):
        read_ledger(tmp_path / "c.csv")


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(LedgerError, match="cannot be read"):
        read_ledger(tmp_path / "none.csv")
