"""Sentences, and the events that they tell: type, sources, targets and status."""

from datetime import date

import pytest

from tests.extract.events.rows import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway accused Russia of spying.", ("accused", "ACCUSE", ["Norway"], ["Russia"], "occurred")),
        ("Norway was accused by Russia of spying.", ("accused", "ACCUSE", ["Russia"], ["Norway"], "occurred")),
        ("France imposed sanctions on Mali.", ("imposed", "SANCTION", ["France"], ["Mali"], "occurred")),
        ("Sanctions were imposed on Mali by France.", ("Sanctions", "SANCTION", ["France"], ["Mali"], "occurred")),
        ("Canada cut ties with Iran.", ("cut", "SANCTION", ["Canada"], ["Iran"], "occurred")),
        ("Spain lifted sanctions on Cuba.", ("lifted", "CONCEDE", ["Spain"], ["Cuba"], "occurred")),
        ("Kenya withdrew its troops from Somalia.", ("withdrew", "RETREAT", ["Kenya"], ["Somalia"], "occurred")),
        ("Spain sent a team of doctors to Chad.", ("sent", "AID", ["Spain"], ["Chad"], "occurred")),
        ("Kenya sent peacekeepers to Haiti.", ("sent", "AID", ["Kenya"], ["Haiti"], "occurred")),
        ("Brazil called off talks with Cuba.", ("called", "REJECT", ["Brazil"], ["Cuba"], "occurred")),
        ("Chad failed to reach a deal with Mali.", ("reach", "REJECT", ["Chad"], ["Mali"], "occurred")),
        ("Six were killed in a Russian raid.", ("killed", "ASSAULT", ["Russia"], [], "occurred")),
        ("Protesters clashed with police.", ("clashed", "PROTEST", ["protesters"], ["police"], "occurred")),
        (
            "Ethiopia agreed to withdraw its troops from Somalia.",
            ("agreed", "AGREE", ["Ethiopia"], ["Somalia"], "occurred"),
        ),
        ("Turkey refused to extradite a man to Greece.", ("refused", "REJECT", ["Turkey"], ["Greece"], "occurred")),
        ("Poland fined Shell and Intel.", ("fined", "COERCE", ["Poland"], ["Shell", "Intel"], "occurred")),
        ("French troops were deployed to Chad.", ("deployed", "MOBILIZE", ["French troops"], ["Chad"], "occurred")),
        ("Protesters threw stones at police.", ("threw", "PROTEST", ["protesters"], ["police"], "occurred")),
        ("Turkey called on Greece to disarm.", ("called", "REQUEST", ["Turkey"], ["Greece"], "occurred")),
        ("Poland sent aid to Ukraine.", ("sent", "AID", ["Poland"], ["Ukraine"], "occurred")),
        ("Sudan suspended aid to Chad.", ("suspended", "SANCTION", ["Sudan"], ["Chad"], "occurred")),
        ("Finland joined NATO.", ("joined", "JOIN", ["Finland"], ["NATO"], "occurred")),
    ],
)
def test_verbs_with_frames(read, text, event):
    assert told(read(text)) == [event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israel held talks with Qatar.", ("held", "CONSULT", ["Israel"], ["Qatar"], "occurred")),
        (
            "Peru and Chile discussed border security in Lima.",
            ("discussed", "CONSULT", ["Peru", "Chile"], [], "occurred"),
        ),
        ("Japan lodged a protest with China.", ("lodged", "ACCUSE", ["Japan"], ["China"], "occurred")),
        ("Israel and Qatar met.", ("met", "CONSULT", ["Israel", "Qatar"], [], "occurred")),
        ("Peru launched an investigation into Boeing.", ("investigation", "ACCUSE", ["Peru"], ["Boeing"], "occurred")),
        ("Peru faces criticism from Chile.", ("criticism", "ACCUSE", ["Chile"], ["Peru"], "occurred")),
        ("Talks between Iran and France took place.", ("took", "CONSULT", ["Iran", "France"], [], "occurred")),
        ("India and Nepal held a round of talks.", ("held", "CONSULT", ["India", "Nepal"], [], "occurred")),
        ("Talks between India and Nepal collapsed.", ("Talks", "CONSULT", ["India", "Nepal"], [], "occurred")),
    ],
)
def test_light_verbs_and_nouns(read, text, event):
    assert told(read(text)) == [event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway did not attack Russia.", ("attack", "ASSAULT", ["Norway"], ["Russia"], "negated")),
        ("Poland failed to send aid to Ukraine.", ("send", "AID", ["Poland"], ["Ukraine"], "negated")),
        ("Unless Iran stops, Israel will attack Yemen.", ("attack", "ASSAULT", ["Israel"], ["Yemen"], "hypothetical")),
        ("Germany may sanction Iran.", ("sanction", "SANCTION", ["Germany"], ["Iran"], "hypothetical")),
        ("Germany wants to meet Iran.", ("meet", "CONSULT", ["Germany"], ["Iran"], "hypothetical")),
        ("Germany is scheduled to meet Iran.", ("meet", "CONSULT", ["Germany"], ["Iran"], "planned")),
        ("Germany will arm Ukraine.", ("arm", "AID", ["Germany"], ["Ukraine"], "planned")),
        ("Kenya is bombing Somalia.", ("bombing", "ASSAULT", ["Kenya"], ["Somalia"], "ongoing")),
        ("Kenya began bombing Somalia.", ("bombing", "ASSAULT", ["Kenya"], ["Somalia"], "ongoing")),
        ("Chad will wait and possibly attack Mali.", ("attack", "ASSAULT", ["Chad"], ["Mali"], "hypothetical")),
        ("Japan is unlikely to join NATO.", ("join", "JOIN", ["Japan"], ["NATO"], "negated")),
        ("Whether Poland will attack Mali is unclear.", ("attack", "ASSAULT", ["Poland"], ["Mali"], "hypothetical")),
        ("Chad agreed to a truce with Mali.", ("agreed", "RETREAT", ["Chad"], ["Mali"], "occurred")),
        ("Niger's army pulled out of Mali.", ("pulled", "RETREAT", ["army"], ["Mali"], "occurred")),
    ],
)
def test_status(read, text, event):
    assert told(read(text)) == [event]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Joe Biden met Keir Starmer on Monday. They will meet again on Friday.",
            ("meet", "CONSULT", ["Joe Biden", "Keir Starmer"], [], "planned"),
        ),
        ("Brazil recalled its ambassador to Israel.", ("recalled", "SANCTION", ["Brazil"], ["Israel"], "occurred")),
        ("Joe Biden received Keir Starmer.", ("received", "CONSULT", ["Joe Biden"], ["Keir Starmer"], "occurred")),
        ("Thousands marched against the reform.", ("marched", "PROTEST", ["thousands"], [], "occurred")),
        ("Norway gave Chad a patrol ship.", ("gave", "AID", ["Norway"], ["Chad"], "occurred")),
        (
            "President Biden met Yoon Suk Yeol and Shigeru Ishiba in Lima.",
            ("met", "CONSULT", ["Biden"], ["Yoon Suk Yeol", "Shigeru Ishiba"], "occurred"),
        ),
    ],
)
def test_those_told_of_before_and_beside(read, text, last):
    assert told(read(text))[-1] == last


