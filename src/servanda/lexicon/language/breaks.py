"""What the page tells of sentences and the words alone do not: spaces, marks and capitals.

The language model sees words without the spaces between them. Here straight quotation marks are turned by the spaces
around them before it looks, and its scores for the end of a sentence are weighed with what stands on the page. The
weights were chosen on development parts of the treebanks; the first of them makes up for the model's caution.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from servanda.lexicon.language.tokens import Token

_FINAL = (".", "!", "?", "…")
_CLOSING = frozenset("\"”’')]»")
_OPENING = frozenset("\"“‘'([«")
_ALWAYS, _AFTER_A_MARK, _WITHOUT_A_SPACE = 0.5, 1.5, 3.0


def turned(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with straight quotation marks turned as the spaces around them tell."""
    found = list(tokens)
    for place, token in enumerate(tokens):
        if token.text != '"' or not 0 < place < len(tokens) - 1:
            continue
        touches = _end(tokens[place - 1]) == token.start
        touched = _end(token) == tokens[place + 1].start
        if touches != touched:
            found[place] = replace(token, text="”" if touches else "“")
    return found


def break_scores(scores: NDArray[np.float32], tokens: Sequence[Token]) -> list[float]:
    """How much speaks for a sentence's beginning at each token: more than 0 where it begins.

    Args:
        scores: The model's scores against and for a beginning.
        tokens: The tokens, turned.
    """
    found = [float(score) + _ALWAYS for score in scores[:, 1] - scores[:, 0]]
    for place in range(1, len(tokens)):
        before, token = tokens[place - 1], tokens[place]
        if _end(before) == token.start:
            found[place] -= _WITHOUT_A_SPACE
        elif _closes(tokens, place - 1) and _opens(token.text):
            found[place] += _AFTER_A_MARK
    return found


def _end(token: Token) -> int:
    return token.start + len(token.text)


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a final mark, or a closing mark after one."""
    while place > 0 and tokens[place].text in _CLOSING:
        place -= 1
    return tokens[place].text.endswith(_FINAL)


def _opens(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word[0] in _OPENING
