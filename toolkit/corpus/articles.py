"""The articles frame: what files and folders hold, before anything is parsed."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pandas as pd

from toolkit.corpus.frames import frame_of, to_pandas
from toolkit.ingest import read
from toolkit.records import Warning


def read_articles(inputs: str | Path | Iterable[str | Path], *, published: date | None = None) -> pd.DataFrame:
    """The articles of files and folders, one row each, with the columns of the `articles` table.

    What could not be read, or only doubtfully, stands in `frame.attrs["warnings"]`; `build_corpus` puts it into the
    `warnings` of the corpus.

    Args:
        inputs: a file or folder, or several; text, JSON Lines or CSV.
        published: the publication day of those that do not tell their own, the reference for relative dates.

    Raises:
        InputError: a path does not exist.
    """
    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    intake = read(paths, published=published)
    frame = to_pandas(frame_of(intake.articles, "articles"), "articles")
    frame.attrs["warnings"] = [asdict(warning) for warning in intake.warnings]
    return frame


def intake_warnings(articles: pd.DataFrame) -> pd.DataFrame:
    """What reading the files had to say, as the `warnings` table; no rows for a frame made in another way."""
    rows = [Warning(**row) for row in articles.attrs.get("warnings", ())]
    return to_pandas(frame_of(rows, "warnings"), "warnings")
