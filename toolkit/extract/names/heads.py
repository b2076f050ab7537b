"""What kind of thing a name names, by the words that such names end or begin with (`name_heads.csv`)."""

from functools import cache, lru_cache

from toolkit.lexicons import rows
from toolkit.records import MentionType


@cache
def _heads(position: str) -> dict[str, MentionType]:
    return {row["word"]: row["type"] for row in rows("name_heads") if row["position"] == position}  # type: ignore[misc]


@lru_cache(maxsize=10_000)
def type_by_head(name: str) -> MentionType | None:
    """The type that the name's head word tells; nothing for a single word or an unknown head.

    Before *of*, *for* or *in* stands the head (*Ministry of Defence*); otherwise the last word is the head.
    """
    words = name.replace("’", "'").split()
    if len(words) < 2:
        return None
    for length in (3, 2):  # *Hall of Fame*, *Air Base*
        if len(words) > length and (kind := _heads("last").get(" ".join(words[-length:]))):
            return kind
    stem = next((words[:at] for at, word in enumerate(words) if at and word in ("of", "for", "in", "at", "on")), words)
    return _heads("last").get(stem[-1]) or _heads("first").get(words[0])


def heads_alone(word: str) -> bool:
    """Whether the word heads names before *of*: *Treaty of ...*, *Bank of ...*."""
    return word in _heads("first")


def tells_its_type(name: str) -> bool:
    """Whether the name has a head word that could not be a person's family name."""
    return type_by_head(name) is not None and not is_family_name_too(name.rsplit(maxsplit=1)[-1])


def is_family_name_too(word: str) -> bool:
    """Whether the head word also ends names of persons: *Park*, *Hill*."""
    return word in _family_names()


@cache
def _family_names() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("name_heads") if row["surname"])


@cache
def _event_heads() -> frozenset[str]:
    return frozenset(word for word, kind in _heads("last").items() if kind == "EVENT")


def is_event_head(word: str) -> bool:
    """Whether the word ends the names of events: *summit*, *Olympics*."""
    return word in _event_heads() or word.removesuffix("s") in _event_heads()
