"""Names in the text, from the model's entity recogniser."""

from collections.abc import Iterator

from toolkit.extract.reading import Reading
from toolkit.records import Mention, MentionType

TYPES: dict[str, MentionType] = {
    "PERSON": "PERSON", "GPE": "COUNTRY", "NORP": "GROUP", "ORG": "ORG", "LOC": "REGION", "FAC": "SITE", "EVENT": "EVENT",
    "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER",
}  # fmt: skip


def find_mentions(reading: Reading) -> Iterator[Mention]:
    """The named mentions, with provisional entity ids."""
    for span in reading.doc.ents:
        if span.label_ not in TYPES:
            continue
        kind = TYPES[span.label_]
        start = span.start_char + (4 if span.text.lower().startswith("the ") else 0)
        end = span.end_char - (2 if span.text.endswith(("'s", "’s")) else 0)
        if start >= end:
            continue
        yield Mention(
            **reading.evidence(start, end),
            mention_id=reading.key("mention", start, end, kind),
            type=kind,
            level="name",
            entity_id=reading.key("entity", kind, reading.article.text[start:end]),
            rule="model",
            confidence="medium",
        )
