"""Files to articles."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from toolkit.records import Article, Warning, key


@dataclass(frozen=True)
class Intake:
    articles: list[Article] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


def read(inputs: Iterable[str | Path], *, published: date | None = None) -> Intake:
    intake = Intake()
    for name in inputs:
        files = sorted(Path(name).iterdir()) if Path(name).is_dir() else [Path(name)]
        for file in files:
            if file.suffix == ".jsonl":
                for n, line in enumerate(file.open(encoding="utf-8"), 1):
                    r = json.loads(line)
                    day = date.fromisoformat(r["published"][:10]) if r.get("published") else published
                    intake.articles.append(Article(article_id=key(r["text"], r.get("id")), external_id=str(r.get("id")), text=r["text"], published=day, published_how="given" if day else "unknown", path=f"{file}#{n}", title=r["text"].split("\n")[0] if "\n" in r["text"] else None))
            else:
                t = file.read_text(encoding="utf-8").strip()
                intake.articles.append(Article(article_id=key(t), text=t, path=str(file), title=t.split("\n")[0]))
    return intake
