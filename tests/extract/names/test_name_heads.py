"""The lexicon of name heads, and the types that it gives."""

from collections import Counter
from typing import get_args

import pytest

from toolkit.extract.names.heads import type_by_head
from toolkit.lexicons import rows
from toolkit.records import MentionType


def test_every_head_has_one_type():
    heads = Counter((row["word"], row["position"]) for row in rows("name_heads"))

    assert [head for head, n in heads.items() if n > 1] == []
    assert {row["type"] for row in rows("name_heads")} <= set(get_args(MentionType))
    assert {row["position"] for row in rows("name_heads")} == {"first", "last"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Defence", "GOV"),
        ("Acme Corp.", "COMPANY"),
        ("Springfield University", "ORG"),
        ("Lake Placid", "REGION"),
        ("Party", None),
        ("Ana Ruiz", None),
    ],
)
def test_type_by_head(name, expected):
    assert type_by_head(name) == expected
