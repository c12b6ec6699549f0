"""Many words as one pattern that is quick to look for: what words begin with alike is compared once.

An alternation of a thousand words is tried word by word at every place of a text; this one letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def any_of(words: Iterable[str], *, space: str = " ") -> str:
    """A pattern that matches the longest of these words, in the case they have.

    Args:
        words: the words; what follows the pattern may make it match a shorter one.
        space: the pattern that stands for a blank in them.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _written(tree, space)


def _written(node: dict[str, Any], space: str) -> str:
    branches = [
        (space if letter == " " else re.escape(letter)) + _written(below, space)
        for letter, below in sorted(node.items())
        if letter != _END
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    # Greedy: the longer word first, the shorter one where that does not fit.
    return joined + "?" if _END in node else joined
