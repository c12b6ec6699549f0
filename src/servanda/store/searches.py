"""What a person types into a search box, as an expression of the full-text index.

Words are found from their beginnings (`submarine` finds `submarines`), all of them in one text; `"an exact phrase"`
is found as it stands. Signs mean nothing, so that whatever is typed can be searched for.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_MOST = 32


def parse_search(typed: str) -> str | None:
    """The expression for what was typed, or None where it holds no word.

    At most 32 words and phrases count; further ones would narrow nothing that a person could read.
    """
    pieces = [
        _expression(found.group(1), found.group(2))
        for found in _PIECE.finditer(typed.replace("“", '"').replace("”", '"'))
    ]
    return " ".join(piece for piece in pieces[:_MOST] if piece) or None


def _expression(phrase: str | None, word: str | None) -> str:
    told = phrase if phrase is not None else word or ""
    kept = "".join(sign if sign.isalnum() or sign in "'’-" else " " for sign in told).strip()
    if not any(sign.isalnum() for sign in kept):
        return ""
    return f'"{kept}"' if phrase is not None else f'"{kept}"*'
