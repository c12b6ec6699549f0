"""Where bytes come from, and how many of them are read.

A source is opened when its turn comes and closed before the next one, and nothing is read without a limit: an archive
that unpacks to a thousand times its size, or a file without end, is refused after the limit. What the bytes mean is
decided elsewhere.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO, cast

from servanda.codebook import Problem
from servanda.intake.facts import Facts

MEBIBYTE = 1 << 20
MOST_BYTES = 64 * MEBIBYTE
"""A source that holds one document may be this long, unpacked."""
MOST_HTML_BYTES = 8 * MEBIBYTE
"""A web page may be this long; the mean page has a fiftieth of it."""
MOST_JSON_LINE_BYTES = 16 * MEBIBYTE
"""A line of JSON lines may be this long; the number of lines is not limited."""
MOST_CHARACTERS = 20_000_000
"""A text may be this long; the longest trade agreement has a quarter of it."""
MOST_LINE_CHARACTERS = 1_000_000
"""A line of a text may be this long."""
HEAD_BYTES = 64 * 1024
"""So much of a source is looked at before it is decided what it is."""
MOST_UNPACKING = 400
"""A gzip may unpack to so many times its size; text rarely passes 50, a bomb has 1,000."""

UNSUSPECTED_BYTES = 8 * MEBIBYTE
"""Up to here a gzip may unpack as far as it likes."""


class Unreadable(Exception):  # noqa: N818 - it says what a source is, not what went wrong in the program
    """A source that gives no document. Becomes one `Problem` in `documents.py`.

    Attributes:
        code: as in `docs/problems.md`.
        message: one plain sentence for the user.
        detail: the library's own words.
    """

    def __init__(self, code: str, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.detail = code, message, detail

    def problem(self, location: str) -> Problem:
        """The problem that it becomes."""
        return Problem(code=self.code, message=self.message, location=location, detail=self.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that can be opened and read once.

    Attributes:
        location: path or URL, as it goes into `Document.location`.
        name: its file name, for the ending and for `meta.json`.
        open: opens it; closed by leaving the `with` block.
        media_type: as a server gave it.
        charset: as a server gave it.
        beside: what a `meta.json` beside it says.
        named: whether the caller named it, rather than a folder that holds it.
    """

    location: str
    name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]
    media_type: str | None = None
    charset: str | None = None
    beside: Facts | None = None
    named: bool = True


class _Rewound(io.RawIOBase):
    """A stream with the head that was read from it put back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._head:
            taken, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            taken = self._rest.read(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)


class _Unpacked(io.RawIOBase):
    """A gzip's content, stopped where it unpacks to what no text would."""

    def __init__(self, packed: BinaryIO) -> None:
        self._counted = _Counted(packed)
        self._gzip = gzip.GzipFile(fileobj=cast("BinaryIO", self._counted), mode="rb")
        self._unpacked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            taken = self._gzip.read(len(buffer))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise Unreadable("broken-gzip", "The gzip file is cut off or damaged.", str(error)) from error
        self._unpacked += len(taken)
        if self._unpacked > UNSUSPECTED_BYTES and self._unpacked > MOST_UNPACKING * self._counted.taken:
            raise Unreadable("too-large", "The gzip file unpacks to far more than a text would, and was not read on.")
        buffer[: len(taken)] = taken
        return len(taken)


class _Counted:
    """As much of a stream as the gzip reader needs, with the number of bytes taken."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.taken = stream, 0

    def read(self, size: int = -1) -> bytes:
        taken = self._stream.read(size)
        self.taken += len(taken)
        return taken


def opened(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The head of a stream and the whole of it from its start, unpacked where it is a gzip.

    Raises:
        Unreadable: a gzip that is cut off, damaged or a bomb.
        OSError: the device fails.
    """
    magic = _read_up_to(stream, 2)
    whole: io.RawIOBase = _Rewound(magic, stream)
    if magic == b"\x1f\x8b":
        whole = _Unpacked(io.BufferedReader(whole))
    buffered = io.BufferedReader(whole)
    head = _read_up_to(buffered, HEAD_BYTES)
    return head, io.BufferedReader(_Rewound(head, buffered))


def read_all(stream: BinaryIO, most: int = MOST_BYTES) -> bytes:
    """Everything, where it is not more than `most`.

    Raises:
        Unreadable: it is more.
    """
    content = _read_up_to(stream, most + 1)
    if len(content) > most:
        raise Unreadable("too-large", f"It is longer than {most // MEBIBYTE} MiB and was not read.")
    return content


def _read_up_to(stream: BinaryIO, most: int) -> bytes:
    parts, missing = [], most
    while missing:
        part = stream.read(min(missing, MEBIBYTE))
        if not part:
            break
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