def test_denied_act_is_negated(read):
    assert ("attacking", "ASSAULT", ["France"], ["Syria"], "negated") in told(read("France denied attacking Syria."))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Spain will not lift the sanctions on Cuba.", "REJECT"),
        ("Libya said it would release three hostages.", "AGREE"),
        ("Libya said it would attack Egypt.", "THREATEN"),
        ("Libya said Egypt must leave.", "REQUEST"),
    ],
)
def test_words_that_commit(read, text, event_type):
    assert [row[1] for row in told(read(text))] == [event_type]


def test_what_is_said_is_the_event_and_the_speaker_reports_it(read):
    reading = read("Germany said that Russia attacked Poland.")
    assert told(reading) == [("attacked", "ASSAULT", ["Russia"], ["Poland"], "occurred")]
    assert reading.entities[reading.events[0].reported_by].name == "Germany"


def test_separate_meetings_are_separate_events(read):
    rows = told(read("Norway held separate meetings with Chad and Mali."))
    assert [row[3] for row in rows] == [["Chad"], ["Mali"]]


def test_separate_talks_with_one_and_with_another(read):
    rows = told(read("Norway held separate talks with Mali in Oslo and with Peru in Lima."))
    assert [row[3] for row in rows] == [["Mali"], ["Peru"]]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "The three leaders, Joe Biden, Keir Starmer and Olaf Scholz, met.",
            ["Joe Biden", "Keir Starmer", "Olaf Scholz"],
        ),
        ("Norway and Peru denied that they had met.", ["Norway", "Peru"]),
    ],
)
def test_who_met(read, text, sources):
    assert [row[2] for row in told(read(text)) if row[1] == "CONSULT"] == [sources]


@pytest.mark.parametrize(
    "text",
    [
        "A storm killed 12 people in Chad.",
        "A train left the rails in Chad, killing 12 people.",
        "Students need to be protected from Mali.",
    ],
)
def test_accidents_and_wishes_of_nobody_are_no_attacks(read, text):
    assert [row for row in told(read(text)) if row[1] != "DISASTER"] == []


