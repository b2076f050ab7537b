"""The rows of every table: small frozen records whose field names are the columns.

The one place for columns. `toolkit.schema` reads the types, keys and meanings declared here; the extractors make
these records and the corpus turns them into frames. Offsets are half-open and count code points of `articles.text`.
"""

from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any, Literal

Confidence = Literal["high", "medium", "low"]
MentionType = Literal[
    "PERSON", "COUNTRY", "CITY", "REGION", "SITE", "IGO", "GOV", "PARTY", "ORG", "COMPANY", "GROUP", "EVENT", "OTHER"
]
Level = Literal["name", "nominal", "pronoun"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "ELECT", "OFFICE", "HOST", "FOUND", "JOIN", "DISASTER", "ECONOMY",
]  # fmt: skip
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "negated"]
DatePrecision = Literal["day", "week", "month", "quarter", "year", "none"]
DateHow = Literal["explicit", "inherited", "publication", "none"]
ActorRole = Literal["source", "target"]
ActorHow = Literal["syntax", "conjunct", "pronoun", "group", "metonym"]
PublishedHow = Literal["given", "metadata", "dateline", "inferred", "unknown"]
Direction = Literal["rise", "fall", "level"]


def key(*parts: object) -> str:
    """A stable key: equal parts give the same 16 hexadecimal digits in every run and on every machine."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def column(meaning: str, *, key: bool = False, refers: str = "", default: Any = ...) -> Any:
    """A record field with the meaning of its column; `refers` names the table whose key it holds."""
    metadata = {"meaning": meaning, "key": key, "refers": refers}
    return field(metadata=metadata) if default is ... else field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it is read: what was given, what was found, and the cleaned text."""

    article_id: str = column(
        "hash of the visible characters as read, with external_id, else url, else source", key=True
    )
    external_id: str | None = column("the id that the input gave", default=None)
    title: str | None = column("given, or the headline that the text opens with", default=None)
    source: str | None = column("the outlet, where stated", default=None)
    url: str | None = column("address, where stated", default=None)
    author: str | None = column("byline, where stated", default=None)
    published: date | None = column("day of publication; the reference for relative dates", default=None)
    published_how: PublishedHow = column("the route by which `published` was found", default="unknown")
    language: str | None = column("ISO 639-1 code; only English is parsed", default=None)
    path: str | None = column("file, or file#n for the n-th article in it", default=None)
    n_words: int = column("words in the text", default=0)
    duplicate_of: str | None = column("the earlier article that this one repeats", refers="articles", default=None)
    text: str = column("the cleaned text that all offsets count in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, the unit of evidence."""

    sentence_id: str = column("stable key", key=True)
    article_id: str = column("the article", refers="articles")
    paragraph: int = column("paragraph number, from 0")
    position: int = column("sentence number in the article, from 0")
    is_headline: bool = column("whether it is the article's headline")
    start: int = column("offset of the first character")
    end: int = column("offset after the last character")
    text: str = column("articles.text[start:end]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The columns that every extracted row shares: where it stands, and how it was found."""

    article_id: str = column("the article", refers="articles")
    sentence_id: str = column("the sentence that holds the start of the span", refers="sentences")
    start: int = column("offset of the first character")
    end: int = column("offset after the last character")
    text: str = column("articles.text[start:end]")
    rule: str = column("the rule that found the row")
    confidence: Confidence = column("high, medium or low, by the rule; not a probability")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Evidence):
    """A span that names, describes or stands for an entity."""

    mention_id: str = column("stable key", key=True)
    type: MentionType = column("kind of thing that is meant")
    level: Level = column("name, nominal (the minister) or pronoun (he)")
    metonym: bool = column("a place that stands for its government (Tokyo)", default=False)
    entity_id: str = column("who or what is meant", refers="entities")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that mentions refer to, across articles."""

    entity_id: str = column("lexicon key such as country:JPN, else a hash of type and smallest member", key=True)
    name: str = column("as printed, fullest form, unless the analyst renamed it")
    type: MentionType = column("kind of thing")
    iso3: str | None = column("ISO 3166-1 alpha-3 code of its country", default=None)
    role: str | None = column("office or title as printed", default=None)
    affiliation_id: str | None = column("the country or body it acts for", refers="entities", default=None)
    latitude: float | None = column("degrees north", default=None)
    longitude: float | None = column("degrees east", default=None)
    n_mentions: int = column("mentions in all articles", default=0)
    n_articles: int = column("articles that mention it, copies left out", default=0)
    first_published: date | None = column("earliest publication day among them", default=None)
    last_published: date | None = column("latest publication day among them", default=None)
    source: Literal["lexicon", "article", "analyst"] = column("who vouches for the entry", default="article")
    suggested_name: str | None = column("a likely canonical name, never applied by itself", default=None)
    suggestion_reason: str | None = column("why it is suggested", default=None)
    suggestion_score: float | None = column("0 to 1; an ordering, not a probability", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name under which an entity is mentioned."""

    entity_id: str = column("the entity", key=True, refers="entities")
    text: str = column("the name as printed", key=True)
    n_mentions: int = column("mentions under this name", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Evidence):
    """Something done, said to be done, or planned; the evidence is its sentence."""

    event_id: str = column("stable key", key=True)
    trigger: str = column("articles.text[trigger_start:trigger_end], the word that tells the event")
    trigger_start: int = column("offset of the trigger")
    trigger_end: int = column("offset after the trigger")
    event_type: EventType = column("what the act is: a PLOVER root, or one of this project's additions")
    mode: str | None = column("how: visit, phone, multilateral, ...", default=None)
    plover_code: str | None = column("strict PLOVER code, derived from type and status", default=None)
    quad: Quad | None = column("PLOVER quad class of the code", default=None)
    status: Status = column("whether it happened")
    location_id: str | None = column("where", refers="entities", default=None)
    start_date: date | None = column("first day it can have been", default=None)
    end_date: date | None = column("last day it can have been", default=None)
    date_precision: DatePrecision = column("how wide the date is", default="none")
    date_how: DateHow = column("how the date was found", default="none")
    reported_by: str | None = column("who reports it", refers="entities", default=None)
    cluster_id: str | None = column("the same real event has the same cluster", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One participant of an event."""

    event_id: str = column("the event", key=True, refers="events")
    entity_id: str = column("the participant", key=True, refers="entities")
    role: ActorRole = column("source acts, target is acted upon; one role in an event")
    iso3: str | None = column("country that the participant acts for", default=None)
    position: int = column("order within the role, from 0", default=0)
    how: ActorHow = column("how the participant was found", default="syntax")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Evidence):
    """A figure: value, unit, what it measures, and whose it is."""

    statistic_id: str = column("stable key", key=True)
    value: float | None = column("the number written out in full; the middle of a range", default=None)
    value_low: float | None = column("lower end; empty when open", default=None)
    value_high: float | None = column("upper end; empty when open", default=None)
    approx: str | None = column("the hedge, in lower case", default=None)
    unit: str = column("percent, percentage_point, count, ordinal, ratio, point, an ISO 4217 code, or a unit's name")
    measure: str | None = column("what is measured", default=None)
    base: str | None = column("what a share is a share of", default=None)
    subject_id: str | None = column("whose figure it is", refers="entities", default=None)
    subject: str | None = column("the subject as named in the text", default=None)
    direction: Direction | None = column("rise, fall or level, where the text says so", default=None)
    change_from: float | None = column("the earlier level", default=None)
    as_of_start: date | None = column("first day of the period that it describes", default=None)
    as_of_end: date | None = column("last day of that period", default=None)
    reported_by: str | None = column("who gives the figure", refers="entities", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two figures that cannot both be true, or may not."""

    conflict_id: str = column("stable key", key=True)
    statistic_id: str = column("one figure", refers="statistics")
    other_id: str = column("the other figure", refers="statistics")
    kind: Literal["contradiction", "possible"] = column("whether they cannot or may not both hold")
    reason: str = column("why, in a sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Evidence):
    """What someone said, or is expected to say; the span is the content without marks."""

    quote_id: str = column("stable key", key=True)
    kind: Literal["direct", "indirect"] = column("in quotation marks or not")
    status: Literal["said", "expected"] = column("whether it has been said")
    speaker_id: str | None = column("who says it", refers="entities", default=None)
    speaker: str | None = column("the speaker as printed beside the quotation", default=None)
    verb: str | None = column("the reporting verb as printed", default=None)
    addressee_id: str | None = column("who is told", refers="entities", default=None)
    utterance_id: str = column("pieces of one quotation share it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Evidence):
    """A TIMEX3 expression and the days it covers."""

    date_id: str = column("stable key", key=True)
    type: Literal["DATE", "TIME", "DURATION", "SET"] = column("TIMEX3 type")
    value: str | None = column("TIMEX3 value: 2024-11-14, 2023-08, 2024-W46, P3M, PAST_REF", default=None)
    mod: str | None = column("TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ...", default=None)
    start_date: date | None = column("first day covered", default=None)
    end_date: date | None = column("last day covered", default=None)
    how: str | None = column("how it was anchored: explicit, year from publication, tense, ...", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:  # noqa: A001 - the table is called warnings, its row a warning
    """Something that was not read, not parsed or not trusted, and why."""

    article_id: str | None = column("the article, where there is one", refers="articles", default=None)
    path: str | None = column("the file, or file#n", default=None)
    stage: str = column("where it happened: read, clean, language, dates, events, ...")
    code: str = column("short fixed name")
    message: str = column("the fact, the offending value, what is allowed, what to do next")
