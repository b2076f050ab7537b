"""Figures of a development set in two parts: two thirds to work on, and a third whose mistakes nobody looks at.

A text belongs to the third by a hash of its id, so the parts never change. When the third falls behind, the rules have
learned the other two by heart. `python tests/heldout.py events quotes`; `--errors 20` prints mistakes of the two thirds
alone, `--confusion` counts gold roots against those that were read (over all of `events`, as counts tell no sentence).
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from quality import GOLD, PROJECT, measured, parses

SETS = ("events", "quotes")
PARTS = 3


def is_held_out(text_id: str) -> bool:
    """Whether nobody looks at the mistakes in this text."""
    return int(hashlib.sha256(text_id.encode()).hexdigest(), 16) % PARTS == 0


def confusion(docs: Iterable[dict[str, Any]], tables: Any, scoring: Any) -> Counter[tuple[str, str]]:
    """Gold root and the root read in its place -> count: itself where found, else each other root of the sentence."""
    counts: Counter[tuple[str, str]] = Counter()
    for doc in docs:
        rows = scoring.tables.View(doc, tables).rows("events")
        read = {scoring.events.YIELD.get(root, root) for row in rows if (root := scoring.events.root_of(row))}
        for item in doc["gold"]:
            found = {item["root"]} & read or read or {"-"}
            counts.update((item["root"], root) for root in found)
    return counts


def table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """The counts as lines of text: a row a gold root, a column a root that was read."""
    gold, read = sorted({one for one, _ in counts}), sorted({other for _, other in counts})
    yield " " * 10 + "".join(f"{name[:6]:>7}" for name in read)
    yield from (f"{one:10}" + "".join(f"{counts[one, other] or '.':>7}" for other in read) for one in gold)


def main() -> None:
    """Measure the sets and print both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--confusion", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(GOLD))
    score = import_module("score")
    folder = PROJECT / ".venv" / "quality"
    for name in options.sets:
        measured(name, folder, parses())
        docs, tables = score.load(name), score.Tables(folder / name)
        for part, held_out in (("two thirds", False), ("held-out third", True)):
            sys.stdout.write(f"== {name}, {part}\n")
            some = [doc for doc in docs if is_held_out(doc["id"]) == held_out]
            score.SETS[name][1](some, tables).print(0 if held_out else options.errors)
        if options.confusion and name == "events":
            counts = confusion(docs, tables, import_module("scoring"))
            sys.stdout.writelines(f"{line}\n" for line in table(counts))


if __name__ == "__main__":
    main()
