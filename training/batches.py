"""Sentences as numbers, in batches of about the same length.

Part of the running text is shown sentence by sentence and part as stretches of a paragraph, so that the network learns
both to parse a sentence given to it and to find where sentences end. Some words are hidden from it, so that it learns
to judge by what stands around them.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from sentences import Sentence
from tokenizers import Tokenizer
from torch import Tensor

from servanda.lexicon.language.lemmas import edit_between
from servanda.lexicon.language.shapes import shape_of

MOST_PIECES = 8
STRETCH = 180
JOINED, HIDDEN = 0.45, 0.04
NONE = -100
MASK = 103
SHIPPED = "uner"
CURLY = {'"': "“”", "'s": ("’s", "’s"), "n't": ("n’t", "n’t")}


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each kind, in the order of the network's outputs.

    Attributes:
        schemes: The labels of each other scheme of names, which are learned and not shipped.
    """

    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]
    schemes: dict[str, tuple[str, ...]]

    def sizes(self) -> dict[str, int]:
        """How many labels each kind has."""
        return {
            "tags": len(self.tags),
            "fine_tags": len(self.fine_tags),
            "lemmas": len(self.lemmas),
            "names": len(self.names),
            "breaks": 2,
            "relations": len(self.relations),
        }


@dataclass(frozen=True, slots=True)
class Batch:
    """The numbers of several stretches of text; `NONE` where a source says nothing."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    sentence: Tensor
    heads: Tensor
    targets: dict[str, Tensor]


def labels_of(sentences: Sequence[Sentence]) -> Labels:
    """The labels that the training sentences use; an edit seen once is left out."""
    edits: dict[str, int] = {}
    for sentence in sentences:
        for word, lemma in zip(sentence.words, sentence.lemmas, strict=False):
            edit = edit_between(word, lemma)
            edits[edit] = edits.get(edit, 0) + 1
    return Labels(
        tags=tuple(sorted({tag for sentence in sentences for tag in sentence.tags})),
        fine_tags=tuple(sorted({tag for sentence in sentences for tag in sentence.fine_tags})),
        lemmas=tuple(sorted(edit for edit, count in edits.items() if count > 1)),
        names=("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"),
        schemes={
            scheme: tuple(sorted({name for part in sentences if part.scheme == scheme for name in part.names}))
            for scheme in sorted({sentence.scheme for sentence in sentences} - {SHIPPED})
        },
        relations=tuple(sorted({relation for sentence in sentences for relation in sentence.relations})),
    )


class Encoding:
    """Words as pieces, each word looked up once."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels, chance: random.Random) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._chance = chance
        self._known: dict[str, list[int]] = {}
        kinds = {kind: getattr(labels, kind) for kind in ("tags", "fine_tags", "lemmas", "names", "relations")}
        self._schemes = tuple(labels.schemes)
        self._numbers = {
            kind: {label: number for number, label in enumerate(known)}
            for kind, known in (kinds | labels.schemes).items()
        }

    def pieces(self, word: str) -> list[int]:
        """The numbers of a word's pieces; never none."""
        if word not in self._known:
            self._known[word] = self._tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES] or [100]
        return self._known[word]

    def numbers(self, kind: str, labels: Sequence[str], size: int) -> list[int]:
        """The labels' numbers, `NONE` for each where the source says nothing."""
        return [self._numbers[kind].get(label, NONE) for label in labels] or [NONE] * size

    def batch(self, stretches: Sequence[Sequence[Sentence]], hidden: float = 0.0) -> Batch:
        """The numbers of some stretches of text, with a share of the words hidden."""
        rows = [self._row(stretch, hidden) for stretch in stretches]
        padding = {"pieces": 0, "shapes": 0, "firsts": 0, "sentence": -1, "heads": NONE}
        made = {name: torch.tensor(_padded([row[name] for row in rows], padding.get(name, NONE))) for name in rows[0]}
        inputs = {name: made.pop(name) for name in padding}
        return Batch(**inputs, targets=made)

    def _row(self, stretch: Sequence[Sentence], hidden: float) -> dict[str, list[int]]:
        names = (
            "pieces",
            "shapes",
            "firsts",
            "sentence",
            "heads",
            "tags",
            "fine_tags",
            "lemmas",
            "names",
            "relations",
            "breaks",
            *self._schemes,
        )
        row: dict[str, list[int]] = {name: [] for name in names}
        row["pieces"], row["shapes"] = [101], [0]
        for number, sentence in enumerate(stretch):
            size, before = len(sentence.words), len(row["sentence"])
            for word in sentence.words:
                pieces = self.pieces(word)
                if hidden and self._chance.random() < hidden:
                    pieces = [MASK] * len(pieces)
                row["firsts"].append(len(row["pieces"]))
                row["pieces"] += pieces
                row["shapes"] += [shape_of(word)] * len(pieces)
            edits = [edit_between(word, lemma) for word, lemma in zip(sentence.words, sentence.lemmas, strict=False)]
            row["sentence"] += [number] * size
            row["heads"] += [head + before if head > 0 else head for head in sentence.heads] or [NONE] * size
            row["lemmas"] += self.numbers("lemmas", edits, size)
            for kind in ("tags", "fine_tags", "relations"):
                row[kind] += self.numbers(kind, getattr(sentence, kind), size)
            for kind, scheme in (("names", SHIPPED), *zip(self._schemes, self._schemes, strict=True)):
                names = sentence.names if sentence.scheme == scheme else ()
                row[kind] += self.numbers(kind, names or (sentence.agreed if scheme == SHIPPED else ()), size)
            row["breaks"] += [1 if number else NONE] + [0] * (size - 1)
        row["pieces"].append(102)
        row["shapes"].append(0)
        return row

    def length(self, sentence: Sentence) -> int:
        """How many pieces a sentence has."""
        return sum(len(self.pieces(word)) for word in sentence.words)


