"""What a person types into a search box, as pieces that every database can be asked for.

Words are found from their beginnings (`submarine` finds `submarines`), all of them in one text; `"an exact phrase"`
is found as it stands. Case, accents and signs mean nothing, so that whatever is typed can be searched for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_MOST = 32


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that must stand in a text: words one behind the other.

    Attributes:
        words: the words, folded; never none.
        whole: whether the last word is meant as it stands; otherwise it may go on.
    """

    words: tuple[str, ...]
    whole: bool


def parse_search(typed: str) -> tuple[Piece, ...]:
    """The pieces of what was typed; none where it holds no word.

    At most 32 words and phrases count; further ones would narrow nothing that a person could read.
    """
    pieces = (
        Piece(folded_words(found.group(1) if found.group(2) is None else found.group(2)), found.group(2) is None)
        for found in _PIECE.finditer(typed.replace("“", '"').replace("”", '"'))
    )
    return tuple(piece for piece in pieces if piece.words)[:_MOST]


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in order, in lower case and without accents; letters and digits make words.

    It cuts and folds as SQLite's `unicode61` does with `remove_diacritics 2`, so that both databases find the same.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))
    return tuple("".join(sign if sign.isalnum() else " " for sign in plain).split())
