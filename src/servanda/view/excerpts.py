"""Words of a document where there is room for a line or two of them. The sentence they stand in is told by `passages`."""

from __future__ import annotations


def excerpt_of(words: str, most: int) -> str:
    """Words in one line, cut at a blank where they are longer than so many letters."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
