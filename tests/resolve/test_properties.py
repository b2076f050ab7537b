"""What holds of resolution whatever the entities are: a partition, in any order, with kept apart what must be."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.records import Entity
from toolkit.resolve import resolve
from toolkit.resolve.likeness import words_of
from toolkit.resolve.titles import untitled

NAMES = ["Anna Berg", "Berg Anna", "Dr Anna Berg", "A. Berg", "Anna Bergersen", "Anna Bergerson", "Li Na", "Berg"]
BODIES = ["Acme Ltd", "Acme", "Ministry of Health", "Kazakstan"]
PEOPLE = st.builds(
    Entity,
    entity_id=st.just(""),
    name=st.sampled_from(NAMES),
    type=st.just("PERSON"),
    iso3=st.sampled_from([None, "NOR", "CHN"]),
    role=st.sampled_from([None, "swimmer", "minister", "judge"]),
    affiliation_id=st.sampled_from([None, "igo:un"]),
)
OTHERS = st.builds(
    Entity,
    entity_id=st.just(""),
    name=st.sampled_from(BODIES),
    type=st.sampled_from(["ORG", "COMPANY", "GOV", "CITY"]),
    iso3=st.sampled_from([None, "NOR", "KAZ"]),
)
KNOWN = st.sampled_from(["NOR", "PER"]).map(
    lambda iso3: Entity(entity_id=f"country:{iso3}", name=iso3, type="COUNTRY", iso3=iso3, source="lexicon")
)
ARTICLES = st.lists(st.tuples(st.sampled_from("123456"), PEOPLE | OTHERS | KNOWN), min_size=1, max_size=14)


def nodes_of(drawn):
    """The drawn entities as nodes with an id of their own each; a lexicon entry has its key."""
    return [
        (article, entity if entity.entity_id else replace(entity, entity_id=f"e{at}"))
        for at, (article, entity) in enumerate(drawn)
    ]


def locals_of(nodes):
    return sorted({entity.entity_id for _, entity in nodes if entity.source == "article"})


@given(drawn=ARTICLES, data=st.data())
def test_order_never_matters_also_where_the_analyst_keeps_entities_apart(drawn, data):
    nodes = nodes_of(drawn)
    ids = locals_of(nodes)
    pairs = st.tuples(st.frozensets(st.sampled_from(ids), min_size=1), st.frozensets(st.sampled_from(ids), min_size=1))
    apart = data.draw(st.lists(pairs, max_size=2)) if ids else []
    shuffled = data.draw(st.permutations(nodes))

    assert resolve(nodes, apart=apart) == resolve(shuffled, apart=apart)


@given(drawn=ARTICLES)
def test_every_entity_becomes_exactly_one_and_every_one_comes_from_some(drawn):
    nodes = nodes_of(drawn)
    resolution = resolve(nodes)

    assert set(resolution.global_id) == {entity.entity_id for _, entity in nodes}
    assert set(resolution.global_id.values()) == set(resolution.entities)
    assert all(id_ == entity.entity_id for id_, entity in resolution.entities.items())


@given(drawn=ARTICLES, data=st.data())
def test_what_is_to_be_apart_is_apart(drawn, data):
    nodes = nodes_of(drawn)
    ids = locals_of(nodes)
    if len(ids) < 2:
        return
    one, other = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    resolution = resolve(nodes, apart=[(frozenset({one}), frozenset({other}))])

    assert resolution.global_id[one] != resolution.global_id[other]


@given(drawn=ARTICLES)
def test_persons_are_one_only_by_the_same_name_and_never_of_two_countries(drawn):
    nodes = nodes_of(drawn)
    resolution = resolve(nodes)
    for id_ in resolution.entities:
        people = [e for _, e in nodes if resolution.global_id[e.entity_id] == id_ and e.type == "PERSON"]
        assert len({tuple(sorted(untitled(words_of(person.name)))) for person in people}) <= 1
        assert len({person.iso3 for person in people} - {None}) <= 1


@given(drawn=ARTICLES)
def test_a_suggestion_is_another_name_with_a_reason_and_a_score(drawn):
    for entity in resolve(nodes_of(drawn)).entities.values():
        told = (entity.suggested_name, entity.suggestion_reason, entity.suggestion_score)
        assert all(part is None for part in told) or all(told)
        assert entity.suggested_name != entity.name
