"""What the half-trained network is sure of, to be learned from in the second half.

Only one source marks names as the shipped scheme does, and it is small: the network names the other training sentences.
Where another scheme has marked the sentence, its word counts too: a label is kept where both say the same, and no label
is where they differ. Sentences of raw text get the tags, arcs and relations that the network is sure of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from batches import NONE, Batch, Encoding, Labels
from networks import Reader
from sentences import Sentence
from torch import Tensor
from torch.nn import functional

SURE, LONGEST = 0.9, 360
_AS_SHIPPED = {
    "gum": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "wikigold": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "crossner": {
        "politician": "PER",
        "person": "PER",
        "country": "LOC",
        "location": "LOC",
        "organisation": "ORG",
        "politicalparty": "ORG",
    },
}


def _mapped(sentence: Sentence) -> list[str]:
    """The sentence's own names with the shipped kinds; a kind that is not among them is no name."""
    kinds = _AS_SHIPPED[sentence.scheme]
    return [f"{name[:2]}{kinds[name[2:]]}" if name[2:] in kinds else "O" for name in sentence.names]


def _kept(sentence: Sentence, said: Sequence[str], sure: Sequence[float]) -> tuple[str, ...]:
    """The labels that are learned from, "" for a word without one."""
    if sentence.names:
        pairs = zip(said, _mapped(sentence), strict=True)
        return tuple(name if name == other else "" for name, other in pairs)
    return tuple(name if share >= SURE else "" for name, share in zip(said, sure, strict=True))


def _by_length(encoding: Encoding, sentences: Sequence[Sentence]) -> Iterator[tuple[list[Sentence], Batch]]:
    """The sentences in batches of about one length."""
    ordered = sorted(sentences, key=lambda sentence: (encoding.length(sentence), sentence.words))
    for start in range(0, len(ordered), 48):
        some = ordered[start : start + 48]
        yield some, encoding.batch([[sentence] for sentence in some])


@torch.no_grad()
def agreed_names(
    network: Reader, encoding: Encoding, labels: Labels, sentences: Sequence[Sentence]
) -> list[tuple[str, ...]]:
    """For each sentence the labels to learn from, none where the sentence has its own or its scheme says too little."""
    wanted = {
        sentence.words: sentence
        for sentence in sentences
        if (not sentence.names or sentence.scheme in _AS_SHIPPED) and encoding.length(sentence) < LONGEST
    }
    first = sum(network.widths[: network.FLAT.index("names")])
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    network.eval()
    for some, batch in _by_length(encoding, list(wanted.values())):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            _, flat, *_ = network(batch.pieces, batch.shapes, batch.firsts)
        sure, best = flat[:, :, first : first + len(labels.names)].float().softmax(2).max(2)
        for sentence, numbers, shares in zip(some, best.tolist(), sure.tolist(), strict=True):
            size = len(sentence.words)
            said = [labels.names[number] for number in numbers[:size]]
            found[sentence.words] = _kept(sentence, said, shares[:size])
    network.train()
    named = {place for place, sentence in enumerate(sentences) if wanted.get(sentence.words) == sentence}
    return [found[sentence.words] if place in named else () for place, sentence in enumerate(sentences)]


def with_agreed_names(sentences: Sequence[Sentence], names: Sequence[Sequence[str]]) -> tuple[Sentence, ...]:
    """The sentences with the labels that `agreed_names` gave."""
    return tuple(
        replace(sentence, agreed=tuple(given)) if given else sentence
        for sentence, given in zip(sentences, names, strict=True)
    )


def _sure(scores: Tensor) -> list[list[int]]:
    """The best number of each word, `NONE` where the network is not sure."""
    share, best = scores.float().softmax(2).max(2)
    return best.masked_fill(share < SURE, NONE).tolist()


@torch.no_grad()
def sure_trees(network: Reader, encoding: Encoding, labels: Labels, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with the tags, arcs and relations that the network is sure of."""
    found: list[Sentence] = []
    network.eval()
    for some, batch in _by_length(encoding, sentences):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            _, flat, arcs, dependents, heads = network(batch.pieces, batch.shapes, batch.firsts)
            inside = (batch.sentence >= 0)[:, None, :].expand(-1, arcs.shape[1], -1)
            arcs = arcs.float().masked_fill(~functional.pad(inside, (1, 0), value=True), -1e4)
            chosen = heads.gather(1, arcs.argmax(2)[:, :, None].expand(-1, -1, heads.shape[2]))
            relations = network.relations(dependents.flatten(0, 1), chosen.flatten(0, 1)).view(*arcs.shape[:2], -1)
        parts = flat.split(network.widths, dim=2)
        for row, sentence in enumerate(some):
            size = len(sentence.words)
            told = [_sure(scores[row : row + 1, :size])[0] for scores in (parts[0], parts[1], relations, arcs)]
            kinds = (labels.tags, labels.fine_tags, labels.relations)
            named = [tuple(kind[n] if n != NONE else "" for n in row) for kind, row in zip(kinds, told, strict=False)]
            found.append(replace(sentence, tags=named[0], fine_tags=named[1], relations=named[2], heads=tuple(told[3])))
    network.train()
    return found
