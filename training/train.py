"""Train the language model: `python training/train.py DATA BASE OUT`.

DATA is the folder of the sources, BASE the folder of the unpacked base model, OUT where checkpoints go and, at the end,
the files to ship in OUT/language. The learning rate warms up, holds, and falls to nothing over the last two fifths of
the steps, in which our own sentences and what the network itself is sure of are added; in the last `--bytes` steps the encoder's layers round as the shipped model
does. A run that was stopped goes on from its last checkpoint with the same batches as if it had not been.
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
from certainties import agreed_names, sure_trees, with_agreed_names
from exports import export
from networks import LAYERS, Reader, pretend_bytes
from sentences import Sentence
from sources import Sources, read_sources
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SHARES = {"tags": 1.0, "fine_tags": 0.5, "lemmas": 0.5, "names": 1.0, "breaks": 1.0}
FALL = 0.4


def _mean_loss(scores: Tensor, target: Tensor) -> Tensor:
    known = target != NONE
    return functional.cross_entropy(scores[known].float(), target[known]) if known.any() else scores.sum() * 0


def loss_of(network: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head on a batch."""
    words, flat, arcs, dependents, heads = network(batch.pieces, batch.shapes, batch.firsts)
    parts = flat.split(network.widths, dim=2)
    losses = {
        name: _mean_loss(part, batch.targets[name]) * SHARES[name] for name, part in zip(SHARES, parts, strict=True)
    }
    losses["others"] = _others_loss(network, words, batch)
    same = (batch.sentence[:, :, None] == batch.sentence[:, None, :]) & (batch.sentence >= 0)[:, None, :]
    allowed = functional.pad(same, (1, 0), value=True)
    losses["heads"] = _mean_loss(arcs.float().masked_fill(~allowed, -1e4), batch.heads)
    known = batch.heads != NONE
    chosen = heads.gather(1, batch.heads.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
    losses["relations"] = _mean_loss(
        network.relations(dependents[known], chosen[known]), batch.targets["relations"][known]
    )
    return losses


def _others_loss(network: Reader, words: Tensor, batch: Batch) -> Tensor:
    """The loss of the names of other schemes, over the words that have such."""
    total, count = words.sum() * 0, 0
    for scheme, layer in network.others.items():
        target = batch.targets[scheme]
        known = target != NONE
        if known.any():
            total = total + functional.cross_entropy(layer(words[known]).float(), target[known], reduction="sum")
            count += int(known.sum())
    return total / max(count, 1)


@torch.no_grad()
def checked(network: Reader, encoding: Encoding, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracy on sentences given one by one, the best head taken for each word."""
    network.eval()
    right: dict[str, int] = dict.fromkeys(("tags", "lemmas", "uas", "las"), 0)
    count = 0
    for start in range(0, len(sentences), 32):
        batch = encoding.batch([[sentence] for sentence in sentences[start : start + 32]])
        _, flat, arcs, dependents, heads = network(batch.pieces, batch.shapes, batch.firsts)
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


def falls_at(steps: int) -> int:
    """The step at which the learning rate begins to fall."""
    return int(steps * (1 - FALL))


def rate_at(step: int, steps: int, warm: int = 150) -> float:
    """The share of the full learning rate at a step."""
    if step < warm:
        return (step + 1) / warm
    begin = falls_at(steps)
    return 1.0 if step < begin else max(0.0, (steps - step) / (steps - begin))


def _groups(network: Reader, encoder_rate: float, head_rate: float) -> list[dict]:
    """The weights in groups of one rate each: a layer learns a tenth slower than the one above it."""
    groups: dict[float, list[Tensor]] = {}
    for name, part in network.named_parameters():
        rate = head_rate
        if name.startswith("encoder.") and "shapes" not in name:
            layer = int(name.split(".")[2]) if ".layers." in name else -1
            rate = encoder_rate * 0.9 ** (LAYERS - 1 - layer)
        if part.requires_grad:
            groups.setdefault(rate, []).append(part)
    return [{"params": parts, "lr": rate, "full": rate} for rate, parts in groups.items()]


def _save(out: Path, network: Reader, labels: Labels, optimizer: torch.optim.Optimizer, step: int) -> None:
    state = {
        "weights": network.state_dict(),
        "labels": asdict(labels),
        "optimizer": optimizer.state_dict(),
        "chance": torch.get_rng_state(),
        "step": step,
    }
    torch.save(state, out / "last.pt.new")
    (out / "last.pt.new").replace(out / "last.pt")


def _resumed(out: Path, network: Reader, optimizer: torch.optim.Optimizer) -> int:
    """The step of the last checkpoint, whose state is taken over; 0 where there is none."""
    if not (out / "last.pt").exists():
        return 0
    state = torch.load(out / "last.pt", weights_only=True)
    network.load_state_dict(state["weights"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["chance"])
    return int(state["step"])


def _prepared(options: argparse.Namespace, chance: random.Random) -> tuple[Sources, Encoding, Labels, Reader]:
    """The sources, how they become numbers, and the network with the base weights."""
    weights = options.base / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{weights} is not the base model that the recipe names")
    sources = read_sources(options.data)
    labels = labels_of(sources.training)
    encoding = Encoding(Tokenizer.from_file(str(options.base / "tokenizer.json")), labels, chance)
    network = Reader(labels.sizes(), {scheme: len(names) for scheme, names in labels.schemes.items()})
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


def _endless(sentences: Sequence[Sentence], encoding: Encoding, chance: random.Random) -> Iterator[Batch]:
    while True:
        yield from batches(sentences, encoding, chance)


def _later(sources: Sources, encoding: Encoding, labels: Labels, network: Reader, out: Path) -> list[Sentence]:
    """What is learned from while the rate falls; a run that goes on takes what the network was sure of then."""
    kept = out / "certainties.json"
    if not kept.exists():
        names = agreed_names(network, encoding, labels, sources.training)
        trees = sure_trees(network, encoding, labels, sources.raw)
        text = json.dumps({"names": names, "trees": [asdict(sentence) for sentence in trees]})
        kept.write_text(text, encoding="utf-8")
    found = json.loads(kept.read_text(encoding="utf-8"))
    trees = [
        Sentence(**{key: tuple(value) if isinstance(value, list) else value for key, value in tree.items()})
        for tree in found["trees"]
    ]
    return [*with_agreed_names(sources.training, found["names"]), *sources.later, *trees]


def _say(**told: object) -> None:
    print(json.dumps(told), flush=True)


def train(options: argparse.Namespace) -> None:
    """Train from the base weights, or the last checkpoint, to the last step, with a checkpoint every 200 steps."""
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)  # noqa: S311
    sources, encoding, labels, network = _prepared(options, chance)
    optimizer = torch.optim.AdamW(_groups(network, 2e-4, 1.5e-3), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    options.out.mkdir(parents=True, exist_ok=True)
    done = _resumed(options.out, network, optimizer)
    began, losses = time.time(), dict.fromkeys((*SHARES, "others", "heads", "relations"), 0.0)
    feed = _endless(sources.training, encoding, chance)
    for step in range(1, options.steps + 1):
        if step == falls_at(options.steps) + 1:
            feed = _endless(_later(sources, encoding, labels, network, options.out), encoding, chance)
        batch = next(feed)
        if step <= done:
            continue
        pretend_bytes(network, on=step > options.steps - options.bytes)
        now = _learned(network, optimizer, batch, rate_at(step - 1, options.steps))
        losses = {name: loss + now[name] / 50 for name, loss in losses.items()}
        if step % 50 == 0:
            told = {name: round(loss, 3) for name, loss in losses.items()}
            _say(step=step, seconds=round(time.time() - began), **told)
            losses = dict.fromkeys(losses, 0.0)
        if step % 200 == 0 or step == options.steps:
            _save(options.out, network, labels, optimizer, step)
        if step % 1000 == 0 or step == options.steps:
            _say(step=step, **checked(network, encoding, sources.checking))


def main() -> None:
    """Read the command line and train."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("base", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--steps", type=int, default=8000)
    options.add_argument("--bytes", type=int, default=600, help="last steps in which layers round to bytes")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seed", type=int, default=11)
    given = options.parse_args()
    train(given)
    export(given.out / "last.pt", given.base, given.out / "language")


if __name__ == "__main__":
    main()
