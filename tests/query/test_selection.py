"""The one filter: what passes, what it is called, and how it is kept."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import toolkit as tk
from toolkit.errors import SelectionError
from toolkit.query import ORIGINS
from toolkit.schema import TABLES

TEXTS = {
    "one": "On 4 May 2023 Norway accused Russia of spying. Exports of Norway rose by 5 percent.",
    "two": "Chad will meet Mali in Oslo on 7 May 2023.\n\nOfficials of Chad said that the talks would be short.",
    "three": "Norway and Poland met. Poland signed a treaty with Chad.",
    "copy": "Norway and Poland met. Poland signed a treaty with Chad.",
}
CHOICES = {
    "published_from": st.dates(date(2023, 1, 1), date(2023, 12, 31)),
    "event_to": st.dates(date(2023, 1, 1), date(2023, 12, 31)),
    "sources": st.sampled_from([("Gazette",), ("Herald", ""), ()]),
    "origins": st.sampled_from([(origin,) for origin in ORIGINS]),
    "duplicates": st.booleans(),
    "undated": st.booleans(),
    "countries": st.sampled_from([("NOR",), ("NOR", "TCD"), ("PER",), ()]),
    "entities": st.sampled_from([("Norway",), ("Russia", "Chad"), ()]),
    "together": st.booleans(),
    "text": st.sampled_from(["treaty", "EXPORTS", ""]),
    "event_types": st.sampled_from([("ACCUSE",), ("CONSULT", "AGREE"), ()]),
    "statuses": st.sampled_from([("planned",), ()]),
    "measures": st.sampled_from([("exports",), ()]),
    "confidence": st.sampled_from(["low", "medium", "high"]),
}
SELECTIONS = st.fixed_dictionaries({}, optional=CHOICES).map(lambda chosen: tk.Selection(**chosen))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    rows = [
        f'{{"id": "{name}", "text": {text!r}, "published": "2023-05-0{day}", "source": "{source}"}}'.replace("'", '"')
        for day, (name, text), source in zip(
            (4, 5, 6, 7), TEXTS.items(), ("Gazette", "Herald", "", "Gazette"), strict=True
        )
    ]
    (folder / "all.jsonl").write_text("\n".join(rows))
    return tk.build_corpus(tk.read_articles(folder))


def ids(corpus):
    return set(corpus.articles["external_id"])


def test_nothing_asked_for_changes_nothing_but_copies(corpus):
    everything = corpus.select(tk.Selection(duplicates=True))
    for name in TABLES:
        assert_frame_equal(everything.table(name), corpus.table(name))
    assert ids(corpus.select(tk.Selection())) == {"one", "two", "three"}


@settings(max_examples=20, deadline=None)
@given(selection=SELECTIONS)
def test_filtering_never_adds_rows_and_leaves_a_sound_corpus(corpus, selection):
    part = corpus.select(selection)

    assert part.problems() == []
    for name in TABLES:
        assert len(part.table(name)) <= len(corpus.table(name))


@given(selection=SELECTIONS)
def test_a_selection_is_the_same_when_read_back(selection):
    assert tk.Selection.from_json(selection.to_json()) == selection


@pytest.mark.parametrize(
    ("selection", "articles", "triggers"),
    [
        (tk.Selection(countries="NOR"), {"one", "two", "three"}, {"accused", "met", "meet"}),
        (tk.Selection(countries=("NOR", "TCD")), {"one", "two", "three"}, {"accused", "met", "meet", "signed"}),
        (tk.Selection(entities=("Norway", "Poland"), together=True), {"three"}, {"met"}),
        (tk.Selection(entities="Norway", text="spying"), {"one"}, {"accused"}),
        (tk.Selection(sources=""), {"three"}, {"met", "signed"}),
        (tk.Selection(published_to="2023-05-04"), {"one"}, {"accused"}),
        (tk.Selection(statuses="planned"), {"one", "two", "three"}, {"meet"}),
        (tk.Selection(event_from="2023-05-06", undated=False), {"one", "two", "three"}, {"meet"}),
        (tk.Selection(event_from="2023-05-06"), {"one", "two", "three"}, {"meet", "met", "signed"}),
    ],
)
def test_what_passes(corpus, selection, articles, triggers):
    part = corpus.select(selection)

    assert ids(part) == articles
    assert set(part.events["trigger"]) >= triggers
    assert not set(part.events["trigger"]) & ({"accused", "met", "meet", "signed"} - triggers)


def test_entities_are_counted_again(corpus):
    counts = corpus.select(tk.Selection(sources="Gazette")).entities.set_index("name")["n_mentions"]

    assert counts["Norway"] == 2
    assert "Poland" not in counts


def test_measures_choose_figures_and_nothing_else(corpus):
    part = corpus.select(tk.Selection(measures="imports"))

    assert part.statistics.empty
    assert len(part.events) == len(corpus.select(tk.Selection()).events)


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (tk.Selection(), "Everything; copies left out."),
        (
            tk.Selection(countries=("JPN", "KOR"), event_from="2024-11-01", statuses="planned"),
            (
                "Sentences about Japan or South Korea; "
                "events: planned from 1 Nov 2024 on, undated ones kept; copies left out."
            ),
        ),
        (
            tk.Selection(entities=("A", "B"), together=True, duplicates=True, undated=False, published_to="2024-11-30"),
            "Articles published until 30 Nov 2024, undated ones left out; sentences with an event of A and B together.",
        ),
    ],
)
def test_it_says_itself_in_words(selection, words):
    assert str(selection) == words


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"countries": "Japan"}, "countries cannot be 'Japan'; allowed are ISO 3166"),
        ({"statuses": "done"}, "statuses cannot be 'done'; allowed are occurred"),
        ({"confidence": "certain"}, "allowed are high, medium, low"),
        ({"event_from": "yesterday"}, "write it as 2024-11-14"),
        ({"published_from": "2024-02-01", "published_to": "2024-01-01"}, "exchange them"),
    ],
)
def test_a_wrong_value_is_named(wrong, message):
    with pytest.raises(SelectionError, match=message):
        tk.Selection(**wrong)


@pytest.mark.parametrize("text", ["{", "[1]", '{"country": "JPN"}', "null"])
def test_a_broken_file_is_named(text):
    with pytest.raises(SelectionError):
        tk.Selection.from_json(text)


def test_an_entity_that_is_not_there_is_named_with_those_that_are_like_it(corpus):
    with pytest.raises(SelectionError, match="no entity 'Norwai'; like it are Norway"):
        corpus.select(tk.Selection(entities="Norwai"))


def test_the_seed_is_known_by_its_text():
    articles = tk.build_corpus(tk.read_articles("seeds")).select(tk.Selection(origins="seed")).articles
    assert len(articles) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('{"entities": 5}', "entities cannot be 5; it is a text or a list of texts"),
        ('{"countries": [1]}', r"countries cannot be \[1\]; it is a text or a list of texts"),
        ('{"undated": "no"}', "undated cannot be 'no'; it is true or false"),
        ('{"text": 7}', "text cannot be 7; it is a text"),
        ('{"event_from": 2024}', "event_from 2024 is no day; write it as 2024-11-14"),
    ],
)
def test_a_value_of_the_wrong_kind_is_said(wrong, said):
    with pytest.raises(tk.ToolkitError, match=said):
        tk.Selection.from_json(wrong)


@pytest.fixture(scope="module")
def unions(tmp_path_factory):
    """Two articles of different days, and one of no day, on states that joined or left something."""
    texts = {
        "before": ("2019-05-06", "Britain accused Russia of spying. Finland rejected the plan."),
        "after": ("2024-05-06", "Britain criticised Iran. Sweden criticised Belarus. NATO condemned Syria."),
        "past": ("2024-05-07", "On 3 March 2018 Britain expelled Russian diplomats. Qatar condemned Sudan."),
        "undated": ("", "Britain blamed Cuba. Finland blamed Chile."),
    }
    lines = [json.dumps({"id": id_, "text": text, "published": day}) for id_, (day, text) in texts.items()]
    path = tmp_path_factory.mktemp("unions") / "all.jsonl"
    path.write_text("\n".join(lines))
    return tk.build_corpus(tk.read_articles(path))


@pytest.mark.parametrize(
    ("countries", "sentences"),
    [
        ("EU", {"Britain accused", "Finland rejected", "Sweden criticised", "On 3", "Finland blamed"}),
        ("NATO", {"Britain accused", "Britain criticised", "Sweden criticised", "NATO condemned", "On 3"}
            | {"Britain blamed", "Finland blamed"}),
        (("OPEC", "SWE"), {"Britain criticised", "Sweden criticised"}),
    ],
)  # fmt: skip
def test_a_grouping_means_its_members_on_the_day(unions, countries, sentences):
    part = unions.select(tk.Selection(countries=countries))

    assert {" ".join(text.split()[:2]) for text in part.sentences["text"]} == sentences


def test_a_grouping_together_with_a_country_takes_the_day_of_the_event(unions):
    part = unions.select(tk.Selection(countries=("EU", "RUS"), together=True))

    assert set(part.events["trigger"]) == {"accused", "expelled"}


@pytest.mark.parametrize("name", ["ASEAN", "asean", "igo:asean", "the Association of Southeast Asian Nations"])
def test_a_grouping_is_known_by_key_acronym_and_name(name):
    selection = tk.Selection(countries=(name, "JPN"))

    assert selection == tk.Selection(countries=("igo:asean", "JPN"))
    assert str(selection) == "Sentences about ASEAN and its members at the time or Japan; copies left out."
