"""HTML residue -> text: tags dropped, blocks become paragraphs, entities become their characters.

Only known tags are tags: `a < b`, `<unknown>` and `<3` are text.
"""

import html
import re
from html.entities import html5

_BLOCK = (
    "address|article|aside|blockquote|body|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head"
    "|header|hr|html|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul"
)
_LINE = "br|li|option"
_CELL = "td|th"
_INLINE = (
    "a|abbr|acronym|b|big|button|center|cite|code|del|dfn|em|embed|font|i|iframe|img|input|ins|kbd|label|link|mark|meta"
    "|object|param|picture|q|s|samp|small|source|span|strike|strong|sub|sup|time|tt|u|var|video|wbr"
)
_SILENT = "script|style|noscript|template|svg"

_TAG = re.compile(
    rf"(?P<comment><!--)|-->|<!doctype[^<>]*>|<(?P<closing>/?)"
    rf"(?:(?P<block>{_BLOCK})|(?P<line>{_LINE})|(?P<cell>{_CELL})|(?P<silent>{_SILENT})|{_INLINE})(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
# A tag that nobody writes in prose: a closing one, or one that stands alone.
_EVIDENT = re.compile(
    rf"</(?:{_BLOCK}|{_LINE}|{_CELL}|{_INLINE}|{_SILENT})\s*>|<(?:br|p|hr)\s*/?>|<img\s[^<>]*=|<!doctype|<!--",
    re.IGNORECASE,
)
_LAID_OUT = re.compile(r"<(?:p|br|div|h[1-6]|li|td)[\s/>]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def without_markup(text: str) -> str:
    """The text that a browser would show, where the text is evidently HTML; else the text itself."""
    if "<" in text and _EVIDENT.search(text):
        text = _without_tags(text)
    return _ENTITY.sub(_character, text) if "&" in text else text


def _without_tags(text: str) -> str:
    if _LAID_OUT.search(text):
        text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)  # the source's own line ends mean nothing there
    pieces: list[str] = []
    silent, done = "", 0
    for tag in _TAG.finditer(text):
        if not silent:
            pieces += text[done : tag.start()], _gap(tag)
        silent = _still_silent(silent, tag)
        done = tag.end()
    pieces.append("" if silent else text[done:])
    return _tidied("".join(pieces))


def _still_silent(silent: str, tag: re.Match[str]) -> str:
    """The end of what nobody sees, `-->` or an element's name, once it has begun; empty outside of it."""
    if silent:
        ended = tag[0] == silent or (tag["closing"] and (tag["silent"] or "").lower() == silent)
        return "" if ended else silent
    if tag["comment"]:
        return "-->"
    return "" if tag["closing"] or tag[0].endswith("/>") else (tag["silent"] or "").lower()


def _gap(tag: re.Match[str]) -> str:
    """The white space that a tag puts between what stands before and after it."""
    if tag["block"]:
        return "\n\n"
    if tag["line"]:
        return "" if tag["closing"] else "\n"
    return " " if tag["cell"] else ""


def _tidied(text: str) -> str:
    """One space between words, one blank line between paragraphs."""
    text = re.sub(r"(?<![ \t])[ \t]{2,}", " ", text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"(?<!\n)\n{3,}", "\n\n", text)


def _character(entity: re.Match[str]) -> str:
    """What the entity stands for, also when its ampersand was escaped over and over."""
    name = f"{entity[1]};"
    return html.unescape(f"&{name}") if name.startswith("#") or name in html5 else entity[0]
