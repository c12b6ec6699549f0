"""Write the trained network as the files that the package ships: `python training/exports.py CHECKPOINT BASE FOLDER`.

The linear layers and the vocabulary become bytes, a scale for each row; their inputs are rounded as they come. The
weights use 7 of the 8 bits, as the encoder's learned to, so that no processor's sums overflow; the heads did not learn
it and lose nothing that can be measured. What two words say together of an arc or a relation stays in floats. The graph
reads one stretch of text at a time, so that nothing depends on what else is read.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from networks import ARC, HEADS, LAYERS, STEPS, WIDTH
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

OPSET = 20


class Graph:
    """The nodes and weights of a graph under construction; each method adds a step and names its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, value: NDArray) -> str:
        """A constant."""
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, *inputs: str, outputs: int = 1, **attributes: object) -> str:
        """A node; where it has several outputs they are named NAME, NAME_1 and so on."""
        name = f"step_{len(self.nodes)}"
        names = [name, *(f"{name}_{number}" for number in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=name, **attributes))
        return name

    def linear(self, given: str, weight: NDArray, bias: NDArray) -> str:
        """A linear layer in floats."""
        return self.add("Add", self.add("MatMul", given, self.weight(weight.T)), self.weight(bias))

    def rounded_linear(self, given: str, weight: NDArray, bias: NDArray) -> str:
        """A linear layer in bytes, one scale for each output."""
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / STEPS
        whole = np.round(weight / scale[:, None]).astype(np.int8)
        rounded = self.add("DynamicQuantizeLinear", given, outputs=3)
        zeros = self.weight(np.zeros(len(scale), np.int8))
        product = self.add("MatMulInteger", rounded, self.weight(whole.T), f"{rounded}_2", zeros)
        both = self.add("Mul", f"{rounded}_1", self.weight(scale.astype(np.float32)))
        return self.add(
            "Add", self.add("Mul", self.add("Cast", product, to=TensorProto.FLOAT), both), self.weight(bias)
        )

    def norm(self, given: str, weights: dict[str, NDArray], name: str) -> str:
        """A layer normalization."""
        scale, bias = self.weight(weights[f"{name}.weight"]), self.weight(weights[f"{name}.bias"])
        return self.add("LayerNormalization", given, scale, bias, epsilon=1e-12)

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: dict[str, str]) -> onnx.ModelProto:
        """The graph with its inputs and named outputs."""
        named = [helper.make_node("Identity", [step], [name]) for name, step in outputs.items()]
        results = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, [f"{name}_rows", f"{name}_columns"])
            for name in outputs
        ]
        graph = helper.make_graph([*self.nodes, *named], "servanda", inputs, results, self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
        onnx.checker.check_model(model)
        return model


def _embedding(graph: Graph, table: NDArray, numbers: str) -> str:
    """Rows of a table in bytes, one scale for each row."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    whole = graph.add("Gather", graph.weight(np.round(table / scale).astype(np.int8)), numbers)
    return graph.add(
        "Mul",
        graph.add("Cast", whole, to=TensorProto.FLOAT),
        graph.add("Gather", graph.weight(scale.astype(np.float32)), numbers),
    )


def _attention(graph: Graph, hidden: str, weights: dict[str, NDArray], name: str) -> str:
    """What each piece takes from the others."""
    all_three = graph.rounded_linear(hidden, weights[f"{name}attend.weight"], weights[f"{name}attend.bias"])
    shaped = graph.add("Reshape", all_three, graph.weight(np.array([-1, 3, HEADS, WIDTH // HEADS], np.int64)))
    split = graph.add("Split", graph.add("Transpose", shaped, perm=[1, 2, 0, 3]), outputs=3, axis=0, num_outputs=3)
    axis = graph.weight(np.array([0], np.int64))
    query, key, value = (graph.add("Squeeze", part, axis) for part in (split, f"{split}_1", f"{split}_2"))
    shrink = graph.weight(np.array((WIDTH // HEADS) ** -0.5, np.float32))
    scores = graph.add("MatMul", graph.add("Mul", query, shrink), graph.add("Transpose", key, perm=[0, 2, 1]))
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    joined = graph.add("Transpose", mixed, perm=[1, 0, 2])
    flat = graph.add("Reshape", joined, graph.weight(np.array([-1, WIDTH], np.int64)))
    return graph.rounded_linear(flat, weights[f"{name}attended.weight"], weights[f"{name}attended.bias"])


def encoded(graph: Graph, weights: dict[str, NDArray], layers: int = LAYERS) -> str:
    """The meaning of each piece, from "pieces" and "shapes"."""
    length = graph.add("Shape", "pieces", end=1)
    zero = graph.weight(np.array([0], np.int64))
    axis = graph.weight(np.array([0], np.int64))
    places = graph.add("Slice", graph.weight(weights["encoder.places.weight"]), zero, length, axis)
    hidden = graph.add("Add", _embedding(graph, weights["encoder.pieces.weight"], "pieces"), places)
    hidden = graph.add("Add", hidden, graph.add("Gather", graph.weight(weights["encoder.shapes.weight"]), "shapes"))
    hidden = graph.norm(hidden, weights, "encoder.norm")
    for number in range(layers):
        name = f"encoder.layers.{number}."
        hidden = graph.norm(
            graph.add("Add", hidden, _attention(graph, hidden, weights, name)), weights, f"{name}attended_norm"
        )
        inner = graph.rounded_linear(hidden, weights[f"{name}inner.weight"], weights[f"{name}inner.bias"])
        outer = graph.rounded_linear(
            graph.add("Gelu", inner), weights[f"{name}outer.weight"], weights[f"{name}outer.bias"]
        )
        hidden = graph.norm(graph.add("Add", hidden, outer), weights, f"{name}outer_norm")
    return hidden


def encoder_model(weights: dict[str, NDArray]) -> onnx.ModelProto:
    """The graph from words to the scores of labels and arcs and the two sides of the relations."""
    graph = Graph()
    words = graph.add("Gather", encoded(graph, weights), "firsts")
    heads = graph.add("Concat", graph.weight(weights["root"][None]), words, axis=0)

    def projected(name: str, given: str) -> str:
        return graph.add("Gelu", graph.rounded_linear(given, weights[f"{name}.0.weight"], weights[f"{name}.0.bias"]))

    dependents = graph.add("MatMul", projected("arc_dependent", words), graph.weight(weights["arc"]))
    dependents = graph.add("Add", dependents, graph.weight(weights["arc_bias"]))
    arcs = graph.add("MatMul", dependents, graph.add("Transpose", projected("arc_head", heads), perm=[1, 0]))
    outputs = {
        "flat": graph.rounded_linear(words, weights["flat.weight"], weights["flat.bias"]),
        "arcs": graph.add("Mul", arcs, graph.weight(np.array(4 / ARC**0.5, np.float32))),
        "label_dependents": projected("label_dependent", words),
        "label_heads": projected("label_head", heads),
    }
    lengths = {"pieces": "piece_count", "shapes": "piece_count", "firsts": "word_count"}
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [count]) for name, count in lengths.items()]
    return graph.model(inputs, outputs)


def relations_model(label: NDArray) -> onnx.ModelProto:
    """The graph from words and their heads to the scores of the relations."""
    graph = Graph()
    width, count = label.shape[2] - 1, label.shape[1]
    padding = graph.weight(np.array([0, 0, 0, 1], np.int64))
    right = graph.add("Pad", "heads", padding, graph.weight(np.array(1, np.float32)))
    # The last row of the weights is what stands with a one behind each word's numbers.
    product = graph.rounded_linear("dependents", label[:width].reshape(width, -1).T, label[width].reshape(-1))
    shaped = graph.add("Reshape", product, graph.weight(np.array([-1, count, width + 1], np.int64)))
    column = graph.add("Unsqueeze", right, graph.weight(np.array([2], np.int64)))
    scores = graph.add("Squeeze", graph.add("MatMul", shaped, column), graph.weight(np.array([2], np.int64)))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["count", width]) for name in ("dependents", "heads")
    ]
    return graph.model(inputs, {"relations": scores})


def export(checkpoint: Path, base: Path, folder: Path) -> None:
    """Write the graphs, the labels and the vocabulary."""
    found = torch.load(checkpoint, weights_only=True)
    weights = {name: value.float().numpy() for name, value in found["weights"].items()}
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(encoder_model(weights), folder / "encoder.onnx")
    onnx.save(relations_model(weights["label"]), folder / "relations.onnx")
    labels = {kind: names for kind, names in found["labels"].items() if kind != "schemes"}
    labels |= {"breaks": ["", "break"]}
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def main() -> None:
    """Read the command line and export."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("checkpoint", "base", "folder"):
        options.add_argument(name, type=Path)
    given = options.parse_args()
    export(given.checkpoint, given.base, given.folder)


if __name__ == "__main__":
    main()
