"""Who fills which slot of a clause: subjects on the surface and by control, passives with and without auxiliary."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from toolkit.extract.events import grammar
from toolkit.extract.events.lexicon import transitive_verbs
from toolkit.extract.quotes.adding import teller
from toolkit.extract.sentences import sentence_of
from toolkit.extract.tree import children

# Slots of a clause that no preposition opens.
BARE_SLOTS = {"subject", "object", "dative"}
_OBJECTS = {"dobj", "attr", "oprd"}
_PASSIVE = {"auxpass", "nsubjpass"}
_RELATIVE = {"WDT", "WP", "WP$"}
_PAST = {"VBD", "VBN"}
_NOMINAL = {"NOUN", "PROPN", "NUM", "ADJ"}
# A line of more characters is no headline.
_HEADLINE = 150
# Prepositions whose clause has the subject of the main clause (*they left after signing it*).
_APART = {"after", "before", "by", "since", "upon", "on", "while", "when", "without", "in", "despite", "besides"}
_PLAIN = {"VB", "VBP", "VBZ"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
# Verbs whose object does what their infinitive says are most; these few leave it to their subject.
_SUBJECT_CONTROL = {"promise", "threaten", "vow", "use", "take", "send", "hold", "make"}
# Verbs whose object undergoes the participle behind it: *saw ten firms suspended*, *had him arrested*.
_UNDERGONE_BELOW = {"see", "have", "get", "want", "keep", "leave", "find"}
# How far a missing subject is sought upwards; deeper chains are parse errors.
_DEPTH = 6


def slot(verb: Token, name: str) -> list[Token]:
    """The heads of the phrases that fill the slot of the clause, conjuncts not followed.

    *Russia gave Oslo aid* has its `dative` without a preposition, *gave aid to Oslo* with the slot `to`.
    """
    if name == "subject":
        return agents(verb)
    if name == "object":
        return [*objects(verb)]
    if name == "dative":
        return [child for child in children(verb) if child.dep_ == "dative" and child.pos_ != "ADP"]
    return list(grammar.complements(verb, name))


@lru_cache(maxsize=1024)
def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb undergoes what it says."""
    if _has_passive_mark(verb) or _is_headline_passive(verb):
        return True
    if verb.dep_ == "acl" and verb.tag_ in _PAST and verb.lemma_.lower() in transitive_verbs():
        return not any(child.dep_ in {"dobj", "nsubj", "aux"} for child in children(verb))
    if verb.dep_ == "pcomp" and verb.tag_ == "VBN" and verb.head.lower_ == "with":  # with ten people killed
        return not any(child.dep_ in {"dobj", "aux"} for child in children(verb))
    if _undergoes_in_clause(verb):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "nsubj"} for child in children(verb)):
        return False
    return verb.dep_ in {"acl", "advcl"} or (verb.dep_ == "conj" and _has_passive_mark(verb.head))


def _undergoes_in_clause(verb: Token) -> bool:
    """A participle with a subject of its own: *saw ten firms suspended*, *with investors persuaded to buy*."""
    if verb.tag_ not in _PAST or verb.lemma_.lower() not in transitive_verbs():
        return False
    beside = {child.dep_ for child in children(verb)}
    if "nsubj" not in beside or beside & {"dobj", "aux", "ccomp"}:
        return False
    if verb.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ == "with" for child in children(verb))
    return verb.dep_ == "ccomp" and verb.tag_ == "VBN" and verb.head.lemma_ in _UNDERGONE_BELOW


def _is_headline_passive(verb: Token) -> bool:
    """Whether a headline leaves out the auxiliary: *Three killed in raid*, where the active is in the present."""
    if verb.tag_ not in _PAST or verb.dep_ not in {"ROOT", "acl"} or verb.lemma_.lower() not in transitive_verbs():
        return False
    beside = children(verb)
    if any(child.dep_ in {"dobj", "aux", "ccomp", "xcomp", "prt"} for child in beside):
        return False
    told_of = verb.head if verb.dep_ == "acl" else next((child for child in beside if child.dep_ == "nsubj"), None)
    return told_of is not None and told_of.i < verb.i and in_headline(verb)


@lru_cache(maxsize=256)
def in_headline(token: Token) -> bool:
    """Whether the word stands in a line that no full stop ends."""
    sentence = sentence_of(token)
    words = [word for word in sentence if not word.is_space]
    return bool(words) and not words[-1].is_punct and sentence.end_char - sentence.start_char < _HEADLINE


def _has_passive_mark(verb: Token) -> bool:
    return any(child.dep_ in _PASSIVE and child.i < verb.i for child in children(verb))


def is_headline_verb(noun: Token) -> bool:
    """Whether the parser took a headline's verb for a noun: *US Hopes to Sign Treaty*."""
    return noun.tag_ == "NNS" and any(child.dep_ == "xcomp" for child in children(noun))


def is_tag(verb: Token) -> bool:
    """Whether the verb only names the speaker behind what is said, whom the parser takes for its object.

    *Jobs may go, warn unions.*
    """
    if verb.tag_ not in _PLAIN or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    beside = children(verb)
    spoken = [child for child in beside if child.dep_ == "dobj" and child.i > verb.i]
    rest = verb.doc[spoken[-1].right_edge.i + 1 : sentence_of(verb).end] if spoken else verb.doc[verb.i : verb.i + 1]
    return all(word.is_punct or word.is_space for word in rest) and not any(
        child.dep_ in grammar.SUBJECTS or child.dep_ == "aux" for child in beside
    )


