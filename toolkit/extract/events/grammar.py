"""What stands in a phrase: nouns under prepositions, conjuncts, modifiers, in the ClearNLP labels that spaCy uses."""

from collections.abc import Iterator

from spacy.tokens import Token

from toolkit.extract.tree import children

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_PREPOSITIONS = {"prep", "agent", "dative"}
_HYPHENS = {"-", "–"}


def complements(token: Token, *prepositions: str) -> Iterator[Token]:
    """The nouns that the token's prepositional phrases govern; *involving* and its like count as prepositions."""
    for link in _links(token):
        if link.lower_ in prepositions or (link.lower_ == "out" and "from" in prepositions):
            yield from _governed(link)


def governed(token: Token) -> dict[str, list[Token]]:
    """Preposition -> its complements beside the token: all slots at once, where several are asked for."""
    slots: dict[str, list[Token]] = {}
    for link in _links(token):
        if nouns := _governed(link):
            slots.setdefault(_slot_of(link), []).extend(nouns)
    if bid := bidden(token):
        slots.setdefault("for", []).append(bid)
    return slots


def _slot_of(link: Token) -> str:
    """The slot that the preposition opens; *out of* is *from*."""
    return "from" if link.lower_ == "out" else link.lower_


def bidden(verb: Token) -> Token | None:
    """Who is to act in a clause that *for* opens (*called for Chad to pay*), which the parser makes its subject."""
    for clause in children(verb):
        if clause.dep_ in {"advcl", "ccomp", "xcomp"} and clause.tag_ == "VB" and clause.i > verb.i:
            inner = children(clause)
            if any(child.dep_ == "mark" and child.lower_ == "for" for child in inner):
                return next((child for child in inner if child.dep_ in SUBJECTS), None)
    return None


def _governed(link: Token) -> list[Token]:
    """The nouns under a preposition or under a participle that serves as one."""
    kind = link.dep_
    if link.lower_ == "out":
        link = next((child for child in children(link) if child.lower_ == "of"), link)
    if kind in _PREPOSITIONS or kind == "conj":
        return [noun for noun in children(link) if noun.dep_ in {"pobj", "pcomp"} and noun.pos_ != "VERB"]
    if kind in {"acl", "prep"} and link.tag_ == "VBG":
        return [noun for noun in children(link) if noun.dep_ == "dobj"]
    return []


def _links(token: Token) -> Iterator[Token]:
    """The token's own words, and prepositions that are coordinated with one of them (*talks in Oslo and with Mali*)."""
    for child in children(token):
        yield child
        if child.dep_ == "prep":
            yield from (word for word in children(child) if word.dep_ == "conj" and word.pos_ == "ADP")


def conjuncts(head: Token) -> Iterator[Token]:
    """The head of a noun phrase and the nouns coordinated with it; a loop, since lists can be long."""
    waiting = [head]
    while waiting:
        noun = waiting.pop()
        yield from _names_joined_before(noun)
        yield noun
        joined = [child for child in children(noun) if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"}]
        waiting.extend(reversed(joined))


def _names_joined_before(noun: Token) -> Iterator[Token]:
    return (child for child in children(noun) if is_joined_before(child))


def is_joined_before(name: Token) -> bool:
    """Whether *and* or a hyphen joins it to a later name, under which the parser hangs it (*the US-Japan alliance*).

    Or a person to a plural: *Anna Berg and European leaders*.
    """
    head = name.head
    if name.dep_ not in {"nmod", "compound"} or name.pos_ != "PROPN" or name.i > head.i:
        return False
    if name.nbor().text in _HYPHENS:
        return head.pos_ == "PROPN"
    beside_others = name.ent_type_ == "PERSON" and head.tag_ == "NNS"
    if not (name.ent_type_ and (head.ent_type_ or beside_others)):
        return False
    joint = next((word for word in children(name) if word.dep_ == "cc"), None)
    return joint is not None and name.i < joint.i < head.i and not joint.ent_type_


def modifiers(noun: Token, *labels: str) -> Iterator[Token]:
    """Nouns and adjectives before the noun, with the given dependency labels."""
    return (child for child in children(noun) if child.dep_ in labels)


def with_names(noun: Token) -> Iterator[Token]:
    """The noun, and the names beside it (*the capital, Lima*)."""
    yield noun
    yield from modifiers(noun, "appos")


def members(noun: Token) -> Iterator[Token]:
    """The nouns that a plural spells out: *allies such as A and B*, *leaders of A and B*, *both leaders, A and B*."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return
    for child in children(noun):
        if child.dep_ == "prep" and (
            child.lower_ == "including" or any(word.lower_ == "such" for word in children(child))
        ):
            yield from (example for example in children(child) if example.dep_ == "pobj")
    named = [*complements(noun, "of"), *modifiers(noun, "appos")]
    yield from (one for one in named if any(word.dep_ == "conj" for word in children(one)))
