"""Extraction is cheap beside parsing: reading the shipped articles costs at most two fifths of the parse, in CPU.

They are full of events and figures; general news costs less. On a quiet machine it is a third: reading suffers more
than parsing from caches that others fill. The bound leaves a tenth for noise.
"""

import time
from datetime import date

import pytest

from toolkit.corpus import read_articles
from toolkit.extract import read as read_doc
from toolkit.language import parse
from toolkit.records import Article
from toolkit.workbench import shipped_sources

pytestmark = [pytest.mark.bench, pytest.mark.slow]

ROUNDS = 5
AT_MOST = 0.45


@pytest.fixture(scope="module")
def articles():
    """The seed and the samples, without the one that is not English."""
    told = read_articles(shipped_sources())
    return [
        Article(article_id=row["article_id"], text=row["text"], published=date(2024, 11, 14))
        for row in told[told["language"] == "en"].to_dict("records")
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
    untouched = spent(lambda: list(language.nlp.pipe(texts)))
    reading = spent(lambda: [read_doc(doc, article) for doc, article in zip(docs, articles, strict=True)])

    words = sum(len(text.split()) for text in texts)
    with capsys.disabled():
        print(  # noqa: T201 - a benchmark tells what it measured
            f"\n{words:,} words: parsing {parsing:.2f} s, extraction {reading:.2f} s, ratio {reading / parsing:.2f}; "
            f"spaCy's own nlp.pipe {untouched:.2f} s, ratio {reading / untouched:.2f}"
        )
    assert reading / parsing <= AT_MOST
