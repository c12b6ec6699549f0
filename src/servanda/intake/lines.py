"""A text's lines with their places: what furniture, titles and datelines are found in."""

from __future__ import annotations

import re

from servanda.codebook import Spans
from servanda.codebook.spans import trimmed

# The same line ends as the readers' paragraphs have.
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
HEAD = 12
"""Titles, datelines and dates are looked for in so many lines."""


def lines_of(text: str) -> Spans:
    """The lines with words in them, without white space at their ends."""
    found = (trimmed(text, *match.span()) for match in _LINE.finditer(text))
    return tuple(line for line in found if line is not None)
