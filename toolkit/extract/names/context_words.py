"""Words that tell how a name or pronoun beside them is meant (`name_context.csv`)."""

from functools import cache

from toolkit.lexicons import rows


@cache
def words_for(use: str) -> frozenset[str]:
    """The words of that use, in lower case: *locative*, *place_verb*, *name_particle*, ..."""
    return frozenset(row["word"] for row in rows("name_context") if row["use"] == use)
