"""The verb of saying that belongs to a quotation in marks, by its place beside them."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from toolkit.extract.quotes.lexicon import verbs_taking
from toolkit.extract.sentences import sentence_of

# So many words may stand between the marks and the verb: *, a spokesman for the ministry in Oslo said*.
_REACH = 14
_MARKS = set('“”„«»"')
_STOPS = {".", "!", "?"}


def cue_of(quoted: Span, text: str) -> Token | None:
    """The verb of saying before or after the quotation, in its paragraph.

    A verb right before the opening mark wins; then one after the closing mark, where the quotation does not end a
    sentence; then one before it in the same sentence.

    Args:
        quoted: what stands between the marks.
        text: the article's text.
    """
    doc, first, last = quoted.doc, quoted.start, quoted.end
    before = next(_saying(doc[i] for i in range(first - 1, max(first - _REACH, 0) - 1, -1)), None)
    after = next(_saying(doc[i] for i in range(last, min(last + _REACH, len(doc)))), None)
    if before is not None and (_introduces(before, first) or after is None):
        return before if _same_sentence(before, doc[first]) or _introduces(before, first) else None
    if after is not None and _follows(after, quoted, text):
        return after
    return before if before is not None and _same_sentence(before, doc[first]) else None


def _saying(tokens: Iterator[Token]) -> Iterator[Token]:
    """The verbs of saying among the tokens, up to the next mark or paragraph end."""
    skipped = 0
    for token in tokens:
        if token.text[:1] in _MARKS or "\n" in token.text:
            skipped += 1
            if skipped > 1 or "\n" in token.text:
                return
        elif (
            token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in verbs_taking("speech") and not _compounded(token)
        ):
            yield token


def _compounded(token: Token) -> bool:
    """Whether the verb is part of a word such as *so-called*."""
    return token.i > 0 and token.doc[token.i - 1].text == "-"


def _introduces(verb: Token, first: int) -> bool:
    """Whether only a comma, a colon, *that* or whom it is told stands between the verb and the mark."""
    between = [token for token in verb.doc[verb.i + 1 : first] if token.text[:1] not in _MARKS]
    return all(
        token.is_punct or token.lower_ in ("that", "this", "it", "how") or token.dep_ in ("prt", "advmod")
        for token in between
    )


def _follows(verb: Token, quoted: Span, text: str) -> bool:
    """Whether subject and verb come after the closing mark, as in *,” said Berg* and *!” the minister told us*."""
    words = verb.doc[quoted.end : verb.i + 1]
    if any(token.text in _STOPS for token in words):  # the verb of another sentence
        return False
    rest = next((token for token in words if not token.is_punct and token.text[:1] not in _MARKS), verb)
    ends_sentence = quoted[-1].text in (".", "…") and text[quoted.end_char : quoted.end_char + 1] != ","
    return not ends_sentence or rest.i == verb.i or not rest.text[0].isupper() or _attributes(rest, verb)


def _attributes(subject: Token, verb: Token) -> bool:
    """Whether the sentence after a full stop does nothing but name the speaker, as *Berg said* does."""
    sentence = sentence_of(verb)
    return subject.i <= sentence.start + 2 and sentence.end - verb.i <= 3


def _same_sentence(one: Token, two: Token) -> bool:
    return sentence_of(one).start == sentence_of(two).start
