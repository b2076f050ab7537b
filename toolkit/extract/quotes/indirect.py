"""Indirect speech: clauses, infinitives and nouns that a verb of saying takes, and what is *according to* someone."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from toolkit.extract.quotes.adding import is_added, teller
from toolkit.extract.quotes.lexicon import (
    content_nouns,
    prepositions_of,
    report_verbs,
    verbs_of_any_content,
    verbs_taking,
)
from toolkit.extract.quotes.speakers import NOBODY, Party, addressee, is_expected, is_unsaid, party, subject_of
from toolkit.extract.reading import Reading
from toolkit.extract.sentences import sentence_of
from toolkit.extract.tokens import places_of, tokens_of
from toolkit.extract.tree import children, places, words_at
from toolkit.records import Confidence, Quote

_FRAMES = ("clause", "infinitive", "nominal", "describing", "about")
_PRONOUNS = {"he", "she", "they", "it", "we", "i", "who", "you"}
_GOALS = {"xcomp", "advcl"}
_MARKS = '“”„«»"‘'


class Content(NamedTuple):
    """What is said: its tokens, and the rule that found it."""

    first: int
    last: int
    rule: str
    confidence: Confidence


def indirect_quotes(sentence: Span, reading: Reading) -> Iterator[Quote]:
    """What the sentence reports without quotation marks."""
    for token in words_at(sentence, _reporting(sentence.doc)):
        if token.lower_ == "according":
            yield from _according(token, reading)
        elif content := _content(token):
            speaker = party(subject_of(token), reading)
            if _can_say(speaker, content) and not is_unsaid(token) and not _is_quoted(content, token):
                yield _row(content, token, speaker, reading)


def _can_say(speaker: Party, content: Content) -> bool:
    """Whether somebody says it; a verb with a noun can have a thing as its subject (*his return raised hopes*)."""
    known = speaker.entity_id is not None or content.rule not in {"noun", "about"}
    return speaker.printed is not None and (known or speaker.printed.lower() in _PRONOUNS)


@lru_cache(maxsize=1)
def _reporting(doc: Doc) -> list[int]:
    """Where the verbs stand that can report, and *according*."""
    tokens = tokens_of(doc)
    return sorted({*places(tokens, ("VERB", "AUX"), _verbs()), *places_of(tokens.lower, ("according",))})


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*map(verbs_taking, _FRAMES))


def _content(verb: Token) -> Content | None:
    """The clause, infinitive or noun phrase that says what is said."""
    if verb.lemma_.lower() in verbs_taking("clause") and (clause := _said_clause(verb)) is not None:
        return _clause(clause, verb)
    if verb.lemma_.lower() in verbs_taking("describing") and (described := _description(verb)):
        return described
    clauses_first = sorted(children(verb), key=lambda child: child.dep_ != "xcomp")
    return _about(verb) or next((phrase for child in clauses_first if (phrase := _phrase(child, verb))), None)


def _about(verb: Token) -> Content | None:
    """Whom the verb blames, praises or calls upon, and what for: *blamed Oslo for the delay*, *called for a truce*."""
    openers = prepositions_of(verb.lemma_.lower())
    if not openers or _is_passive(verb):
        return None
    whom = next((child for child in children(verb) if child.dep_ == "dobj" and child.i > verb.i), None)
    beside = [*children(verb), *(children(whom) if whom is not None else ())]
    what = [child for child in beside if child.dep_ == "prep" and child.lower_ in openers and child.i > verb.i]
    if not what:
        return None
    first = whom.left_edge.i if whom is not None else what[0].i + 1
    goals = [child for child in children(verb) if child.dep_ in _GOALS and child.tag_ == "VB" and child.i > what[0].i]
    last = max(word.right_edge.i for word in (what[0], *goals)) + 1
    return Content(*_trimmed(verb.doc, first, last), "about", "medium")


def _description(verb: Token) -> Content | None:
    """What the verb calls something: *called the charge a lie*, *dismissed the report as nonsense*."""
    after = [child for child in children(verb) if child.i > verb.i]
    if not any(child.dep_ in ("dobj", "xcomp", "ccomp") for child in after):
        return None
    said = next(
        (child for child in after if child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as")), None
    )
    if said is None:
        return None
    return Content(*_trimmed(verb.doc, verb.i + 1, said.right_edge.i + 1), "description", "medium")


def _said_clause(verb: Token) -> Token | None:
    """The clause after the verb; else one before it, unless the verb is itself subordinate (*after Berg said*)."""
    clauses = [child for child in children(verb) if child.dep_ == "ccomp"]
    after = next((clause for clause in clauses if clause.i > verb.i), None)
    if after is not None or not clauses:
        return after
    apart = any(child.dep_ == "mark" or (child.text == ";" and child.i < verb.i) for child in children(verb))
    return None if apart else clauses[0]


def _phrase(child: Token, verb: Token) -> Content | None:
    """The infinitive, gerund or noun that the verb takes as what is said."""
    lemma = verb.lemma_.lower()
    if _is_silence(child, lemma):
        return None
    if child.dep_ == "xcomp" and child.tag_ == "VB" and lemma in verbs_taking("infinitive") and not _is_passive(verb):
        content = _bounded(child, verb, "infinitive", "medium")
        bidden = _bidden(child, verb)
        return content._replace(first=bidden.left_edge.i) if bidden is not None else content
    if lemma not in verbs_taking("nominal"):
        return None
    if child.dep_ in ("xcomp", "pcomp") and child.tag_ == "VBG":
        return _bounded(child, verb, "gerund", "medium")
    if child.dep_ == "dobj" and (child.lemma_.lower() in content_nouns() or _is_told(child, lemma)):
        return _bounded(child, verb, "noun", "medium")
    return None


def _is_silence(infinitive: Token, lemma: str) -> bool:
    """Whether nothing is said (*declined to comment*, *refused to say when*)."""
    return lemma in {"decline", "refuse"} and infinitive.lemma_ in report_verbs() | {"answer", "elaborate", "respond"}


def _bidden(infinitive: Token, verb: Token) -> Token | None:
    """Who is to do what the infinitive says, where a noun names him (*urged both sides to return*)."""
    between = (child for child in children(verb) if child.dep_ == "dobj" and verb.i < child.i < infinitive.i)
    return next((child for child in between if child.pos_ != "PRON"), None)


def _is_told(noun: Token, lemma: str) -> bool:
    """Whether the verb says its object, whatever that is; a name or a pronoun alone says nothing."""
    return lemma in verbs_of_any_content() and noun.pos_ == "NOUN" and noun.left_edge.i < noun.right_edge.i


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in children(verb))


def _clause(clause: Token, verb: Token) -> Content:
    content = _bounded(clause, verb, "clause", "high")
    opener = clause.doc[content.first]
    return content._replace(first=content.first + 1) if opener.lower_ == "that" and opener.dep_ == "mark" else content


def _bounded(head: Token, verb: Token, rule: str, confidence: Confidence) -> Content:
    """The phrase of the head, on its side of the verb, without punctuation at its ends."""
    first, last = head.left_edge.i, _end(head)
    if first <= verb.i < last:
        first, last = (first, verb.i) if head.i < verb.i else (verb.i + 1, last)
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and first < child.i < last), None)
        last = subject.left_edge.i if subject is not None and head.i < verb.i else last
    last = next((word.left_edge.i for word in head.doc[head.i + 1 : last] if _goes_on(word, verb)), last)
    return Content(*_trimmed(head.doc, first, last), rule, confidence)


def _end(head: Token) -> int:
    """The end of the phrase; a word with a hyphen that the parser took apart is whole (*would re-enter the market*)."""
    doc, last = head.doc, head.right_edge.i + 1
    while last + 1 < len(doc) and doc[last].text == "-" and not (doc[last - 1].whitespace_ or doc[last].whitespace_):
        last = doc[last + 1].right_edge.i + 1
    return last


def _goes_on(word: Token, verb: Token) -> bool:
    """Whether the same speaker goes on there, beside what the verb reports (*..., adding that*)."""
    return is_added(word) and word.i > verb.i and teller(word) == subject_of(verb)


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    while first < last and (doc[first].is_punct or doc[first].is_space) and doc[first].text not in _MARKS:
        first += 1
    while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space) and doc[last - 1].text not in _MARKS:
        last -= 1
    return first, last + _closes(doc, first, last)


def _closes(doc: Doc, first: int, last: int) -> bool:
    """Whether the word after the stretch is the closing mark of one that it opens."""
    if last >= len(doc) or doc[last].text not in {"”", '"'}:
        return False
    inside = doc[first:last].text
    return inside.count("“") > inside.count("”") or (doc[last].text == '"' and inside.count('"') % 2 == 1)


def _is_quoted(content: Content, verb: Token) -> bool:
    """Whether marks hold all of it, so that it is a direct quotation; or nothing is left of it."""
    if content.first == content.last or verb.doc[content.first].text[0] in _MARKS:
        return True
    return verb.doc[max(content.first - 1, 0)].text[:1] in _MARKS


def _according(token: Token, reading: Reading) -> Iterator[Quote]:
    """The clause that stands *according to* someone."""
    to = next((child for child in children(token) if child.lower_ == "to"), None)
    source = next((child for child in children(to) if child.dep_ == "pobj"), None) if to is not None else None
    if source is None or token.head.i == token.i:
        return
    sentence, phrase = sentence_of(token), (token.left_edge.i, token.right_edge.i + 1)
    sides = [(sentence.start, phrase[0]), (phrase[1], sentence.end)]
    first, last = max((_trimmed(token.doc, *side) for side in sides), key=lambda side: side[1] - side[0])
    speaker = party(source, reading)
    if speaker.printed and last - first > 2:
        yield _row(Content(first, last, "according_to", "medium"), token, speaker, reading)


def _row(content: Content, verb: Token, speaker: Party, reading: Reading) -> Quote:
    span = verb.doc[content.first : content.last]
    told = addressee(verb, reading) if content.rule != "according_to" else NOBODY
    return Quote(
        **reading.evidence(span.start_char, span.end_char),
        quote_id=reading.key("quote", span.start_char, span.end_char),
        kind="indirect",
        status="expected" if is_expected(verb) else "said",
        speaker_id=speaker.entity_id,
        speaker=speaker.printed,
        verb=verb.text,
        addressee_id=told.entity_id,
        utterance_id=reading.key("utterance", span.start_char),
        rule=content.rule,
        confidence=content.confidence,
    )
