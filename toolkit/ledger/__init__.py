"""The analyst's corrections: one readable CSV file, applied one by one to every run."""

from toolkit.ledger.actions import ARTICLE_ACTIONS, ENTITY_ACTIONS, ROW_ACTIONS
from toolkit.ledger.anchors import KIND_OF, Anchor, Place, anchored, read_anchor
from toolkit.ledger.articles import article_changes
from toolkit.ledger.file import COLUMNS, Correction, Ledger, add_corrections, read_ledger, take_back
from toolkit.ledger.identities import Apart, Identities, kept_apart
from toolkit.ledger.naming import Naming, Unmatched, corrected
from toolkit.ledger.outcomes import Outcome, Outcomes, warnings_of
from toolkit.ledger.patching import anchors_of, patched
from toolkit.ledger.rows import KEY_OF, Rows
from toolkit.ledger.told import Told

__all__ = [
    "ARTICLE_ACTIONS",
    "COLUMNS",
    "ENTITY_ACTIONS",
    "KEY_OF",
    "KIND_OF",
    "ROW_ACTIONS",
    "Anchor",
    "Apart",
    "Correction",
    "Identities",
    "Ledger",
    "Naming",
    "Outcome",
    "Outcomes",
    "Place",
    "Rows",
    "Told",
    "Unmatched",
    "add_corrections",
    "anchored",
    "anchors_of",
    "article_changes",
    "corrected",
    "kept_apart",
    "patched",
    "read_anchor",
    "read_ledger",
    "take_back",
    "warnings_of",
]