def _padded(rows: list[list[int]], filling: int) -> list[list[int]]:
    width = max(map(len, rows))
    return [row + [filling] * (width - len(row)) for row in rows]


def varied(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence as another hand might have typed it: curly quotation marks, or a headline's capitals."""
    words = list(sentence.words)
    if chance.random() < 0.3:
        opened = 0
        for place, word in enumerate(words):
            if word in CURLY:
                words[place] = CURLY[word][opened % 2]
                opened += word == '"'
    draw = chance.random()
    if sentence.lemmas and draw < 0.04:
        small = {"ADP", "DET", "CCONJ", "PART"}
        pairs = zip(words, sentence.tags, strict=True)
        words = [word if tag in small or len(word) < 2 else word[0].upper() + word[1:] for word, tag in pairs]
    elif draw < 0.05:
        words = [word.lower() for word in words]
    elif draw < 0.06:
        words = [word.upper() for word in words]
    return replace(sentence, words=tuple(words))


def stretches(sentences: Sequence[Sentence], encoding: Encoding, chance: random.Random) -> Iterator[list[Sentence]]:
    """The sentences alone or several of a paragraph together, each once."""
    held: list[Sentence] = []
    pieces, joined = 0, False
    for sentence in sentences:
        size = encoding.length(sentence)
        if size > 2 * STRETCH:
            continue
        if held and (not joined or sentence.starts or not sentence.tags or pieces + size > STRETCH):
            yield held
            held, pieces = [], 0
        if not held:
            joined = chance.random() < JOINED
        held.append(varied(sentence, chance))
        pieces += size
    if held:
        yield held


def batches(
    sentences: Sequence[Sentence], encoding: Encoding, chance: random.Random, most: int = 1536
) -> Iterator[Batch]:
    """All the sentences once, in batches of at most so many pieces, in a random order."""
    found = [(sum(map(encoding.length, stretch)) + 2, stretch) for stretch in stretches(sentences, encoding, chance)]
    found.sort(key=lambda pair: pair[0] + chance.random() * 4)
    groups: list[list[list[Sentence]]] = [[]]
    longest = 0
    for size, stretch in found:
        longest = max(longest, size)
        if groups[-1] and longest * (len(groups[-1]) + 1) > most:
            groups.append([])
            longest = size
        groups[-1].append(stretch)
    chance.shuffle(groups)
    for group in groups:
        yield encoding.batch(group, HIDDEN)
