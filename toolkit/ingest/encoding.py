"""Bytes -> text: which encoding a file is in, and whether it is text at all."""

import codecs
from collections.abc import Generator
from pathlib import Path

from toolkit.ingest.raw import unread, visible
from toolkit.records import Warning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of formats that may look like text further on: images, archives and office files, PDF.
_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"%PDF-", b"\xd0\xcf\x11\xe0")
# Control bytes that no text holds; tab, line ends, form feed and escape are not among them, NUL is counted apart.
_CONTROLS = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\v\f\r\x1b")
_SAMPLE = 65_536


def read_text(path: Path) -> Generator[Warning, None, str | None]:
    """The text of a file, without NUL characters; None, and a warning that says why, where there is none.

    UTF-8, UTF-16 and UTF-32 by their marks, UTF-16 also by its NULs, else UTF-8; bytes that are not UTF-8 are read as
    Windows-1252, which a warning says.
    """
    name = shown(path)
    try:
        data = path.read_bytes()
    except OSError as problem:
        yield unread(name, "unreadable", f"the file cannot be read: {problem.strerror}; check its permissions")
        return None
    if is_binary(data):
        yield unread(name, "binary", f"the file is not text, it begins with {data[:8]!r}; give it as text")
        return None
    text, doubtful = decoded(data)
    if doubtful:
        told = f"{doubtful} of {len(data)} bytes are not UTF-8 and were read as Windows-1252"
        yield unread(name, "decoded_as_windows_1252", f"{told}; check accented letters, or save the file as UTF-8")
    if nuls := text.count("\0"):
        yield unread(name, "nul_characters", f"{nuls} NUL characters were left out; check the text where they stood")
        text = text.replace("\0", "")
    if not visible(text):
        yield unread(name, "empty", f"the file holds no visible character in {len(data)} bytes; nothing was read")
        return None
    return text


def shown(path: Path) -> str:
    """The path as printable text, whatever bytes its name is made of."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: a known signature, many controls, or many scattered NULs."""
    sample = data[:_SAMPLE]
    if sample.startswith(tuple(mark for mark, _ in _MARKS)) or _utf_16_without_mark(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return sample.startswith(_SIGNATURES) or controls > len(sample) * 0.05 or data.count(0) > len(data) * 0.3


def decoded(data: bytes) -> tuple[str, int]:
    """The text, and how many bytes of it could only be read as Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and encoding != "utf-8-sig":
            return data.decode(encoding, "replace"), 0
    if encoding := _utf_16_without_mark(data[:_SAMPLE]):
        return data.decode(encoding, "replace"), 0
    try:
        return data.decode("utf-8-sig"), 0
    except UnicodeDecodeError:
        return _mixed(data.removeprefix(codecs.BOM_UTF8))


def _mixed(data: bytes) -> tuple[str, int]:
    """UTF-8 where it is valid, Windows-1252 byte by byte where it is not."""
    text = data.decode("utf-8", "surrogateescape")
    escaped = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}
    return text.translate(escaped), sum("\udc80" <= character <= "\udcff" for character in text)


def _utf_16_without_mark(sample: bytes) -> str:
    """The encoding that the NULs beside Latin letters show, empty when they show none."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.05 else ""
