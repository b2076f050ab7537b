"""Sentences of daily news: wishes, places, visits, disasters and appeals, and who tells them."""

from datetime import date

import pytest

from tests.extract.events.rows import told


def test_the_main_speaker_reports_what_a_participle_adds(read):
    reading = read("Ana Lund said Norway would welcome talks with Mali, adding that Kenya had attacked Goma.")

    assert [reading.entities[event.reported_by].name for event in reading.events] == ["Ana Lund"] * 2


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The goal is to bring about a truce in Sudan.", ("truce", "RETREAT", ["Sudan"], [], "hypothetical")),
        ("The aim remains to bring about a ceasefire in Chad.", ("ceasefire", "RETREAT", ["Chad"], [], "hypothetical")),
        ("They seek Chad's surrender.", ("surrender", "RETREAT", ["Chad"], [], "hypothetical")),
        ("Kenya seeks an invasion of Chad.", ("invasion", "ASSAULT", ["Kenya"], ["Chad"], "hypothetical")),
        ("Chad is not willing to sign a truce with Mali.", ("willing", "AGREE", ["Chad"], ["Mali"], "negated")),
        ("Peru has the power to attack Chile.", ("attack", "ASSAULT", ["Peru"], ["Chile"], "hypothetical")),
        ("Kenya was the first country to attack Chad.", ("attack", "ASSAULT", [], ["Chad"], "occurred")),
    ],
)
def test_what_is_wished_for_has_not_happened(read, text, event):
    assert event in told(read(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Ana Lund joined Omar Sesay in Riyadh.", []),
        ("Ana Lund joined the Labour Party.", [("joined", "JOIN", ["Ana Lund"], ["Labour Party"], "occurred")]),
        ("Kenyans sheltering in tents wait for aid.", []),
        ("A farmer had visited television studios.", []),
        ("Ana Lund visited Goma.", [("visited", "CONSULT", ["Ana Lund"], ["Goma"], "occurred")]),
        (
            "Prime Minister Ana Lund visited President Omar Sesay.",
            [("visited", "CONSULT", ["Ana Lund"], ["Omar Sesay"], "occurred")],
        ),
    ],
)
def test_those_who_act_are_of_the_kind_that_can(read, text, events):
    assert told(read(text)) == events


@pytest.mark.parametrize(
    ("text", "events", "place"),
    [
        ("Policeman killed in Goma clashes", [("killed", "ASSAULT", [], ["Policeman"], "occurred")], "Goma"),
        ("Several attacks on ships in the Red Sea were reported.", [], None),
        ("Rebels attacked a convoy near Goma.", [("attacked", "ASSAULT", ["rebels"], [], "occurred")], None),
        (
            "Police and students clashed outside the parliament in the capital, Nairobi.",
            [("clashed", "ASSAULT", ["police", "students"], [], "occurred")],
            "Nairobi",
        ),
        (
            "Nairobi's attack on Chad failed.",
            [("attack", "ASSAULT", ["Kenya"], ["Chad"], "occurred")],
            None,
        ),
        (
            "Ana Lund said she attended the meeting with Omar Sesay in Kenya.",
            [("attended", "CONSULT", ["Ana Lund"], ["Omar Sesay"], "occurred")],
            "Kenya",
        ),
    ],
)
def test_where_it_was_is_not_who_did_it_or_suffered_it(read, text, events, place):
    reading = read(text)

    assert told(reading) == events
    assert [reading.entities[e.location_id].name if e.location_id else None for e in reading.events] == [
        place for _ in events
    ]


def test_whence_somebody_is_deported_is_the_place(read):
    reading = read("Omar Sesay was deported from Kenya in May.")

    assert [event.location_id for event in reading.events] == ["country:KEN"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ana Lund said on Sunday after a meeting with Chad, Mali and Niger that aid would follow.",
            ("meeting", "CONSULT", ["Ana Lund"], ["Chad", "Mali", "Niger"], "occurred"),
        ),
        (
            "Ana Lund said during talks with Omar Sesay that Norway would pay.",
            ("talks", "CONSULT", ["Ana Lund"], ["Omar Sesay"], "occurred"),
        ),
        (
            "Ana Lund said after talks between Chad and Mali that a deal was near.",
            ("talks", "CONSULT", ["Chad", "Mali"], [], "occurred"),
        ),
    ],
)
def test_who_speaks_after_a_meeting_was_at_it(read, text, event):
    assert event in told(read(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ana Lund called for Mali to pay.", ("called", "REQUEST", ["Ana Lund"], ["Mali"], "occurred")),
        (
            "Ana Lund called for Chad and Mali to extend a truce.",
            ("called", "REQUEST", ["Ana Lund"], ["Chad", "Mali"], "occurred"),
        ),
        ("Residents hurled rocks at soldiers.", ("hurled", "ASSAULT", ["residents"], ["soldiers"], "occurred")),
        ("Guards fired rubber bullets at students.", ("fired", "ASSAULT", ["guards"], ["students"], "occurred")),
        (
            "Police fired tear gas to disperse students.",
            ("disperse", "COERCE", ["police"], ["students"], "hypothetical"),
        ),
        ("Police fired tear gas at students.", ("fired", "ASSAULT", ["police"], ["students"], "occurred")),
    ],
)
def test_calls_and_throws_are_aimed_at_somebody(read, text, event):
    assert told(read(text)) == [event]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A quake hit Chile, the survey said, including a shallow magnitude 5 quake.", ["Chile"]),
        ("The quake rocked Peru's highlands on Monday. The earthquake killed ten people.", ["Peru", "Peru"]),
        ("An aftershock rattled the quake-hit coast.", [None]),
        ("A flood hit Chile. A flood hit Peru. The flood was severe.", ["Chile", "Peru", None]),
    ],
)
def test_a_disaster_is_told_once_and_where_it_struck(read, text, places):
    reading = read(text)
    disasters = [event for event in reading.events if event.event_type == "DISASTER"]

    assert [reading.entities[e.location_id].name if e.location_id else None for e in disasters] == places


