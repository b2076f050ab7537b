"""Copies are found whatever the order, and an update that adds much is no copy."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.duplicates import duplicate_of
from toolkit.records import Article

NOUNS = ["minister", "port", "strike", "budget", "treaty", "court", "vote", "bank", "storm", "union", "tariff"]


def made(article_id, text, published=None):
    return Article(article_id=article_id, text=text, published=published)


def story(seed, n_words=120):
    """A text of its own for every seed."""
    numbers = random.Random(seed)  # noqa: S311 - no secret
    return " ".join(f"{numbers.choice(NOUNS)}{numbers.randrange(40)}" for _ in range(n_words))


def edited(text, *, every):
    return " ".join("changed" if n % every == 0 else word for n, word in enumerate(text.split(), start=1))


@pytest.mark.parametrize(
    ("copy", "is_copy"),
    [
        pytest.param(story(1), True, id="equal"),
        pytest.param(story(1).replace(" ", "\n"), True, id="other white space"),
        pytest.param(story(1).upper(), True, id="other case"),
        pytest.param(edited(story(1), every=40), True, id="three words changed"),
        pytest.param(story(1)[:700], True, id="cut at the end"),
        pytest.param("HARBOUR (Wire) - " + story(1), True, id="another dateline"),
        pytest.param(edited(story(1), every=5), False, id="every fifth word changed"),
        pytest.param(story(1) + " " + story(2), False, id="an update with as much new"),
        pytest.param(story(3), False, id="another story"),
    ],
)
def test_a_copy_says_nearly_nothing_new(copy, is_copy):
    articles = [made("a", story(1)), made("b", copy)]
    assert duplicate_of(articles) == ({"b": "a"} if is_copy else {})


def test_the_earliest_is_the_original():
    days = {"a": None, "b": date(2024, 11, 15), "c": date(2024, 11, 14), "d": date(2024, 11, 14)}
    articles = [made(article_id, story(1), day) for article_id, day in days.items()]
    assert duplicate_of(articles) == {"a": "c", "b": "c", "d": "c"}


def test_a_copy_of_a_copy_leads_to_the_original():
    first = story(1)
    second = edited(first, every=50)
    third = edited(second, every=45)
    assert duplicate_of([made("a", first), made("b", second), made("c", third)]) == {"b": "a", "c": "a"}


def test_short_texts_are_copies_only_when_equal():
    alike = "Share prices closed higher in Lima on Tuesday"
    articles = [made("a", f"{alike}."), made("b", f"{alike}."), made("c", f"{alike} again.")]
    assert duplicate_of(articles) == {"b": "a"}


def test_nothing_and_texts_without_words():
    assert duplicate_of([]) == {}
    assert duplicate_of([made("a", "— —"), made("b", "•")]) == {}


@given(st.permutations(range(8)))
def test_order_does_not_matter(order):
    base = [story(1), edited(story(1), every=40), story(1), story(2), edited(story(2), every=30), story(3), "x", "x"]
    articles = [made(str(n), text) for n, text in enumerate(base)]
    expected = {"1": "0", "2": "0", "4": "3", "7": "6"}
    assert duplicate_of([articles[n] for n in order]) == expected


def test_many_copies_of_one_text_take_linear_time():
    """With pairwise comparison two thousand copies would take minutes."""
    words = story(1).split()
    texts = [" ".join([*words[: n % 100], f"edit{n}", *words[n % 100 :]]) for n in range(2_000)]
    found = duplicate_of([made(f"{n:04}", text) for n, text in enumerate(texts)])
    assert set(found.values()) == {"0000"}
    assert len(found) == 1_999
