"""Extraction is cheap beside parsing: reading everything costs at most 0.3 of the parse, in processor time."""

import time
from datetime import date
from pathlib import Path

import pytest

from toolkit.extract import read as read_doc
from toolkit.language import parse
from toolkit.records import Article

pytestmark = [pytest.mark.bench, pytest.mark.slow]

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ROUNDS = 5
AT_MOST = 0.3


@pytest.fixture(scope="module")
def articles():
    """The paragraphs of the seed article in many orders: long enough to measure, and no two texts alike."""
    paragraphs = SEED.read_text(encoding="utf-8").strip().split("\n\n")
    turned = ["\n\n".join(paragraphs[turn:] + paragraphs[:turn]) for turn in range(len(paragraphs))]
    return [
        Article(article_id=str(number), text=text, published=date(2024, 11, 14)) for number, text in enumerate(turned)
    ]


def spent(work):
    """Processor seconds of the quickest of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        rounds.append(time.process_time() - started)
    return min(rounds)


def test_extraction_costs_a_fraction_of_the_parse(language, articles, capsys):
    texts = [article.text for article in articles]
    docs = list(parse(texts, language))

    parsing = spent(lambda: list(parse(texts, language)))
    reading = spent(lambda: [read_doc(doc, article) for doc, article in zip(docs, articles, strict=True)])

    words = sum(len(text.split()) for text in texts)
    with capsys.disabled():
        print(  # noqa: T201 - a benchmark tells what it measured
            f"\n{words:,} words: parsing {parsing:.2f} s, extraction {reading:.2f} s, ratio {reading / parsing:.2f}"
        )
    assert reading / parsing <= AT_MOST
