"""Review of names: what needs a decision on the left, the sentence on the right, corrections below with undo."""

from collections.abc import Sequence
from html import escape
from typing import Any, get_args

import ipywidgets
import pandas as pd
import traitlets

from toolkit.corpus import Corpus, anchor_at, anchor_of
from toolkit.errors import ToolkitError
from toolkit.ledger import Correction
from toolkit.records import MentionType
from toolkit.widgets.button import button
from toolkit.widgets.correcting import in_short
from toolkit.widgets.filters import said
from toolkit.widgets.made import Corrections
from toolkit.widgets.mainviews import first_mention
from toolkit.widgets.refresh import RefreshBar
from toolkit.widgets.reviewed import ReviewedReader, Rows
from toolkit.workbench import Workbench

_EVERYWHERE, _ARTICLE, _MENTION = "everywhere", "in the article shown", "for the mention shown"


def queue(corpus: Corpus) -> pd.DataFrame:
    """The names with a suggestion first, then the others, each group by its mentions."""
    entities = corpus.entities
    ranked = entities.assign(without=entities["suggested_name"].isna())
    ranked = ranked.sort_values(["without", "n_mentions"], ascending=[True, False], kind="stable")
    columns = ["name", "n_mentions", "suggested_name", "suggestion_reason", "type", "role", "iso3", "entity_id"]
    return ranked[columns].rename(columns={"suggested_name": "suggestion", "suggestion_reason": "because"})


_QUEUE = Rows("names", queue, "entity_id", "mentions", marked=first_mention)


