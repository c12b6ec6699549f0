"""Sentences of news and official texts without any labels, for the network to parse itself halfway.

A sentence here ends where a final mark stands before a space and a capital; what is not plainly a sentence is left out.
"""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from sentences import Sentence

from servanda.lexicon.language.tokens import Token, tokens_of

COUNT = 2000
_FILES = ("text-wikinews/wikinews_2019_2020.jsonl.gz", "text-wh/wh_diplomacy.jsonl.gz")
_CLOSING = frozenset("\"”’')")


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _cut(tokens: tuple[Token, ...]) -> Iterator[tuple[str, ...]]:
    """The words between one final mark and the next."""
    words: list[str] = []
    for place, token in enumerate(tokens):
        words.append(token.text)
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        spaced = after is None or after.start > token.start + len(token.text)
        final = token.text in {".", "!", "?"} or (
            token.text in _CLOSING and place > 0 and tokens[place - 1].text in {".", "!", "?"}
        )
        if final and spaced and (after is None or after.text[0].isupper() or after.text[0] in '"“'):
            yield tuple(words)
            words = []


def _plain(words: tuple[str, ...]) -> bool:
    return 8 <= len(words) <= 45 and words[0][0].isalpha() and words[0][0].isupper()


def raw_sentences(data: Path) -> list[Sentence]:
    """So many sentences of each file, the same ones at every call."""
    chance = random.Random(2026)  # noqa: S311
    found = []
    for name in _FILES:
        lines = [line for text in _texts(data / name) for line in text.splitlines()]
        some = chance.sample(lines, min(len(lines), 6 * COUNT))
        words = dict.fromkeys(words for line in some for words in _cut(tokens_of(line)) if _plain(words))
        found += [Sentence(words=each, starts="document") for each in list(words)[:COUNT]]
    return found
