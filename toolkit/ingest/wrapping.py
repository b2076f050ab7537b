"""Lines broken at a column by a mail program or an editor -> paragraphs on one line."""

from itertools import pairwise

NARROWEST, WIDEST = 50, 90
# So many line ends, nearly all of them where the next word did not fit, are no coincidence. Ends of short lines say
# nothing: headlines, headers and lists stand above and between wrapped paragraphs.
FEWEST_BREAKS = 3
EVIDENT = 0.9


def unwrapped(text: str) -> str:
    """The text with its hard line ends joined where it is evidently wrapped at a column; else the text itself."""
    lines = text.split("\n")
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    if not NARROWEST <= width <= WIDEST:
        return text
    forced = [_is_forced(line, after, width) for line, after in pairwise(lines)]
    breaks = sum(len(line) >= NARROWEST and after.strip() != "" for line, after in pairwise(lines))
    if sum(forced) < max(FEWEST_BREAKS, breaks * EVIDENT):
        return text
    pieces = lines[:1]
    for (line, after), hard in zip(pairwise(lines), forced, strict=True):
        pieces += _joint(line) if hard else "\n", after
    return "".join(pieces)


def _is_forced(line: str, after: str, width: int) -> bool:
    """Whether the line ends because the next line's first word would not have fitted on it."""
    if not line or not after or after[0].isspace():
        return False
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _joint(line: str) -> str:
    """A space, but nothing after a hyphen inside a word, such as `US-`."""
    return "" if line[-1] == "-" and line[-2:-1].isalpha() else " "
