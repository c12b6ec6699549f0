"""The commands as a user types them: exit codes, what goes to standard output, and one clear line for wrong use."""

import csv
import gzip
import io
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from servanda.cli import main

REPORT = (
    "NAIROBI, March 7 (Reuters) - Kenyan President William Ruto said on Friday that Kenya will send 200 police officers "
    "to Haiti by the end of June.\n"
    "“Kenya remains committed to the people of Haiti,” Ruto told reporters after talks with Haitian officials.\n"
    "Canada pledged to give Haiti $40 million for the mission.\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SERVANDA_LEDGER", raising=False)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "kenya.txt").write_text(REPORT, encoding="utf-8")
    (reports / "meta.json").write_text('{"kenya": {"published": "2025-03-07", "outlet": "Example Gazette"}}')
    return reports


@pytest.fixture
def ledger(folder):
    assert main(["read", str(folder)]) == 0
    return folder.parent / "servanda.db"


def test_reading_says_what_it_found(folder, capsys):
    assert main(["read", str(folder)]) == 0
    said = capsys.readouterr()
    assert "documents: 1 added" in said.out
    assert said.err == ""


def test_the_same_file_twice_changes_nothing(ledger, folder, capsys):
    before = ledger.read_bytes()
    assert main(["read", str(folder)]) == 0
    assert "documents: 1 unchanged" in capsys.readouterr().out
    assert ledger.read_bytes() == before


def test_a_problem_is_listed_until_its_source_is_mended(folder, capsys):
    (folder / "empty.txt").write_text("")
    (folder / "gone.txt").write_text("")
    assert main(["read", str(folder), "nowhere.txt"]) == 1
    (folder / "empty.txt").write_text("Norway will build two ferries for Kenya.")
    (folder / "gone.txt").unlink()
    assert main(["read", str(folder)]) == 0
    capsys.readouterr()
    assert main(["list", "problems", "--format", "json"]) == 0
    assert [listed["location"] for listed in json.loads(capsys.readouterr().out)] == ["nowhere.txt"]


def test_commitments_are_listed_with_their_sentence(ledger, capsys):
    assert main(["list", "commitments", "--debtor", "CAN"]) == 0
    out = capsys.readouterr().out
    assert "Canada pledged to give Haiti $40 million for the mission" in out
    assert "Commitments: 1 to 1 of 1" in out


NARROWED = [
    (["--where", "novelty=new", "--where", "states=debtors"], True),
    (["--where", "polarity=-"], False),
    (["--learned-since", "2999-01-01"], False),
    (["--learned-until", "2999-01-01", "--happened-since", "1990-01-01"], None),
    (["--happened-until", "1700-01-01"], False),
]


@pytest.mark.parametrize(("options", "some"), NARROWED)
def test_a_list_is_narrowed_by_any_field_and_by_both_kinds_of_days(ledger, capsys, options, some):
    assert main(["list", "commitments", "--format", "json", *options]) == 0
    found = json.loads(capsys.readouterr().out)
    assert some is None or bool(found) is some


@pytest.mark.parametrize(
    "kind", ["commitments", "statements", "occasions", "instruments", "assessments", "actors", "documents", "problems"]
)
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_every_kind_is_listed_in_every_form(ledger, capsys, kind, form):
    assert main(["list", kind, "--format", form]) == 0
    out = capsys.readouterr().out
    if form == "json":
        assert isinstance(json.loads(out), list)
    if form == "csv":
        assert len(next(csv.reader(io.StringIO(out)))) > 2


def test_one_record_is_shown_with_every_field(ledger, capsys):
    main(["list", "commitments", "--debtor", "CAN", "--format", "json"])
    (row,) = json.loads(capsys.readouterr().out)
    assert main(["show", row["id"]]) == 0
    out = capsys.readouterr().out
    assert "not stated" in out
    assert "$40 million" in out


AS_KNOWN = [("1999-01-01", False), ("today", True), ("1999-01-01T12:00Z", False), ("1999-01-01T12:00", False)]