def test_a_date_that_hangs_on_the_noun_dates_it(read):
    reading = read(
        "Aftershocks shook the coast on Monday, as the toll climbed from an earthquake a week ago.",
        published=date(2024, 5, 14),
    )

    assert [event.start_date for event in reading.events] == [date(2024, 5, 13), date(2024, 5, 6)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The plan must meet Poland's demands.", []),
        ("Ana Lund met the Chadian envoy.", [("met", "CONSULT", ["Ana Lund"], ["Chadian envoy"], "occurred")]),
        ("Ana Lund discussed the weather.", []),
        ("The ministers discussed the weather.", [("discussed", "CONSULT", ["ministers"], [], "occurred")]),
        ("“Where is Ana Lund?” the Chadian envoy asked.", []),
        ("Chad asked Mali to leave.", [("asked", "REQUEST", ["Chad"], ["Mali"], "occurred")]),
        ("Ana Lund warned that rain may flood Chad.", []),
        ("Chad warned that it would attack Mali.", [("warned", "THREATEN", ["Chad"], ["Mali"], "occurred")]),
        ("Asian stocks defied the gloom.", []),
    ],
)
def test_who_is_met_asked_and_warned(read, text, events):
    assert told(read(text)) == events


def test_what_is_to_come_before_something_else_is_planned(read):
    rows = told(read("The ban was imposed by Chad before Norway takes over the presidency."))
    assert ("takes", "OFFICE", ["Norway"], [], "planned") in rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The raid left with ten people wounded.", ("wounded", "ASSAULT", [], ["ten people"], "occurred")),
        ("Soldiers accused of murder fled Chad.", ("accused", "ACCUSE", [], ["soldiers"], "occurred")),
        (
            "Ana Lund returned home after signing a deal with Mali.",
            ("signing", "SUPPORT", ["Ana Lund"], ["Mali"], "occurred"),
        ),
        ("Ana Lund spoke of her intention to visit Mali.", ("visit", "CONSULT", ["Ana Lund"], ["Mali"], "planned")),
    ],
)
def test_participles_intentions_and_days_to_come(read, text, event):
    assert event in told(read(text))


def test_what_is_told_of_a_day_to_come_is_planned(read):
    assert told(read("Ana Lund visits Mali on 30 November 2024.")) == [
        ("visits", "CONSULT", ["Ana Lund"], ["Mali"], "planned")
    ]


@pytest.mark.parametrize("text", ["An epidemic of crime hit Chad.", "The party received a flood of complaints."])
def test_a_figure_of_speech_is_no_disaster(read, text):
    assert [row for row in told(read(text)) if row[1] == "DISASTER"] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police used water cannon against protesters.", ("used", "COERCE", ["police"], ["protesters"], "occurred")),
        ("The rebels handed in their weapons.", ("handed", "RETREAT", ["rebels"], [], "occurred")),
        (
            "The planned visit of the Indian minister to Nepal was postponed.",
            ("visit", "CONSULT", ["Indian minister"], ["Nepal"], "planned"),
        ),
        (
            "Chad's deportation of refugees was condemned by Mali.",
            ("deportation", "COERCE", ["Chad"], ["refugees"], "occurred"),
        ),
    ],
)
def test_crowds_arms_visits_and_what_is_condemned(read, text, event):
    assert event in told(read(text))


def test_those_whom_a_crash_kills_nobody_attacks(read):
    assert told(read("Two soldiers were killed in a landslide in Chad.")) == [
        ("landslide", "DISASTER", [], ["Chad"], "occurred")
    ]


def test_what_is_discussed_is_not_where(read):
    reading = read("Ana Lund and Omar Sesay discussed the war in Syria.")
    assert [event.location_id for event in reading.events] == [None]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Ten arrested at Istanbul rally", []),
        ("Norway decided against joining NATO.", [("joining", "JOIN", ["Norway"], ["NATO"], "negated")]),
        ("Peru extradited two suspects to Italy.", [("extradited", "COOPERATE", ["Peru"], ["Italy"], "occurred")]),
    ],
)
def test_rallies_in_a_town_and_what_is_decided_against(read, text, events):
    assert told(read(text)) == events
