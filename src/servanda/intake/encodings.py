"""Bytes → text, without altering a character.

Line ends stay as they are and a byte order mark is not part of the text. What is certain is decided first (a mark,
valid UTF-8, UTF-16 by where its zero bytes stand); only then is charset-normalizer asked, which is at home in long texts
and guesses wildly in short ones.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from servanda.intake.sources import MOST_CHARACTERS, MOST_LINE_CHARACTERS, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END = re.compile(r"[\r\n]+")
# A sign between two letters, or a capital after a small letter and before another: English in another code page.
_MISREAD = re.compile(
    r"(?<=[^\W\d_])[^\w\s’‘'\-–—.·…/&,;:!?()\[\]“”\"*@=+_#%~|]+(?=[^\W\d_])|(?<=[a-zß-ÿ])[À-Þ](?=[a-zß-ÿ])"
)
_NOT_TEXT = "It is not a text: it holds bytes that no text has."


def decode(content: bytes, charset: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding.

    Args:
        content: the bytes.
        charset: what a server or a page says of itself; believed where it fits the bytes.

    Raises:
        Unreadable: they are no text in any encoding that is known.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding), encoding
    for known in filter(None, (_codec(charset), "utf-8")):
        try:
            return content.decode(known), known
        except ValueError:
            continue
    wide = _wide(content)
    return (_strict(content, wide), wide) if wide else _guessed(content)


def checked(text: str) -> str:
    """The text itself, where it can be read.

    Raises:
        Unreadable: it is empty, too long, has a line that is too long, or holds control characters.
    """
    if not text.strip("\ufeff \t\r\n\f\v\x1a\u00a0\u200b"):
        raise Unreadable("empty", "It is empty: there are no words in it.")
    controls = len(_CONTROL.findall(text[:MOST_LINE_CHARACTERS]))
    if "\x00" in text or controls > max(2, min(len(text), MOST_LINE_CHARACTERS) // 200):
        raise Unreadable("not-text", _NOT_TEXT)
    if any(len(line) > MOST_LINE_CHARACTERS for line in _LINE_END.split(text)):
        message = f"A line is longer than {MOST_LINE_CHARACTERS:,} characters; no document has such lines."
        raise Unreadable("line-too-long", message)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable("too-large", f"The text is longer than {MOST_CHARACTERS:,} characters and was not read.")
    return text


def is_binary(head: bytes) -> bool:
    """Whether the first bytes can belong to no text, so that the rest need not be read."""
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return False
    controls = sum(head.count(bytes([sign])) for sign in (*range(9), *range(14, 32)))
    return b"\x00" in head or controls > max(2, len(head) // 50)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        raise Unreadable("not-text", f"It begins as {encoding.upper()} text but is damaged.", str(error)) from error


def _codec(charset: str | None) -> str | None:
    """The codec of a declared charset; the web calls Windows-1252 by the names of its smaller kin."""
    try:
        name = codecs.lookup(charset.strip()).name if charset else None
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return name if name and _CHARACTER_SET.match(name) else None


# Python also calls rot13, zip and punycode codecs; no page is written in those.
_CHARACTER_SET = re.compile(r"(?:utf-(?:8|16|32)|cp\d|iso\d|koi8|mac|gb|big5|shift_jis|euc|johab|hz|iso2022|tis)")


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: in European prose every other byte is zero."""
    even, odd = content[0:_SAMPLE:2], content[1:_SAMPLE:2]
    if not odd:
        return None
    low, high = even.count(0) / len(even), odd.count(0) / len(odd)
    if high > 0.6 and low < 0.05:
        return "utf-16-le"
    return "utf-16-be" if low > 0.6 and high < 0.05 else None


def _guessed(content: bytes) -> tuple[str, str]:
    if is_binary(content[:_SAMPLE]):
        raise Unreadable("not-text", _NOT_TEXT)
    western = _western(content)
    if western is not None:
        return western, "cp1252"
    matches = charset_normalizer.from_bytes(content)
    best = matches.best()
    if best is None:
        raise Unreadable("not-text", _NOT_TEXT)
    return str(best), best.encoding.replace("_", "-")


def _western(content: bytes) -> str | None:
    """The text as Windows-1252, where it is mostly ASCII and its other signs stand where they may in western prose."""
    high = sum(1 for sign in content[:_SAMPLE] if sign > 0x7F)
    if high > max(4, min(len(content), _SAMPLE) // 8):
        return None
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _MISREAD.search(text) else text
