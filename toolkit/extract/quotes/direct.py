"""Direct quotations: what stands in quotation marks and somebody says."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from toolkit.extract.quotes.cues import cue_of
from toolkit.extract.quotes.lexicon import names_a_title
from toolkit.extract.quotes.marks import Quoted, quoted_in
from toolkit.extract.quotes.speakers import (
    NOBODY,
    Party,
    addressee,
    is_expected,
    is_unsaid,
    party,
    person_before,
    person_beside,
    subject_of,
)
from toolkit.extract.reading import Reading
from toolkit.extract.tree import children
from toolkit.records import Confidence, Quote

# Fewer words without a verb of saying are a title, a nickname or a doubted word.
_FEWEST_WORDS = 5
_LABEL = re.compile(r"([A-Z][A-Z .’'-]{1,30}): ")
_STOPS = {".", "!", "?"}
# What stands between two sentences of one speaker is no longer than this.
_CUE = 120
_DASHES = "―—–-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words they are, and how that was found."""

    speaker: Party
    told: Party
    rule: str
    confidence: Confidence
    verb: Token | None = None
    utterance_id: str | None = None


def direct_quotes(sentence: Span, reading: Reading) -> Iterator[Quote]:
    """The quotations in marks that begin in the sentence."""
    text = reading.article.text
    quoted = quoted_in(text)
    begun = quoted[bisect_left(quoted, (sentence.start_char,)) : bisect_left(quoted, (sentence.end_char,))]
    last = last_direct(reading) if begun else None
    for one in begun:
        span = reading.span(one.start, one.end)
        verb = cue_of(span, text)
        if _is_so_called(span) or _is_unspoken(one, span, verb, last, reading):
            continue
        last = _row(one, _attribution(span, verb, last, reading), reading)
        yield last


def last_direct(reading: Reading) -> Quote | None:
    """The direct quotation that was read last."""
    return next((quote for quote in reversed(reading.quotes) if quote.kind == "direct"), None)


def _is_unspoken(quoted: Quoted, span: Span, verb: Token | None, last: Quote | None, reading: Reading) -> bool:
    """Whether nobody says it: the verb denies it or has it as its subject; without a verb it is a title or a theme."""
    if verb is not None:
        return is_unsaid(verb) or _acts(span, verb) or _is_name(verb)
    return _is_no_quotation(span) and not (last is not None and _continues(last, quoted, reading))


def _continues(last: Quote, quoted: Quoted, reading: Reading) -> bool:
    """Whether it is a whole sentence after the speaker's last, in one paragraph (*“Stay,” she said. “Not now.”*)."""
    text = reading.article.text
    between, within = text[last.end : quoted.start].strip(" “\"'"), text[quoted.start : quoted.end]
    here, there = (reading.sentence_at(at).paragraph for at in (quoted.start, last.start))
    whole = within[:1].isupper() and within.rstrip(' ”"')[-1:] in _STOPS and between[-1:] in {*_STOPS, "”", '"'}
    return here == there and whole and bool(last.speaker) and len(between) < _CUE


def _is_no_quotation(span: Span) -> bool:
    """Whether the marks hold a title, a theme, a nickname or a word in doubt."""
    before = span.doc[max(span.start - 2, 0) : max(span.start - 1, 0)]
    if any(names_a_title(token) for token in before):
        return True
    words = sum(not token.is_punct for token in span)
    return words < _FEWEST_WORDS or not any(token.pos_ in ("VERB", "AUX") for token in span)


def _is_name(verb: Token) -> bool:
    """Whether it only tells what something is called (*the film is called “Night”*)."""
    labels = {child.dep_ for child in children(verb)}
    return verb.lemma_ in {"call", "name", "title", "entitle", "dub"} and "auxpass" in labels and "agent" not in labels


def _is_so_called(span: Span) -> bool:
    """Whether somebody doubts the word: *the so-called “reform”*."""
    return span.doc[max(span.start - 4, 0) : span.start].text.lower().replace(" ", "")[:-1].endswith("so-called")


