"""A ledger of any older version opens as one of the newest, with everything kept."""

import ast
import gzip
from contextlib import closing
from pathlib import Path

import pytest

from ledger_databases import OF_THEIR_OWN, connected, rows_of
from postgres_servers import a_database
from servanda.codebook import KINDS
from servanda.store import Ledger, LedgerError, Query
from servanda.store.migrations import upgrades
from servanda.store.schema import VERSION, metadata

OLD = sorted(Path(__file__).with_name("ledgers").glob("*.db.gz"))


@pytest.fixture(params=OLD, ids=lambda path: path.name)
def old(request, tmp_path):
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def layout(place):
    """Everything that the schema is made of; the words of a statement count, its spaces do not."""
    asked = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%_fts_%'"
    return {(kind, name): " ".join(sql.replace('"', "").split()) for kind, name, sql in rows_of(place, asked)}


def tables_of(place):
    names = {name for kind, name in layout(place) if kind == "table"}
    return names & set(metadata.tables)


def everything(place, names, columns=None):
    """The rows of tables, and of the fields of records, in the columns that they had before."""
    told = columns or {name: columns_of(place, name) for name in {*names, "cells"}}
    rows = {
        name: rows_of(place, f"SELECT {', '.join(told[name])} FROM {name} WHERE {OF_THEIR_OWN.get(name, '1 = 1')}")
        for name in told
    }
    return told, {name: sorted(map(repr, found)) for name, found in rows.items()}


MENTIONED = (
    "SELECT record, actor FROM parties WHERE role = 'actor' UNION SELECT number, actor FROM records"
    " WHERE actor IS NOT NULL ORDER BY 1"
)


def columns_of(place, name):
    """The columns of a table that say something of their own: tallies are counted anew."""
    if name == "tallies":
        return ["count(*) > 0"]
    with closing(connected(place)) as connection:
        return [column[0] for column in connection.execute(f"SELECT * FROM {name} LIMIT 1").description]


def test_an_old_ledger_is_laid_out_as_a_new_one(old, tmp_path):
    for path in (old, tmp_path / "new.db"):
        Ledger.open(path).close()
    assert layout(str(old)) == layout(str(tmp_path / "new.db"))


def test_an_old_ledger_keeps_every_row(old):
    names = tables_of(str(old))
    columns, before = everything(str(old), names)
    mentioned = rows_of(str(old), MENTIONED)
    with Ledger.open(old) as ledger:
        assert list(ledger.verify()) == []
        assert ledger.count_documents() == len(ledger.find_documents(Query())) > 3
        assert all(ledger.find_records(kind) for kind, _ in KINDS)
        assert {one.record.actor for one in ledger.find_records("actors")} <= {actor for _, actor in mentioned}
    assert everything(str(old), names, columns)[1] == before
    assert rows_of(str(old), MENTIONED) == mentioned


OLD_ON_SERVERS = sorted(Path(__file__).with_name("ledgers").glob("*.sql.gz"))


@pytest.mark.parametrize("dumped", OLD_ON_SERVERS, ids=lambda path: path.name)
def test_an_old_ledger_on_a_server_keeps_every_row(dumped, server):
    place = a_database(server)
    with closing(connected(place)) as connection:
        connection.execute(gzip.decompress(dumped.read_bytes()).decode())
    asked = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    names = {name for (name,) in rows_of(place, asked)} & set(metadata.tables)
    columns, before = everything(place, names)
    with Ledger.open(place) as ledger:
        assert list(ledger.verify()) == []
        assert ledger.count_documents() == len(ledger.find_documents(Query())) > 3
    assert everything(place, names, columns)[1] == before


OTHERS = (
    'CREATE TABLE "Their Notes" (words text)',
    "CREATE FUNCTION their_own() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    'CREATE TRIGGER "Their Guard" BEFORE INSERT ON "Their Notes" FOR EACH ROW EXECUTE FUNCTION their_own()',
)


def test_on_a_server_guards_are_made_anew_and_those_of_others_stay(server):
    place = a_database(server)
    with closing(connected(place)) as connection:
        for statement in (
            gzip.decompress(OLD_ON_SERVERS[-1].read_bytes()).decode(),
            "SET search_path = public",
            *OTHERS,
        ):
            connection.execute(statement)
    guards = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"
    Ledger.open(place).close()
    told = {name for (name,) in rows_of(place, guards)}
    new = a_database(server)
    Ledger.open(new).close()
    assert told == {"Their Guard", *(name for (name,) in rows_of(new, guards))}


def test_an_old_ledger_is_brought_up_once(old):
    for _ in range(2):
        Ledger.open(old, create=False).close()
    assert rows_of(str(old), "SELECT version_num FROM alembic_version") == [(VERSION,)]


def test_a_step_that_fails_leaves_the_old_ledger(old, monkeypatch):
    before = layout(str(old))

    def stumble(_connection):
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("servanda.store.migrations.upgrades.create_views", stumble)
        with pytest.raises(ZeroDivisionError):
            Ledger.open(old)
    assert layout(str(old)) == before
    with Ledger.open(old) as ledger:
        assert list(ledger.verify()) == []


def test_an_old_ledger_that_may_not_be_written_says_so(old, monkeypatch):
    monkeypatch.setattr("servanda.store.files.may_write", lambda _: False)
    with pytest.raises(LedgerError, match=r"older version.*open it once where it may be written"):
        Ledger.open(old, create=False)


def test_a_newer_ledger_is_left_alone(place):
    Ledger.open(place).close()
    with connected(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(LedgerError, match="its schema is 9999, and this servanda knows"):
        Ledger.open(place)


STEPS = sorted(Path(upgrades.__file__).with_name("versions").glob("v*.py"))


@pytest.mark.parametrize("step", STEPS, ids=lambda path: path.stem)
def test_a_step_imports_nothing_that_may_change(step):
    tree = ast.parse(step.read_text(encoding="utf-8"))
    named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert named <= {"__future__", "alembic", "sqlalchemy", "servanda.store.migrations.columns"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]


def test_a_ledger_of_every_version_before_is_kept_for_these_tests():
    kept = {int(path.name.split("-")[1].split(".")[0]) for path in (*OLD, *OLD_ON_SERVERS)}
    assert kept == set(range(2, int(VERSION)))
