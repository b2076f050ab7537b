"""An acronym that bodies of several countries have is the body's of the country that the article speaks of."""

import pytest


@pytest.mark.parametrize(
    ("text", "acronym", "body"),
    [
        ("The CBI said British factory orders fell in October.", "CBI", "org:cbi"),
        ("India's CBI arrested two officials in Mumbai.", "CBI", "gov:ind-cbi"),
        ("Ghana's TUC called a strike. The TUC wants higher pay.", "TUC", "org:gha-tuc"),
        ("The TUC called for higher pay in Britain.", "TUC", "org:tuc"),
        ("Kenya's NIS warned of attacks.", "NIS", "gov:ken-nis"),
        ("The NIS told lawmakers in Seoul that North Korea fired a missile.", "NIS", "gov:kor-nis"),
        ("The PPP backed the budget in Pakistan's parliament.", "PPP", "party:pak-ppp"),
        ("Sudan's army shelled the RSF near Khartoum.", "RSF", "org:rsf-sudan"),
        ("Reporters Without Borders (RSF) said Sudan jailed a writer.", "RSF", "org:rsf"),
        ("Pakistan's FIA arrested a trader.", "FIA", "gov:pak-fia"),
        ("The FIA fined a team from Italy.", "FIA", "org:fia"),
        ("The FBI and the NTSB sent teams.", "NTSB", "gov:usa-ntsb"),
    ],
)
def test_the_country_of_the_article_tells_whose_acronym_it_is(read, text, acronym, body):
    assert {mention.entity_id for mention in read(text).mentions if mention.text == acronym} == {body}


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("The CBI said on Monday that orders fell.", "CBI"),
        ("Ukraine's MoD said 30 drones were shot down.", "MoD"),
        ("The Philippine SEC fined a firm.", "SEC"),
        ("Ethiopian officials said the NIA would check it.", "NIA"),
    ],
)
def test_an_acronym_of_a_body_that_may_be_another_countrys_is_not_linked(read, text, acronym):
    reading = read(text)

    named = [reading.entities[mention.entity_id] for mention in reading.mentions if mention.text == acronym]
    assert [entity.source for entity in named] == ["article"]
