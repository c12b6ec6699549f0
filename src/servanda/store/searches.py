"""What a person types into a search box, as pieces that every database can be asked for.

Words are found from their beginnings (`submarine` finds `submarines`), all of them in one text; `"an exact phrase"`
is found as it stands. Case, accents and signs mean nothing, so that whatever is typed can be searched for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from servanda.codebook.spans import Span, Spans

_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_CHANGING = "Σ"
"""Signs of which the small form depends on the signs around."""
_WORD = r"[^\W_]"
_ON = rf"{_WORD}*"
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


def matches_in(text: str, pieces: Iterable[Piece]) -> Spans:
    """The stretches of a text in which pieces are found, as both databases find them; none overlaps another."""
    wanted = tuple(pieces)
    plain = _folded(text) if wanted else ""
    if plain is None:
        return _joined(_found_in_words(text, wanted))
    return _joined(
        Span(match.start(1), match.end(1)) for piece in wanted for match in _pattern_of(piece).finditer(plain)
    )


def _folded(text: str) -> str | None:
    """A text in which every sign is folded as it is for searching, and stands where it stood; None where one sign is not one."""
    folded = text
    for sign in set(_FOREIGN.findall(text)):
        plain = _folded_sign(sign)
        if plain is None:
            return None
        folded = folded.replace(sign, plain)
    return folded.lower()


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str | None:
    """A sign as it counts in a search: itself or its plain form, a blank where it parts words, None where it is not one sign."""
    if unicodedata.combining(sign) or sign in _CHANGING:
        return None
    words = folded_words(sign)
    if not sign.isalnum():
        return None if words else " "
    return words[0] if len(words) == 1 and len(words[0]) == 1 else None


@lru_cache(maxsize=256)
def _pattern_of(piece: Piece) -> re.Pattern[str]:
    """What a piece looks like in a folded text, wherever it begins."""
    words, end = r"[\W_]+".join(map(re.escape, piece.words)), "" if piece.whole else _ON
    return re.compile(rf"(?<!{_WORD})(?=({words}{end})(?!{_WORD}))")


def _found_in_words(text: str, wanted: Sequence[Piece]) -> list[Span]:
    """The same word by word, for any text at all."""
    words = [(folded, span) for span in _spans_of_words(text) for folded in folded_words(span.of(text))]
    return [
        Span(words[at][1].start, words[at + len(piece.words) - 1][1].end)
        for piece in wanted
        for at in range(len(words) - len(piece.words) + 1)
        if _stands(piece, [folded for folded, _ in words[at : at + len(piece.words)]])
    ]


def _stands(piece: Piece, words: Sequence[str]) -> bool:
    *first, last = words
    *wanted, end = piece.words
    return first == wanted and (last == end if piece.whole else last.startswith(end))


def _spans_of_words(text: str) -> Iterator[Span]:
    # A sign that combines with the one before belongs to its word.
    for is_word, signs in groupby(
        range(len(text)), lambda at: text[at].isalnum() or bool(unicodedata.combining(text[at]))
    ):
        if is_word:
            places = list(signs)
            yield Span(places[0], places[-1] + 1)


def _joined(found: Iterable[Span]) -> Spans:
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in order, in lower case and without accents; letters and digits make words.

    It cuts and folds as SQLite's `unicode61` does with `remove_diacritics 2`, so that both databases find the same.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))
    return tuple("".join(sign if sign.isalnum() else " " for sign in plain).split())
