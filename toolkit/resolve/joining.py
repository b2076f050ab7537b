"""Entities of single articles -> entities across articles: a pure function of the set, so order never matters.

Lexicon entries are one everywhere. Other names are compared within a block of the same name: first by country, then
by role, affiliation or company kept. A person, or an office of a government, is never joined on its name alone, and
nothing is ever joined on spelling: likeness of names is a suggestion for the analyst, not a decision. Only officials
are joined under parts and forms of one name, by their office (`officials`).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.records import Entity, MentionType, key
from toolkit.resolve.apart import Apart, Node, taken_apart
from toolkit.resolve.companies import without_legal_form
from toolkit.resolve.fields import by_field
from toolkit.resolve.likeness import words_of
from toolkit.resolve.officials import with_officials
from toolkit.resolve.titles import untitled

# Kinds that articles tell apart differently: the same company is an organisation elsewhere.
_FAMILY: dict[MentionType, str] = {"COMPANY": "ORG"}
# Names that several of their kind bear: evidence beside the name is needed.
_SHARED_NAMES: frozenset[MentionType] = frozenset({"PERSON", "GOV", "SITE", "OTHER"})
# A yearly summit has the same name every year, a group is whoever the article means by it.
_LOCAL: frozenset[MentionType] = frozenset({"EVENT", "GROUP"})


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entity every article's own entity means, and the entities."""

    global_id: dict[str, str]
    entities: dict[str, Entity]


def joined(
    nodes: list[Node],
    *,
    named: Collection[str] | None = None,
    published: Mapping[str, date | None] | None = None,
    apart: Sequence[Apart] = (),
) -> Resolution:
    """The entities across articles.

    Args:
        nodes: article id and entity, sorted, with its article-local id; a lexicon entry keeps its key in every article.
        named: the local ids that some name refers to; all of them unless given. Others stay local to their article.
        published: article id -> day of publication, for who held an office then.
        apart: pairs of sets of local ids that the analyst says are not the same.
    """
    company = _company(nodes)
    found = with_officials(list(_clusters(nodes, company, named)), company, published or {})
    clusters = list(taken_apart(found, apart, evidence=lambda some: _evidence_of(some, company)))
    identified = [(_identity(cluster), cluster) for cluster in clusters]
    global_id = {entity.entity_id: id_ for id_, cluster in identified for _, entity in cluster}
    merged = (_merged(cluster, global_id) for cluster in clusters)
    return Resolution(global_id, {entity.entity_id: entity for entity in merged})


def _clusters(
    nodes: list[Node], company: Mapping[str, set[str]], named: Collection[str] | None
) -> Iterator[list[Node]]:
    """The nodes that are one entity, together."""
    blocks: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        blocks[_block(node[1], named)].append(node)
    for block in blocks.values():
        yield from _same(block, company) if len(block) > 1 and block[0][1].source != "lexicon" else [block]


def _block(entity: Entity, named: Collection[str] | None) -> tuple[str, ...]:
    """What two nodes must share to be compared at all; its own id for a node that stays alone."""
    words = _name_key(entity)
    lonely = entity.type in _LOCAL or (named is not None and entity.entity_id not in named)
    if entity.source == "lexicon" or lonely or not words or (entity.type == "PERSON" and len(words) == 1):
        return (entity.entity_id,)
    return (_FAMILY.get(entity.type, entity.type), *words)


def _name_key(entity: Entity) -> tuple[str, ...]:
    """The name's words without accents, case and punctuation; of a person in any order, of a firm less *Ltd*."""
    words = words_of(entity.name)
    if entity.type == "PERSON":
        return tuple(sorted(untitled(words)))
    return without_legal_form(words) if _FAMILY.get(entity.type, entity.type) == "ORG" else words


def _is_titled(entity: Entity) -> bool:
    words = words_of(entity.name)
    return entity.type == "PERSON" and untitled(words) != words


def _company(nodes: list[Node]) -> dict[str, set[str]]:
    """Article -> the lexicon entities in it: the company that a name keeps there."""
    company: dict[str, set[str]] = defaultdict(set)
    for article_id, entity in nodes:
        if entity.source == "lexicon":
            company[article_id].add(entity.entity_id)
    return company


def _same(block: list[Node], company: Mapping[str, set[str]]) -> Iterator[list[Node]]:
    """The nodes of one name as the entities that they are: a country each, and who is known by no country."""
    by_country: dict[str, list[Node]] = defaultdict(list)
    for node in block:
        by_country[node[1].iso3 or ""].append(node)
    stateless = by_country.pop("", [])
    evidence = {iso3: _evidence_of(group, company) for iso3, group in by_country.items()}
    left: list[Node] = []
    for node in stateless:
        mine = _evidence_of([node], company)
        fits = [iso3 for iso3 in by_country if not _needs_evidence(node) or mine & evidence[iso3]]
        (by_country[fits[0]] if len(fits) == 1 else left).append(node)
    for compatriots in by_country.values():
        yield from by_field(compatriots)
    yield from _linked(left, company)


def _needs_evidence(node: Node) -> bool:
    return node[1].type in _SHARED_NAMES


def _evidence_of(nodes: Iterable[Node], company: Mapping[str, set[str]]) -> set[str]:
    """Role, affiliation and company: what speaks for two bearers of a name being one."""
    found: set[str] = set()
    for article_id, entity in nodes:
        found |= company.get(article_id, set())
        found |= {item for item in ((entity.role or "").casefold(), entity.affiliation_id) if item}
    return found


def _linked(nodes: list[Node], company: Mapping[str, set[str]]) -> Iterator[list[Node]]:
    """Nodes without a country, joined where they share evidence; all of them where their kind needs none."""
    groups: list[tuple[set[str], list[Node]]] = []
    for node in nodes:
        mine = _evidence_of([node], company) if _needs_evidence(node) else {"the name"}
        touching = [group for group in groups if group[0] & mine]
        groups = [group for group in groups if not group[0] & mine]
        groups.append(
            (mine.union(*(group[0] for group in touching)), [*(n for group in touching for n in group[1]), node])
        )
    yield from (members for _, members in groups)


def _identity(cluster: list[Node]) -> str:
    """The lexicon's key, else a hash of type and smallest member."""
    smallest = min((entity for _, entity in cluster), key=lambda entity: entity.entity_id)
    return (
        smallest.entity_id
        if smallest.source == "lexicon"
        else key(_FAMILY.get(smallest.type, smallest.type), smallest.entity_id)
    )


def _merged(cluster: list[Node], global_id: Mapping[str, str]) -> Entity:
    """One record of the cluster: the fullest name, the commonest type and role, whatever else is known."""
    entities = [entity for _, entity in cluster]
    fullest = max(entities, key=lambda entity: (not _is_titled(entity), len(entity.name), entity.name))
    affiliations = [
        global_id.get(entity.affiliation_id, entity.affiliation_id) for entity in entities if entity.affiliation_id
    ]
    return replace(
        fullest,
        entity_id=global_id[fullest.entity_id],
        type=_commonest(entity.type for entity in entities) or fullest.type,
        iso3=_commonest(entity.iso3 for entity in entities),
        role=_commonest(entity.role for entity in entities),
        affiliation_id=_commonest(affiliations),
    )


def _commonest[T: str](values: Iterable[T | None]) -> T | None:
    """The most frequent value, of equally frequent ones the first in the alphabet; nothing when none is known."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
