"""How a word is written, as one of nine kinds.

The language model's vocabulary knows no capitals; the shape gives them back to it.
"""

from functools import lru_cache

SHAPES = ("none", "lower", "title", "capitals", "capital", "mixed", "number", "code", "mark")


@lru_cache(maxsize=50_000)
def shape_of(word: str) -> int:
    """The place in `SHAPES` of a word's shape."""
    letters = [letter for letter in word if letter.isalpha()]
    if any(letter.isdigit() for letter in word):
        return 7 if letters else 6
    if not letters:
        return 8
    if not any(letter.isupper() for letter in letters):
        return 1
    if len(letters) == 1:
        return 4
    if all(letter.isupper() for letter in letters):
        return 3
    return 2 if letters[0].isupper() and not any(letter.isupper() for letter in letters[1:]) else 5