def _acts(span: Span, verb: Token) -> bool:
    """Whether what stands in marks is itself the subject of the verb: *the “Lima Declaration” promises open trade*."""
    subject = subject_of(verb)
    return subject is not None and span.start <= subject.i < span.end


def _attribution(span: Span, verb: Token | None, last: Quote | None, reading: Reading) -> Attribution:
    """By the verb of saying; else by a signature; else the speaker before goes on."""
    speaker = _by_verb(verb, reading) if verb is not None else _label(span, reading) or _signature(span, reading)
    told = addressee(verb, reading) if verb is not None else NOBODY
    before = last if last is not None and _is_near(last, span, reading) else None
    if speaker.printed:
        joined = before.utterance_id if before and _goes_on(before, span, verb) else None
        rule = "marks_and_verb" if verb is not None else "marks_and_signature"
        return Attribution(speaker, told, rule, "high", verb, joined)
    if before and verb is None:
        same = Party(before.speaker, before.speaker_id), Party(None, before.addressee_id)
        return Attribution(*same, "marks_continued", "medium", utterance_id=before.utterance_id)
    if verb is None and (speaker := person_before(span, reading)).printed:
        return Attribution(speaker, told, "marks_after_person", "low")
    return Attribution(speaker, told, "marks", "low", verb)


def _by_verb(verb: Token, reading: Reading) -> Party:
    """The subject of the verb of saying; where the parser found none, the person named right beside it."""
    speaker = party(subject_of(verb), reading)
    return speaker if speaker.printed else person_beside(verb, reading)


def _label(span: Span, reading: Reading) -> Party | None:
    """The name in front of the words of an interview: *“BERG: We will stay.”*."""
    label = _LABEL.match(span.text)
    if label is None:
        return None
    start = span.start_char
    named = reading.mentions_in(start, start + label.end())
    return Party(label[1], named[0].entity_id if named else None)


def _signature(span: Span, reading: Reading) -> Party:
    """The name behind a dash that signs a quotation: *“...” ― Sonia Rey*."""
    doc = span.doc
    rest = [token for token in doc[span.end : span.end + 4] if not token.is_space]
    dash = next((token for token in rest[:2] if token.text[0] in _DASHES), None)
    name = doc[dash.i + 1] if dash is not None and dash.i + 1 < len(doc) else None
    if name is None or not name.text[0].isupper():
        return NOBODY
    mention = next((m for m in reading.mentions if m.start == name.idx and m.level == "name"), None)
    return Party(mention.text, mention.entity_id) if mention else NOBODY


def _is_near(last: Quote, span: Span, reading: Reading) -> bool:
    """Whether the quotation before has a speaker and stands in this paragraph or the one before."""
    here, there = reading.sentence_at(span.start_char).paragraph, reading.sentence_at(last.start).paragraph
    return bool(last.speaker or last.speaker_id) and here - there <= 1


def _goes_on(before: Quote, span: Span, verb: Token | None) -> bool:
    """Whether it is the rest of the quotation before, split around its verb, as in *“We will,” she said, “act.”*."""
    return verb is not None and before.end <= verb.idx < span.start_char and before.verb == verb.text


def _row(quoted: Quoted, found: Attribution, reading: Reading) -> Quote:
    return Quote(
        **reading.evidence(quoted.start, quoted.end),
        quote_id=reading.key("quote", quoted.start, quoted.end),
        kind="direct",
        status="expected" if found.verb is not None and is_expected(found.verb) else "said",
        speaker_id=found.speaker.entity_id,
        speaker=found.speaker.printed,
        verb=found.verb.text if found.verb is not None else None,
        addressee_id=found.told.entity_id,
        utterance_id=found.utterance_id or reading.key("utterance", quoted.start),
        rule=found.rule,
        confidence=found.confidence,
    )
