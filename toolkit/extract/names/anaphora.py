"""Nominals and pronouns in order of the text, with the antecedents that they refer back to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toolkit.extract.names.groups import acts_for_states, body_beside, counted_members
from toolkit.extract.names.index import Index
from toolkit.extract.names.nominals import Nominal, described, nominal_entity, nominal_mention, nominals
from toolkit.extract.names.offices import Offices
from toolkit.extract.names.pronouns import (
    SUBJECTS,
    Gender,
    Number,
    described_gender,
    fits,
    form,
    own_subjects,
    pronouns,
    stated_gender,
    subjects_above,
    usual_gender,
)
from toolkit.extract.names.roles import is_past
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.records import Entity, Mention, MentionType

# A definite noun of these types means the last one named: *the company* may be of type ORG to the model.
_NAMED_BY: dict[MentionType, frozenset[MentionType]] = {
    "COMPANY": frozenset({"COMPANY", "ORG"}),
    "PARTY": frozenset({"PARTY"}),
    "IGO": frozenset({"IGO"}),
    "COUNTRY": frozenset({"COUNTRY"}),
}


# How many mentions back a possessive pronoun of the same phrase can stand.
_NEARBY = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """A mention as a possible antecedent."""

    mention: Mention
    head: int
    sentence: int
    plural: bool = False


@dataclass
class _Discourse:
    """What has been said so far, and what is known of it."""

    reading: Reading
    tokens: Tokens
    index: Index
    said: list[_Said] = field(default_factory=list)
    genders: dict[str, Gender] = field(default_factory=dict)
    described: dict[tuple[str, str | None], str] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def note(self, mention: Mention, head: int, *, plural: bool = False) -> None:
        self.said.append(_Said(mention, head, self.reading.sentence_at(mention.start).position, plural))
        entity = self.reading.entities[mention.entity_id]
        if mention.level == "name":
            self.names.add(mention.entity_id)
        if entity.role:
            self.holders.setdefault(entity.role.split()[-1].lower(), set()).add(mention.entity_id)
        if mention.level == "nominal" and (described := described_gender(self.tokens.lemma[head].lower())):
            self.genders.setdefault(mention.entity_id, described)
        if mention.type == "PERSON" and (bounds := self.index.bounds.get(mention.mention_id)):
            stated = stated_gender(self.tokens.lower_word(bounds[0] - 1))
            if gender := stated or self.genders.get(mention.entity_id) or usual_gender(entity.name):
                self.genders[mention.entity_id] = gender

    def is_named(self, mention: Mention) -> bool:
        """Whether it refers to someone with a name, though it may not be the name itself."""
        return mention.entity_id in self.names

    def recent(self, at: int, *, reach: int = 1) -> Iterator[_Said]:
        """What the token's sentence and the last ones said, the nearest first."""
        here = self.reading.sentence_at(self.tokens.start[at]).position
        for said in reversed(self.said):
            if said.sentence < here - reach:
                return
            yield said


def refer_back(reading: Reading, index: Index, offices: Offices) -> None:
    """Add the nominal and pronoun mentions of the article to the reading, with the entities that they mean."""
    discourse = _Discourse(reading, reading.tokens, index)
    steps: list[tuple[int, Mention | Nominal | None]] = [
        *((index.heads[name.mention_id], name) for name in reading.mentions),
        *((nominal.head, nominal) for nominal in nominals(reading, index, offices)),
        *((pronoun, None) for pronoun in pronouns(reading.tokens)),
    ]
    for head, step in sorted(steps, key=lambda step: step[0]):
        if isinstance(step, Mention):
            discourse.note(step, head)
        elif isinstance(step, Nominal):
            _take_nominal(step, discourse)
        else:
            _take_pronoun(head, discourse)
    reading.mentions.sort(key=lambda mention: (mention.start, -mention.end))


def _take_nominal(nominal: Nominal, discourse: _Discourse) -> None:
    """The nominal's mention: of a group, of what it refers to, or of someone new."""
    reading = discourse.reading
    if not nominal.countries and (iso3 := _country_around(nominal, discourse)):
        nominal = replace(nominal, countries=(iso3,))
    if entity_id := _group(nominal, discourse):
        rule = "nominal_group"
    elif entity_id := _antecedent(nominal, discourse):
        rule = "nominal_anaphor"
    elif nominal.type == "COUNTRY":
        return
    else:
        entity_id, rule = _new(nominal, discourse), "nominal_actor"
    mention = nominal_mention(nominal, reading.entities[entity_id], reading, rule=rule)
    reading.mentions.append(mention)
    discourse.index.by_head.setdefault(nominal.head, mention)
    discourse.note(mention, nominal.head, plural=nominal.plural)


def _country_around(nominal: Nominal, discourse: _Discourse) -> str | None:
    """The country of the possessive pronoun (*his government*); of *the police*, the only one named nearby."""
    entities = discourse.reading.entities
    tokens = discourse.tokens
    before = (child for child in tokens.children[nominal.head] if child < nominal.head)
    owner = next((child for child in before if tokens.dep[child] == "poss"), None)
    if owner is not None:
        said = next((said for said in reversed(discourse.said[-_NEARBY:]) if said.head == owner), None)
        return entities[said.mention.entity_id].iso3 if said else None
    if nominal.type != "GOV" or not nominal.definite or (nominal.noun, None) in discourse.described:
        return None
    named = {said.mention.entity_id for said in discourse.recent(nominal.start) if said.mention.type == "COUNTRY"}
    return entities[named.pop()].iso3 if len(named) == 1 else None


