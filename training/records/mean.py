"""The mean of weights that `train.py` learned from one base, written as the package ships it.

    PYTHONPATH=src:training python training/records/mean.py BASE OUT WEIGHTS WEIGHTS ...

BASE is as for `train.py`; WEIGHTS are the `weights.pt` of two runs or more.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from train import Records, export

LAYERS = 4


def main() -> None:
    """Read the command line, take the mean and write."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "out"):
        options.add_argument(name, type=Path)
    options.add_argument("weights", type=Path, nargs="+")
    given = options.parse_args()
    found = [torch.load(path, weights_only=True) for path in given.weights]
    network = Records(given.base, LAYERS)
    network.load_state_dict({name: sum(one[name].float() for one in found) / len(found) for name in found[0]})
    export(network.eval(), LAYERS, given.out)


if __name__ == "__main__":
    main()
