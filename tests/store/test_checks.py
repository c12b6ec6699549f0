import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from factories import a_ferry_deal
from ledger_databases import damage
from postgres_servers import a_database
from servanda.codebook import Problem
from servanda.store import Ledger, LedgerError

DOCUMENT, READING = a_ferry_deal("Oslo")
COMMITMENT = READING.commitments[0]
ODD = Problem(code="odd", message="Odd.", location="a.txt")
AN_ACT = f"FROM records WHERE id = '{COMMITMENT.id}'"


def filled(place):
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_ferry_deal("Bergen"))
        ledger.append_reading(DOCUMENT, READING)
        ledger.append_reading(DOCUMENT, replace(READING, version="2"))
        ledger.append_problems([ODD])
    return place


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("whole") / "all.db")


@pytest.fixture
def path(template, tmp_path):
    return Path(shutil.copy(template, tmp_path))


@pytest.fixture(scope="module")
def model(server):
    return filled(a_database(server))


@pytest.fixture
def database(server, model):
    return a_database(server, like=model)


def found(place):
    with Ledger.open(place, create=False) as ledger:
        return [f"{problem.code}: {problem.message} [{problem.document}]" for problem in ledger.verify()]


def test_a_whole_ledger_has_nothing_to_say(path, database):
    assert found(path) == []
    assert found(database) == []


HERE = f"[{DOCUMENT.id}]"
NAMED = COMMITMENT.id
DAMAGES = [
    ("a text", f"UPDATE documents SET text = text || '!' WHERE id = '{DOCUMENT.id}'", "the text is not the one", HERE),
    ("a flat column", f"UPDATE records SET act = 'fund' WHERE id = '{NAMED}'", f"{NAMED}: its columns differ", "act is 'fund' and must be 'procure'"),
    ("the evidence", f"UPDATE records SET words = 'sell' WHERE id = '{NAMED}'", f"{NAMED}: its columns differ", "words is 'sell'"),
    ("a place", f"UPDATE records SET span_start = 0 WHERE id = '{NAMED}'", f"{NAMED}: its columns differ", "span_start is 0 and must be"),
    ("a body", f"UPDATE records SET body = replace(body, 'procure', 'fund') WHERE id = '{NAMED}'", f"{NAMED}: its columns differ", "claim is"),
    ("a body beyond reading", f"UPDATE records SET body = '{{' WHERE id = '{NAMED}'", f"{NAMED}: the record cannot be read", HERE),
    ("a body without a span", f"UPDATE records SET body = json_set(body, '$.span', json('[]')) WHERE id = '{NAMED}'", f"{NAMED}: the record cannot be read", "no span, no record"),
    ("a body of another kind", f"UPDATE records SET record_kind = 'statements' WHERE id = '{NAMED}'", f"{NAMED}: the record cannot be read", HERE),
    ("a kind that there is not", f"UPDATE records SET record_kind = 'weather' WHERE id = '{NAMED}'", f"{NAMED}: no kind of record is called", "'weather'"),
    ("a span past the end", f"UPDATE records SET body = json_set(body, '$.wording[0].end', 9999) WHERE id = '{NAMED}'", "ungrounded: " + NAMED, "wording: "),
    ("a value without a span", f"UPDATE records SET body = json_set(body, '$.act.spans', json('[]')) WHERE id = '{NAMED}'", f"{NAMED}: the record cannot be read", "no span, no cell"),
    ("a reference", f"UPDATE records SET body = json_set(body, '$.statement.value', 's-0') WHERE id = '{NAMED}'", "dangling: " + NAMED, "statement: the reading has no s-0"),
    ("a record that is gone", f"DELETE FROM records WHERE id = '{READING.actors[1].id}'", "is not what was added", "actors is 2 and must be 1"),
    ("a party that is gone", f"DELETE FROM parties WHERE role = 'debtor' AND record IN (SELECT number {AN_ACT})", f"{NAMED}: its party debtor NOR is missing", HERE),
    ("a party that was slipped in", f"INSERT INTO parties SELECT number, 'debtor', 'KEN', 'commitments', '' {AN_ACT}", f"{NAMED}: it has a party debtor KEN", HERE),
    ("a date of publication", f"UPDATE readings SET published = '2020-01-01' WHERE document = '{DOCUMENT.id}'", "reading 2 is not what was added: published is '2020-01-01'", HERE),
    ("what is known of a document", f"UPDATE readings SET head = '{{}}' WHERE document = '{DOCUMENT.id}'", "what is known of a document cannot be read", HERE),
    ("a reader's version", "UPDATE readings SET version = '7' WHERE number = 3", "reading 3 is not what was added: hash is", HERE),
    ("a hash", "UPDATE readings SET hash = 'ab' WHERE number = 3", "reading 3 is not what was added: hash is 'ab'", HERE),
    ("two readings that count", "DROP INDEX one_reading_counts; UPDATE readings SET superseded_at = NULL, superseded_by = NULL WHERE number = 2", "2 readings count where one must", HERE),
    ("none that counts", "UPDATE readings SET superseded_at = added_at, superseded_by = 1 WHERE number = 3", "0 readings count where one must", HERE),
    ("a successor of another document", "UPDATE readings SET superseded_by = 1 WHERE number = 2", "reading 2 is superseded by 1, which did not follow it", HERE),
    ("a time of superseding", "UPDATE readings SET superseded_at = '2001' WHERE number = 2", "reading 2 is superseded by 3, which did not follow it", HERE),
    ("a source of another document", "UPDATE sources SET reading = 1 WHERE reading = 3", "gives reading 1 of another document", HERE),
    ("no source", "DELETE FROM sources WHERE reading = 2", "reading 2 has no source", HERE),
    ("a problem", "UPDATE problems SET message = 'Fine.'", "problem " + ODD.id, "message is 'Fine.'"),
    ("a problem beyond reading", "UPDATE problems SET body = '['", "problem " + ODD.id, "cannot be read"),
    ("a link to nothing", "PRAGMA foreign_keys = OFF; DELETE FROM documents WHERE number = 1", "of readings points to a row of documents that is not there", "[None]"),
    ("an index of documents", "INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')", "the full-text index of documents differs", "[None]"),
    ("an index of records", "DELETE FROM records_fts WHERE rowid = 3", "the full-text index of records differs", "[None]"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "said", "and_said"), [pytest.param(*row[1:], id=row[0]) for row in DAMAGES])
