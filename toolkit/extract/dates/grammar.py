"""The levels of the cascade, from times of day up to ranges."""

from collections.abc import Sequence

from toolkit.extract.dates.cascade import Item, level, rewritten
from toolkit.extract.dates.clocks import CLOCKS
from toolkit.extract.dates.lengths import JOINED_LENGTHS, LENGTHS, SETS
from toolkit.extract.dates.moments import Meaning
from toolkit.extract.dates.phrases import PHRASES, POSITIONS
from toolkit.extract.dates.points import POINTS, YEARS
from toolkit.extract.dates.ranges import HOURS, RANGES

# Lengths stand after dates, so that *two weeks ago* is a date; joined after single, so that sums come together.
LEVELS = tuple(map(level, (CLOCKS, SETS, POINTS, YEARS, LENGTHS, JOINED_LENGTHS, PHRASES, POSITIONS, RANGES, HOURS)))


def expressions(items: Sequence[Item]) -> Sequence[Item]:
    """The outermost time expressions of a sentence, in order; their values are meanings."""
    return [item for item in rewritten(items, LEVELS if items else ()) if isinstance(item.value, Meaning)]
