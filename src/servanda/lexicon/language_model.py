"""The language model that comes with the package: words to tags, trees, names and lemmas.

The model is a help and no judge: what it says of a sentence is often right and never certain.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat
from pathlib import Path

from servanda.lexicon.encoders import Cutter, Floats, Graph, cutter, numbered, scored, session
from servanda.lexicon.language.breaks import break_scores, turned
from servanda.lexicon.language.lemmas import edited, verb_lemma
from servanda.lexicon.language.names import best_names
from servanda.lexicon.language.tokens import Token, tokens_of
from servanda.lexicon.language.trees import best_tree, is_tree
from servanda.lexicon.parses import Parse

FOLDER = Path(__file__).with_name("language")
MOST_PIECES = 180
MOST_PIECES_OF_A_SENTENCE = 500
_KINDS = ("tags", "fine_tags", "lemmas", "names", "breaks")
_CHOSEN = ("tags", "fine_tags", "lemmas")


@dataclass(frozen=True, slots=True)
class _Scores:
    """The model's scores for some words in a row."""

    flat: dict[str, Floats]
    arcs: Floats
    dependents: Floats
    heads: Floats


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """The packaged model, loaded by `load`."""

    encoder: Graph
    relations: Graph
    labels: dict[str, tuple[str, ...]]
    pieces: Cutter

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "LanguageModel":
        """The model in a folder, the packaged one if none is named."""
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        return cls(
            encoder=session(folder / "encoder.onnx"),
            relations=session(folder / "relations.onnx"),
            labels={kind: tuple(names) for kind, names in labels.items()},
            pieces=cutter(folder / "tokenizer.json"),
        )

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Parse, ...]:
        """A parse for each sentence given as words."""
        return tuple(self._sentence(list(map(Token, sentence, repeat(-1)))) for sentence in sentences)

    def read(self, text: str) -> tuple[Parse, ...]:
        """The sentences of a text, a line being a paragraph, with the words' places."""
        found: list[Parse] = []
        start = 0
        for line in text.splitlines(keepends=True):
            tokens = [Token(token.text, token.start + start) for token in tokens_of(line)]
            found += self._paragraph(tokens)
            start += len(line)
        return tuple(found)

    def _sentence(self, tokens: Sequence[Token]) -> Parse:
        """One sentence; what is longer than the model can see is parsed in parts, each under the first one's root."""
        cut = _cut(tokens, self._sizes(tokens), MOST_PIECES_OF_A_SENTENCE)
        return _joined([self._parsed(part, self._scores(part)) for part in cut])

    def _paragraph(self, tokens: Sequence[Token]) -> Iterator[Parse]:
        """The sentences of a paragraph; a sentence that the window cuts off opens the next window."""
        shown = turned(tokens)
        while tokens:
            near = shown[:MOST_PIECES]
            window = next(_cut(near, self._sizes(near), MOST_PIECES))
            scores = self._scores(window)
            likely = break_scores(scores.flat["breaks"], window)
            breaks = [place for place in range(1, len(window)) if likely[place] > 0]
            whole = len(window) == len(tokens)
            ends = [*breaks, len(window)] if whole or not breaks else breaks
            for first, end in zip([0, *ends], ends, strict=False):
                yield self._parsed(tokens[first:end], _part(scores, first, end))
            tokens, shown = tokens[ends[-1] :], shown[ends[-1] :]

    def _sizes(self, tokens: Sequence[Token]) -> list[int]:
        return [len(pieces) for pieces in map(self.pieces, [token.text for token in tokens])]

    def _scores(self, tokens: Sequence[Token]) -> _Scores:
        given = numbered([token.text for token in tokens], self.pieces)
        flat, arcs, dependents, heads = scored(self.encoder, given)
        ends = list(accumulate(len(self.labels[kind]) for kind in _KINDS))
        parts = {kind: flat[:, first:end] for kind, first, end in zip(_KINDS, [0, *ends], ends, strict=False)}
        return _Scores(parts, arcs, dependents, heads)

    def _parsed(self, tokens: Sequence[Token], scores: _Scores) -> Parse:
        words = tuple([token.text for token in tokens])
        heads = _heads(scores.arcs)
        pairs = {"dependents": scores.dependents, "heads": scores.heads[list(heads)]}
        relations = _best(scored(self.relations, pairs)[0], self.labels["relations"])
        tags, fine_tags, edits = (_best(scores.flat[kind], self.labels[kind]) for kind in _CHOSEN)
        return Parse(
            words=words,
            starts=tuple([token.start for token in tokens]),
            tags=tags,
            fine_tags=fine_tags,
            lemmas=tuple(map(_lemma, words, edits, tags)),
            heads=heads,
            relations=tuple([one if head else "root" for one, head in zip(relations, heads, strict=True)]),
            names=best_names(scores.flat["names"], self.labels["names"]),
        )


@lru_cache(maxsize=1)
def packaged_model() -> LanguageModel:
    """The packaged model, loaded when first asked for."""
    return LanguageModel.load()


def _cut(tokens: Sequence[Token], sizes: Sequence[int], most: int) -> Iterator[Sequence[Token]]:
    """The words in parts of at most so many pieces."""
    if sum(sizes) <= most:
        yield tokens
        return
    first, total = 0, 0
    for place, size in enumerate(sizes):
        if total + size > most:
            yield tokens[first:place]
            first, total = place, 0
        total += size
    yield tokens[first:]


def _part(scores: _Scores, first: int, end: int) -> _Scores:
    """The scores of some of the words, as if they were all."""
    kept = [0, *range(first + 1, end + 1)]
    return _Scores(
        flat={kind: rows[first:end] for kind, rows in scores.flat.items()},
        arcs=scores.arcs[first:end][:, kept],
        dependents=scores.dependents[first:end],
        heads=scores.heads[kept],
    )


def _heads(arcs: Floats) -> tuple[int, ...]:
    best = tuple(arcs.argmax(axis=1).tolist())
    return best if is_tree(best) or not best else best_tree(arcs)


def _best(scores: Floats, labels: Sequence[str]) -> tuple[str, ...]:
    """The best label of each word."""
    return tuple(map(labels.__getitem__, scores.argmax(axis=1).tolist()))


@lru_cache(maxsize=50_000)
def _lemma(word: str, edit: str, tag: str) -> str:
    return verb_lemma(edited(word, edit)) if tag == "VERB" else edited(word, edit)


def _joined(parts: Sequence[Parse]) -> Parse:
    """Parts of one long sentence as one, the later parts' roots being `parataxis` of the first one's."""
    first, *rest = parts
    for part in rest:
        before, root = len(first.words), first.heads.index(0) + 1
        first = Parse(
            words=first.words + part.words,
            starts=first.starts + part.starts,
            tags=first.tags + part.tags,
            fine_tags=first.fine_tags + part.fine_tags,
            lemmas=first.lemmas + part.lemmas,
            heads=first.heads + tuple(head + before if head else root for head in part.heads),
            relations=first.relations
            + tuple(
                "parataxis" if head == 0 else relation
                for head, relation in zip(part.heads, part.relations, strict=True)
            ),
            names=first.names + part.names,
        )
    return first
