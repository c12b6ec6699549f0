"""PDF with a text layer → text, by pypdfium2. Pictures of pages are not read.

A PDF knows lines, not paragraphs, so the lines of a paragraph are joined here: a paragraph ends where a line is clearly
shorter than the page's lines, or where the next line begins as a list does. A hyphen that only broke a word at the
line's end is taken out. The text that results is the frozen text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, BinaryIO

import pypdfium2

from servanda.codebook import When
from servanda.intake.encodings import checked
from servanda.intake.extracts import Extract, hash_of
from servanda.intake.facts import Facts, read_when, without_surrogates
from servanda.intake.media_types import PDF
from servanda.intake.sources import MOST_CHARACTERS, Source, Unreadable, read_all

MOST_PAGES = 5_000
"""A PDF may have so many pages."""
_BROKEN_WORD = re.compile(r"[\x02\ufffe\xad](?:\r?\n)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ITEM = re.compile(r"(?:[•◦▪–—*-]|\d{1,3}[.)]|\([a-z0-9]{1,4}\)|Article \d|ARTICLE )(?:\s|$)")
_STAMP = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def extract_pdf(source: Source, stream: BinaryIO) -> Iterator[Extract]:
    """The text layer of a PDF.

    Raises:
        Unreadable: it is damaged, locked, too long, or has no text layer.
    """
    content = read_all(stream)
    text, facts = _read(content)
    if not text.strip():
        raise Unreadable(
            "no-text-layer", "The PDF holds pictures of pages and no text; it needs text recognition first."
        )
    yield Extract(
        text=checked(text),
        location=source.location,
        media_type=PDF,
        extractor=f"pypdfium2 {version('pypdfium2')}",
        raw_hash=hash_of(content),
        facts=facts,
    )


def _read(content: bytes) -> tuple[str, Facts]:
    try:
        with _open(content) as pdf:
            if len(pdf) > MOST_PAGES:
                raise Unreadable("too-large", f"The PDF has more than {MOST_PAGES:,} pages and was not read.")
            return _text(pdf), _facts(pdf.get_metadata_dict())
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable("locked-pdf", "The PDF is locked by a password.", str(error)) from error
        raise Unreadable("broken-pdf", "The PDF file is damaged.", str(error)) from error


def _open(content: bytes) -> Any:
    return pypdfium2.PdfDocument(content)  # type: ignore[no-untyped-call]


def _text(pdf: Any) -> str:
    pages, length = [], 0
    for page in pdf:
        lines = without_surrogates(page.get_textpage().get_text_bounded()).splitlines()
        pages.append("\n".join(_paragraphs(_mended(lines))))
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            break
    return "\n".join(filter(None, pages))


def _mended(lines: list[str]) -> list[str]:
    """The lines with a broken word's mark at the end of its line, where the library has joined the two."""
    whole = _BROKEN_WORD.sub("\xad\n", "\n".join(lines))
    return [_CONTROL.sub(" ", line).strip() for line in whole.split("\n")]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    widest = max((len(line) for line in lines), default=0)
    held: list[str] = []
    for line in lines:
        if held and not held[-1].endswith("\xad") and (_begins(line) or len(held[-1]) < 0.7 * widest):
            yield _joined(held)
            held = []
        held += [line] if line else []
    if held:
        yield _joined(held)


def _begins(line: str) -> bool:
    return not line or _ITEM.match(line) is not None


def _joined(lines: list[str]) -> str:
    return " ".join(lines).replace("\xad ", "").rstrip("\xad")


def _facts(table: dict[str, str]) -> Facts:
    return Facts(
        source="PDF metadata",
        title=_plain(table.get("Title")),
        author=_plain(table.get("Author")),
        published=_created(table.get("CreationDate") or ""),
    )


def _plain(words: str | None) -> str | None:
    return " ".join(without_surrogates(words or "").split())[:1_000] or None


def _created(stamp: str) -> When | None:
    found = _STAMP.match(stamp)
    return read_when("-".join(filter(None, found.groups()))) if found else None
