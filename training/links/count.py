"""Counts how often words and sets of words stand in promises: `commonness.tsv` and `formulas.tsv` of the lexicon.

    python training/links/count.py LEDGER FOLDER

LEDGER holds many documents that were read, of the same kind of texts; the two tables are written into FOLDER. What several
promises say in exactly the same words counts once.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import log2
from pathlib import Path

from servanda.resolve.commitments.tokens import bits_of, token_of, tokens_of
from servanda.resolve.commitments.undertakings import undertakings_of
from servanda.store import Ledger

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST, _SETS, _TIED = 4.0, 11.0, 2.5
"""Of ten thousand promises how many have a word, and a set of words; bits that words of a set tell less together."""


def main(ledger: Path, folder: Path) -> None:
    """Count and write."""
    with Ledger.open(ledger, create=False) as kept:
        texts = sorted({told.words for told in undertakings_of(kept.iter_readings())})
    share = 10_000 / len(texts)
    words = Counter(word for text in texts for word in {found.lower() for found in _WORD.findall(text)})
    _write(folder / "commonness.tsv", ((w, n) for w, n in words.items() if n * share >= _LEAST), share)
    spelled = _spellings(texts)
    sets = _sets([tokens_of(text) & spelled.keys() for text in texts], share)
    _write(folder / "formulas.tsv", ((" ".join(spelled[token] for token in few), n) for few, n in sets), share)


def _write(path: Path, rows: Iterable[tuple[str, int]], share: float) -> None:
    """A table under the head that it has."""
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    head = [line for line in before if line.startswith("#")]
    name = "phrase" if path.name.startswith("formulas") else "word"
    lines = [f"{word}\t{round(number * share)}" for word, number in sorted(rows, key=lambda row: (-row[1], row[0]))]
    path.write_text("\n".join((*head, f"{name}\tclauses", *lines, "")), encoding="utf-8")


def _spellings(texts: Iterable[str]) -> Mapping[str, str]:
    """For each token the word that most often gives it."""
    found: dict[str, Counter[str]] = {}
    for text in texts:
        for word in _WORD.findall(text):
            for token in tokens_of(word) if word[0].isupper() else (token_of(word),):
                found.setdefault(token, Counter())[word if token[:1] in "@#" else word.lower()] += 1
    best = {token: min(words, key=lambda word: (-words[word], word)) for token, words in found.items() if token}
    return {token: word for token, word in best.items() if tokens_of(word) == {token}}


def _sets(texts: list[frozenset[str]], share: float) -> Iterator[tuple[tuple[str, ...], int]]:
    """Pairs of words that come together, and thirds that come with such a pair."""
    single = Counter(token for text in texts for token in text)
    often = {token for token, number in single.items() if number * share >= _SETS}
    kept = [sorted(text & often) for text in texts]
    pairs = {few: n for few, n in _counted(kept, 2, share) if _spare(few, n, share) >= _TIED}
    for few, number in pairs.items():
        yield few, number
    for few, number in _counted(kept, 3, share, pairs):
        inside = max(_spare(two, pairs[two], share) for two in combinations(few, 2) if two in pairs)
        if _spare(few, number, share) >= inside + _TIED:
            yield few, number


def _counted(
    texts: list[list[str]], size: int, share: float, inside: Mapping[tuple[str, ...], int] | None = None
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Sets of so many tokens that stand in enough promises; of three only those that hold two of the pairs."""
    found: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        for few in combinations(text, size):
            if inside is None or sum(two in inside for two in combinations(few, 2)) >= 2:
                found[few] += 1
    return ((few, number) for few, number in found.items() if number * share >= _SETS)


def _spare(few: tuple[str, ...], number: int, share: float) -> float:
    return sum(map(bits_of, few)) + log2(number * share / 10_000)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
