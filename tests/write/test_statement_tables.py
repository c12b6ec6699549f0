"""What people changed in tables of Discourse Network Analyzer comes back as judgements: nothing is lost or guessed."""

import csv
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factories import a_commitment, a_document, a_ferry_deal, a_marked_document, a_reading, a_statement, an_actor
from servanda.codebook import Judgement, Problem, Span, stated
from servanda.codebook.vocabulary import Act, ActorKind
from servanda.store import Ledger
from servanda.write import write_export
from servanda.write.annotated_files import judge_names, load_sheets, take_in

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DOCUMENT, READING = DEAL = a_ferry_deal("Oslo 😀\r\n")
PROMISE, STATEMENT = READING.commitments[0], READING.statements[0]


class Tables:
    """The tables of documents as a person changes them; `as_dna` writes them as `export.R` does, without ids of ours."""

    def __init__(self, folder, *deals):
        self.folder = folder / "out"
        write_export(deals, "dna", self.folder)
        self.documents, self.rows = (self.read(name) for name in ("documents", "statements"))

    def read(self, name):
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def of(self, kind):
        return next(row for row in self.rows if row["statement_type"] == kind)

    def save(self, delimiter=","):
        for name, rows in (("documents", self.documents), ("statements", self.rows)):
            write(self.folder / f"{name}.csv", rows, delimiter)
        return self.folder

    def as_dna(self):
        back = self.folder / "back"
        back.mkdir(exist_ok=True)
        ids = {row["ID"]: str(10 + int(row["ID"])) for row in self.documents}
        write(back / "documents.csv", [{**row, "ID": ids[row["ID"]], "coder": "1"} for row in self.documents])
        for kind, name in (("DNA Statement", "statements"), ("Commitment", "commitments")):
            left = ("record", "words", "time", *(("object", "counterpart", "firmness") if name == "statements" else ()))
            rows = [row for row in self.rows if row["statement_type"] == kind]
            told = [{key: value for key, value in row.items() if key not in left} for row in rows]
            if rows:
                write(back / f"{name}.csv", [{**row, "document_id": ids[row["document_id"]]} for row in told])
        return back


def write(path, rows, delimiter=","):
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        lines.writeheader()
        lines.writerows(rows)


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_reading(*DEAL)
        yield ledger


@pytest.fixture
def tables(tmp_path):
    return Tables(tmp_path, DEAL)


@pytest.fixture(params=["save", "as_dna"])
def written(request):
    """The tables as a spreadsheet leaves them, and as DNA gives them back."""
    return lambda tables: getattr(tables, request.param)()


def taken(ledger, path, **given):
    """What was said, as (verdict, record, field, value), and the problems."""
    names = judge_names("ana", "", set())
    told = list(take_in(ledger, load_sheets([path], ledger), by=names, **{"now": NOON, "accepts_kept": False, **given}))
    said = [(str(j.verdict), j.records[0], j.slot, j.value) for j in told if isinstance(j, Judgement)]
    return said, [one.message for one in told if isinstance(one, Problem)]


def test_what_is_left_as_it_was_says_nothing(tables, ledger, written):
    assert taken(ledger, written(tables)) == ([], [])


def test_what_is_left_as_it_was_is_accepted_where_that_is_asked(tables, ledger, written):
    said, problems = taken(ledger, written(tables), accepts_kept=True)
    assert (sorted(said), problems) == (sorted(("accept", one.id, "", "") for one in (PROMISE, STATEMENT)), [])


CORRECTIONS = [  # the kind of row, what is changed in it, and the field with its value
    ("Commitment", {"concept": "fund"}, "act", "fund"),
    ("Commitment", {"agreement": "0"}, "polarity", "-"),
    ("Commitment", {"agreement": "FALSE"}, "polarity", "-"),
    ("Commitment", {"object": "two ferries"}, "object", "two ferries"),
    ("Commitment", {"object": ""}, "object", "none"),
    ("Commitment", {"counterpart": "Finland; SWE"}, "creditors", "FIN; SWE"),
    ("Commitment", {"firmness": "binding"}, "firmness", "binding"),
    ("Commitment", {"organization": "Finland"}, "debtors", "FIN"),
    ("Commitment", {"organization": "Kenya"}, "debtors", "KEN"),
    ("Commitment", {"organization": ""}, "debtors", "none"),
    ("DNA Statement", {"organization": "FIN"}, "speakers", "FIN"),
]


@pytest.mark.parametrize("row", CORRECTIONS)
def test_another_value_is_a_correction(row, tables, ledger, written):
    kind, change, slot, value = row
    tables.of(kind).update(change)
    record = PROMISE if kind == "Commitment" else STATEMENT
    assert taken(ledger, written(tables)) == ([("correct", record.id, slot, value)], [])


NOT_GUESSED = [
    ("Commitment", {"concept": "fly"}, "act takes invest"),
    ("Commitment", {"organization": "The Ferrymen"}, f"what the table has as debtors of {PROMISE.id}"),
    ("Commitment", {"agreement": "perhaps"}, f"what the table has as polarity of {PROMISE.id}"),
    ("DNA Statement", {"concept": "ferries"}, f"what the table has as concept of {STATEMENT.id}"),
    ("DNA Statement", {"start": "0", "stop": "2"}, "as DNA Statement"),
]


@pytest.mark.parametrize(("kind", "change", "told"), NOT_GUESSED)
def test_what_no_field_has_room_for_is_told(kind, change, told, tables, ledger):
    tables.of(kind).update(change)
    said, problems = taken(ledger, tables.as_dna())
    assert [one for one in said if one[0] == "correct"] == []
    assert any(told in problem for problem in problems), problems


