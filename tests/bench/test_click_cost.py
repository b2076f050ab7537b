"""A click on a name, of a thousand articles: from the press to the tables on disk, in less than a second.

The articles are the seed and the samples, repeated under other ids, as in `test_ledger_speed`.
"""

import time

import polars as pl
import pytest

import toolkit as tk
from toolkit.corpus.build import AS_READ, joined, read_as_read
from toolkit.corpus.frames import articles_of
from toolkit.corpus.making import derived, programs
from toolkit.ledger import Correction
from toolkit.widgets import decide
from toolkit.workbench import Workbench, shipped_sources

from .test_ledger_speed import renumbered

pytestmark = [pytest.mark.bench, pytest.mark.slow]

ARTICLES, AT_MOST = 1_000, 1.0


@pytest.fixture(scope="module")
def bench(language, tmp_path_factory):
    once = read_as_read(articles_of(tk.read_articles(shipped_sources())), language)
    copies = range(ARTICLES // len(once["articles"]) + 1)
    as_read = joined([{name: renumbered(once[name], name, copy) for name in AS_READ} for copy in copies])
    # A copy of a text is a copy: one word more in each keeps them apart.
    text = pl.concat_str("text", pl.lit("\n"), "article_id")
    as_read["articles"] = as_read["articles"].with_columns(text)
    made = Workbench(tmp_path_factory.mktemp("bench"))
    made.keep(tk.Corpus(*derived(as_read, None, programs(language.version), read=lambda _: {})))
    return made


@pytest.mark.parametrize(
    ("action", "value"),
    [("rename", "Another Name"), ("retype", "ORG"), ("set_country", "FIN"), ("reject", ""), ("drop", "")],
)
def test_a_click_is_done_in_less_than_a_second(bench, action, value, capsys):
    decisions = decide(bench.corpus(), bench)
    people = decisions.corpus.entities.query("type == 'PERSON'")["entity_id"]
    spent = []
    for id_ in people[:3]:
        decisions.queue.chosen = id_
        started = time.perf_counter()
        decisions.act(action, value)
        spent.append(time.perf_counter() - started)

    with capsys.disabled():
        print(f"\n{action}: first {spent[0]:.2f} s, then {min(spent[1:]):.2f} s")  # noqa: T201
    assert min(spent) <= AT_MOST
    assert bench.corpus().corrections.report()["action"].eq(action).sum() >= len(spent)


def test_a_correction_is_written_whole(bench):
    kept = bench.correct(Correction("rename", "country:JPN", "Nippon"))

    assert "Nippon" in set(bench.corpus().entities["name"])
    assert kept.problems() == []
