"""Text as printed: encoding accidents, invisible characters, markup and hard line ends repaired, nothing else touched.

A text that needs no repair stays as it is, character for character, but for white space at ends of lines and of the
text. Curly quotation marks, dashes, full-width letters and boilerplate are how it was printed, and stay.
"""

import re

from ftfy import TextFixerConfig, fix_text
from ftfy.badness import is_bad

from toolkit.ingest.markup import without_markup
from toolkit.ingest.wrapping import unwrapped

# One repair can lay bare another (a mojibake entity); text made to nest deeper stays partly unrepaired.
PASSES = 6
_MOJIBAKE = TextFixerConfig(
    unescape_html=False,  # see markup
    remove_terminal_escapes=False,  # see _INVISIBLE
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=True,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=True,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
# What else ftfy repairs: C1 controls, ligatures, halves of surrogate pairs.
_ODD = re.compile("[\x80-\x9f\ufb00-\ufb06\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\v\f\u2028\u2029]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Terminal escapes, controls, soft hyphens, zero-width and direction marks. Joiners stay between characters that are
# not Latin, where they make one emoji of several or shape a script.
_INVISIBLE = re.compile(
    r"\x1b\[[\d;]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<![\u0370-\U0010ffff])[\u200c\u200d]+"
)
_LINE_TAIL = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)


def cleaned(text: str) -> str:
    """The text repaired; the same again when cleaned again. Time grows linearly with the text."""
    for _ in range(PASSES):
        before, text = text, _repaired(text)
        if text == before:
            break
    return text


def cleaned_line(text: str) -> str:
    """The text repaired, on one line: for titles, names and other cells."""
    return " ".join(cleaned(text).split())


def _repaired(text: str) -> str:
    text = _LINE_END.sub("\n", text)
    if not text.isascii():
        text = _SPACE.sub(" ", _without_mojibake(text))
    text = without_markup(_INVISIBLE.sub("", text))
    text = _LINE_TAIL.sub("", text)
    return unwrapped(text.strip())


def _without_mojibake(text: str) -> str:
    """The text with wrongly decoded characters put right; looked for first, since that is many times faster."""
    return fix_text(text, _MOJIBAKE) if is_bad(text) or _ODD.search(text) else text
