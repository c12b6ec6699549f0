"""The scorer against the measure that stands beside the gold texts, and its rules one by one."""

import importlib.util
import json
import random
import shutil
from pathlib import Path

import pytest

from servanda.codebook.scoring import MEASURES, same_value, score_codings

SHARED = Path(__file__).parents[2].parent / "shared"
TEXT = "Oslo will lend Lima ten ships and train their crews."


def a_commitment(start, end, **fields):
    return {
        "span": [start, end],
        "debtors": ["NOR"],
        "act": "transfer",
        "quantities": [],
        "firmness": "intended",
        **fields,
    }


def tally(gold, predicted, kind="commitments"):
    return score_codings([("a", TEXT, gold, predicted)]).tallies[kind]


@pytest.mark.parametrize(
    ("predicted", "hits", "strict"),
    [
        (a_commitment(0, 29), 1, 1),
        (a_commitment(0, 4), 0, 0),
        (a_commitment(5, 29, debtors=["PER"]), 1, 0),
        (a_commitment(0, 29, span=[[0, 9], [10, 29]]), 1, 1),
    ],
    ids=["the same", "too short", "another debtor", "in two stretches"],
)
def test_records_match_where_their_words_do(predicted, hits, strict):
    found = tally({"commitments": [a_commitment(0, 29)]}, {"commitments": [predicted]})
    assert (found.hits, found.strict) == (hits, strict)


def test_wishes_are_no_core():
    both = {"commitments": [a_commitment(0, 29, firmness="aspired")]}
    assert tally(both, both).hits == 1
    assert tally(both, both, "core").gold == tally(both, both, "core").predicted == 0


def test_one_record_matches_one():
    found = tally({"commitments": [a_commitment(0, 29)]}, {"commitments": [a_commitment(0, 29), a_commitment(0, 29)]})
    assert (found.hits, found.predicted, found.precision) == (1, 2, 0.5)


def test_a_slug_is_alike_where_half_its_words_agree():
    gold = {"actors": [{"id": "jens-stoltenberg", "mentions": [[0, 4]]}]}
    assert tally(gold, {"actors": [{"id": "stoltenberg", "mentions": [[0, 4]]}]}, "actors").hits == 1
    assert tally(gold, {"actors": [{"id": "ola-nordmann", "mentions": [[0, 4]]}]}, "actors").hits == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["NOR", "PER"], ["PER", "NOR"], True),
        ([], None, True),
        ([{"value": 3.5, "unit": "%"}], [{"unit": "%", "value": 3.50}], True),
        ([{"value": 3.5, "unit": "%"}], [{"value": 3.5, "unit": "people"}], False),
        ("2025-11-21", "2025-11", False),
    ],
)
def test_values_are_compared_without_order(one, other, same):
    assert same_value(one, other) is same


def test_what_is_missed_and_what_is_spurious_is_told():
    score = score_codings(
        [("a", TEXT, {"commitments": [a_commitment(0, 29)]}, {"commitments": [a_commitment(34, 51)]})]
    )
    assert [(m.words, m.spurious) for m in score.misses] == [
        ("Oslo will lend Lima ten ships", False),
        ("train their crews", True),
    ]


def damaged(coding, dice):
    """A coding as a poor reader would give it."""
    rows = json.loads(json.dumps(coding))
    for measure in MEASURES:
        kept = [row for row in rows[measure.kind] if dice.random() > 0.2]
        rows[measure.kind] = [{**row, "debtors": ["XXX"]} if dice.random() < 0.2 else row for row in kept]
    for actor in rows["actors"]:
        actor["mentions"] = [place for place in actor["mentions"] if dice.random() > 0.1]
        if "-" in actor["id"] and dice.random() < 0.4:
            actor["id"] += "-jr"
    return rows


@pytest.mark.skipif(not SHARED.exists(), reason="the gold texts are not beside this checkout")
def test_the_figures_are_those_of_the_measure(tmp_path):
    spec = importlib.util.spec_from_file_location("measure", SHARED / "score.py")
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    dice, documents = random.Random(7), []
    texts, codings = tmp_path / "texts", tmp_path / "codings"
    texts.mkdir()
    codings.mkdir()
    # The shorter half: their measure takes seconds for a long text.
    longest_last = sorted((SHARED / "gold").glob("*.txt"), key=lambda path: (path.stat().st_size, path.name))
    for path in longest_last[: len(longest_last) // 2]:
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        predicted = damaged(gold, dice)
        for file in (path, path.with_suffix(".json")):
            shutil.copy(file, texts)
        (codings / f"{path.stem}.json").write_text(json.dumps(predicted), encoding="utf-8")
        documents.append((path.stem, path.read_text(encoding="utf-8"), gold, predicted))
    expected, score = theirs.score(texts, codings), score_codings(documents)
    for name, tally in score.tallies.items():
        assert round(tally.f1, 3) == expected[name]["f1"], name
        assert round(tally.strict_f1 or 0, 3) == expected[name].get("strict_f1", 0), name
        assert {f: round(a, 3) for f, a in tally.accuracy().items()} == expected[name].get("fields", {}), name
