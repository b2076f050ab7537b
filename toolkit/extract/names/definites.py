"""Whom a definite noun refers back to: *the minister*, *the company*, *the six protesters*."""

from collections import Counter

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.discourse import Discourse, Said
from toolkit.extract.names.heads import tells_its_type
from toolkit.extract.names.nominals import Nominal
from toolkit.extract.names.roles import is_past
from toolkit.records import Entity, MentionType

# A definite noun of these types means the last one named: *the company* may be of type ORG to the model.
_NAMED_BY: dict[MentionType, frozenset[MentionType]] = {
    "COMPANY": frozenset({"COMPANY", "ORG"}),
    "PARTY": frozenset({"PARTY"}),
    "IGO": frozenset({"IGO"}),
    "COUNTRY": frozenset({"COUNTRY"}),
}
_EMPLOYERS: frozenset[MentionType] = frozenset({"ORG", "COMPANY"})
# How often a company is named, and how many sentences back it still may be, that the article is about.
_TOPIC = 3


def antecedent(nominal: Nominal, discourse: Discourse) -> str | None:
    """Whom a definite nominal refers back to: the holder of the office, a named body, or one described before."""
    if nominal.type == "PERSON" and (nominal.definite or nominal.iso3):
        holder = _holder(nominal, discourse)
        if holder and not _is_described(nominal, holder, discourse):
            return holder
    if _is_other(nominal, discourse):
        return None
    is_one = nominal.definite and not nominal.plural and nominal.type in _NAMED_BY and not nominal.iso3
    if is_one and (named := _named_by(nominal, discourse)):
        return named
    if nominal.definite or (nominal.type == "GOV" and nominal.iso3):
        return discourse.described.get((nominal.noun, nominal.iso3))
    return None


def _is_described(nominal: Nominal, holder: str, discourse: Discourse) -> bool:
    """Whether someone unnamed was called so before, and the named one's office is not wholly that, or is a body's."""
    if (nominal.noun, nominal.iso3) not in discourse.described:
        return False
    entities = discourse.reading.entities
    employer = entities.get(entities[holder].affiliation_id or "")
    of_body = employer is not None and employer.type in _EMPLOYERS
    return of_body or (entities[holder].role or "").lower() != nominal.noun


def _is_office(role: str, noun: str) -> bool:
    """Whether the role is the office, or one whose name it ends; *the chancellor* is no shadow chancellor."""
    before = role.removesuffix(noun)
    ends_role = before != role and (not before or before.endswith(" "))
    return ends_role and words_for("not_the_office").isdisjoint(before.split())


def _is_other(nominal: Nominal, discourse: Discourse) -> bool:
    """*the shell company*, *the rival firm*: another than the one that the article is about."""
    modifiers = discourse.tokens.lower[nominal.start : nominal.head + 1]
    return nominal.type in _NAMED_BY and not words_for("other_body").isdisjoint(modifiers)


def _named_by(nominal: Nominal, discourse: Discourse) -> str | None:
    """The one name nearby that the noun can mean; of companies and parties, the one that the article is about."""
    named = [s.mention.entity_id for s in discourse.said if _names(s, nominal, discourse)]
    near = {s.mention.entity_id for s in discourse.recent(nominal.start) if _names(s, nominal, discourse)}
    if nominal.type in ("COMPANY", "PARTY") and len(set(named)) > 1:
        (first, most), (_, next_most) = Counter(named).most_common(2)
        if nominal.type == "COMPANY" and nominal.noun not in words_for("company_noun"):
            return None  # *the airline*, of several companies
        far = {s.mention.entity_id for s in discourse.recent(nominal.start, reach=_TOPIC)}
        return first if most >= _TOPIC and most >= 2 * next_most and first in far else None
    return near.pop() if len(near) == 1 else None


def _names(said: Said, nominal: Nominal, discourse: Discourse) -> bool:
    """Whether it is a name of such a body; a company is no university, and nobody whom the article only quotes."""
    if said.mention.type not in _NAMED_BY[nominal.type] or said.mention.level != "name":
        return False
    if nominal.type != "COMPANY":
        return True
    is_quoted = discourse.tokens.lower_word(discourse.tokens.left_edge(said.head) - 2) == "according"
    is_company = said.mention.type == "COMPANY" or not tells_its_type(said.mention.text)
    entity = discourse.reading.entities[said.mention.entity_id]
    return is_company and not is_quoted and (said.mention.type == "COMPANY" or entity.source != "lexicon")


def _holder(nominal: Nominal, discourse: Discourse) -> str | None:
    """The named person with that office (*the minister* may be a foreign minister), if one only comes in question."""
    known = discourse.holders.get(nominal.noun.split()[-1], set())
    holders = {entity_id for entity_id in known if _holds(discourse.reading.entities[entity_id], nominal)}
    return holders.pop() if len(holders) == 1 else None


def _holds(entity: Entity, nominal: Nominal) -> bool:
    role = (entity.role or "").lower()
    same_country = nominal.iso3 is None or entity.iso3 == nominal.iso3
    return entity.type == "PERSON" and same_country and not is_past(role) and _is_office(role, nominal.noun)
