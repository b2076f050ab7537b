"""Corrections of identity: everywhere, in one article, or for one mention; and what they keep apart."""

import pytest

from toolkit.corpus import anchor_at, anchor_of
from toolkit.ledger import Correction


@pytest.fixture
def mention(corpus):
    """The anchor of the first mention printed so in an article."""

    def of(article: str, text: str) -> str:
        rows = corpus.mentions
        found = rows[(rows["article_id"] == article) & (rows["text"] == text)]
        return str(anchor_of(corpus, "mentions", found.iloc[0]["mention_id"]))

    return of


def meant(corpus, article: str) -> dict[str, str]:
    """Printed words -> name of the entity that they mean."""
    named = corpus.mentions.merge(corpus.entities[["entity_id", "name"]], on="entity_id")
    mine = named[named["article_id"] == article]
    return dict(zip(mine["text"], mine["name"], strict=True))


def test_everywhere_is_every_article(under):
    made = under(Correction("rename", "Anna Berg", "Anna Bergh"))

    assert meant(made, "one")["Berg"] == meant(made, "three")["Anna Berg"] == "Anna Bergh"


def test_a_rename_in_one_article_leaves_the_others(under):
    made = under(Correction("rename", "Norway", "Kingdom of Norway", "article two"))

    assert meant(made, "two")["Norway"] == "Kingdom of Norway"
    assert meant(made, "one")["Norway"] == "Norway"


def test_figures_follow_the_entity_of_their_article(under):
    made = under(Correction("rename", "Norway", "Kingdom of Norway", "article two"))

    subject = made.statistics.set_index("text").loc["4.8%", "subject_id"]
    assert made.entities.set_index("entity_id").loc[subject, "name"] == "Kingdom of Norway"


def test_one_mention_means_another(under, mention):
    made = under(Correction("merge", "Anna Berg", "Paulo Reis", mention("one", "Berg")))

    assert meant(made, "one")["Berg"] == "Paulo Reis"
    assert meant(made, "one")["Anna Berg"] == "Anna Berg"


def test_one_mention_is_no_name(under, mention):
    made = under(Correction("drop", "Geneva", scope=mention("one", "Geneva")))

    assert "Geneva" not in meant(made, "one")


def test_what_is_split_off_by_article_is_another(under):
    made = under(Correction("split", "Anna Berg", "Anna Berg (Oslo)", "article three"))

    assert meant(made, "one")["Anna Berg"] == "Anna Berg"
    assert meant(made, "three")["Anna Berg"] == "Anna Berg (Oslo)"
    assert meant(made, "three")["She"] == "Anna Berg (Oslo)"


def test_what_is_split_off_by_printed_name_is_another(under):
    made = under(Correction("split", "Anna Berg", "Berg"))

    assert meant(made, "one")["Berg"] == "Berg"
    assert meant(made, "one")["Anna Berg"] == "Anna Berg"


def test_a_correction_after_the_split_sees_it(under):
    made = under(
        Correction("split", "Anna Berg", "A. Berg", "article three"),
        Correction("set_country", "A. Berg", "SWE"),
    )

    countries = made.entities.set_index("name")["iso3"]
    assert (countries["A. Berg"], countries["Anna Berg"]) == ("SWE", "NOR")


def test_never_merge_takes_apart_what_resolution_joined(under, mention, corpus):
    assert meant(corpus, "one")["Anna Berg"] == "Anna Berg"
    assert corpus.entities["name"].tolist().count("Anna Berg") == 1

    made = under(Correction("never_merge", mention("one", "Anna Berg"), mention("three", "Anna Berg")))

    assert made.entities["name"].tolist().count("Anna Berg") == 2


def test_a_merge_against_a_never_merge_is_a_conflict(under):
    made = under(
        Correction("never_merge", "Anna Berg", "Paulo Reis"),
        Correction("merge", "Paulo Reis", "Anna Berg"),
    )

    assert list(made.corrections.report()["outcome"]) == ["applied", "conflicting"]
    assert {"Anna Berg", "Paulo Reis"} <= set(made.entities["name"])
    assert "never_merge on line 2 keeps the two apart" in made.corrections.report()["reason"].iloc[1]


def test_a_missed_name_is_added(under, corpus):
    text = corpus.articles.set_index("article_id").loc["two", "text"]
    at = anchor_at(corpus, "two", span=(text.index("Rebels"), text.index("Rebels") + 6), kind="mention")

    made = under(Correction("add_mention", str(at), "Shining Path (GROUP)"))

    assert meant(made, "two")["Rebels"] == "Shining Path"
    assert made.entities.set_index("name").loc["Shining Path", "source"] == "analyst"


def test_a_later_correction_of_the_same_overrules_and_both_are_told(under):
    made = under(Correction("rename", "Paulo Reis", "P. Reis"), Correction("rename", "Paulo Reis", "Paulo R."))

    assert "Paulo R." in set(made.entities["name"])
    report = made.corrections.report()
    assert list(report["outcome"]) == ["conflicting", "applied"]
    assert "overruled by line 3" in report["reason"].iloc[0]


def test_a_name_that_was_given_up_is_still_understood(under):
    made = under(
        Correction("rename", "Paulo Reis", "P. Reis"),
        Correction("rename", "P. Reis", "Reis"),
        Correction("set_country", "P. Reis", "BRA"),
    )

    assert made.entities.set_index("name").loc["Reis", "iso3"] == "BRA"


def test_a_scope_that_names_nothing_of_the_kind_is_reported(under):
    (row,) = under(Correction("rename", "Paulo Reis", "P.", "article two")).corrections.report().to_dict("records")

    assert row["outcome"] == "unmatched"
    assert "article two names no 'Paulo Reis'" in row["reason"]
