"""The way through the room: places → sources → extracts → documents, one at a time.

Whatever hinders a source becomes one problem, and the next one is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import BinaryIO, TypeAlias

from servanda.codebook import Document, Problem
from servanda.intake.documents import document_from
from servanda.intake.encodings import is_binary
from servanda.intake.extracts import Extract
from servanda.intake.facts import Asked
from servanda.intake.html_pages import extract_html
from servanda.intake.json_texts import extract_json, extract_json_lines
from servanda.intake.markdown_texts import extract_markdown
from servanda.intake.media_types import HTML, JSON, JSON_LINES, MARKDOWN, PDF, PLAIN, media_type_of
from servanda.intake.pdf_pages import extract_pdf
from servanda.intake.places import find_sources
from servanda.intake.plain_texts import extract_plain_text
from servanda.intake.sources import HEAD_BYTES, Source, Unreadable, opened
from servanda.intake.webpages import Answer

Extractor: TypeAlias = Callable[[Source, BinaryIO], Iterator[Extract | Problem]]

EXTRACTORS: Mapping[str, Extractor] = MappingProxyType(
    {
        PLAIN: extract_plain_text,
        MARKDOWN: extract_markdown,
        HTML: extract_html,
        PDF: extract_pdf,
        JSON: extract_json,
        JSON_LINES: extract_json_lines,
    }
)
_NOBODY = Asked()


def fetch_documents(
    places: Sequence[str], *, asked: Asked = _NOBODY, stdin: BinaryIO | None = None
) -> Iterator[Document | Problem]:
    """The documents of all places, in order, and a problem for everything that gives none.

    Only one document is held at a time, so that an archive of any length passes through.

    Args:
        places: paths of files and folders, web addresses, and `-` for standard input.
        asked: what the caller says about all of them; it beats what is found.
        stdin: standard input; the process's own by default.
    """
    told: set[str] = set()
    for source in find_sources(places, stdin=stdin):
        if isinstance(source, Problem):
            # One broken meta.json beside several named files is told once.
            if source.id not in told:
                yield source
            told.add(source.id)
        else:
            yield from _read(source, asked)


def _read(source: Source, asked: Asked) -> Iterator[Document | Problem]:
    try:
        for extract in _extracts(source):
            if isinstance(extract, Problem):
                yield extract
                continue
            document, problems = document_from(extract, [asked, *([source.beside] if source.beside else [])])
            yield document
            yield from (replace(problem, document=document.id) for problem in problems)
    except Unreadable as reason:
        yield reason.problem(source.location)
    except OSError as error:
        yield _failed(source, error)


def _extracts(source: Source) -> Iterator[Extract | Problem]:
    with source.open() as stream:
        if isinstance(stream, Answer):
            source = replace(source, media_type=stream.media_type, charset=stream.charset)
        head, whole = opened(stream)
        if len(head) < HEAD_BYTES and not head.strip():
            raise Unreadable("empty", "It is empty: there are no words in it.")
        media_type = media_type_of(source, head)
        if media_type != PDF and is_binary(head):
            raise Unreadable("not-text", "It is not a text: it holds bytes that no text has.")
        yield from EXTRACTORS[media_type](source, whole)


def _failed(source: Source, error: OSError) -> Problem:
    detail = str(error).encode("utf-8", "replace").decode()
    if isinstance(error, PermissionError):
        message = "There is no right to read it."
        return Problem(code="no-rights", message=message, location=source.location, detail=detail)
    return Problem(code="unreadable", message="It cannot be read.", location=source.location, detail=detail)
