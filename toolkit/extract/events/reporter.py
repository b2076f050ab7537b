"""Who reports an event: the subject of the verb of saying above it."""

from toolkit.extract.events import clauses
from toolkit.extract.events.lexicon import reports
from toolkit.extract.events.triggers import Trigger
from toolkit.extract.names import referents
from toolkit.extract.reading import Reading


def reporter(trigger: Trigger, reading: Reading) -> str | None:
    """The entity whose words tell the event; None where the article tells it itself."""
    for verb in trigger.clause.ancestors:
        if verb.lemma_ not in reports():
            continue
        for head in clauses.agents(verb):
            for referent in referents(head, reading):
                return referent.entity_id
    return None
