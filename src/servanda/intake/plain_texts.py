"""Plain text: the bytes decoded, and nothing else done to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from servanda.intake.encodings import checked, decode
from servanda.intake.extracts import Extract, hash_of
from servanda.intake.media_types import PLAIN
from servanda.intake.sources import Source, read_all


def extract_plain_text(source: Source, stream: BinaryIO) -> Iterator[Extract]:
    """The one text of a plain text file.

    Raises:
        Unreadable: it is empty, no text, or too long.
    """
    content = read_all(stream)
    text, encoding = decode(content, source.charset)
    yield Extract(
        text=checked(text),
        location=source.location,
        media_type=PLAIN,
        extractor=f"text {encoding}",
        raw_hash=hash_of(content),
    )
