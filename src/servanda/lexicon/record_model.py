"""Which words head a record: a small trained encoder that has read coded texts.

It says of each word how much speaks for its being the head of an occasion, an instrument, a commitment or an assessment,
and of a likely head what sort it is. What it reads is weighed in `reading`, beside the rules and never against them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import numpy as np

from servanda.lexicon.encoders import Cutter, Floats, Graph, cutter, numbered, scored, session, windows
from servanda.lexicon.record_heads import FAINTEST, Head, Sight

FOLDER = Path(__file__).with_name("records")
VOCABULARY = Path(__file__).with_name("language") / "tokenizer.json"
LEAST = -1.0
"""Words for which less speaks, as the logarithm of the odds, are named without their reach and sort."""
MOST_PIECES = 180


@dataclass(frozen=True, slots=True)
class RecordModel:
    """The packaged model, loaded by `load`.

    Attributes:
        encoder: the graph.
        kinds: the kinds of records, in the order of the first columns; then come whether a record of each begins with the
            word, and whether the word lies in one.
        labels: for each question after them the kind that it is asked of, and its answers.
        pieces: the cutter of words.
    """

    encoder: Graph
    kinds: tuple[str, ...]
    labels: Mapping[str, tuple[str, tuple[str, ...]]]
    pieces: Cutter

    @classmethod
    def load(cls, folder: Path = FOLDER) -> RecordModel:
        """The model in a folder, the packaged one if none is named."""
        given = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        return cls(
            encoder=session(folder / "encoder.onnx"),
            kinds=tuple(given["kinds"]),
            labels={name: (one["of"], tuple(one["answers"])) for name, one in given["labels"].items()},
            pieces=cutter(VOCABULARY),
        )

    def sights(self, sentences: Sequence[Sequence[str]]) -> tuple[Sight, ...]:
        """What it sees in each sentence of a text; sentences that stand near one another are read together."""
        sizes = [sum(map(len, map(self.pieces, sentence))) for sentence in sentences]
        return tuple(
            chain.from_iterable(self._window(sentences[first:last]) for first, last in windows(sizes, MOST_PIECES))
        )

    def _window(self, sentences: Sequence[Sequence[str]]) -> Iterator[Sight]:
        words = [word for sentence in sentences for word in sentence]
        scores = np.concatenate([self._scores(part) for part in _parts(words, self.pieces)] or [_NOTHING])
        acts = scores[:, self._columns("act")].tolist()
        named = np.argwhere(scores[:, : len(self.kinds)] >= FAINTEST).tolist()
        start, first = 0, 0
        for sentence in sentences:
            end, last = start + len(sentence), first
            while last < len(named) and named[last][0] < end:
                last += 1
            places = ((place - start, number) for place, number in named[first:last])
            yield Sight(heads=tuple(self._named(places, scores[start:end])), acts=acts[start:end])
            start, first = end, last

    def _scores(self, words: Sequence[str]) -> Floats:
        return scored(self.encoder, numbered(words, self.pieces))[0]

    def _named(self, places: Iterable[tuple[int, int]], rows: Floats) -> Iterator[Head]:
        for place, number in places:
            kind, odds = self.kinds[number], round(float(rows[place, number]), 2)
            if odds < LEAST:
                yield Head(place=place, first=place, last=place + 1, kind=kind, odds=odds, labels=_NO_LABELS)
                continue
            first, last = self._reach(place, number, rows)
            yield Head(
                place=place, first=first, last=last, kind=kind, odds=odds, labels=self._labels(kind, rows[place])
            )

    def _reach(self, place: int, number: int, rows: Floats) -> tuple[int, int]:
        """How far the record around a head reaches: over the words that lie in one, up to where one begins."""
        begins, inside = len(self.kinds) + number, 2 * len(self.kinds) + number
        first, last = place, place + 1
        while first > 0 and rows[first][begins] < 0 < rows[first - 1][inside]:
            first -= 1
        while last < len(rows) and rows[last][begins] < 0 < rows[last][inside]:
            last += 1
        return first, last

    def _columns(self, name: str) -> slice:
        """Where the answers to a question stand."""
        first = 3 * len(self.kinds)
        for known, (_, answers) in self.labels.items():
            if known == name:
                break
            first += len(answers)
        return slice(first, first + len(self.labels[name][1]))

    def _labels(self, kind: str, row: Floats) -> dict[str, str]:
        asked = {name: answers for name, (of, answers) in self.labels.items() if of == kind}
        return {name: answers[int(row[self._columns(name)].argmax())] for name, answers in asked.items()}


@lru_cache(maxsize=1)
def packaged_record_model() -> RecordModel:
    """The packaged model, loaded when first asked for."""
    return RecordModel.load()


_NO_LABELS: Mapping[str, str] = MappingProxyType({})
_LONGEST = 500
_NOTHING = np.zeros((0, 0), dtype=np.float32)


def _parts(words: Sequence[str], pieces: Cutter) -> Iterator[Sequence[str]]:
    """The words as the encoder can see them at once; only a sentence that is longer than that is cut."""
    sizes = list(map(len, map(pieces, words)))
    if 0 < sum(sizes) <= _LONGEST:
        yield words
        return
    for first, last in windows(sizes, _LONGEST):
        yield words[first:last]
