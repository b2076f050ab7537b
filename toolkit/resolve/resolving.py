"""Entities of single articles -> entities across articles, each with the name that it may be a misprint of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from toolkit.records import Entity
from toolkit.resolve.apart import Apart, Node
from toolkit.resolve.attested import attested_suggestions
from toolkit.resolve.joining import Resolution, joined
from toolkit.resolve.misplaced import site_suggestion
from toolkit.resolve.misprints import holder_suggestion
from toolkit.resolve.misspelt import country_suggestion
from toolkit.resolve.suggestion import Suggestion


def resolve(
    entities: Iterable[Node],
    *,
    named: Collection[str] | None = None,
    published: Mapping[str, date | None] | None = None,
    apart: Sequence[Apart] = (),
) -> Resolution:
    """The entities across articles: a pure function of the set, so order never matters.

    Args:
        entities: article id and entity, with its article-local id; a lexicon entry keeps its key in every article.
        named: the local ids that some name refers to; all of them unless given. Others stay local to their article.
        published: article id -> day of publication; without it no name is compared with those in office,
            and no family name alone is joined to an official's.
        apart: pairs of sets of local ids that the analyst says are not the same.
    """
    nodes = sorted(entities, key=lambda node: (node[1].entity_id, node[0]))
    resolution = joined(nodes, named=named, published=published, apart=apart)
    named_nodes = [node for node in nodes if node[1].source == "article" and _is_named(node, named)]
    suggestions = _suggestions(named_nodes, resolution, published or {}, _countries_named(nodes))
    entities_ = {id_: _with(entity, suggestions.get(id_)) for id_, entity in resolution.entities.items()}
    return replace(resolution, entities=entities_)


def _is_named(node: Node, named: Collection[str] | None) -> bool:
    return named is None or node[1].entity_id in named


def _suggestions(
    nodes: list[Node],
    resolution: Resolution,
    published: Mapping[str, date | None],
    countries: Mapping[str, Collection[str]],
) -> dict[str, Suggestion]:
    """Entity id -> the likeliest suggestion that any of its articles gives, else one that the other articles give."""
    found: dict[str, list[Suggestion]] = defaultdict(list)
    articles: dict[str, set[str]] = defaultdict(set)
    for article_id, entity in nodes:
        id_ = resolution.global_id[entity.entity_id]
        articles[id_].add(article_id)
        if suggestion := _of_article(entity, published.get(article_id), countries.get(article_id, ())):
            found[id_].append(suggestion)
    attested = attested_suggestions({id_: (resolution.entities[id_], len(in_)) for id_, in_ in articles.items()})
    return attested | {id_: max(some, key=lambda each: (each.score, each.name)) for id_, some in found.items()}


def _of_article(entity: Entity, published: date | None, countries: Collection[str]) -> Suggestion | None:
    """What the lexicons suggest for a name, given what its article says of it."""
    if entity.type == "PERSON":
        return holder_suggestion(entity, published) if published else None
    if entity.type == "SITE":
        return site_suggestion(entity)
    return country_suggestion(entity, countries) if entity.type != "EVENT" else None


def _countries_named(nodes: Iterable[Node]) -> Mapping[str, Collection[str]]:
    """Article -> the countries of its names."""
    found: dict[str, set[str]] = defaultdict(set)
    for article_id, entity in nodes:
        if entity.iso3:
            found[article_id].add(entity.iso3)
    return found


def _with(entity: Entity, suggestion: Suggestion | None) -> Entity:
    if suggestion is None or suggestion.name == entity.name:
        return entity
    return replace(
        entity,
        suggested_name=suggestion.name,
        suggestion_reason=suggestion.reason,
        suggestion_score=suggestion.score,
    )
