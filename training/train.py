"""Train the language model: `python training/train.py DATA BASE OUT`.

DATA is the folder of the sources, BASE the folder of the unpacked base model, OUT where checkpoints go and, at the end,
the files to ship in OUT/language. The learning rate warms up, holds, and falls to nothing over the last two fifths of
the steps; in the last `--bytes` steps the encoder's layers round as the shipped model does.
"""

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from batches import NONE, Batch, Encoding, Labels, batches, labels_of
from exports import export
from networks import Reader, pretend_bytes
from sentences import Sentence
from sources import Sources, read_sources
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SHARES = {"tags": 1.0, "fine_tags": 0.5, "lemmas": 0.5, "names": 1.0, "breaks": 0.5}


def _mean_loss(scores: Tensor, target: Tensor) -> Tensor:
    known = target != NONE
    return functional.cross_entropy(scores[known].float(), target[known]) if known.any() else scores.sum() * 0


def loss_of(network: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head on a batch."""
    flat, arcs, dependents, heads = network(batch.pieces, batch.shapes, batch.firsts)
    parts = flat.split(network.widths, dim=2)
    losses = {
        name: _mean_loss(part, batch.targets[name]) * SHARES[name] for name, part in zip(SHARES, parts, strict=True)
    }
    same = (batch.sentence[:, :, None] == batch.sentence[:, None, :]) & (batch.sentence >= 0)[:, None, :]
    allowed = functional.pad(same, (1, 0), value=True)
    losses["heads"] = _mean_loss(arcs.float().masked_fill(~allowed, -1e4), batch.heads)
    known = batch.heads != NONE
    chosen = heads.gather(1, batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
    losses["relations"] = _mean_loss(
        network.relations(dependents[known], chosen[known]), batch.targets["relations"][known]
    )
    return losses


@torch.no_grad()
def checked(network: Reader, encoding: Encoding, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracy on sentences given one by one, the best head taken for each word."""
    network.eval()
    right: dict[str, int] = dict.fromkeys(("tags", "lemmas", "uas", "las"), 0)
    count = 0
    for start in range(0, len(sentences), 32):
        batch = encoding.batch([[sentence] for sentence in sentences[start : start + 32]])
        flat, arcs, dependents, heads = network(batch.pieces, batch.shapes, batch.firsts)
        known = batch.heads != NONE
        parts = dict(zip(SHARES, flat.split(network.widths, dim=2), strict=True))
        allowed = functional.pad((batch.sentence >= 0)[:, None, :].expand(-1, arcs.shape[1], -1), (1, 0), value=True)
        best = arcs.masked_fill(~allowed, -1e4).argmax(2)
        chosen = heads.gather(1, best[:, :, None].expand(-1, -1, heads.shape[2]))
        labels = network.relations(dependents[known], chosen[known]).argmax(1)
        hit = (best == batch.heads)[known]
        right["uas"] += int(hit.sum())
        right["las"] += int((hit & (labels == batch.targets["relations"][known])).sum())
        for kind in ("tags", "lemmas"):
            right[kind] += int((parts[kind].argmax(2) == batch.targets[kind])[known].sum())
        count += int(known.sum())
    network.train()
    return {kind: round(hits / count, 4) for kind, hits in right.items()}


def rate_at(step: int, steps: int, warm: int = 150, fall: float = 0.4) -> float:
    """The share of the full learning rate at a step."""
    if step < warm:
        return (step + 1) / warm
    begin = int(steps * (1 - fall))
    return 1.0 if step < begin else max(0.0, (steps - step) / (steps - begin))


def _groups(network: Reader, encoder_rate: float, head_rate: float) -> list[dict]:
    encoder = [
        part for name, part in network.named_parameters() if name.startswith("encoder.") and "shapes" not in name
    ]
    heads = [part for name, part in network.named_parameters() if not name.startswith("encoder.") or "shapes" in name]
    return [
        {"params": encoder, "lr": encoder_rate, "full": encoder_rate},
        {"params": heads, "lr": head_rate, "full": head_rate},
    ]


def _save(out: Path, network: Reader, labels: Labels) -> None:
    torch.save({"weights": network.state_dict(), "labels": asdict(labels)}, out / "last.pt.new")
    (out / "last.pt.new").replace(out / "last.pt")


def _prepared(options: argparse.Namespace) -> tuple[Sources, Encoding, Labels, Reader]:
    """The sources, how they become numbers, and the network with the base weights."""
    weights = options.base / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{weights} is not the base model that the recipe names")
    sources = read_sources(options.data)
    labels = labels_of(sources.training)
    encoding = Encoding(Tokenizer.from_file(str(options.base / "tokenizer.json")), labels)
    network = Reader(labels.sizes())
    network.encoder.load(weights)
    return sources, encoding, labels, network


def _learned(network: Reader, optimizer: torch.optim.Optimizer, batch: Batch, share: float) -> dict[str, float]:
    """One step at a share of the full learning rate, and its losses."""
    for group in optimizer.param_groups:
        group["lr"] = group["full"] * share
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = loss_of(network, batch)
    optimizer.zero_grad()
    sum(losses.values()).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return {name: float(loss.detach()) for name, loss in losses.items()}


def _endless(sources: Sources, encoding: Encoding, chance: random.Random) -> Iterator[Batch]:
    while True:
        yield from batches(sources.training, encoding, chance)


def _say(**told: object) -> None:
    print(json.dumps(told), flush=True)


def train(options: argparse.Namespace) -> None:
    """Train from the base weights to the last step, with a checkpoint every 200 steps."""
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)  # noqa: S311
    sources, encoding, labels, network = _prepared(options)
    optimizer = torch.optim.AdamW(_groups(network, 2e-4, 1.5e-3), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    options.out.mkdir(parents=True, exist_ok=True)
    began, losses = time.time(), dict.fromkeys((*SHARES, "heads", "relations"), 0.0)
    feed = _endless(sources, encoding, chance)
    for step in range(1, options.steps + 1):
        pretend_bytes(network, on=step > options.steps - options.bytes)
        now = _learned(network, optimizer, next(feed), rate_at(step - 1, options.steps))
        losses = {name: loss + now[name] / 50 for name, loss in losses.items()}
        if step % 50 == 0:
            _say(
                step=step, seconds=round(time.time() - began), **{name: round(loss, 3) for name, loss in losses.items()}
            )
            losses = dict.fromkeys(losses, 0.0)
        if step % 200 == 0 or step == options.steps:
            _save(options.out, network, labels)
        if step % 800 == 0 or step == options.steps:
            _say(step=step, **checked(network, encoding, sources.checking))


def main() -> None:
    """Read the command line and train."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("base", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--steps", type=int, default=1550)
    options.add_argument("--bytes", type=int, default=300, help="last steps in which layers round to bytes")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seed", type=int, default=11)
    given = options.parse_args()
    train(given)
    export(given.out / "last.pt", given.base, given.out / "language")


if __name__ == "__main__":
    main()
