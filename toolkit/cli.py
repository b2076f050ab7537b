"""The command line: `python -m toolkit`, also `toolkit` once installed.

Exit status 0; 1 when nothing could be read; 2 for wrong usage. Messages go to standard error.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from toolkit.corpus import build_corpus, intake_warnings, load_corpus, read_articles, read_tables, write_tables
from toolkit.errors import SelectionError, ToolkitError
from toolkit.lab import open_lab
from toolkit.query import Selection
from toolkit.schema import TABLES, problems

# Tables that reading the files fills; no language model is needed for these alone.
UNPARSED = {"articles", "warnings"}
# Warnings worth a line each on the screen; the table holds them all.
_SHOWN = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.command(options)
    except ToolkitError as problem:
        _say(str(problem))
        return 2 if isinstance(problem, SelectionError) else 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="toolkit", description="News articles to tables, with evidence for every row."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_tables(commands.add_parser("tables", help="read files or folders and write one file a table"))
    _add_brief(commands.add_parser("brief", help="write the briefing pack"))
    _add_lab(commands.add_parser("lab", help="open JupyterLab on the notebooks"))
    _add_check(commands.add_parser("check", help="validate a saved corpus: schema, keys, and evidence in the text"))
    return parser


def _add_tables(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for <table>.<format>")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=TABLES,
        metavar="TABLE",
        help="write these tables only; articles and warnings alone need no parsing",
    )
    parser.set_defaults(command=_tables)


def _add_brief(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for the briefing pack")
    parser.add_argument("--selection", type=_selection, metavar="FILE", help="what to brief on, as JSON")
    parser.set_defaults(command=_brief)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """What both commands that read articles are told of them."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a file (text, JSON Lines, CSV) or a folder of them")
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="publication day, YYYY-MM-DD, of articles whose file does not give one in a field of its own",
    )
    parser.add_argument("--corrections", type=Path, metavar="FILE", help="the analyst's corrections, a CSV file")
    parser.add_argument(
        "--cache", type=Path, metavar="FILE", help="keep parses in this file, and use those that it holds"
    )


def _add_lab(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, metavar="N", help="the port; the next free one is taken when it is in use")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    parser.set_defaults(command=_lab)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a saved corpus, or a folder that `tables` wrote")
    parser.set_defaults(command=_check)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-11-14") from problem


def _selection(path: str) -> Selection:
    try:
        return Selection.from_json(Path(path).read_text(encoding="utf-8"))
    except OSError as problem:
        raise argparse.ArgumentTypeError(f"{path} cannot be read: {problem.strerror}") from problem
    except (UnicodeDecodeError, SelectionError) as problem:
        raise argparse.ArgumentTypeError(f"{path} holds no selection: {problem}") from problem


def _tables(options: argparse.Namespace) -> int:
    write_tables((), options.out)  # a folder that cannot be written fails before the work, not after it
    articles = read_articles(options.inputs, published=options.published)
    wanted = options.only or list(TABLES)
    if set(wanted) <= UNPARSED:
        tables = {"articles": articles, "warnings": intake_warnings(articles)}
    else:
        corpus = build_corpus(articles, corrections=options.corrections, cache=options.cache)
        tables = {name: corpus.table(name) for name in wanted}
    write_tables(((name, tables[name]) for name in wanted), options.out, format=options.format)
    return _summary(articles, options, f"tables written to {options.out}")


def _summary(articles: pd.DataFrame, options: argparse.Namespace, done: str) -> int:
    """Say what was read and what was not, and what was done; the exit status."""
    warnings = articles.attrs["warnings"]
    for warning in warnings[:_SHOWN]:
        _say(f"{warning['path'] or warning['article_id']}: {warning['message']}")
    if len(warnings) > _SHOWN:
        _say(f"... and {len(warnings) - _SHOWN} more, all in the table warnings")
    if articles.empty:
        _say(f"nothing could be read from {', '.join(options.inputs)}")
        return 1
    _say(f"{len(articles)} articles read, {done}")
    return 0


def _brief(options: argparse.Namespace) -> int:
    # Imported here: charts take a second that tables should not wait for.
    from toolkit.briefing import brief  # noqa: PLC0415

    write_tables((), options.out)
    articles = read_articles(options.inputs, published=options.published)
    if articles.empty:
        return _summary(articles, options, "")
    corpus = build_corpus(articles, corrections=options.corrections, cache=options.cache)
    briefing = brief(corpus, options.selection, options.out)
    return _summary(articles, options, f"{briefing.page}, {briefing.checked()}")


def _lab(options: argparse.Namespace) -> int:
    return open_lab(port=options.port, browser=not options.no_browser)


def _check(options: argparse.Namespace) -> int:
    found = _faults(options.folder)
    for fault in found:
        _say(fault)
    _say(f"{options.folder}: {f'{len(found)} faults' if found else 'schema, keys and evidence are sound'}")
    return 1 if found else 0


def _faults(folder: Path) -> list[str]:
    """The faults of a saved corpus, or of a folder of table files."""
    if any((folder / f"articles.{suffix}").is_file() for suffix in ("csv", "parquet")):
        return problems(read_tables(folder))
    return load_corpus(folder).problems()


def _say(text: str) -> None:
    print(text, file=sys.stderr)