class Decisions(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The queue of names and what can be done with the chosen one; every decision goes into the ledger.

    Its values are `corpus`, under the corrections made so far, `chosen`, an entity id, and `mention`, the one shown.
    """

    corpus = traitlets.Instance(Corpus)
    chosen = traitlets.Unicode(default_value=None, allow_none=True)
    mention = traitlets.Unicode(default_value=None, allow_none=True)

    def __init__(self, corpus: Corpus, workbench: Workbench) -> None:
        """A review of the names in the corpus that the workbench keeps."""
        self._workbench = workbench
        self.queue = ReviewedReader(corpus, _QUEUE)
        self.queue.table.stars = "tick"
        self.bar = RefreshBar(workbench, lambda fresh: self.set_trait("corpus", fresh))
        self.made = Corrections(workbench, self._undone)
        self._about, self._said = ipywidgets.HTML(), ipywidgets.HTML()
        self._value = ipywidgets.Combobox(
            placeholder="a name, or a country code", ensure_option=False, continuous_update=False
        )
        self._type = ipywidgets.Dropdown(options=get_args(MentionType), layout={"width": "9rem"})
        self._value.add_class("tk-named")
        self._type.add_class("tk-typed")
        self._scope = ipywidgets.Dropdown(options=(_EVERYWHERE, _ARTICLE, _MENTION), layout={"width": "12rem"})
        self._articles = ipywidgets.Dropdown(layout={"width": "24rem", "max_width": "100%"})
        rows = [ipywidgets.Box(row, layout=ipywidgets.Layout(flex_flow="row wrap")) for row in self._actions()]
        super().__init__([self.bar, self._about, *rows, self._said, self.queue, self.made])
        self.add_class("tk-decisions")
        self.set_trait("corpus", corpus)
        self._link()
        self._redraw()

    def _actions(self) -> list[list[ipywidgets.Widget]]:
        """The buttons in rows: what is suggested; what it is called, and who it is; what it is, and what was missed."""
        self._accept = button("Accept (a)", "call it by the suggested name", self.accept, style="primary")
        self._reject = button("Right as printed (r)", "nothing is to be suggested", lambda: self.act("reject"))
        ticked = button("Accept all ticked", "call every ticked name by its suggestion", self.accept_ticked)
        merged = button("Merge ticked into this (m)", "the ticked names are the same as this one", self.merge_ticked)
        named = [
            button("Rename", "call it by the name typed", lambda: self.act("rename", self._typed())),
            button("Merge into", "it is the same as the name typed", lambda: self.act("merge", self._typed_id())),
            button("Split off", "what is meant there, or printed as typed, is another", self.split),
            button("Not the same as", "never join it with the name typed", self.keep_apart),
            button("Set country", "it is of the country typed, by its code such as JPN", self.of_country),
        ]
        retype = button("Change type (t)", "it is of the type chosen", lambda: self.act("retype", self._type.value))
        add = button("Add selected words", "the words selected in the article are the name typed", self.add_mention)
        drop = button("Drop (x)", "it is no name; its rows are left out", lambda: self.act("drop"), style="danger")
        return [
            [self._accept, self._reject, ticked, merged, self._articles],
            [self._value, *named, self._scope],
            [self._type, retype, drop, add],
        ]

    def _link(self) -> None:
        """Join the values of the parts to those of the whole, and hear of their changes."""
        traitlets.link((self.queue, "chosen"), (self, "chosen"))
        fields = {"e": ".tk-named input", "t": ".tk-typed select"}
        self.queue.table.on_key("aerxmtu", self.pressed, fields=fields)
        self.queue.reader.observe(self._clicked, "clicked")
        self._articles.observe(self._turned, "value")
        self.observe(self._redraw, "corpus")
        self.observe(self._describe, "chosen")
        self.observe(self._clear, "chosen")

    def accept(self) -> None:
        """Call the chosen entity by its suggested name."""
        suggestion = self._row()["suggestion"] if self.chosen else None
        if suggestion is not None and not pd.isna(suggestion):
            self.act("accept", suggestion)

    def accept_ticked(self) -> None:
        """Accept the suggestions of all ticked names at once."""
        rows = queue(self.corpus).dropna(subset=["suggestion"])
        rows = rows[rows["entity_id"].isin(self.queue.table.starred)]
        accepted = zip(rows["entity_id"], rows["suggestion"], strict=True)
        self._correct_ticked([Correction("accept", id_, suggestion) for id_, suggestion in accepted])

    def merge_ticked(self) -> None:
        """The ticked names are the same as the one chosen."""
        others = [id_ for id_ in self.queue.table.starred if id_ != self.chosen]
        self._correct_ticked([Correction("merge", id_, str(self.chosen)) for id_ in others])

    def _correct_ticked(self, corrections: Sequence[Correction]) -> None:
        """Write the corrections, and take the ticks away once they are done."""
        if self._correct(*corrections):
            self.queue.table.starred = []

    def split(self) -> None:
        """What the scope names is another entity; everywhere, what is printed as typed is."""
        self.act("split", self._typed())

    def keep_apart(self) -> None:
        """Never join this one with the name typed; what two share a name is told apart by their mentions."""
        other = first_mention(self.corpus, self._typed_id())
        mine = self.mention or first_mention(self.corpus, str(self.chosen))
        if not other or not mine:
            self._said.value = said(f"No name {self._typed()!r} is in the corpus; type one that is.")
            return
        sides = [str(anchor_of(self.corpus, "mentions", one)) for one in (mine, other)]
        self._correct(Correction("never_merge", sides[0], sides[1]))

    def of_country(self) -> None:
        """The chosen entity is of the country whose code is typed."""
        self.act("set_country", self._typed().upper())

    def add_mention(self) -> None:
        """The words selected in the article are the name typed; a new name gets the type chosen."""
        reader, name = self.queue.reader, self._typed()
        span = reader.selection()
        if span is None or reader.article_id is None or not name:
            self._said.value = said("Select the words in the article first, and type whose name they are.")
            return
        at = anchor_at(self.corpus, reader.article_id, span=span, kind="mention")
        known = name in set(self.corpus.entities["name"])
        self._correct(Correction("add_mention", str(at), self._typed_id() if known else f"{name} ({self._type.value})"))

    def act(self, action: str, value: str = "") -> None:
        """Correct the chosen entity in the scope chosen, and go on to the next name in the queue."""
        if self.chosen is None:
            return
        following = self.queue.table.after(self.chosen)
        if self._correct(Correction(action, self.chosen, value.strip(), self._scope_written())):
            there = set(self.corpus.entities["entity_id"])
            self.queue.chosen = following if following in there else next(iter(queue(self.corpus)["entity_id"]), None)

    def pressed(self, key: str, row: str) -> None:
        """A key on a name: see the words on the buttons."""
        self.queue.chosen = row
        {
            "a": self.accept,
            "r": lambda: self.act("reject"),
            "m": self.merge_ticked,
            "x": lambda: self.act("drop"),
            "e": lambda: None,  # the table has led there
            "t": lambda: None,
            "u": self.undo_last,
        }[key]()

    def undo_last(self) -> None:
        """Take the last correction that is listed back."""
        if self.made.listed:
            self.undo(self.made.listed[0])

    def undo(self, correction: Correction) -> None:
        """Take the correction back."""
        self.made.undo(correction)

    def _correct(self, *corrections: Correction) -> bool:
        """Write corrections and show the corpus under them; whether all of them are in effect."""
        if not corrections:
            self._said.value = said("Nothing is ticked that this can be done with.")
            return False
        names = dict(zip(self.corpus.entities["entity_id"], self.corpus.entities["name"], strict=True))
        try:
            fresh = self._workbench.correct(*corrections, known=self.corpus)
        except ToolkitError as problem:
            self._said.value = said(str(problem))
            return False
        outcomes = fresh.corrections.report().tail(len(corrections))
        self._take(fresh)
        lost = outcomes[outcomes["outcome"] != "applied"]["reason"]
        done = "; ".join(in_short(one, names) for one in corrections)
        self._said.value = said(" ".join(lost) if len(lost) else f"{done}. It can be undone below.")
        return lost.empty

    def _undone(self, fresh: Corpus) -> None:
        self._take(fresh)
        self._said.value = said("The correction was taken back.")

    def _take(self, fresh: Corpus) -> None:
        """The corpus under this notebook's own correction, which the bar need not tell of."""
        self.corpus = fresh
        self.bar.seen()

    def _scope_written(self) -> str:
        """The scope chosen, as the ledger writes it."""
        shown = self.queue.reader.article_id
        if self._scope.value == _ARTICLE and shown:
            return f"article {shown}"
        if self._scope.value == _MENTION and self.mention:
            return str(anchor_of(self.corpus, "mentions", self.mention))
        return ""

    def _typed(self) -> str:
        return str(self._value.value).strip()

    def _typed_id(self) -> str:
        """The id of the entity typed, where one alone has the name; the ledger says what is wrong otherwise."""
        entities = self.corpus.entities
        found = entities[entities["name"] == self._typed()]["entity_id"]
        return str(found.iloc[0]) if len(found) == 1 else self._typed()

    def _row(self) -> dict[Any, Any]:
        rows = queue(self.corpus)
        return dict(rows[rows["entity_id"] == self.chosen].iloc[0])

    def _clicked(self, change: Any) -> None:
        """A mention was clicked in the article: it is the one meant, and its entity the one chosen."""
        mentions = self.corpus.mentions
        found = mentions[mentions["mention_id"] == change["new"]]
        if len(found):
            self.queue.chosen = found["entity_id"].iloc[0]
            self.mention = change["new"]

    def _turned(self, change: Any) -> None:
        """Another article that names the entity: show its first mention there."""
        if change["new"]:
            self.mention = change["new"]
            article = self.corpus.mentions.set_index("mention_id").loc[change["new"], "article_id"]
            self.queue.reader.show(self.corpus, article, focus=change["new"])

    def _redraw(self, _: Any = None) -> None:
        self.queue.show(self.corpus, _QUEUE)
        self._value.options = list(dict.fromkeys(self.corpus.entities["name"]))
        self.made.show(self.corpus)
        self._describe()

    def _describe(self, _: Any = None) -> None:
        """Say who is chosen and what is suggested; without a suggestion there is none to accept."""
        if self.chosen is None:
            self._about.value = said("no names in this corpus")
            return
        row = self._row()
        has_one = not pd.isna(row["suggestion"])
        self._accept.disabled = self._reject.disabled = not has_one
        self._accept.tooltip = "call it by the suggested name" if has_one else "nothing is suggested for this name"
        advice = f" Suggested: <b>{escape(row['suggestion'])}</b> ({escape(row['because'])})." if has_one else ""
        self._about.value = f'<div class="tk-words"><b>{escape(row["name"])}</b>.{advice}</div>'
        self._type.value = row["type"]
        self.mention = first_mention(self.corpus, self.chosen)
        self._articles.options = self._naming()
        self._articles.index = 0 if self._articles.options else None
        self._articles.layout.display = None if len(self._articles.options) > 1 else "none"

    def _clear(self, _: Any) -> None:
        """Nothing is typed yet for another name; what is typed for this one stays, whatever is drawn again."""
        self._value.value, self._scope.value = "", _EVERYWHERE

    def _naming(self) -> list[tuple[str, str]]:
        """The articles that name the entity, each with its first mention there; the one shown stands first."""
        titles = dict(zip(self.corpus.articles["article_id"], self.corpus.articles["title"], strict=True))
        mentions = self.corpus.mentions
        mine = mentions[mentions["entity_id"] == self.chosen].sort_values("start")
        first = mine.sort_values("level", key=lambda level: level != "name", kind="stable")
        first = first.drop_duplicates("article_id")
        first = first.sort_values("mention_id", key=lambda ids: ids != self.mention, kind="stable")
        numbered = enumerate(zip(first["article_id"], first["mention_id"], strict=True), start=1)
        return [(f"{place} of {len(first)}: {titles[article]}", mention) for place, (article, mention) in numbered]


def decide(corpus: Corpus, workbench: Workbench) -> Decisions:
    """Review the names of the corpus: accept or reject a suggestion, rename, merge, split, retype, drop, undo.

    Args:
        corpus: the corpus that the workbench keeps.
        workbench: where the corrections are written; every one re-derives its corpus without parsing.
    """
    return Decisions(corpus, workbench)
