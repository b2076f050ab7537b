"""Places and bodies whose printed name is nearly a country's: the country is suggested, never put in its place."""

from collections.abc import Collection
from functools import cache

from toolkit.lexicons import rows
from toolkit.lexicons.misspelt import is_other_name, misspelt_country
from toolkit.records import Entity
from toolkit.resolve.suggestion import Suggestion

_SCORE, _SCORE_IN_CONTEXT = 0.6, 0.8


def country_suggestion(entity: Entity, around: Collection[str]) -> Suggestion | None:
    """The country that a name misses by a letter.

    Args:
        entity: no person; names of people are compared with people's.
        around: ISO 3166 alpha-3 codes of the names in its article. A name that something else bears
            (*Columbia*) is taken for a misprint only where they speak of the country.
    """
    iso3 = misspelt_country(entity.name)
    named = iso3 in around
    if iso3 is None or entity.iso3 not in (None, iso3) or (is_other_name(entity.name) and not named):
        return None
    name = _names()[iso3]
    reason = f"{name} with a letter wrong or out of place"
    return Suggestion(
        name, f"{reason}; the article speaks of it" if named else reason, _SCORE_IN_CONTEXT if named else _SCORE
    )


@cache
def _names() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("countries")}
