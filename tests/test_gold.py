"""The reading, measured against the codings of careful readers; a floor is lowered only on purpose."""

import hashlib
from pathlib import Path

import pytest

from servanda.cli import main
from servanda.codebook.scoring import score_codings
from servanda.write.coding_files import load_codings

SHARED = Path(__file__).parents[1].parent / "shared"
SEEDS = ("seed-000", "seed-002", "seed-004")
DIGEST = "3a2f052841a136cc"
FLOORS = {
    "actors": 0.93,
    "statements": 0.95,
    "occasions": 0.73,
    "instruments": 0.81,
    "commitments": 0.87,
    "core": 0.89,
    "assessments": 0.78,
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.exists(), reason="the gold codings are not beside this checkout"),
]


@pytest.fixture(scope="module")
def codings(tmp_path_factory):
    out = tmp_path_factory.mktemp("codings")
    assert main(["code", str(SHARED / "gold"), "--out", str(out)]) == 0
    return list(load_codings(SHARED / "gold", out))


def test_the_codings_are_those_that_the_floors_were_set_on():
    written = b"".join(path.read_bytes() for path in sorted((SHARED / "gold").glob("*.json")))
    assert hashlib.sha256(written).hexdigest()[:16] == DIGEST


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_falls_below_its_floor(codings, kind):
    assert score_codings(codings).tallies[kind].f1 >= FLOORS[kind]


@pytest.mark.parametrize("kind", ["actors", "statements", "core"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_seeds_are_read(codings, seed, kind):
    assert score_codings([coding for coding in codings if coding[0] == seed]).tallies[kind].f1 >= 0.65