def test_nobody_acts_nothing_is_told(read):
    assert told(read("There was an attack.")) == []


def test_a_plural_that_is_spelled_out(read):
    rows = told(read("The presidents of Chad and Mali met."))
    assert rows == [("met", "CONSULT", ["Chad", "Mali"], [], "occurred")]


def test_to_call_an_act_something_is_not_to_do_it(read):
    assert told(read("Anna Berg called the attack “a crime against humanity”.")) == []


def test_what_is_said_on_the_phone_is_told_beside_the_call(read):
    rows = told(read("Joe Biden called Keir Starmer on Friday to congratulate him."))
    assert [(row[1], row[4]) for row in rows] == [("CONSULT", "occurred"), ("SUPPORT", "occurred")]


def test_a_list_of_states_that_the_parser_cuts_is_whole(read):
    reading = read("The foreign ministers of Egypt, Jordan and Iraq met in Cairo on Monday.")
    assert {actor.iso3 for actor in reading.actors} == {"EGY", "JOR", "IRQ"}


def test_a_match_is_no_assault(read):
    assert told(read("Wales beat Italy on Saturday.")) == []
    assert [row[1] for row in told(read("Rebels beat soldiers of Mali with clubs."))] == ["ASSAULT"]


def test_a_disaster_needs_no_actor(read):
    assert [row[1] for row in told(read("An earthquake struck the coast."))] == ["DISASTER"]


def test_evidence_is_the_sentence_and_keys_are_stable(read):
    text = "Norway met Chad. Mali attacked Niger."
    one, two = read(text), read(text)
    assert [event.text for event in one.events] == ["Norway met Chad.", "Mali attacked Niger."]
    assert [event.event_id for event in one.events] == [event.event_id for event in two.events]
    assert all(text[event.trigger_start : event.trigger_end] == event.trigger for event in one.events)


def test_an_actor_has_one_role(read):
    reading = read("Norway met Chad and Norway.")
    pairs = [(actor.event_id, actor.entity_id) for actor in reading.actors]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Lima previously hosted APEC summits in 2008 and 2016. Peru is proud of it.",
            [("HOST", ["Peru"], date(2008, 1, 1)), ("HOST", ["Peru"], date(2016, 1, 1))],
        ),
        ("The leaders of Chad and Mali met on 4 and 5 May 2023.", [("CONSULT", ["Chad", "Mali"], date(2023, 5, 4))]),
        ("Peru is hosting APEC again, after 2008.", [("HOST", ["Peru"], None)]),
    ],
)
def test_times_that_are_said_together(read, text, events):
    reading = read(text)
    assert [(event.event_type, event.start_date) for event in reading.events] == [
        (event_type, start) for event_type, _, start in events
    ]
    assert [sources for _, _, sources, _, _ in told(reading)] == [sources for _, sources, _ in events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Anna Berg returned to the White House in May.", ("returned", "OFFICE", ["Anna Berg"], [], "occurred")),
        ("Anna Berg became prime minister in May.", ("became", "OFFICE", ["Anna Berg"], [], "occurred")),
        ("Norway is to meet Russia on Friday.", ("meet", "CONSULT", ["Norway"], ["Russia"], "planned")),
        ("Norway announced that Chad would host the games.", ("host", "HOST", ["Chad"], [], "planned")),
        ("Norway told Chad that Mali bombed Niger.", ("bombed", "ASSAULT", ["Mali"], ["Niger"], "occurred")),
        ("Norway told Chad to bomb Niger.", ("bomb", "ASSAULT", ["Chad"], ["Niger"], "hypothetical")),
        ("Norway shelled Narva, officials denied.", ("shelled", "ASSAULT", ["Norway"], ["Narva"], "occurred")),
    ],
)
def test_office_and_status(read, text, event):
    assert event in told(read(text))


def test_what_is_founded_is_told_beside_its_announcement(read):
    kinds = {(event.event_type, event.status) for event in read("Norway revealed plans to establish a bank.").events}
    assert ("FOUND", "planned") in kinds


def test_what_others_do_together_is_told_beside_the_talk_of_it(read):
    reading = read("Norway and Poland discussed the ongoing cooperation between Chad and Mali.")
    assert told(reading)[-1] == ("cooperation", "COOPERATE", ["Chad", "Mali"], [], "ongoing")


def test_those_whom_a_disaster_kills_are_attacked_by_nobody(read):
    assert {event.event_type for event in read("At least 48 people were killed by the earthquake.").events} == {
        "DISASTER"
    }
