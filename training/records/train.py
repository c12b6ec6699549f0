"""Trains the model of records from the examples of `collect.py` and writes what the package ships.

    PYTHONPATH=src:training python training/records/train.py EXAMPLES BASE OUT [--before FOLDER] [--coded 0.65] [--onward WEIGHTS] [--pace 1] [--layers 4] [--epochs 8] [--seed 0]

BASE is the folder of the base model, as in `training/README.md`; OUT receives `encoder.onnx` and `labels.json`, which are shipped, and `weights.pt`. What the
model in `--before` says of the heads counts beside what was coded, and alone for clauses of which only the act was coded. `--onward` goes on from weights that
were learned before, at so much of the usual `--pace`. Seeds are fixed and one thread is used; another processor may still round differently.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
import torch
from exports import Graph, encoded
from networks import WIDTH, Encoder, pretend_bytes
from onnx import TensorProto, helper
from torch import Tensor, nn
from torch.nn import functional

from servanda.codebook.vocabulary import About, Act, EventType, Firmness, InstrumentKind, OccasionStatus, Valence
from servanda.lexicon.encoders import Cutter, cutter, numbered, scored, windows
from servanda.lexicon.record_heads import ACTS
from servanda.lexicon.record_model import MOST_PIECES, RecordModel

KINDS = ("occasions", "instruments", "commitments", "assessments")
LABELS = {
    "type": ("occasions", 0, tuple(EventType)),
    "standing": ("occasions", 1, tuple(OccasionStatus)),
    "paper": ("instruments", 0, tuple(InstrumentKind)),
    "act": ("commitments", 0, tuple(Act)),
    "firmness": ("commitments", 1, tuple(Firmness)),
    "about": ("assessments", 0, tuple(About)),
    "valence": ("assessments", 1, tuple(Valence)),
}
"""What is asked of a head: of which kind, the place of the field in an example, and the answers."""
COUNT = 3 * len(KINDS)
"""Whether a word heads a record of each kind, whether one begins with it, and whether it lies in one."""
COLUMNS = COUNT + sum(len(answers) for _, _, answers in LABELS.values())
LONGEST, UNKNOWN, LAST_SPECIAL = 500, 103, 103
RATE, HEAD_RATE, FALL, WARM, BATCH, HIDDEN = 1.5e-4, 1e-3, 0.85, 0.08, 8, 0.04
ROUNDED = 0.4
"""The share of the last round in which the encoder rounds as the shipped one does."""
CODED = 0.65
"""How much what was coded counts where a model before it speaks too, if nothing else is said."""
FIRST_ACT = COUNT + sum(len(LABELS[name][2]) for name in ("type", "standing", "paper"))
ACT_WEIGHT, SMOOTHED = 4.0, 0.1
"""How much the act of a clause counts, which is the mean of what is said of its words, and the share that all other acts have of it."""


@dataclass(frozen=True)
class Window:
    """Some sentences of a document as numbers, with what is to be said of each word, and the acts of its clauses with their first and last word."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    marks: Tensor
    labels: Tensor
    clauses: list[tuple[int, int, int]]


class Records(nn.Module):
    """The first layers of MiniLM with one linear layer for all that is said of a word."""

    def __init__(self, base: Path, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.encoder.load(base / "model.safetensors")
        self.encoder.layers = self.encoder.layers[:layers]
        self.encoder.places.weight.requires_grad_(False)
        self.drop = nn.Dropout(0.2)
        self.flat = nn.Linear(WIDTH, COLUMNS)
        nn.init.zeros_(self.flat.weight)
        nn.init.zeros_(self.flat.bias)
        nn.init.constant_(self.flat.bias[:COUNT], -3.0)

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> Tensor:
        """Scores of all columns for each word."""
        hidden = self.encoder(pieces, shapes)
        return self.flat(self.drop(hidden.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))))


