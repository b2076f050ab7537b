"""Headlines: auxiliaries and conjunctions left out, the infinitive for what is to come."""

import pytest

from tests.extract.events.rows import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police, protesters clash in Nairobi", ("clash", "ASSAULT", ["police", "protesters"], [], "occurred")),
        ("UK, Rwanda sign migrant deal", ("sign", "SUPPORT", ["United Kingdom", "Rwanda"], [], "occurred")),
        ("Kenyan journalist detained in Chad", ("detained", "COERCE", [], ["Kenyan journalist"], "occurred")),
        ("Three killed in Russian raid", ("killed", "ASSAULT", ["Russia"], [], "occurred")),
        ("Chad to send troops to Mali", ("send", "MOBILIZE", ["Chad"], ["Mali"], "planned")),
        ("Norway vows to punish Mali", ("vows", "THREATEN", ["Norway"], ["Mali"], "occurred")),
    ],
)
def test_words_left_out(read, text, event):
    assert told(read(text)) == [event]


def test_the_past_tense_of_a_sentence_is_active(read):
    assert told(read("The police detained in Chad said nothing.")) != told(read("Police detained in Chad"))
    assert told(read("Chad attacked in May.")) == [("attacked", "ASSAULT", ["Chad"], [], "occurred")]
