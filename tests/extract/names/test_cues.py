"""What the words beside an unlisted name say that it is."""

import pytest

from toolkit.extract.names.heads import is_family_name_too, type_by_head
from toolkit.lexicons import rows


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Fans love the band Zorvela.", "Zorvela", "ORG"),
        ("They flew to Kadrovia, a village in Peru.", "Kadrovia", "CITY"),
        ("Quellmar is a river in Chile.", "Quellmar", "REGION"),
        ("The town of Harrowick flooded.", "Harrowick", "CITY"),
        ("He lives in Harrowick, Ohio, with his dog.", "Harrowick", "CITY"),
        ("Borvik was born in Norway. Borvik died there.", "Borvik", "PERSON"),
        ("Lima Condors won the match.", "Lima Condors", "ORG"),
        ("The minister thanked Daniel Park.", "Daniel Park", "PERSON"),
        ("They joined the Daniel Harrow Society in Lima.", "Daniel Harrow Society", "ORG"),
        ("The 7th Infantry Brigade left Lima.", "7th Infantry Brigade", "ORG"),
        ("He met Anna Bergersen before the vote.", "Anna Bergersen", "PERSON"),
        ("They played with bands such as Zorvela, Mirkwen and Tallow.", "Mirkwen", "ORG"),
        ("The tour passed through towns such as Harrowick, Vallory and Tessford.", "Tessford", "CITY"),
        ("She visited Lima, Vallory and Quito last year.", "Vallory", "CITY"),
        ("The troops marched from Vallory to Harrowick.", "Harrowick", "CITY"),
        ("The mayor of Tessford resigned.", "Tessford", "CITY"),
        ("Zorvela is a radio station in Lima.", "Zorvela", "ORG"),
        ("Zorvela, the top seller, raised its prices. Zorvela is a chain.", "Zorvela", "COMPANY"),
        ("The chips were manufactured by Kestrun.", "Kestrun", "COMPANY"),
        ("The rapper, known as Drevo, was arrested on Sunday.", "Drevo", "PERSON"),
        ("The Orvani, a nomadic people, live near the lake.", "Orvani", "GROUP"),
    ],
)
def test_the_type_is_the_one_that_the_text_states(read, text, name, expected):
    assert {m.type for m in read(text).mentions if m.text == name} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds beat Derby 2-1 on Saturday.", {("Leeds", "ORG"), ("Derby", "ORG")}),
        ("Milan drew 2-2 with Porto.", {("Milan", "ORG"), ("Porto", "ORG")}),
        ("On Sunday Leeds lost to Lyon.", {("Leeds", "ORG"), ("Lyon", "ORG")}),
        ("Varela scored twice for Porto.", {("Varela", "PERSON"), ("Porto", "ORG")}),
        ("He lives in Leeds. Fans in Derby sang.", {("Leeds", "CITY"), ("Derby", "CITY")}),
        ("Harlan beat Tarvin in the final.", {("Harlan", "PERSON"), ("Tarvin", "PERSON")}),
    ],
)
def test_a_city_that_plays_is_its_team(read, text, expected):
    assert {(m.text, m.type) for m in read(text).mentions if m.level == "name"} == set(expected)


def test_a_name_that_is_founded_is_no_family_name(read):
    reading = read("Zorvela was founded in 1898 by Anna Zorvela. Zorvela makes bicycles.")

    assert {(m.text, m.type) for m in reading.mentions} == {("Zorvela", "ORG"), ("Anna Zorvela", "PERSON")}


def test_what_the_text_states_once_holds_for_the_article(read):
    reading = read("The band Zorvela split up. Zorvela sold many records. Critics praised Zorvela.")

    assert {m.type for m in reading.mentions if m.text == "Zorvela"} == {"ORG"}


def test_heads_of_several_words_come_before_their_last_word():
    assert type_by_head("Norwood Air Base") == "SITE"
    assert type_by_head("Norwood Hall of Fame") == "ORG"


def test_heads_that_are_family_names_are_heads():
    assert is_family_name_too("Park")
    assert not is_family_name_too("University")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("kind_nouns", "noun"),
        ("kind_owned", "noun"),
        ("partitives", "lemma"),
        ("group_nouns", "lemma"),
        ("pronouns", "form"),
        ("gendered_titles", "title"),
        ("gendered_nouns", "noun"),
        ("role_qualifiers", "text"),
    ],
)
def test_no_word_has_two_types(name, word):
    words = [row[word] for row in rows(name)]

    assert len(words) == len(set(words))


def test_no_verb_has_two_types_in_one_role():
    roles = [(row["lemma"], row["role"]) for row in rows("kind_verbs")]

    assert len(roles) == len(set(roles))


def test_no_word_of_context_stands_twice():
    entries = [tuple(row.values()) for row in rows("name_context")]

    assert len(entries) == len(set(entries))
