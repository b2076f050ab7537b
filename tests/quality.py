"""Quality floors: what the toolkit reaches on the development sets, and the file that it must not fall below.

`python tests/quality.py` prints the figures beside their floors; `--raise` writes the higher ones into quality.json;
`--lower SET` is the only way down, and asks for a reason in the commit that holds it.
"""

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[1]
GOLD = PROJECT.parent / "shared" / "gold"
FLOORS = Path(__file__).with_name("quality.json")
SETS = (
    "seed",
    "events",
    "dates",
    "dates_spec",
    "quantities",
    "quantities_spec",
    "numbers_spec",
    "quotes",
    "names",
    "names_news",
    "statistics",
)
# Of a statistic, each including the one before; the scorer reports more beside them.
LEVELS = ("span", "value", "unit", "measure", "full")
# How far a figure may lie below its floor: the language model's own last digits differ between processors.
SLACK = 0.005


def floors() -> dict[str, dict[str, float]]:
    """Set -> figure -> floor."""
    if not FLOORS.is_file():
        return {}
    return json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]


def measured(name: str, folder: Path, parses: Path) -> dict[str, float]:
    """Figure -> value of one development set, read with today's code.

    Args:
        name: the set.
        folder: where input and tables go.
        parses: a file that keeps parses between runs.
    """
    if name == "statistics":
        source, tables = GOLD / "statistics" / "docs.jsonl", folder / "statistics"
        _tables(source, tables, parses)
        return _statistics(tables)
    _run(sys.executable, GOLD / "score.py", name, "--make-input", folder)
    tables = folder / name
    _tables(folder / f"{name}.jsonl", tables, parses)
    return _figures(_run(sys.executable, GOLD / "score.py", name, tables))


def _tables(source: Path, out: Path, parses: Path) -> None:
    _run(sys.executable, "-m", "toolkit", "tables", source, "--out", out, "--cache", parses)


def _run(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def _figures(report: str) -> dict[str, float]:
    """The measures among the lines `name: value` of the scorer's report; counts are not measures."""
    lines = [line.rsplit(": ", 1) for line in report.splitlines() if ": " in line]
    return {name: float(value) for name, value in lines if name.endswith("F1") or name.startswith("headline")}


def _statistics(tables: Path) -> dict[str, float]:
    scorer, gold = GOLD / "statistics" / "score_statistics.py", GOLD / "statistics"
    report = json.loads(_run(sys.executable, scorer, gold, tables, "--json"))
    return {f"{level} F1": round(found["f1"], 3) for level, found in report.items() if level in LEVELS}


def shortfalls(name: str, found: dict[str, float]) -> list[str]:
    """The figures of a set that lie below their floors, in words."""
    return [
        f"{name}: {figure} is {found.get(figure, 0):.3f}, its floor is {floor:.3f}"
        for figure, floor in floors().get(name, {}).items()
        if found.get(figure, 0) < floor - SLACK
    ]


def raised(old: dict[str, float], found: dict[str, float]) -> dict[str, float]:
    """The floors of a set after a measurement: none falls, none disappears."""
    return {figure: max(old.get(figure, 0), found.get(figure, 0)) for figure in {**found, **old}}


def write(new: dict[str, dict[str, float]]) -> None:
    """Keep the floors with the day on which they were measured."""
    held = {"measured": f"{datetime.now(UTC):%Y-%m-%d}", "floors": new}
    FLOORS.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@cache
def parses() -> Path:
    """The file that keeps the sets' parses between runs; it goes with the environment."""
    return Path(sys.prefix) / "quality-parses.sqlite"


def main() -> int:
    """Measure, compare, and on request move the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS, help="the sets to measure; all unless named")
    parser.add_argument("--raise", dest="upward", action="store_true", help="write figures that are higher now")
    parser.add_argument(
        "--lower", action="append", default=[], metavar="SET", help="write this set's figures as they are"
    )
    parser.add_argument("--out", type=Path, default=PROJECT / ".venv" / "quality", help="the folder for tables")
    options = parser.parse_args()
    held, low = floors(), []
    for name in options.sets:
        found = measured(name, options.out, parses())
        low += [] if name in options.lower else shortfalls(name, found)
        for figure, value in found.items():
            sys.stdout.write(f"{name}\t{figure}\t{value:.3f}\t{held.get(name, {}).get(figure, 0):.3f}\n")
        if name in options.lower:
            held[name] = found
        elif options.upward:
            held[name] = raised(held.get(name, {}), found)
    if options.upward or options.lower:
        write(held)
    sys.stderr.writelines(f"{line}\n" for line in low)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
