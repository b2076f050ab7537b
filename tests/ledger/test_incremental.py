"""A corrected corpus is the same whether every step was asked anew or only those whose inputs have changed."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import toolkit as tk
from toolkit.corpus import anchor_of
from toolkit.corpus.steps import Steps
from toolkit.ledger import Correction
from toolkit.schema import TABLES
from toolkit.workbench import Workbench


def asked(step):
    """A function that counts how often it is asked."""
    calls = []
    return calls, lambda *inputs: (calls.append(inputs), step(*inputs))[1]


def test_a_step_is_asked_again_only_where_its_inputs_have_changed():
    steps = Steps()
    calls, height = asked(lambda frame, more: frame.height + more)

    assert steps.answer("height", height, pl.DataFrame({"a": [1, None]}), 1) == 3
    assert steps.answer("height", height, pl.DataFrame({"a": [1, None]}), 1) == 3
    assert len(calls) == 1
    assert steps.answer("height", height, pl.DataFrame({"a": [1, 2, 3]}), 1) == 4
    assert steps.answer("height", height, pl.DataFrame({"a": [1, 2, 3]}), 2) == 5
    assert len(calls) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (pl.DataFrame({"a": [1]}), pl.DataFrame({"b": [1]})),
        (pl.DataFrame({"a": [1]}), pl.DataFrame({"a": ["1"]})),
        (pl.DataFrame({"a": [1]}), pl.DataFrame({"a": [1.0]})),
        (pl.DataFrame({"a": [1, 2]}), pl.DataFrame({"a": [2, 1]})),
        (1, True),
    ],
)
def test_inputs_of_other_kinds_order_or_names_are_not_the_same(one, other):
    steps = Steps()
    steps.answer("step", lambda _: "first", one)

    assert steps.answer("step", lambda _: "second", other) == "second"


def correction_of(corpus: tk.Corpus, rng: random.Random) -> Correction:
    """A correction of any kind, of something that the corpus has."""
    return rng.choice([_of_entity, _of_entity, _of_event, _of_figure, _of_article])(corpus, rng)


def _of_entity(corpus: tk.Corpus, rng: random.Random) -> Correction:
    ids, names = list(corpus.entities["entity_id"]), list(corpus.aliases["text"])
    action, value = rng.choice(
        [
            ("rename", "Another Name"), ("accept", "Yet Another"), ("reject", ""), ("retype", "ORG"),
            ("set_country", "FIN"), ("merge", rng.choice(ids)), ("split", rng.choice(names)), ("drop", ""),
            ("never_merge", ""),
        ]
    )  # fmt: skip
    if action == "never_merge":
        sides = (anchor_of(corpus, "mentions", rng.choice(list(corpus.mentions["mention_id"]))) for _ in range(2))
        target, value = map(str, sides)
        return Correction(action, target, value)
    scope = rng.choice(["", f"article {rng.choice(list(corpus.articles['article_id']))}"])
    return Correction(action, rng.choice(ids), value, scope if action in ("rename", "retype", "drop") else "")


def _of_event(corpus: tk.Corpus, rng: random.Random) -> Correction:
    action, value = rng.choice(
        [
            ("set_date", "2024-11-05"),
            ("set_status", "planned"),
            ("set_type", "ACCUSE"),
            ("set_place", ""),
            ("drop_row", ""),
        ]
    )
    return _of(corpus, "events", rng, action=action, value=value)


def _of_figure(corpus: tk.Corpus, rng: random.Random) -> Correction:
    action, value = rng.choice([("set_value", "9 percent"), ("set_measure", "price"), ("set_subject", "Lima")])
    return _of(corpus, "statistics", rng, action=action, value=value)


def _of_article(corpus: tk.Corpus, rng: random.Random) -> Correction:
    article = rng.choice(list(corpus.articles["article_id"]))
    return Correction("set_published", article, rng.choice(["2024-10-02", "2024-11-14"]))


def _of(corpus: tk.Corpus, table: str, rng: random.Random, *, action: str, value: str) -> Correction:
    """The correction of some row; where none is left, one of an article."""
    keys = list(corpus.table(table).iloc[:, 0])
    return (
        Correction(action, str(anchor_of(corpus, table, rng.choice(keys))), value) if keys else _of_article(corpus, rng)
    )


def same(one: tk.Corpus, other: tk.Corpus) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(one.table(name), other.table(name), obj=name)
    pd.testing.assert_frame_equal(one.corrections.report(), other.corrections.report())


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), number=st.integers(1, 6))
def test_any_corrections_one_by_one_are_the_same_as_all_at_once(corpus, articles, parses, seed, number):
    rng = random.Random(seed)  # noqa: S311 - which corrections are tried
    with TemporaryDirectory() as folder:
        bench = Workbench(Path(folder))
        kept = bench.keep(corpus)
        for _ in range(number):
            kept = bench.correct(correction_of(kept, rng), known=kept)
        undone = rng.choice(bench.corrections()) if rng.random() < 0.5 and bench.corrections() else None
        kept = bench.undo(undone, known=kept) if undone else kept

        path = bench.corrections_file if bench.corrections_file.exists() else None
        anew = tk.build_corpus(articles, cache=parses, corrections=path)
        same(kept, anew)
        same(bench.corpus(), anew)
        assert kept.problems() == []


def test_a_loaded_corpus_is_corrected_as_if_it_had_never_been_saved(corpus, ledger, tmp_path):
    path = ledger(Correction("merge", "Anna Berg", "Paulo Reis"))
    corpus.save(tmp_path / "saved")

    same(tk.load_corpus(tmp_path / "saved").corrected(path), corpus.corrected(path))


def test_a_part_that_is_corrected_is_the_whole_again(corpus, ledger, tmp_path):
    path = ledger(Correction("rename", "Anna Berg", "Anne Berg"))
    corpus.save(tmp_path / "saved")
    part = tk.load_corpus(tmp_path / "saved").select(tk.Selection(text="Inflation"))
    assert len(part.articles) < len(corpus.articles)

    same(part.corrected(path), corpus.corrected(path))


def test_a_rename_asks_neither_for_resolution_nor_for_copies_clusters_and_conflicts(
    corpus, ledger, tmp_path, monkeypatch
):
    corpus.save(tmp_path / "saved")
    loaded = tk.load_corpus(tmp_path / "saved")
    for step in ("resolution_of", "with_duplicates", "with_clusters"):
        monkeypatch.setattr(f"toolkit.corpus.deriving.{step}", lambda *_: 1 / 0)

    made = loaded.corrected(ledger(Correction("rename", "Anna Berg", "Anne Berg")))

    assert "Anne Berg" in set(made.entities["name"])


def test_tables_that_a_correction_leaves_alone_are_not_written_again(corpus, tmp_path):
    bench = Workbench(tmp_path)
    kept = bench.keep(corpus)
    bench.correct(Correction("rename", "Anna Berg", "Anne Berg"), known=kept)

    first, last = sorted((tmp_path / "corpus").glob("snapshot-*"), key=lambda folder: folder.stat().st_mtime_ns)
    shared = {path.name for path in last.rglob("*.parquet") if path.samefile(first / path.relative_to(last))}
    assert {"mentions.parquet", "events.parquet", "sentences.parquet", "ids.parquet"} <= shared
    assert "outcomes.parquet" not in shared
    assert not (last / "entities.parquet").samefile(first / "entities.parquet")


def test_a_corpus_that_another_notebook_has_added_to_is_loaded_before_it_is_corrected(corpus, tmp_path, parses):
    bench = Workbench(tmp_path)
    kept = bench.keep(corpus)
    more = pd.DataFrame([{"article_id": "four", "text": "Chad praised Mali.", "published": pd.Timestamp("2024-11-15")}])
    bench.keep(kept.add(more.assign(published_how="given"), cache=parses))

    made = bench.correct(Correction("rename", "Anna Berg", "Anne Berg"), known=kept)

    assert len(made.articles) == len(kept.articles) + 1


def test_what_is_written_into_a_table_stays_with_the_one_who_wrote_it(corpus):
    before = corpus.entities["name"].iloc[0]
    frame = corpus.entities
    frame.loc[0, "name"] = "Written Over"
    frame["more"] = 1

    assert corpus.entities["name"].iloc[0] == before
    assert "more" not in corpus.entities