def windows_of(
    example: dict[str, Any], pieces: Cutter, before: RecordModel | None = None, coded: float = CODED
) -> Iterator[Window]:
    """A document in windows of whole sentences; of one with clauses alone, the model before it says all else."""
    words = [word for sentence in example["sentences"] for word in sentence]
    marks = torch.zeros(len(words), COUNT)
    labels = torch.full((len(words), len(LABELS)), -1, dtype=torch.long)
    for kind, head, first, last, fields in example["records"]:
        number = KINDS.index(kind)
        marks[head, number] = marks[first, len(KINDS) + number] = 1
        marks[first : last + 1, 2 * len(KINDS) + number] = 1
        for column, (of, place, answers) in enumerate(LABELS.values()):
            if of == kind and fields[place] in answers:
                labels[head, column] = answers.index(fields[place])
    share = 1.0 if before is None else 0.0 if example.get("clauses_only") else coded
    clauses = _clauses(example)
    sizes = [sum(len(pieces(word)) for word in sentence) for sentence in example["sentences"]]
    ends = [0, *torch.tensor([len(sentence) for sentence in example["sentences"]]).cumsum(0).tolist()]
    for first, last in windows(sizes, MOST_PIECES):
        given = numbered(words[ends[first] : ends[last]], pieces)
        firsts = [place for place in given["firsts"].tolist() if place < LONGEST]
        own = slice(ends[first], ends[first] + len(firsts))
        said = marks[own] * share
        if before is not None and share < 1:
            said = said + _said(before, given, len(firsts)) * (1 - share)
        own_clauses = [
            (start - own.start, min(end, own.stop - 1) - own.start, act)
            for start, end, act in clauses
            if own.start <= start < own.stop
        ]
        yield Window(
            given["pieces"].tolist()[:LONGEST],
            given["shapes"].tolist()[:LONGEST],
            firsts,
            said,
            labels[own],
            own_clauses,
        )


def _clauses(example: dict[str, Any]) -> list[tuple[int, int, int]]:
    """The first and last word of each commitment, and its act."""
    return [
        (first, last, ACTS.index(fields[0]))
        for kind, _, first, last, fields in example["records"]
        if kind == "commitments" and fields[0] in ACTS
    ]


def _said(before: RecordModel, given: dict[str, Any], count: int) -> Tensor:
    """How likely the model before it holds each mark of so many words."""
    cut = {"pieces": given["pieces"][:LONGEST], "shapes": given["shapes"][:LONGEST], "firsts": given["firsts"][:count]}
    return torch.tensor(scored(before.encoder, cut)[0][:, :COUNT]).sigmoid()


def batch_of(found: list[Window]) -> tuple[Any, ...]:
    """Windows as one batch, padded, which words are there, and the clauses with the number of their window."""
    long, wide, count = max(len(w.pieces) for w in found), max(len(w.firsts) for w in found), len(found)
    pieces, shapes = torch.zeros(count, long, dtype=torch.long), torch.zeros(count, long, dtype=torch.long)
    firsts, there = torch.zeros(count, wide, dtype=torch.long), torch.zeros(count, wide)
    marks, labels = torch.zeros(count, wide, COUNT), torch.full((count, wide, len(LABELS)), -1, dtype=torch.long)
    for row, one in enumerate(found):
        pieces[row, : len(one.pieces)], shapes[row, : len(one.shapes)] = (
            torch.tensor(one.pieces),
            torch.tensor(one.shapes),
        )
        firsts[row, : len(one.firsts)], there[row, : len(one.firsts)] = torch.tensor(one.firsts), 1
        marks[row, : len(one.firsts)], labels[row, : len(one.firsts)] = one.marks, one.labels
    clauses = [(row, *clause) for row, one in enumerate(found) for clause in one.clauses]
    return pieces, shapes, firsts, there, marks, labels, clauses


