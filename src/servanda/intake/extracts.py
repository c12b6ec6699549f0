"""What an extractor hands on: a text, and what the source itself says about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from servanda.codebook import Problem
from servanda.intake.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A text out of a source, frozen from here on.

    Attributes:
        text: the text.
        location: the source's, with `#3` for the third line of JSON lines.
        media_type: of the source.
        extractor: what made the text out of the bytes, with its version.
        raw_hash: SHA-256 of the bytes it was made from, unpacked.
        facts: what the source itself says about the text.
        problems: what is odd but did not hinder.
    """

    text: str
    location: str
    media_type: str
    extractor: str
    raw_hash: str
    facts: Facts | None = None
    problems: tuple[Problem, ...] = ()


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def under_title(text: str, title: str | None) -> str:
    """The text under its title and an empty line, unless it opens with it."""
    opening = "".join(text[: 2 * len(title or "") + 20].split()).lower()
    return text if not title or opening.startswith("".join(title.split()).lower()) else f"{title}\n\n{text}"
