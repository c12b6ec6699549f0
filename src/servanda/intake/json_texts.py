"""JSON lines, one document a line, and JSON files that hold one document.

The text is the value of `text`, `body` or `content`, under its title where it does not open with it: a headline is coded
like the text, and tells whose paper it is. The other names say things about the text. A bad line is one problem
with its number and the rest is read. Lines are taken one by one, so that an archive of any size passes through.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from servanda.codebook import Problem
from servanda.intake.encodings import checked, decode
from servanda.intake.extracts import Extract, hash_of, under_title
from servanda.intake.facts import facts_from, without_surrogates
from servanda.intake.media_types import JSON, JSON_LINES
from servanda.intake.sources import MOST_JSON_LINE_BYTES, Source, Unreadable, read_all

_TEXT = ("text", "body", "content")
_CODING = frozenset({"document", "actors", "commitments"})


def extract_json(source: Source, stream: BinaryIO) -> Iterator[Extract | Problem]:
    """The one document of a JSON file; nothing at all for a coding that lies beside its text in a folder.

    Raises:
        Unreadable: it is no JSON, or has no text.
    """
    content = read_all(stream)
    written, _ = decode(content)
    try:
        table = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise Unreadable("bad-json", "It is not valid JSON.", str(error)) from error
    if isinstance(table, dict) and table.keys() >= _CODING and not source.named:
        return
    yield _extract(table, content, source.location, JSON)


def extract_json_lines(source: Source, stream: BinaryIO) -> Iterator[Extract | Problem]:
    """The documents of JSON lines, in order.

    Raises:
        Unreadable: there is no line in it at all.
    """
    some = False
    for number, line in _lines(stream):
        location = f"{source.location}#{number}"
        some = True
        try:
            yield _extract(_table(line), line, location, JSON_LINES)
        except Unreadable as reason:
            yield reason.problem(location)
    if not some:
        raise Unreadable("empty", "It is empty: there are no words in it.")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines with words in them and their numbers, each cut at one byte more than the limit."""
    number = 0
    while line := stream.readline(MOST_JSON_LINE_BYTES + 1):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and len(rest) > MOST_JSON_LINE_BYTES:
            rest = stream.readline(MOST_JSON_LINE_BYTES + 1)
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            yield number, line.rstrip(b"\r\n")


def _table(line: bytes) -> object:
    if len(line) > MOST_JSON_LINE_BYTES:
        raise Unreadable("line-too-long", f"The line is longer than {MOST_JSON_LINE_BYTES >> 20} MiB and was not read.")
    try:
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Unreadable("bad-json", "The line is not valid JSON.", str(error)) from error


def _extract(table: object, content: bytes, location: str, media_type: str) -> Extract:
    written = (
        next((table[n] for n in _TEXT if isinstance(table.get(n), str)), None) if isinstance(table, dict) else None
    )
    if not isinstance(table, dict) or written is None:
        names = ", ".join(_TEXT)
        raise Unreadable("no-text", f"It holds no text: an object with one of the names {names} is expected.")
    text = checked(without_surrogates(written))
    facts, problems = facts_from(table, source="JSON", location=location)
    if text != written:
        problems = (*problems, _replaced(location))
    return Extract(
        text=under_title(text, facts.title),
        location=location,
        media_type=media_type,
        extractor="json",
        raw_hash=hash_of(content),
        facts=facts,
        problems=problems,
    )


def _replaced(location: str) -> Problem:
    message = "Halves of characters, which no text can hold, were replaced by the sign U+FFFD."
    return Problem(code="odd-characters", message=message, location=location)