def test_other_stretches_are_a_correction_of_the_words(tables, ledger, written):
    row = tables.of("DNA Statement")
    row["stop"] = str(int(row["stop"]) - 1)
    assert taken(ledger, written(tables)) == ([("correct", STATEMENT.id, "content", STATEMENT.words[:-1])], [])


def test_what_was_taken_away_is_rejected(tmp_path, ledger, written):
    other = a_ferry_deal("Turku")
    ledger.append_reading(*other)
    tables = Tables(tmp_path, DEAL, other)
    tables.rows.remove(tables.of("Commitment"))
    assert taken(ledger, written(tables)) == ([("reject", PROMISE.id, "", "")], [])


def test_of_a_type_without_a_table_nothing_is_said(tables, ledger):
    tables.rows.remove(tables.of("Commitment"))
    assert taken(ledger, tables.as_dna()) == ([], [])


def test_what_was_read_anew_since_is_not_rejected(tmp_path, ledger, written):
    tables = Tables(tmp_path, DEAL)
    other = replace(PROMISE, act=stated(Act.FUND, PROMISE.act.spans))
    ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=(PROMISE, other)))
    said, problems = taken(ledger, written(tables))
    assert said == []
    assert any("read anew" in problem for problem in problems)


def two_sided():
    document, marks = a_marked_document(
        "<speaker>Ms. Berg and Sweden</speaker> said <content>ferries would sail</content>."
    )
    berg = an_actor(
        document, marks, actor="berg", kind=ActorKind.PERSON, name="Anna Berg", state=stated("NOR", marks["speaker"])
    )
    return document, a_reading(
        document, berg, a_statement(document, marks, speakers=stated(("berg", "SWE"), marks["speaker"]))
    )


SIDES = [  # which of the two rows stays as what, and the speakers then
    ([{}, {}], None),
    ([{}], "berg"),
    ([{"organization": ""}, {}], None),
    ([{}, {"organization": "Finland"}], "berg; FIN"),
]


@pytest.mark.parametrize(("changes", "speakers"), SIDES)
def test_a_record_of_several_sides_is_one_again(changes, speakers, tmp_path, ledger, written):
    document, reading = two_sided()
    ledger.append_reading(document, reading)
    tables = Tables(tmp_path, (document, reading))
    tables.rows = [{**row, **change} for row, change in zip(tables.rows, changes, strict=False)]
    said, problems = taken(ledger, written(tables))
    corrected = [("correct", reading.statements[0].id, "speakers", speakers)] if speakers else []
    assert (said, problems) == (corrected, [])


def test_of_two_on_the_same_words_the_changed_one_is_known_by_the_other(tmp_path, ledger):
    document = a_document("Norway will buy and fund a ferry.")
    span = (Span(0, 32),)
    one, two = (a_commitment(document, {"span": span}, act=stated(act, span)) for act in (Act.PROCURE, Act.FUND))
    ledger.append_reading(document, a_reading(document, one, two))
    tables = Tables(tmp_path, (document, a_reading(document, one, two)))
    tables.rows[0]["concept"] = "build"
    assert taken(ledger, tables.as_dna()) == ([("correct", one.id, "act", "build")], [])
    tables.rows[1]["concept"] = "lend"
    said, problems = taken(ledger, tables.as_dna())
    assert said == []
    assert len(problems) == 2


def test_a_table_twice_changes_nothing(tables, ledger):
    tables.of("Commitment")["concept"] = "fund"
    assert len(taken(ledger, tables.save(delimiter=";"))[0]) == 1
    assert taken(ledger, tables.folder / "statements.csv") == ([], [])


def test_a_document_that_the_ledger_does_not_have_is_a_problem(tmp_path, ledger):
    tables = Tables(tmp_path, a_ferry_deal("Turku"))
    said, (problem,) = taken(ledger, tables.save())
    assert (said, "no document with this text" in problem) == ([], True)
    tables.documents[0]["notes"] = ""
    said, (problem,) = taken(ledger, tables.save())
    assert (said, "its notes are gone" in problem) == ([], True)


def test_a_place_outside_the_text_is_told_and_the_rest_is_taken_in(tables, ledger):
    tables.of("DNA Statement").update(start="500000", stop="500010")
    tables.of("Commitment")["concept"] = "fund"
    said, (problem,) = taken(ledger, tables.save())
    assert said == [("correct", PROMISE.id, "act", "fund")]
    assert f"a place of {STATEMENT.id} that the text does not have" in problem


CUT = [(1, True), (9, False)]
"""How many cells a row lacks at its end, and whether the rest is enough: `words` stands last, `agreement` five cells before it."""


@pytest.mark.parametrize(("lacking", "is_enough"), CUT)
def test_a_row_that_ends_early_is_no_record_taken_away(lacking, is_enough, tables, ledger):
    path = tables.folder / "statements.csv"
    with path.open(encoding="utf-8", newline="") as file:
        first, *others = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([first, others[0][:-lacking], *others[1:]])
    said, problems = taken(ledger, tables.folder)
    assert (said, not problems) == ([], is_enough)


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"", b'"ID","notes"\n"1'])
def test_a_broken_table_beside_is_a_problem(broken, tables, ledger):
    (tables.folder / "documents.csv").write_bytes(broken)
    said, problems = taken(ledger, tables.folder)
    assert said == []
    assert problems