def loss_of(
    scores: Tensor, there: Tensor, marks: Tensor, labels: Tensor, clauses: list[tuple[int, int, int, int]]
) -> Tensor:
    """How far the scores are from what was coded."""
    count = len(KINDS)
    weight = torch.tensor([1.0] * count + [0.5] * count + [0.25] * count)
    more = torch.tensor([2.0] * (2 * count) + [1.0] * count)
    apart = functional.binary_cross_entropy_with_logits(scores[..., :COUNT], marks, reduction="none", pos_weight=more)
    loss = (apart * weight * there[:, :, None]).sum() / there.sum()
    if clauses:
        own = slice(FIRST_ACT, FIRST_ACT + len(ACTS))
        means = torch.stack([scores[row, first : last + 1, own].mean(0) for row, first, last, _ in clauses])
        acts = torch.tensor([act for *_, act in clauses])
        missed = functional.cross_entropy(means, acts, reduction="sum", label_smoothing=SMOOTHED)
        loss = loss + ACT_WEIGHT * missed / there.sum()
    first = COUNT
    for column, (_, _, answers) in enumerate(LABELS.values()):
        asked, given = scores[..., first : first + len(answers)], labels[..., column]
        first += len(answers)
        if (given >= 0).any():
            flat = asked.reshape(-1, len(answers))
            missed = functional.cross_entropy(flat, given.reshape(-1), ignore_index=-1, reduction="sum")
            loss = loss + 0.3 * missed / there.sum()
    return loss


def trained(network: Records, found: list[Window], epochs: int, pace: float, seed: int) -> Records:
    """The network after so many rounds over the windows, at so much of the usual pace."""
    torch.manual_seed(seed)
    random.seed(seed)
    network.train()
    layers = len(network.encoder.layers)
    groups = [{"params": list(network.flat.parameters()), "lr": HEAD_RATE * pace}]
    for number, layer in enumerate(network.encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": RATE * pace * FALL ** (layers - 1 - number)})
    groups.append({"params": [network.encoder.shapes.weight], "lr": RATE * pace})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * math.ceil(len(found) / BATCH)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (WARM * steps)) * max(0.02, (steps - step) / steps)
    )
    for epoch in range(epochs):
        random.shuffle(found)
        for first in range(0, len(found), BATCH):
            if epoch == epochs - 1 and first >= len(found) * (1 - ROUNDED):
                pretend_bytes(network.encoder, on=True)
            pieces_, shapes, firsts, *rest = batch_of(found[first : first + BATCH])
            hidden = (torch.rand(pieces_.shape) < HIDDEN) & (pieces_ >= LAST_SPECIAL)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(torch.where(hidden, torch.tensor(UNKNOWN), pieces_), shapes, firsts)
            loss = loss_of(scores.float(), *rest)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            plan.step()
        print(json.dumps({"round": epoch, "loss": round(float(loss.detach()), 4)}), flush=True)
    return network.eval()


def export(network: Records, layers: int, folder: Path) -> None:
    """Write the graph and the names of its columns, and beside them the weights as they were learned."""
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    graph = Graph()
    words = graph.add("Gather", encoded(graph, weights, layers), "firsts")
    lengths = {"pieces": "piece_count", "shapes": "piece_count", "firsts": "word_count"}
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [count]) for name, count in lengths.items()]
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), folder / "weights.pt")
    scores = graph.linear(words, weights["flat.weight"], weights["flat.bias"])
    onnx.save(graph.model(inputs, {"scores": scores}), folder / "encoder.onnx")
    labels = {name: {"of": of, "answers": list(answers)} for name, (of, _, answers) in LABELS.items()}
    (folder / "labels.json").write_text(
        json.dumps({"kinds": KINDS, "labels": labels}, indent=1) + "\n", encoding="utf-8"
    )


def main() -> None:
    """Read the command line, train and write."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("examples", "base", "out"):
        options.add_argument(name, type=Path)
    options.add_argument("--before", type=Path)
    options.add_argument("--coded", type=float, default=CODED)
    options.add_argument("--onward", type=Path)
    options.add_argument("--pace", type=float, default=1.0)
    options.add_argument("--layers", type=int, default=4)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    torch.set_num_threads(1)
    with given.examples.open(encoding="utf-8") as lines:
        examples = [json.loads(line) for line in lines]
    pieces = cutter(given.base / "tokenizer.json")
    before = RecordModel.load(given.before) if given.before else None
    found = [window for example in examples for window in windows_of(example, pieces, before, given.coded)]
    torch.manual_seed(given.seed)
    network = Records(given.base, given.layers)
    if given.onward:
        network.load_state_dict(torch.load(given.onward, weights_only=True))
    export(trained(network, found, given.epochs, given.pace, given.seed), given.layers, given.out)


if __name__ == "__main__":
    main()
