"""Every encoding that news files come in is read, and what is no text is named."""

import pytest

from toolkit.ingest.encoding import read_text

TEXT = "Zürich’s “minister” said no.\nTalks go on."


def outcome(tmp_path, data):
    """The text of a file with these bytes, and the codes of the warnings."""
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    reading, found = read_text(path), []
    while True:
        try:
            found.append(next(reading).code)
        except StopIteration as end:
            return end.value, found


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="UTF-16 BE with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 LE by its NULs"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16 BE by its NULs"),
        pytest.param(TEXT.encode("utf-32"), id="UTF-32 with mark"),
    ],
)
def test_unicode_needs_no_warning(tmp_path, data):
    assert outcome(tmp_path, data) == (TEXT, [])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(TEXT.encode("windows-1252"), TEXT, id="Windows-1252"),
        pytest.param(
            "Zürich ".encode() + "Genève".encode("windows-1252"), "Zürich Genève", id="two encodings in one file"
        ),
        pytest.param("Zürich".encode()[:-5] + b"!", "ZÃ!", id="cut within a character"),
        pytest.param(b"caf\xe9 \x81.", "café \ufffd.", id="a byte that Windows-1252 does not have"),
    ],
)
def test_windows_1252_is_a_last_resort_and_is_said(tmp_path, data, text):
    assert outcome(tmp_path, data) == (text, ["decoded_as_windows_1252"])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"IHDR" * 50, id="PNG"),
        pytest.param(b"PK\x03\x04" + b"word/document.xml" * 50, id="ZIP and office files"),
        pytest.param(b"%PDF-1.7\n1 0 obj", id="PDF"),
        pytest.param(bytes(range(256)) * 20, id="all bytes"),
        pytest.param(b"a\0\0b" * 100, id="half NULs without a pattern"),
        pytest.param(b"\0" * 1000, id="only NULs"),
    ],
)
def test_what_is_no_text_is_not_read(tmp_path, data):
    assert outcome(tmp_path, data) == (None, ["binary"])


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\u00a0".encode()])
def test_a_file_without_ink_is_empty(tmp_path, data):
    assert outcome(tmp_path, data) == (None, ["empty"])


def test_a_few_nuls_are_left_out_and_said(tmp_path):
    assert outcome(tmp_path, b"\0The min\0ister spoke.\0\0") == ("The minister spoke.", ["nul_characters"])
