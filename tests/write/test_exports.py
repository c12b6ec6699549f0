import csv
import json
from dataclasses import replace

import pytest

from factories import a_ferry_deal
from servanda.codebook import stated, unclear, unstated
from servanda.codebook.cells import slots_of
from servanda.codebook.readings import KINDS
from servanda.write import WRITERS, write_export
from servanda.write.lines import parse_lines
from servanda.write.tables import guarded

DEALS = tuple(a_ferry_deal(place, location=f"{place}.txt") for place in ("Oslo", "Bergen"))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_ledger_is_the_same_bytes(form, tmp_path):
    one, two = (write_export(DEALS, form, tmp_path / name / "out") for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert all(path.stat().st_size for path in one)


@pytest.mark.parametrize("form", WRITERS)
def test_an_export_that_breaks_off_leaves_the_former_one(form, tmp_path):
    def broken():
        yield DEALS[0]
        raise OSError("the disk is gone")

    written = write_export(DEALS, form, tmp_path / "out")
    before = [path.read_bytes() for path in written]
    with pytest.raises(OSError, match="gone"):
        write_export(broken(), form, tmp_path / "out")
    assert [path.read_bytes() for path in written] == before
    assert not list(tmp_path.rglob("*.part"))


def test_an_unknown_format_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"no such format: xls; there are csv, .*jsonl"):
        write_export(DEALS, "xls", tmp_path / "out")


def test_lines_give_back_equal_records(tmp_path):
    (path,) = write_export(DEALS, "jsonl", tmp_path / "all.jsonl")
    with path.open(encoding="utf-8") as lines:
        assert list(parse_lines(lines)) == [record for _, reading in DEALS for record in reading.records()]


def test_a_line_has_the_words_of_the_record_and_of_each_field(tmp_path):
    (path,) = write_export(DEALS[:1], "jsonl", tmp_path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    (line,) = (line for line in lines if line["kind"] == "commitments")
    assert path.name == "ledger.jsonl"
    assert line["words"] == "Norway will buy three ferries from Finland by 2030"
    assert line["evidence"]["act"] == ["buy"]
    assert line["published"] == "2024-05-02"


def test_a_line_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="a line of no kind of record"):
        list(parse_lines(['{"kind": "weather"}']))


def test_there_is_a_table_for_every_kind_and_a_column_for_every_field(tmp_path):
    written = write_export(DEALS, "csv", tmp_path / "out")
    assert [path.stem for path in written] == [
        *("documents", "judgements", "threads", "links", "pairs"),
        *(name for name, _ in KINDS),
    ]
    for name, kind in KINDS:
        assert set(slots_of(kind)) <= rows_of(tmp_path / "out" / f"{name}.csv")[0].keys()


CELLS = [
    ("title", "Ferries"),
    ("outlet", "The Example"),
    ("published", "2024-05-02"),
    ("act", "procure"),
    ("act_known", "stated"),
    ("wording", "will"),
    ("condition", "if funds allow"),
    ("polarity", "+"),
    ("words", "Norway will buy three ferries from Finland by 2030"),
    ("exchange", ""),
    ("exchange_known", "unstated"),
]


@pytest.mark.parametrize(("column", "value"), CELLS)
def test_a_row_of_commitments(column, value, tmp_path):
    write_export(DEALS[:1], "csv", tmp_path)
    (row,) = rows_of(tmp_path / "commitments.csv")
    assert row[column] == value


def test_spans_are_offsets_into_the_text(tmp_path):
    write_export(DEALS[:1], "csv", tmp_path)
    (row,) = rows_of(tmp_path / "commitments.csv")
    start, end = row["act_spans"].split("-")
    assert DEALS[0][0].text[int(start) : int(end)] == "buy"
    assert DEALS[0][0].text[int(row["start"]) : int(row["end"])] == row["words"]


KNOWN = [
    pytest.param(stated((), DEALS[0][1].commitments[0].span), ("", "stated"), id="owed jointly"),
    pytest.param(unstated(), ("", "unstated"), id="left open"),
    pytest.param(unclear("two could be meant"), ("", "unclear"), id="unclear"),
]


@pytest.mark.parametrize(("creditors", "told"), KNOWN)
def test_none_unstated_and_unclear_stay_apart(creditors, told, tmp_path):
    document, reading = DEALS[0]
    commitment = replace(reading.commitments[0], creditors=creditors)
    write_export([(document, replace(reading, commitments=(commitment,)))], "csv", tmp_path)
    (row,) = rows_of(tmp_path / "commitments.csv")
    assert (row["creditors"], row["creditors_known"]) == told


FORMULAS = ["=1+1", "+cmd", "-2 %", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "'=1", "''=1", "＝1", "＋1"]
PLAIN = ["+", "-", "0", "", "Oslo", "2 - 3", "'tis", "ab=c", None, 12, 0.5]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_taken_for_a_formula(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("value", PLAIN)
def test_other_values_stand_as_they_are(value):
    assert guarded(value) is value


def test_a_table_is_utf_8_with_crlf(tmp_path):
    document, reading = a_ferry_deal("Tromsø")
    write_export([(replace(document, title='One, "two"\nthree'), reading)], "csv", tmp_path)
    raw = (tmp_path / "documents.csv").read_bytes()
    assert raw.count(b"\r\n") == 2
    assert b'"One, ""two""\nthree"' in raw
    assert rows_of(tmp_path / "documents.csv")[0]["title"] == 'One, "two"\nthree'


def test_tables_are_not_mixed_with_other_files(tmp_path):
    (tmp_path / "documents.csv").write_text("my,own,table\n")
    with pytest.raises(FileExistsError, match="holds other files"):
        write_export(DEALS, "csv", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["documents.csv"]
    (tmp_path / "documents.csv").unlink()
    (tmp_path / "actors.csv.part").write_text("what a killed export left")
    before = len(write_export(DEALS[:1], "csv", tmp_path))
    (tmp_path / "notes.txt").write_text("beside the tables")
    assert len(write_export(DEALS, "csv", tmp_path)) == before
