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
    """The text under its title and an empty line, unless it opens with it, or with all of it but the name of a site."""
    asked, lines = _bare(title or ""), text.split("\n", 1)
    opens = _bare(text[: 2 * len(title or "") + _MARGIN]).startswith(asked)
    short = len(lines[0].split()) >= _FEWEST_WORDS and asked.startswith(_bare(lines[0]))
    return text if opens or short else f"{title}\n\n{text}"


def _bare(words: str) -> str:
    return "".join(words.split()).lower().lstrip(_SIGNS)


_FEWEST_WORDS, _MARGIN = 3, 20
_SIGNS = "#*_"
