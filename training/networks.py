"""The network: a MiniLM encoder with one small head for each thing said of a word.

The encoder's linear layers can pretend to be bytes while they learn (`pretend_bytes`), so that the weights that are
shipped as bytes lose little. Weights use 7 of the 8 bits: processors without instructions for neural networks add two
products in 16 bits, and full bytes would overflow there.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, SHAPE_COUNT = 320, 96, 9
STEPS = 63


def _rounded_weight(weight: Tensor) -> Tensor:
    scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / STEPS
    return weight + ((weight / scale).round() * scale - weight).detach()


def _rounded_input(given: Tensor) -> Tensor:
    with torch.no_grad():
        low, high = given.amin().clamp(max=0).float(), given.amax().clamp(min=0).float()
        scale = ((high - low) / 255).clamp(min=1e-8)
        zero = (-low / scale).round()
        rounded = ((given.float() / scale).round_().add_(zero).clamp_(0, 255).sub_(zero) * scale).to(given.dtype)
    return given + (rounded - given).detach()


class Drop(nn.Module):
    """Dropout whose masks are cut out of one long row of chances, since drawing them anew takes long on a processor.

    Args:
        share: The share of values that become nothing.
    """

    LENGTH = 2**23

    def __init__(self, share: float) -> None:
        super().__init__()
        kept = (torch.rand(self.LENGTH) >= share).float() / (1 - share)
        self.register_buffer("row", kept.bfloat16(), persistent=False)

    def forward(self, given: Tensor) -> Tensor:
        """The values, some of them nothing while the network learns."""
        if not self.training:
            return given
        start = int(torch.randint(self.LENGTH - given.numel(), ()))
        return given * self.row[start : start + given.numel()].view(given.shape)


class ByteLinear(nn.Linear):
    """A linear layer whose weights, and inputs, can be rounded to 256 values while it learns."""

    rounding = False

    def forward(self, given: Tensor) -> Tensor:
        """The layer's output."""
        if not self.rounding:
            return functional.linear(given, self.weight, self.bias)
        return functional.linear(_rounded_input(given), _rounded_weight(self.weight), self.bias)


class Layer(nn.Module):
    """One transformer layer as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = ByteLinear(WIDTH, 3 * WIDTH)
        self.attended = ByteLinear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = ByteLinear(WIDTH, INNER)
        self.outer = ByteLinear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """The layer's output; `mask` is added to the attention scores."""
        count, length, _ = hidden.shape
        query, key, value = self.attend(hidden).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (query * (WIDTH // HEADS) ** -0.5) @ key.transpose(2, 3) + mask.to(query.dtype)
        mixed = scores.softmax(dim=3).to(value.dtype) @ value
        mixed = mixed.transpose(1, 2).reshape(count, length, WIDTH)
        hidden = self.attended_norm(hidden + self.drop(self.attended(mixed)))
        return self.outer_norm(hidden + self.drop(self.outer(functional.gelu(self.inner(hidden)))))


class Encoder(nn.Module):
    """MiniLM with an embedding of the words' shapes."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.pieces.weight.requires_grad_(False)  # words that the sources lack keep their place among the others
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPE_COUNT, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = Drop(0.1)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """What each word piece means where it stands."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.drop(self.norm(self.pieces(pieces) + self.places(places) + self.shapes(shapes)))
        mask = torch.where(pieces == 0, -1e4, 0.0)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def load(self, path: Path) -> None:
        """Take MiniLM's weights from its safetensors file."""
        given = load_file(path)
        own = {
            "pieces.weight": given["embeddings.word_embeddings.weight"],
            "places.weight": given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][0],
            "shapes.weight": self.shapes.weight.detach(),
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            source, target = f"encoder.layer.{number}.", f"layers.{number}."
            for part in ("weight", "bias"):
                own[f"{target}attend.{part}"] = torch.cat(
                    [given[f"{source}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                own[f"{target}attended.{part}"] = given[f"{source}attention.output.dense.{part}"]
                own[f"{target}attended_norm.{part}"] = given[f"{source}attention.output.LayerNorm.{part}"]
                own[f"{target}inner.{part}"] = given[f"{source}intermediate.dense.{part}"]
                own[f"{target}outer.{part}"] = given[f"{source}output.dense.{part}"]
                own[f"{target}outer_norm.{part}"] = given[f"{source}output.LayerNorm.{part}"]
        self.load_state_dict(own)


def _projection(width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Drop(0.25))


class Reader(nn.Module):
    """The encoder and its heads.

    Args:
        sizes: How many labels each of "tags", "fine_tags", "lemmas", "names", "breaks" and "relations" has.
        schemes: How many labels each other scheme of names has; they help to learn and are not shipped.
    """

    FLAT = ("tags", "fine_tags", "lemmas", "names", "breaks")

    def __init__(self, sizes: dict[str, int], schemes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.drop = Drop(0.2)
        self.flat = nn.Linear(WIDTH, sum(sizes[name] for name in self.FLAT))
        self.widths = [sizes[name] for name in self.FLAT]
        self.others = nn.ModuleDict({scheme: nn.Linear(WIDTH, size) for scheme, size in schemes.items()})
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.arc_dependent, self.arc_head = _projection(ARC), _projection(ARC)
        self.label_dependent, self.label_head = _projection(LABEL), _projection(LABEL)
        self.arc = nn.Parameter(torch.randn(ARC, ARC) / ARC)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label = nn.Parameter(torch.randn(LABEL + 1, sizes["relations"], LABEL + 1) / LABEL)

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """The words, the scores of all labels and of all arcs, and the two sides of the relations.

        Args:
            pieces: Word pieces, 0 where there is none.
            shapes: The shape of each piece's word.
            firsts: Where each word's first piece stands.
        """
        hidden = self.encoder(pieces, shapes)
        words = hidden.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))
        words = self.drop(words)
        heads = torch.cat([self.root.expand(words.shape[0], 1, WIDTH).to(words.dtype), words], dim=1)
        head = self.arc_head(heads)
        arcs = (self.arc_dependent(words) @ self.arc + self.arc_bias) @ head.transpose(1, 2) / math.sqrt(ARC) * 4
        return words, self.flat(words), arcs, self.label_dependent(words), self.label_head(heads)

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations of words to their heads, both sides given row by row."""
        ones = dependents.new_ones(dependents.shape[0], 1)
        dependents, heads = torch.cat([dependents, ones], dim=1), torch.cat([heads, ones], dim=1)
        left = (dependents @ self.label.flatten(1).to(dependents.dtype)).view(-1, *self.label.shape[1:])
        return (left * heads[:, None, :]).sum(dim=2)


def pretend_bytes(module: nn.Module, *, on: bool) -> None:
    """Let the encoder's linear layers round as the shipped model does."""
    for part in module.modules():
        if isinstance(part, ByteLinear):
            part.rounding = on