def _new(nominal: Nominal, discourse: _Discourse) -> str:
    entity = nominal_entity(nominal, discourse.reading)
    if body := body_beside(discourse.tokens, nominal.head, discourse.index):
        entity = replace(entity, affiliation_id=body)
    discourse.reading.entities[entity.entity_id] = entity
    discourse.described[nominal.noun, nominal.iso3] = entity.entity_id
    if nominal.iso3:
        discourse.described[nominal.noun, None] = entity.entity_id
    return entity.entity_id


def _group(nominal: Nominal, discourse: _Discourse) -> str | None:
    """A group of the countries that modify it (*US and Japanese officials*), or of the members that it counts."""
    reading = discourse.reading
    if len(nominal.countries) > 1 and acts_for_states(discourse.tokens, nominal.head):
        members = tuple(f"country:{iso3}" for iso3 in nominal.countries)
        members = members if all(member in reading.entities for member in members) else ()
    else:
        members = counted_members(nominal.head, reading, discourse.index)
    if not members:
        return None
    entity_id = reading.key("group", *members)
    name = described(nominal, discourse.tokens)
    reading.entities.setdefault(entity_id, Entity(entity_id=entity_id, name=name, type="GROUP"))
    reading.members[entity_id] = members
    return entity_id


def _antecedent(nominal: Nominal, discourse: _Discourse) -> str | None:
    """Whom a definite nominal refers back to: the holder of the office, a named body, or one described before."""
    if nominal.type == "PERSON" and (nominal.definite or nominal.iso3):
        holder = _holder(nominal, discourse)
        if holder:
            return holder
    if nominal.definite and not nominal.plural and nominal.type in _NAMED_BY and not nominal.iso3:
        named = {s.mention.entity_id for s in discourse.recent(nominal.start) if _names(s, nominal)}
        if len(named) == 1:
            return named.pop()
    if nominal.definite or (nominal.type == "GOV" and nominal.iso3):
        return discourse.described.get((nominal.noun, nominal.iso3))
    return None


def _names(said: _Said, nominal: Nominal) -> bool:
    return said.mention.type in _NAMED_BY[nominal.type] and said.mention.level == "name"


def _holder(nominal: Nominal, discourse: _Discourse) -> str | None:
    """The named person with that office (*the minister* may be a foreign minister), if one only comes in question."""
    known = discourse.holders.get(nominal.noun.split()[-1], set())
    holders = {entity_id for entity_id in known if _holds(discourse.reading.entities[entity_id], nominal)}
    return holders.pop() if len(holders) == 1 else None


def _holds(entity: Entity, nominal: Nominal) -> bool:
    role = (entity.role or "").lower()
    same_country = nominal.iso3 is None or entity.iso3 == nominal.iso3
    return entity.type == "PERSON" and same_country and not is_past(role) and f" {role}".endswith(f" {nominal.noun}")


def _take_pronoun(at: int, discourse: _Discourse) -> None:
    reading, tokens = discourse.reading, discourse.tokens
    number = form(tokens.lower[at])
    said = _meant(at, number, discourse)
    if said is None:
        return
    start, end = tokens.start[at], tokens.end[at]
    mention = Mention(
        **reading.evidence(start, end),
        mention_id=reading.key("mention", start, "pronoun"),
        type=said.mention.type,
        level="pronoun",
        entity_id=said.mention.entity_id,
        rule="pronoun",
        confidence="low",
    )
    reading.mentions.append(mention)
    discourse.said.append(_Said(mention, at, reading.sentence_at(start).position, said.plural))
    if number in ("he", "she"):
        discourse.genders[mention.entity_id] = "he" if number == "he" else "she"


def _meant(at: int, number: Number, discourse: _Discourse) -> _Said | None:
    """The antecedent: a subject of the clauses around, else the last sentence's subject, else the nearest that fits.

    *He* and *she* rather mean someone who has been named than an unnamed subject.

    *It* and *they* have too many possible antecedents for the last step.
    """
    tokens = discourse.tokens
    own = own_subjects(tokens, at)
    fitting = [said for said in discourse.recent(at) if _agrees(number, said, discourse) and said.head not in own]
    above = subjects_above(tokens, at)
    for subject in above:
        if found := next((said for said in fitting if said.head == subject), None):
            return found
    subjects = [said for said in fitting if tokens.dep[said.head] in SUBJECTS]
    if number in ("he", "she"):
        named = [said for said in subjects if discourse.is_named(said.mention)]
        return next(iter(named or subjects or fitting), None)
    return None if above else next((said for said in subjects if tokens.dep[tokens.head[said.head]] == "ROOT"), None)


def _agrees(number: Number, said: _Said, discourse: _Discourse) -> bool:
    gender = discourse.genders.get(said.mention.entity_id)
    return fits(number, said.mention.type, gender, plural=said.plural)
