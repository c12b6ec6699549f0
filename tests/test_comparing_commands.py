"""`compare` and `outlets` as a user types them."""

import csv
import io
import json

import pytest

from servanda.cli import main

TEXT = """Joint Declaration of Ghana and Togo on Fisheries

Ghana will lend Togo $30 million for patrol boats at Lomé subject to approval by its parliament.

Togo will open its trawling grounds off Aného to crews from Ghana.
"""
REPORT = """ACCRA - Ghana and Togo adopted a joint declaration on Monday.

The declaration says that Ghana will lend Togo $32 million for patrol boats at Lomé.

It also says that Togo will open its trawling grounds off Aného to Ghana's crews.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SERVANDA_LEDGER", raising=False)
    (tmp_path / "reports").mkdir()
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "reports/wire.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_a_person_sees_both_sides(folder, capsys):
    assert main(["compare", "text.txt", "reports"]) == 0
    said = capsys.readouterr().out
    assert "changed: number" in said
    assert "»$30 million« for patrol boats" in said
    assert "»$32 million« for patrol boats" in said
    assert said.index("WHAT DIFFERS") < said.index("Another number") < said.index("AS THE TEXT HAS IT")


def test_json_has_the_page_and_csv_the_rows(folder, capsys):
    assert main(["compare", "text.txt", "reports", "--format", "json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert main(["compare", "text.txt", "reports", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["row"] for row in rows] == [row["label"] for row in page["rows"]]


def test_html_is_one_file_with_both_texts(folder, capsys):
    assert main(["compare", "text.txt", "reports", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<article>") == 2
    assert "<mark" in page


def test_the_text_among_the_reports_is_no_report(folder, capsys):
    (folder / "reports/text.txt").write_text(TEXT, encoding="utf-8")
    assert main(["compare", "text.txt", "reports", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["reports"]) == 1


def test_what_cannot_be_read_is_listed_and_the_rest_compared(folder, capsys):
    assert main(["compare", "text.txt", "reports", "gone.txt"]) == 1
    said = capsys.readouterr()
    assert "gone.txt" in said.err
    assert "changed: number" in said.out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["gone.txt", "reports"], "The text must be one document"),
        (["text.txt", "text.txt"], "There is no report"),
        (["d-0000", "reports", "--ledger", "servanda.db"], "No one document of the ledger"),
    ],
    ids=["no text", "no report", "no such document"],
)
def test_wrong_use_is_one_clear_line(folder, capsys, words, line):
    assert main(["read", "reports"]) == 0
    capsys.readouterr()
    assert main(["compare", *words]) == 2
    assert line in capsys.readouterr().err


def test_a_ledger_knows_the_reports_of_its_texts(folder, capsys):
    (folder / "meta.json").write_text('{"text": {"kind": "instrument", "published": "2024-05-06"}}')
    (folder / "reports/meta.json").write_text('{"wire": {"outlet": "Coast Wire", "published": "2024-05-07"}}')
    assert main(["read", "text.txt", "reports"]) == 0
    capsys.readouterr()
    assert main(["outlets", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["outlet"], row["changed"]) for row in rows] == [("Coast Wire", "1")]
    assert main(["outlets"]) == 0
    assert "Coast Wire" in capsys.readouterr().out


def test_an_empty_report_is_called_empty(folder, capsys):
    (folder / "blank.txt").write_text("", encoding="utf-8")
    assert main(["compare", "text.txt", "blank.txt"]) == 2
    assert "blank.txt: It is empty" in capsys.readouterr().err
