"""Offsets as other programs count them: in units of UTF-16, as Java and JavaScript do, and back.

Ours are code points. A character beyond the basic plane, such as an emoji or a rare Chinese one, is one code point and
two units. Line ends and combining marks count as they stand in the text.
"""

from __future__ import annotations

from bisect import bisect_left

_FIRST_OF_TWO = 0x10000


class Utf16:
    """The offsets of one text in units of UTF-16."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, letter in enumerate(text) if ord(letter) >= _FIRST_OF_TWO]
        # The unit at which each wide character begins: its place, and one more for each wide one before it.
        self._units = [place + before for before, place in enumerate(self._wide)]

    def units(self, place: int) -> int:
        """The offset in units of a place in code points."""
        return place + bisect_left(self._wide, place)

    def place(self, units: int) -> int:
        """The place in code points of an offset in units; between the halves of a character, the place after it."""
        before = bisect_left(self._units, units)
        if before and self._units[before - 1] == units - 1:
            return self._wide[before - 1] + 1
        return units - before