@pytest.mark.parametrize(("moment", "known"), AS_KNOWN)
def test_a_list_is_given_as_it_was_known_then(ledger, capsys, moment, known):
    capsys.readouterr()
    assert main(["list", "commitments", "--format", "csv", "--as-known-on", moment]) == 0
    assert (len(list(csv.reader(io.StringIO(capsys.readouterr().out)))) > 1) is known
    assert main(["export", "jsonl", "then.jsonl", "--as-known-on", moment]) == 0
    assert bool((ledger.parent / "then.jsonl").read_text()) is known


def test_a_document_is_shown_by_the_beginning_of_its_id(ledger, capsys):
    main(["list", "documents", "--format", "json"])
    (row,) = json.loads(capsys.readouterr().out)
    assert main(["show", row["id"][:6]]) == 0
    assert "Found at:" in capsys.readouterr().out


def test_a_judgement_is_kept_shown_and_taken_back(ledger, folder, capsys, monkeypatch):
    monkeypatch.setenv("SERVANDA_JUDGE", "ana")
    capsys.readouterr()
    main(["list", "commitments", "--format", "json"])
    first, second, *_ = (found["record"]["id"] for found in json.loads(capsys.readouterr().out))
    assert main(["judge", "correct", first, "--slot", "act", "--value", "fund", "--why", "a grant"]) == 0
    assert main(["judge", "not the same", first, second, "--by", "ben"]) == 0
    kept, other = capsys.readouterr().out.split()
    assert main(["undo", other[:9]]) == 0
    assert main(["show", first]) == 0
    shown = capsys.readouterr().out
    assert f"{kept}  act is fund, by ana" in shown
    assert f"not the same with {second}, by ben" in shown
    assert "taken back by ana" in shown
    assert main(["export", "csv", "tables"]) == 0
    rows = list(csv.DictReader((folder.parent / "tables/judgements.csv").open()))
    assert [(row["judgement"], row["record"], row["undone_by"]) for row in rows] == [
        (kept, first, ""),
        (other, first, "ana"),
        (other, second, "ana"),
    ]
    assert main(["export", "jsonl", "lines.jsonl"]) == 0
    assert kept in (folder.parent / "lines.jsonl").read_text()
    assert main(["review", "--limit", "1"]) == 0
    assert main(["verify"]) == 0


def test_one_is_counted_as_one(folder, capsys):
    (folder / "empty.txt").write_text("")
    main(["read", str(folder / "empty.txt")])
    assert capsys.readouterr().out == "servanda.db: no documents; 1 problem\n"


def test_a_ledger_that_was_just_written_is_whole(ledger, capsys):
    assert main(["verify"]) == 0
    assert "no ungrounded cell" in capsys.readouterr().out


def test_codings_are_written_beside_one_another(folder, tmp_path):
    assert main(["code", str(folder), "--out", str(tmp_path / "out")]) == 0
    coding = json.loads((tmp_path / "out" / "kenya.json").read_text(encoding="utf-8"))
    assert coding["document"]["published"] == "2025-03-07"
    ((start, end),) = [c["span"][0] for c in coding["commitments"] if c["debtors"] == ["CAN"]]
    assert REPORT[start:end].startswith("Canada pledged")


def test_two_documents_of_one_name_are_both_written(folder, tmp_path):
    (folder / "more").mkdir()
    (folder / "more" / "kenya.txt").write_text("Oslo will pay.", encoding="utf-8")
    assert main(["code", str(folder), "--out", str(tmp_path / "out")]) == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["kenya-2.json", "kenya.json"]


