"""A small corpus, and what becomes of it under corrections."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.ledger import Correction
from toolkit.ledger.file import add_corrections

TEXTS = {
    "one": "Foreign Minister Anna Berg of Norway met Paulo Reis in Geneva on Tuesday. Berg praised the talks.",
    "two": "Inflation in Norway fell to 4.8% in October. Rebels killed 12 people near Lima, police said.",
    "three": "“We will persist,” said Anna Berg, the foreign minister of Norway. She visited Oslo yesterday.",
}


@pytest.fixture(scope="session")
def articles() -> pd.DataFrame:
    rows = [
        {"article_id": name, "text": text, "published": pd.Timestamp("2024-11-14"), "published_how": "given"}
        for name, text in TEXTS.items()
    ]
    return pd.DataFrame(rows)


@pytest.fixture(scope="session")
def parses(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("parses") / "parses.sqlite"


@pytest.fixture(scope="session")
def corpus(articles, parses) -> tk.Corpus:
    return tk.build_corpus(articles, cache=parses)


@pytest.fixture
def ledger(tmp_path) -> Callable[..., Path]:
    """A function that writes corrections into the file and gives its path."""

    def written(*corrections: Correction) -> Path:
        add_corrections(tmp_path / "corrections.csv", corrections, reason="seen in the text")
        return tmp_path / "corrections.csv"

    return written


@pytest.fixture
def under(corpus, ledger, parses) -> Callable[..., tk.Corpus]:
    """A function that gives the corpus under corrections; every one is sound."""

    def corrected(*corrections: Correction) -> tk.Corpus:
        found = corpus.corrected(ledger(*corrections), cache=parses)
        assert found.problems() == []
        return found

    return corrected