def is_mistaken(verb: Token) -> bool:
    """Whether the parser took the only verb of a sentence for a modifier of its object (*Lima then hosted games*)."""
    if verb.dep_ != "amod" or verb.tag_ not in {"VBN", "VBD"} or verb.head.dep_ != "ROOT":
        return False
    return bool(_named_before(verb)) and not any(token.tag_ in _FINITE for token in sentence_of(verb) if token != verb)


def _named_before(verb: Token) -> list[Token]:
    """What stands before the mistaken verb, and is its subject."""
    return [child for child in verb.head.lefts if child.i < verb.i and child.dep_ in {"nmod", "compound", "npadvmod"}]


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject of an active verb, the *by*-phrase of a passive one."""
    if is_passive(verb):
        return list(grammar.complements(verb, "by"))
    found = subject(verb)
    return [*_listed_before(found, verb), found, *_listed_after(found, verb)] if found else []


def _listed_before(last: Token, verb: Token) -> list[Token]:
    """The first of two subjects that only a comma joins in a headline (*Police, protesters clash*)."""
    joint = last.left_edge.i - 1
    if last.head != verb or joint < 1 or verb.doc[joint].text != "," or not in_headline(verb):
        return []
    other, start = verb.doc[joint - 1], sentence_of(verb).start
    return [other] if other.head == verb and other.left_edge.i == start < joint and other.pos_ in _NOMINAL else []


def _listed_after(first: Token, verb: Token) -> list[Token]:
    """More subjects of the verb: the parser cuts a list in two (*the ministers of Chad, Mali and Niger met*)."""
    return [child for child in children(verb) if child.dep_ == "nsubj" and child.i > first.i and child.pos_ == "PROPN"]


@lru_cache(maxsize=1024)
def objects(verb: Token) -> tuple[Token, ...]:
    """What it is done to: the object of an active verb, the subject of a passive one."""
    if is_mistaken(verb):
        return (verb.head,)
    found = tuple(one for child in children(verb) for one in _objects_at(child))
    if is_passive(verb) and (passive_subject := subject(verb)):
        return (passive_subject, *found)
    if verb.dep_ == "relcl" and all(child.tag_ in _RELATIVE for child in found) and _own_subject(verb):
        return (verb.head,) if found or not any(child.dep_ == "ccomp" for child in children(verb)) else ()
    return found


def _objects_at(child: Token) -> list[Token]:
    """The verb's own object, or one that the parser hangs on its particle (*handed in their weapons*)."""
    if child.dep_ in _OBJECTS:
        return [child]
    return [noun for noun in children(child) if noun.dep_ == "pobj"] if child.dep_ == "prt" else []


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the phrase that is the verb's subject on the surface or by control; None where nobody is said."""
    own = _own_subject(verb)
    if own is not None:
        return verb.head if own.tag_ in _RELATIVE and verb.dep_ == "relcl" else own
    if depth > _DEPTH:
        return None
    return _controller(verb, depth + 1)


def _own_subject(verb: Token) -> Token | None:
    if is_mistaken(verb):
        return _named_before(verb)[0]
    if is_headline_verb(verb):
        return next((child for child in reversed(children(verb)) if child.dep_ == "compound"), None)
    return next((child for child in children(verb) if child.dep_ in grammar.SUBJECTS), None)


def _controller(verb: Token, depth: int) -> Token | None:
    """The subject of a clause that has none of its own."""
    if added := teller(verb):
        return added
    head = verb.head
    match verb.dep_:
        case "xcomp":
            return head if _is_headline_of(head) else _control_object(head) or subject(head, depth)
        case "acl":
            return _subject_of_clause_of(head, verb, depth)
        case "relcl":
            return head
        case "pcomp" if head.head.pos_ in {"VERB", "AUX"}:
            controlled = None if head.lower_ in _APART else _control_object(head.head)
            return controlled or subject(head.head, depth)
        case "pcomp":
            return _subject_of_noun(head.head, depth)
        case "conj" | "advcl" | "ccomp" | "acomp" | "attr" | "prep" if head.pos_ in {"VERB", "AUX", "ADJ"}:
            return subject(head, depth)
    return None


def _subject_of_clause_of(noun: Token, verb: Token, depth: int) -> Token | None:
    """The noun does what its participle says; its possessor, what its infinitive says (*Oslo's plan to leave*)."""
    if verb.tag_ in {"VBN", "VBG"} or is_passive(verb):
        return noun
    return next(_possessors(noun), None) or _subject_of_noun(noun, depth)


def _is_headline_of(noun: Token) -> bool:
    """Whether a headline has no other verb than the infinitive on its first noun (*Chad to send troops*)."""
    return noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "ROOT"


def _control_object(governor: Token) -> Token | None:
    if governor.lemma_ in _SUBJECT_CONTROL or is_passive(governor):
        return None
    return next((child for child in children(governor) if child.dep_ == "dobj"), None)


def _possessors(noun: Token) -> Iterator[Token]:
    return (child for child in children(noun) if child.dep_ == "poss")


def _subject_of_noun(noun: Token, depth: int) -> Token | None:
    """Who has the plan, where the noun is the object of a verb (*Oslo announced plans to send*)."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    return subject(governor, depth) if governor.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "pobj"} else None