def test_standard_input_is_coded_to_standard_output(folder, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    assert main(["code", "-", "--published", "2025-03-07"]) == 0
    assert json.loads(capsys.readouterr().out)["commitments"]


@pytest.mark.parametrize(("form", "written"), [("csv", "commitments.csv"), ("jsonl", "")])
def test_an_export_is_the_same_bytes_twice(ledger, tmp_path, form, written):
    for name in ("a", "b"):
        assert main(["export", form, str(tmp_path / name)]) == 0
    one, other = (tmp_path / name / written if written else tmp_path / name for name in ("a", "b"))
    assert one.read_bytes() == other.read_bytes()
    assert b"Canada pledged" in one.read_bytes()


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(folder, capsys):
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "long.txt").write_bytes(b"word " * 10_000_000)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(5000) + REPORT.encode())[:-900])
    places = [str(folder), str(folder / "nothing-here.txt")]
    assert main(["read", *places]) == 1
    said = capsys.readouterr()
    assert "documents: 1 added" in said.out
    lines = said.err.splitlines()
    assert len(lines) == 5, said.err
    assert all(any(name in line for line in lines) for name in ("picture", "empty", "long", "cut", "nothing-here"))
    main(["list", "problems", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 5


@contextmanager
def as_somebody_else():
    """Root may read every folder, so that root has to step back to meet one without rights."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_without_rights_is_one_problem(folder, capsys, monkeypatch):
    main(["read", str(folder)])
    capsys.readouterr()
    with tempfile.TemporaryDirectory(prefix="servanda-test-") as place:
        monkeypatch.chdir(place)
        shutil.copytree(folder, "reports")
        Path("reports/closed").mkdir(mode=0o700)
        Path("reports/closed").chmod(0 if os.geteuid() else 0o700)
        Path(place).chmod(0o777)
        with as_somebody_else():
            assert main(["read", "reports"]) == 1
    said = capsys.readouterr()
    assert "documents: 1 added" in said.out
    assert len(said.err.splitlines()) == 1
    assert "closed" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["reed", "x"],
        ["list", "promises"],
        ["list", "commitments", "--since", "eventually"],
        ["list", "commitments", "--as-known-on", "later"],
        ["list", "commitments", "--judged", "never"],
        ["list", "commitments", "--between", "PER"],
        ["list", "occasions", "--between", "PER,CHL"],
        ["list", "actors", "--judged", "rejected"],
        ["list", "commitments", "--ledger", "absent.db"],
        ["list", "commitments", "--act", "fly"],
        ["list", "commitments", "--debtor", "Atlantis"],
        ["list", "problems", "--actor", "KEN"],
        ["list", "commitments", "--limit", "-1"],
        ["read"],
        ["read", "x", "--published", "soon"],
        ["show", "c-0"],
        ["judge", "accept", "c-0"],
        ["judge", "like", "c-0"],
        ["undo", "j-0"],
        ["export", "pdf", "out"],
        ["export", "csv", "reports/kenya.txt"],
        ["score", "nowhere", "nowhere"],
        ["serve", "--port", "high"],
    ],
    ids=" ".join,
)
def test_wrong_use_gets_one_line(folder, capsys, words):
    if words[0] in ("show", "export", "list") and "absent.db" not in words:
        main(["read", str(folder)])
        capsys.readouterr()
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.err.startswith("servanda: ")
    assert len(said.err.splitlines()) == 1
    assert "Value error" not in said.err


def test_a_file_that_is_no_ledger_is_refused(folder, capsys):
    Path("notes.db").write_text("not a database at all, but long enough to look like one", encoding="utf-8")
    assert main(["read", str(folder), "--ledger", "notes.db"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_ledger_of_the_environment_is_used(folder, monkeypatch):
    monkeypatch.setenv("SERVANDA_LEDGER", "africa.db")
    assert main(["read", str(folder)]) == 0
    assert Path("africa.db").exists()


def test_a_coding_is_measured_against_itself(folder, tmp_path, capsys):
    main(["code", str(folder), "--out", str(tmp_path / "gold")])
    (tmp_path / "gold" / "kenya.txt").write_bytes((folder / "kenya.txt").read_bytes())
    capsys.readouterr()
    assert main(["score", str(tmp_path / "gold"), str(tmp_path / "gold"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["commitments"]["strict_f1"] == 1.0


def test_a_ledger_is_put_away_brought_back_and_merged(ledger, folder, capsys):
    (folder / "chad.txt").write_text("Chad will send 30 trucks to Kenya by 2027, its president said.")
    assert main(["backup", "copy.db"]) == 0
    assert main(["read", str(folder), "--ledger", "more.db"]) == 0
    assert main(["restore", "copy.db", "--ledger", "again.db"]) == 0
    capsys.readouterr()
    assert main(["merge", "again.db", "more.db", "--into", "all.db"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "again.db: 1 reading, 0 judgements, 0 problems added, 0 conflicts",
        "more.db: 1 reading, 0 judgements, 0 problems added, 0 conflicts",
        said[-1],
    ]
    assert said[-1].startswith("linked: everything anew, ")
    assert main(["verify", "--ledger", "all.db"]) == 0
    assert "2 documents" in capsys.readouterr().out
    assert main(["link", "--ledger", "all.db"]) == 0
    assert capsys.readouterr().out.startswith("linked: 0 new documents")
    assert main(["merge", "again.db", "more.db", "--into", "all.db"]) == 0
    assert "linked" not in capsys.readouterr().out


def test_a_copy_over_another_file_is_refused(ledger, capsys):
    assert main(["backup", "servanda.db"]) == 2
    assert capsys.readouterr().err == "servanda: servanda.db is there already; name a new file\n"


def test_merging_a_ledger_that_is_not_there_makes_none(ledger, folder, capsys):
    assert main(["merge", "nowhere.db", "--into", "all.db"]) == 2
    assert "there is no ledger at nowhere.db" in capsys.readouterr().err
    assert not Path("all.db").exists()


@pytest.mark.parametrize("places", [["nowhere.txt"], ["nowhere.txt", "nor-here"]])
def test_mistyped_names_alone_make_no_ledger(places, folder, capsys):
    assert main(["read", *places]) == 2
    assert "There is no file or folder nowhere.txt." in capsys.readouterr().err
    assert not (folder.parent / "servanda.db").exists()


@pytest.mark.parametrize("typed", ['"Haiti', "Haiti”", '"a" "b'])
def test_a_quotation_mark_that_closes_nothing_is_refused(typed, ledger, capsys):
    assert main(["list", "commitments", "--search", typed]) == 2
    assert "quotation mark" in capsys.readouterr().err


def test_lists_mark_what_people_said_and_show_what_they_corrected(ledger, capsys):
    assert main(["list", "commitments", "--format", "json"]) == 0
    one, other, *_ = (row["id"] for row in json.loads(capsys.readouterr().out))
    assert main(["judge", "correct", one, "--slot", "debtors", "--value", "Rwanda", "--by", "ada"]) == 0
    assert main(["judge", "reject", other, "--by", "ada"]) == 0
    capsys.readouterr()
    assert main(["list", "commitments"]) == 0
    listed = capsys.readouterr().out
    assert "who: Rwanda (corrected by ada; read as " in listed
    assert "rejected by ada" in listed
    assert "1 of them rejected by people" in listed
    assert main(["list", "commitments", "--judged", "rejected"]) == 0
    narrowed = capsys.readouterr().out
    assert (other in narrowed, one in narrowed) == (True, False)
    assert main(["list", "commitments", "--judged", "corrected", "--format", "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["id"], row["judged"]) == (one, "corrected (debtors is RWA) by ada")


def test_what_two_parties_promise_together_is_named_and_found(folder, capsys):
    (folder / "kenya.txt").write_text(
        "Peru and Chile agreed to reopen the border.\nPeru pledged to lend Chile two ships.\n"
    )
    assert main(["read", str(folder)]) == 0
    capsys.readouterr()
    assert main(["list", "commitments", "--debtor", "PER", "--creditor", "CHL"]) == 0
    narrow = capsys.readouterr().out
    assert "1 more name both, bound together or the other way round: --between PER,CHL lists all" in narrow
    assert main(["list", "commitments", "--between", "Chile, Peru"]) == 0
    assert capsys.readouterr().out.strip().endswith("Commitments: 1 to 2 of 2")


def test_one_creditor_may_be_corrected_by_the_singular(ledger, capsys):
    assert main(["list", "commitments", "--format", "json"]) == 0
    key = json.loads(capsys.readouterr().out)[0]["id"]
    assert main(["judge", "correct", key, "--slot", "creditor", "--value", "HTI", "--by", "ada"]) == 0


def test_reports_that_cannot_be_read_are_named(ledger, folder, capsys):
    assert main(["compare", str(folder / "kenya.txt"), "nowhere.txt", "--ledger", str(ledger)]) == 2
    assert "nowhere.txt" in capsys.readouterr().err


def test_an_empty_ledger_has_nothing_to_review(folder, capsys):
    (folder / "kenya.txt").write_text("It rained in the hills all day, and nobody met anybody anywhere.")
    assert main(["read", str(folder)]) in {0, 1}
    capsys.readouterr()
    assert main(["review"]) == 0
    assert "Nothing is waiting for a look." in capsys.readouterr().out