def test_damage_is_found_and_named(path, statement, said, and_said):
    damage(str(path), statement.split("; "))
    assert any(said in line and and_said in line for line in found(path)), found(path)


OF_SQLITE = ("json_set", "PRAGMA", "rowid", "delete-all")
ON_A_SERVER = [row for row in DAMAGES if not any(word in row[1] for word in OF_SQLITE)] + [
    ("an index of documents", "DELETE FROM documents_fts", "the full-text index of documents differs", "[None]"),
    ("an index of records", "UPDATE records_fts SET words = 'x' WHERE number = 3", "the full-text index of records differs", "[None]"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "said", "and_said"), [pytest.param(*row[1:], id=row[0]) for row in ON_A_SERVER])
def test_damage_on_a_server_is_found_and_named(database, statement, said, and_said):
    damage(database, statement.split("; "))
    assert any(said in line and and_said in line for line in found(database)), found(database)


def test_every_superseded_reading_is_checked_too(path):
    damage(str(path), ["UPDATE records SET act = 'fund' WHERE reading = 2 AND act IS NOT NULL"])
    assert len(found(path)) == 1


def test_damage_to_one_document_is_not_laid_to_another(path):
    damage(str(path), [f"UPDATE documents SET text = 'other' WHERE id = '{DOCUMENT.id}'"])
    assert all(line.endswith((HERE, "[None]")) for line in found(path))


@pytest.mark.parametrize("part", [2, 3, 10])
def test_a_file_cut_short_is_told_in_one_plain_sentence(path, part):
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // part])
    with pytest.raises(LedgerError, match=r"is damaged|is no ledger"):
        found(path)


QUESTIONS = [
    ("UPDATE records SET body = '{'", lambda ledger: ledger.find_records("commitments")),
    ("UPDATE records SET body = '{'", lambda ledger: ledger.find_reading(DOCUMENT.id)),
    ("UPDATE readings SET head = '{'", lambda ledger: ledger.find_document(DOCUMENT.id)),
    ("UPDATE readings SET published = 'May'", lambda ledger: ledger.find_documents()),
    ("UPDATE problems SET body = '{'", lambda ledger: ledger.find_problems()),
]


@pytest.mark.parametrize(("statement", "ask"), QUESTIONS)
def test_an_answer_that_lies_in_damage_is_one_plain_sentence(path, statement, ask):
    damage(str(path), [statement])
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="is damaged; `servanda verify` says where"):
        ask(ledger)
