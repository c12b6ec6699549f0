"""The commands that exchange with tools for annotation, as a user types them."""

import json

import pytest

from factories import a_ferry_deal
from servanda.cli import main
from servanda.store import Ledger

DEAL = a_ferry_deal("Oslo")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Ledger.open("servanda.db") as ledger:
        ledger.append_reading(*DEAL)
    return tmp_path


def test_what_goes_out_comes_back(folder, capsys):
    assert main(["export", "doccano", "all.jsonl"]) == 0
    row = json.loads((folder / "all.jsonl").read_bytes())
    (act,) = (entity for entity in row["entities"] if entity["label"] == "act: procure")
    act["label"] = "act: fund"
    row["entities"].append({"id": 999, "start_offset": 0, "end_offset": 4, "label": "place"})
    (folder / "back.jsonl").write_text(json.dumps(row), encoding="utf-8")
    for said in ("1 judgement, 1 problem\n", "0 judgements, 1 problem\n"):
        assert main(["import-judgements", "back.jsonl", "--by", "ana"]) == 1
        out, err = capsys.readouterr()
        assert out == said
        assert "“Oslo” as place" in err
    with Ledger.open("servanda.db") as ledger:
        (judged,) = ledger.find_judgements()
    assert (judged.judgement.by, judged.judgement.slot, judged.judgement.value) == ("ana", "act", "fund")


def test_a_file_without_changes_is_no_problem(folder, capsys):
    assert main(["export", "doccano", "all.jsonl"]) == 0
    assert main(["import-judgements", "all.jsonl"]) == 0
    assert capsys.readouterr().out == "0 judgements, 0 problems\n"


def test_what_was_left_is_accepted_once_a_sample_was_judged(folder, capsys):
    assert main(["export", "doccano", "all.jsonl"]) == 0
    accepting = ["import-judgements", "all.jsonl", "--accept-kept"]
    capsys.readouterr()
    assert main(accepting) == 2
    err = capsys.readouterr().err
    assert "would accept 7 records" in err
    assert "7 of 7 still to be judged" in err
    first, *others = err.split(": ")[-1].split()
    assert [main(["judge", "accept", key, "--by", "ben"]) for key in others] == [0] * 6
    assert main(accepting) == 2
    assert f"1 of 7 still to be judged: {first}" in capsys.readouterr().err
    assert main(["judge", "reject", first, "--by", "ben"]) == 0
    assert main(accepting) == 2
    assert "1 of the sample of 7 were rejected or corrected" in capsys.readouterr().err
    with Ledger.open("servanda.db") as ledger:
        (rejected,) = (one for one in ledger.find_judgements() if one.judgement.verdict == "reject")
    assert main(["undo", rejected.judgement.id]) == main(["judge", "accept", first, "--by", "ben"]) == 0
    assert main([*accepting, "--by", "ana"]) == 0
    assert capsys.readouterr().out.endswith("7 judgements, 0 problems\n")


def test_agreement_is_a_table_or_json(folder, capsys):
    key = DEAL[1].commitments[0].id
    for by, slot in (("ana", "fund"), ("ben", "build")):
        assert main(["judge", "correct", key, "--slot", "act", "--value", slot, "--by", by]) == 0
    capsys.readouterr()
    assert main(["agreement"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "judgements that stand: ana 1, ben 1"
    assert lines[-2].split()[:7] == ["commitments", "act", "ana,", "ben", "1", "0", "0.000"]
    assert main(["agreement", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["question"], row["records"], row["alpha"]) for row in told["rows"]][-1] == ("act", 1, 0.0)
