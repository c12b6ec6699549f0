"""Trained encoders: words as numbers of word pieces, and the run time that turns them into scores.

It is the one place that knows of the run time and of the cutter of words; what the scores mean is said by those who ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from servanda.lexicon.language.shapes import shape_of

MOST_PIECES_OF_A_WORD = 8
_OPEN, _CLOSE, _UNKNOWN = 101, 102, 100

Floats = NDArray[np.float32]
Cutter = Callable[[str], tuple[int, ...]]


class Graph(Protocol):
    """A trained graph that is ready to run."""

    def run(self, names: None, given: dict[str, NDArray[np.generic]]) -> Sequence[object]:
        """Its outputs."""
        ...


def session(path: Path) -> Graph:
    """A graph ready to run; on one thread, so that the same words give the same scores and workers do not crowd one another."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    graph: Graph = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return graph


@lru_cache(maxsize=4)
def cutter(path: Path) -> Cutter:
    """What cuts a word into the numbers of its pieces; never none."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    @lru_cache(maxsize=50_000)
    def pieces(word: str) -> tuple[int, ...]:
        found = tokenizer.encode(word, add_special_tokens=False).ids
        return tuple(found[:MOST_PIECES_OF_A_WORD]) or (_UNKNOWN,)

    return pieces


def numbered(words: Sequence[str], pieces: Cutter) -> Mapping[str, NDArray[np.int64]]:
    """Words as an encoder takes them: their pieces, the shape of each piece's word, and where each word's first piece stands."""
    cut = list(map(pieces, words))
    sizes = list(map(len, cut))
    given = {
        "pieces": [_OPEN, *chain.from_iterable(cut), _CLOSE],
        "shapes": [0, *chain.from_iterable(map(repeat, map(shape_of, words), sizes)), 0],
        "firsts": list(accumulate(sizes, initial=1))[:-1],
    }
    return {name: np.array(row, dtype=np.int64) for name, row in given.items()}


def scored(graph: Graph, given: Mapping[str, NDArray[np.generic]]) -> tuple[Floats, ...]:
    """What a graph says, an array for each of its outputs."""
    return tuple(np.asarray(output, dtype=np.float32) for output in graph.run(None, dict(given)))


def windows(sizes: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Members in runs of at most so much together, as the first and the one behind the last; a larger one stands alone."""
    first, total = 0, 0
    for place, size in enumerate(sizes):
        if total + size > most and place > first:
            yield first, place
            first, total = place, 0
        total += size
    if first < len(sizes):
        yield first, len(sizes)
