"""The shipped graph of bytes as weights again, so that training can go on from it where the learned ones are gone.

    PYTHONPATH=src:training python training/records/thaw.py SHIPPED BASE WEIGHTS

SHIPPED is a folder with `encoder.onnx`, BASE that of the base model, WEIGHTS the file to write. The weights stay rounded to the 7 bits that were shipped.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from train import Records

LAYERS = 4
SHAPES = 4
"""Constants of shape and scale that `exports.py` writes between the two linear layers of an attention."""


def thawed(graph: onnx.GraphProto) -> dict[str, NDArray[np.float32]]:
    """The weights by their names in the network, in the order in which `exports.py` wrote them."""
    left = iter([numpy_helper.to_array(one) for one in graph.initializer])
    for _ in range(2):
        next(left)
    found = {"encoder.places.weight": next(left)}
    found["encoder.pieces.weight"] = next(left).astype(np.float32) * next(left)
    found["encoder.shapes.weight"] = next(left)
    found |= _norm(left, "encoder.norm")
    for number in range(LAYERS):
        name = f"encoder.layers.{number}."
        found |= _linear(left, f"{name}attend")
        for _ in range(SHAPES):
            next(left)
        found |= _linear(left, f"{name}attended") | _norm(left, f"{name}attended_norm")
        found |= _linear(left, f"{name}inner") | _linear(left, f"{name}outer") | _norm(left, f"{name}outer_norm")
    found["flat.weight"], found["flat.bias"] = next(left).T, next(left)
    return found


def _norm(left: Iterator[NDArray], name: str) -> dict[str, NDArray[np.float32]]:
    return {f"{name}.weight": next(left), f"{name}.bias": next(left)}


def _linear(left: Iterator[NDArray], name: str) -> dict[str, NDArray[np.float32]]:
    _zeros, whole, scale, bias = (next(left) for _ in range(4))
    return {f"{name}.weight": whole.T.astype(np.float32) * scale[:, None], f"{name}.bias": bias}


def main() -> None:
    """Write the weights."""
    shipped, base, out = map(Path, sys.argv[1:])
    found = thawed(onnx.load(shipped / "encoder.onnx").graph)
    network = Records(base, LAYERS)
    network.load_state_dict({name: torch.tensor(np.ascontiguousarray(value)) for name, value in found.items()})
    torch.save(network.state_dict(), out)


if __name__ == "__main__":
    main()
