"""Nominals and pronouns in order of the text, with the antecedents that they refer back to."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.extract.names.context_words import words_for
from toolkit.extract.names.definites import antecedent
from toolkit.extract.names.discourse import Discourse, Said
from toolkit.extract.names.groups import acts_for_states, body_beside, counted_members
from toolkit.extract.names.index import Index
from toolkit.extract.names.kinds import kinds
from toolkit.extract.names.nominals import Nominal, described, nominal_entity, nominal_mention, nominals
from toolkit.extract.names.offices import Offices
from toolkit.extract.names.pronouns import (
    SUBJECTS,
    Number,
    fits,
    form,
    own_subjects,
    pronouns,
    quoted_tokens,
    subjects_above,
)
from toolkit.extract.reading import Reading
from toolkit.extract.tokens import Tokens
from toolkit.records import Entity, Mention

# How many mentions back a possessive pronoun of the same phrase can stand.
_NEARBY = 4


def refer_back(reading: Reading, index: Index, offices: Offices) -> None:
    """Add the nominal and pronoun mentions of the article to the reading, with the entities that they mean."""
    discourse = Discourse(reading, reading.tokens, index)
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


def _take_nominal(nominal: Nominal, discourse: Discourse) -> None:
    """The nominal's mention: of a group, of what it refers to, or of someone new."""
    reading = discourse.reading
    if not nominal.countries and (iso3 := _country_around(nominal, discourse)):
        nominal = replace(nominal, countries=(iso3,))
    if entity_id := _group(nominal, discourse):
        rule = "nominal_group"
    elif entity_id := antecedent(nominal, discourse):
        rule = "nominal_anaphor"
    elif nominal.type == "COUNTRY":
        return
    else:
        entity_id, rule = _new(nominal, discourse), "nominal_actor"
    mention = nominal_mention(nominal, reading.entities[entity_id], reading, rule=rule)
    reading.mentions.append(mention)
    discourse.index.by_head.setdefault(nominal.head, mention)
    discourse.note(mention, nominal.head, plural=nominal.plural)


def _country_around(nominal: Nominal, discourse: Discourse) -> str | None:
    """The country of its possessive pronoun (*his government*), the only one near *the police*, or the article's."""
    entities = discourse.reading.entities
    tokens = discourse.tokens
    before = (child for child in tokens.children[nominal.head] if child < nominal.head)
    owner = next((child for child in before if tokens.dep[child] == "poss"), None)
    if owner is not None:
        said = next((said for said in reversed(discourse.said[-_NEARBY:]) if said.head == owner), None)
        return entities[said.mention.entity_id].iso3 if said else None
    if nominal.definite and (nominal.noun, None) in discourse.described:
        return None
    if nominal.type != "GOV" or not nominal.definite:
        return None if nominal.type == "PERSON" else discourse.setting.country_of(nominal)
    named = {said.mention.entity_id for said in discourse.recent(nominal.start) if said.mention.type == "COUNTRY"}
    return entities[named.pop()].iso3 if len(named) == 1 else discourse.setting.country_of(nominal)


def _new(nominal: Nominal, discourse: Discourse) -> str:
    if nominal.type == "PERSON" and not nominal.countries and (iso3 := discourse.setting.country_of(nominal)):
        nominal = replace(nominal, countries=(iso3,))
    entity = nominal_entity(nominal, discourse.reading)
    if body := body_beside(discourse.tokens, nominal.head, discourse.index):
        entity = replace(entity, affiliation_id=body)
    discourse.reading.entities[entity.entity_id] = entity
    if nominal.type == "GOV" and discourse.tokens.lower[discourse.tokens.left_edge(nominal.head)] in ("a", "an"):
        return entity.entity_id  # *a Labour government would*: nothing that *the government* refers to
    discourse.described[nominal.noun, nominal.iso3] = entity.entity_id
    if nominal.iso3:
        discourse.described[nominal.noun, None] = entity.entity_id
    return entity.entity_id


def _group(nominal: Nominal, discourse: Discourse) -> str | None:
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


def _take_pronoun(at: int, discourse: Discourse) -> None:
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
    discourse.said.append(Said(mention, at, discourse.told_until(start), said.plural))
    if number in ("he", "she"):
        discourse.genders[mention.entity_id] = "he" if number == "he" else "she"


def _meant(at: int, number: Number, discourse: Discourse) -> Said | None:
    """The antecedent: a subject of the clauses around, else the last sentence's subject, else the nearest that fits.

    *He* and *she* rather mean someone who has been named than an unnamed subject.

    *It* and *they* have too many possible antecedents for the last step.
    """
    tokens = discourse.tokens
    above = subjects_above(tokens, at)
    excluded = {*own_subjects(tokens, at), *(_together(tokens, above) if number != "they" else ())}
    excluded |= quoted_tokens(tokens)  # who speaks goes on speaking of himself, not of whom he named
    fitting = [said for said in discourse.recent(at) if _agrees(number, said, discourse) and said.head not in excluded]
    for subject in above:
        if found := next((said for said in fitting if said.head == subject), None):
            return _represented(found, fitting, tokens) or found
        if number in ("he", "she") and _is_unread_person(tokens, subject, discourse):
            return None
    subjects = [said for said in fitting if tokens.dep[said.head] in SUBJECTS]
    if number in ("he", "she"):
        named = [said for said in subjects if discourse.is_named(said.mention)]
        return next(iter(named or subjects), None) or next((s for s in fitting if discourse.is_named(s.mention)), None)
    return None if above else next((said for said in subjects if tokens.dep[tokens.head[said.head]] == "ROOT"), None)


def _represented(subject: Said, fitting: Iterable[Said], tokens: Tokens) -> Said | None:
    """For whom somebody speaks, who is then meant: *his lawyer said that he would appeal*."""
    if tokens.lemma[subject.head].lower() not in words_for("representative"):
        return None
    owners = [child for child in tokens.children[subject.head] if tokens.dep[child] == "poss"]
    return next((said for said in fitting if said.head in owners), None)


def _together(tokens: Tokens, subjects: Iterable[int]) -> Iterator[int]:
    """Those who act together, whom no pronoun of one person means: *Ana and Otto welcomed his return*."""
    for subject in subjects:
        if beside := tokens.conjuncts(subject):
            yield from (subject, *beside)


def _is_unread_person(tokens: Tokens, subject: int, discourse: Discourse) -> bool:
    """Whether the subject is a person of whom nothing is read: *the champion*, who is then rather meant."""
    if subject in discourse.index.by_token or tokens.pos[subject] != "NOUN":
        return False
    return kinds().get(tokens.lemma[subject].lower()) == "PERSON" and all(
        said.head != subject for said in discourse.said
    )


def _agrees(number: Number, said: Said, discourse: Discourse) -> bool:
    gender = discourse.genders.get(said.mention.entity_id)
    return fits(number, said.mention.type, gender, plural=said.plural)
