"""The lexicons of forms of names: no entry twice, and none that contradicts another."""

from toolkit.lexicons import rows
from toolkit.resolve.likeness import words_of


def test_no_pair_of_forms_stands_twice_or_is_one_word():
    for lexicon, columns in (("given_name_forms", ("form", "full")), ("surnames_apart", ("one", "other"))):
        pairs = [frozenset(row[column].casefold() for column in columns) for row in rows(lexicon)]
        assert {len(pair) for pair in pairs} == {2}
        assert len(pairs) == len(set(pairs))


def test_forms_are_single_words_of_a_known_kind():
    assert {row["kind"] for row in rows("given_name_forms")} == {"familiar", "language"}
    names = [name for row in rows("given_name_forms") for name in (row["form"], row["full"])]
    assert [name for name in names if len(words_of(name)) != 1] == []


def test_surnames_that_stay_apart_are_no_forms_of_a_given_name():
    forms = {frozenset((row["form"].casefold(), row["full"].casefold())) for row in rows("given_name_forms")}
    apart = {frozenset((row["one"].casefold(), row["other"].casefold())) for row in rows("surnames_apart")}
    assert not forms & apart


def test_legal_forms_stand_once_and_say_where_they_are_used():
    suffixes = [row["suffix"] for row in rows("company_suffixes")]
    assert len(suffixes) == len(set(suffixes))
    assert all(row["used_in"] and words_of(row["suffix"]) for row in rows("company_suffixes"))
