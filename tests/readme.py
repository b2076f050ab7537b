"""The parts of README.md that are made, not written: the table reference and the measured quality.

`python tests/readme.py` brings them up to date; tests/test_readme.py fails while they are not.
"""

import json
import re
from pathlib import Path

from toolkit.schema import TABLES, Column, Table

README = Path(__file__).parents[1] / "README.md"
FLOORS = Path(__file__).with_name("quality.json")
# What the sets of tests/quality.json measure, in the words of somebody who has not seen them.
SETS = (
    ("seed", "headline", "the seed article, mean over its tables"),
    ("names", "headline", "names and their types, Wikipedia"),
    ("names_news", "headline", "names and their types, news (recall)"),
    ("dates", "headline", "dates in news, value"),
    ("dates_spec", "headline", "date expressions of every kind, span and value"),
    ("quantities", "headline", "quantities in news, exact span"),
    ("quantities_spec", "headline", "quantities of every kind, span, value and unit"),
    ("numbers_spec", "headline", "bare numbers and ranges, span and value"),
    ("statistics", "unit", "statistics in news, value and unit"),
    ("statistics", "full", "statistics in news, value, unit, measure and subject"),
    ("quotes", "headline", "direct quotations in news, content and speaker"),
    ("events", "headline", "events in sentences of news, PLOVER root"),
)


def table_reference() -> str:
    """Every table with its columns and their meaning, from the schema."""
    return "\n\n".join(_section(table) for table in TABLES.values())


def _section(table: Table) -> str:
    rows = "\n".join(_row(column) for column in table.columns)
    return f"#### {table.name}\n\n{table.meaning}\n\n| column | type | meaning |\n|---|---|---|\n{rows}"


def _row(column: Column) -> str:
    kind = column.kind.__name__ + ("" if column.required else " or empty")
    meaning = column.meaning + (f": {', '.join(f'`{value}`' for value in column.allowed)}" if column.allowed else "")
    if column.key:
        meaning += " (key)"
    if column.refers:
        meaning += f" (of `{column.refers}`)"
    return f"| `{column.name}` | {kind} | {meaning} |"


def quality() -> str:
    """The headline figure of every development set, from the floors."""
    held = json.loads(FLOORS.read_text(encoding="utf-8"))
    lines = "\n".join(f"| {words} | {_figure(held['floors'].get(name, {}), wanted)} |" for name, wanted, words in SETS)
    return f"Measured on {held['measured']}.\n\n| what | F1 |\n|---|---|\n{lines}"


def _figure(figures: dict[str, float], wanted: str) -> str:
    found = [value for name, value in figures.items() if name.startswith(wanted)]
    return f"{found[0]:.2f}" if found else "not measured yet"


def updated(text: str) -> str:
    """The README with its made parts as they should be."""
    for name, made in (("tables", table_reference()), ("quality", quality())):
        between = re.compile(rf"(<!-- made: {name} -->\n).*?(<!-- end: {name} -->)", re.DOTALL)
        text = between.sub(lambda found, made=made: f"{found[1]}{made}\n{found[2]}", text)
    return text


if __name__ == "__main__":
    README.write_text(updated(README.read_text(encoding="utf-8")), encoding="utf-8")
